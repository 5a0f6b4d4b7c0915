"""Arithmetic on relative dates: from words and a date of publication to an EDTF value."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from briefing.tradecraft import dates_edtf as edtf
from briefing.tradecraft.dates_grammar import RELATIVE_PATTERN
from briefing.tradecraft.dates_lexicon import token_codes
from briefing.tradecraft.dates_relative import RelativeWords, read_words
from briefing.tradecraft.lexing import lex

# Years before 1000 leave no room for arithmetic, and no article is from then.
_PUBLISHED = re.compile(r"([1-9]\d{3})-(\d\d)(?:-(\d\d))?~?")
_SPRING, _WINTER = 21, 24
_DAYS_FROM_TODAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_MONTHS_IN = {"month": 1, "quarter": 3}
_YEARS_IN = {"year": 1, "decade": 10, "century": 100}
_DAYS_IN = {"day": 1, "week": 7}


class _Publication(NamedTuple):
    """A month of publication, and its day if that is known."""

    year: int
    month: int
    day: date | None


def resolve_relative(text: str, published: str) -> str | None:
    """Return what the words of a relative mention mean in an article of that date.

    Args:
        text: The mention's text, as `dates.mentions` found it.
        published: EDTF. Anything but a day or a month, or about one, is too little to go by.
    """
    known = _publication(published)
    lexed = lex(text, token_codes())
    match = RELATIVE_PATTERN.match(lexed.codes)
    if known is None or match is None or match.lastgroup is None:
        return None
    value = _RESOLVERS[match.lastgroup](read_words(lexed.tokens, lexed.codes), known)
    if value is None or edtf.bounds(value) is None:
        return None
    return _about(value) if published.endswith("~") else value


def resolve_without_year(value: str, published: str) -> str | None:
    """Return the latest `XXXX-…` that is not after publication, `None` if that is not known."""
    known = _publication(published)
    if known is None or not value.startswith("XXXX-"):
        return None
    number, _, day = value.removeprefix("XXXX-").rstrip("~").partition("-")
    if day:
        found = _last_day(int(number), int(day), known)
    elif int(number) >= _SPRING:
        found = _season(int(number), _last_start(_first_month(int(number)), known))
    else:
        found = edtf.month_text(_last_start(int(number), known), int(number))
    approximate = value.endswith("~") or published.endswith("~")
    return _about(found) if found is not None and approximate else found


def _publication(published: str) -> _Publication | None:
    match = _PUBLISHED.fullmatch(published)
    if match is None or not edtf.is_valid(published) or int(match[2]) > 12:
        return None
    year, month = int(match[1]), int(match[2])
    return _Publication(year, month, date(year, month, int(match[3])) if match[3] else None)


def _deictic(words: RelativeWords, known: _Publication) -> str | None:
    return _day(known, _DAYS_FROM_TODAY[words.first])


def _day_part(words: RelativeWords, known: _Publication) -> str | None:
    return _day(known, words.step)


def _month_of(words: RelativeWords, known: _Publication) -> str | None:
    """`July of this year`."""
    return f"{known.year + words.step}-{words.name:02}" if words.unit == "year" else None


def _period(words: RelativeWords, known: _Publication) -> str | None:
    """`the past seven months`. Without a number only a single past unit has a length."""
    if "R" in words.codes or words.how_many == 0:
        return None
    if words.how_many is None and (words.plural or words.step > 0):
        return None
    return _interval(words.unit, words.how_many or 1, words.step, known)


def _interval(unit: str, count: int, step: int, known: _Publication) -> str | None:
    if unit == "year" and count == 1:
        unit, count = "month", 12
    if unit in _YEARS_IN:
        ends = sorted((known.year, known.year + step * count * _YEARS_IN[unit]))
        return f"{ends[0]:04}/{ends[1]:04}"
    if unit in _MONTHS_IN:
        here = edtf.month_text(known.year, known.month)
        there = edtf.month_text(known.year, known.month + step * count * _MONTHS_IN[unit])
        return "/".join(sorted((here, there)))
    days = -(-count // 24) if unit == "hour" else count * _DAYS_IN.get(unit, 0)
    if known.day is None or not days:
        return None
    return "/".join(sorted((known.day.isoformat(), str(_day(known, step * days)))))


def _unit(words: RelativeWords, known: _Publication) -> str | None:
    """`last week`, `this year`, `next month`; `the following week` is counted from elsewhere."""
    if words.plural or "v" in words.codes or "z" in words.codes:
        return None
    if words.unit in ("week", "weekend"):
        return _week(known, 7 * words.step, weekend=words.unit == "weekend")
    if words.unit == "month":
        return edtf.month_text(known.year, known.month + words.step)
    if words.unit == "quarter":
        first = (known.month - 1) // 3 * 3 + 1 + 3 * words.step
        return f"{edtf.month_text(known.year, first)}/{edtf.month_text(known.year, first + 2)}"
    if words.unit == "decade":
        return f"{known.year // 10 + words.step}X"
    return str(known.year + words.step) if words.unit == "year" else None


def _named(words: RelativeWords, known: _Publication) -> str | None:
    """`last August`, `this spring`, `next Tuesday`."""
    if "v" in words.codes:
        return None
    if "W" in words.codes:
        return _weekday_near(words, known)
    if "S" in words.codes or "f" in words.codes:
        return _season_near(words, known)
    year = known.year
    if words.step < 0 and words.name >= known.month:
        year -= 1
    if words.step > 0 and words.name <= known.month:
        year += 1
    return f"{year}-{words.name:02}"


def _weekday_near(words: RelativeWords, known: _Publication) -> str | None:
    if known.day is None:
        return None
    distance = words.name - known.day.isoweekday()
    if words.step < 0 and distance >= 0:
        distance -= 7
    if words.step > 0 and distance <= 0:
        distance += 7
    return _day(known, distance)


def _season_near(words: RelativeWords, known: _Publication) -> str | None:
    """Last: the latest that has ended. Next: the first to begin. This: the one of the year.

    "This winter" is the one that goes on or ended last until June, then the coming one.
    """
    first = _first_month(words.name)
    if words.step == 0:
        past_winter = words.name == _WINTER and known.month <= 6
        return _season(words.name, known.year - past_winter)
    year = _last_start(first, known)
    if words.step > 0:
        return _season(words.name, year + 1)
    ended = (known.year * 12 + known.month) - (year * 12 + first) >= 3
    return _season(words.name, year if ended else year - 1)


def _ago(words: RelativeWords, known: _Publication) -> str | None:
    """`two days ago`. Round numbers of years, and decades, are about."""
    if not words.how_many:
        return None
    if words.unit == "day":
        return _day(known, -words.how_many)
    if words.unit == "week":
        return _week(known, -7 * words.how_many)
    if words.unit == "month":
        return edtf.month_text(known.year, known.month - words.how_many)
    if words.unit in _YEARS_IN:
        year = f"{known.year - words.how_many * _YEARS_IN[words.unit]:04}"
        exact = words.unit == "year" and (words.how_many < 10 or words.how_many % 5)
        return year if exact else f"{year}~"
    return None


def _weekend(_words: RelativeWords, known: _Publication) -> str | None:
    """`at the weekend`: the last one that has begun."""
    begun = known.day is not None and known.day.isoweekday() >= 6
    return _week(known, 0 if begun else -7, weekend=True)


def _weekday(words: RelativeWords, known: _Publication) -> str | None:
    if known.day is None:
        return None
    return _day(known, -((known.day.isoweekday() - words.name) % 7))


def _unknown(_words: RelativeWords, _known: _Publication) -> None:
    """`four years later`: counted from a date that stands elsewhere in the text."""


def _day(known: _Publication, days: int) -> str | None:
    return None if known.day is None else (known.day + timedelta(days=days)).isoformat()


def _week(known: _Publication, days: int, *, weekend: bool = False) -> str | None:
    """Return Monday to Sunday, as ISO 8601 counts weeks, or Saturday and Sunday."""
    if known.day is None:
        return None
    monday = known.day + timedelta(days=days + 1 - known.day.isoweekday())
    first = monday + timedelta(days=5 if weekend else 0)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _last_start(month: int, known: _Publication) -> int:
    """Return the year of the latest such month that is not after publication."""
    return known.year if month <= known.month else known.year - 1


def _last_day(month: int, day: int, known: _Publication) -> str | None:
    """Return the latest such day not after publication; 29 February may be years back."""
    if known.day is None and month == known.month:
        return None
    today = known.day or date(known.year, known.month, 1)
    candidates = (f"{year}-{month:02}-{day:02}" for year in range(known.year, known.year - 9, -1))
    return next((c for c in candidates if edtf.is_valid(c) and c <= today.isoformat()), None)


def _first_month(season: int) -> int:
    return 3 * (season - _SPRING) + 3


def _season(season: int, year: int) -> str:
    return f"{year}-12/{year + 1}-02" if season == _WINTER else f"{year}-{season}"


def _about(value: str) -> str:
    return "/".join(end if end.endswith(("~", "X")) else f"{end}~" for end in value.split("/"))


_RESOLVERS: dict[str, Callable[[RelativeWords, _Publication], str | None]] = {
    "month_of": _month_of,
    "deictic": _deictic,
    "day_part": _day_part,
    "period": _period,
    "unit": _unit,
    "named": _named,
    "ago": _ago,
    "later": _unknown,
    "weekend": _weekend,
    "weekday": _weekday,
}
