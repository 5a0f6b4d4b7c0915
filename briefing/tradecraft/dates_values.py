"""What the tokens of an explicit date mean: its kind and its EDTF value."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from briefing.tradecraft import dates_edtf as edtf
from briefing.tradecraft import dates_lexicon as lexicon

DateKind = Literal["day", "month", "year", "season", "relative"]
Reading = tuple[DateKind, str]

_MONTH_CODES = lexicon.MONTH + lexicon.AMBIGUOUS_MONTH + lexicon.GUARDED_MONTH
_SEASON_CODES = lexicon.SEASON + lexicon.FALL
# Languages that write the day before the month in figures.
_DAY_FIRST = ("de", "es", "fr")


class Parts(NamedTuple):
    """The tokens of one date by what they are, in reading order."""

    years: tuple[int, ...]
    months: tuple[int, ...]
    days: tuple[int, ...]
    seasons: tuple[int, ...]
    numbers: tuple[str, ...]
    """Every token of digits, as written."""
    about: bool
    order: str
    """The codes of the tokens."""
    language: str


def read_parts(tokens: list[str], codes: str, language: str) -> Parts:
    """Sort the tokens of a date by their codes."""
    months = lexicon.month_numbers()
    seasons = lexicon.date_words().seasons

    def of(wanted: str) -> tuple[str, ...]:
        return tuple(t for t, code in zip(tokens, codes, strict=True) if code in wanted)

    return Parts(
        years=tuple(int(token) for token in of(lexicon.YEAR)),
        months=tuple(months[token.lower()] for token in of(_MONTH_CODES)),
        days=tuple(int(token) for token in of(lexicon.DAY_NUMBER)),
        seasons=tuple(seasons[token.lower()] for token in of(_SEASON_CODES)),
        numbers=of(lexicon.YEAR + lexicon.DAY_NUMBER + lexicon.SMALL_NUMBER),
        about="c" in codes,
        order=codes,
        language=language,
    )


def read(rule: str, parts: Parts) -> Reading | None:
    """Return what a rule of `dates_grammar.EXPLICIT` found, `None` if it can be no date."""
    reading = _READERS[rule](parts)
    if reading is None or not edtf.is_valid(reading[1]):
        return None
    kind, value = reading
    return (kind, f"{value}~") if parts.about and "/" not in value else reading


def _single(parts: Parts) -> Reading:
    """One day or month, with or without its year; an impossible day leaves the month."""
    year = parts.years[-1] if parts.years else None
    month = f"{_year(year)}-{parts.months[0]:02}"
    if not parts.days or parts.days[0] > edtf.days_in_month(year, parts.months[0]):
        return "month", month
    return "day", f"{month}-{parts.days[0]:02}"


def _iso_day(parts: Parts) -> Reading | None:
    month, day = parts.days
    if not 1 <= month <= 12:
        return None
    return _single(parts._replace(months=(month,), days=(day,)))


def _numeric(parts: Parts) -> Reading:
    """A day in figures. The year alone where day and month cannot be told apart."""
    first, second = parts.days
    day_first = "." in parts.order or parts.language in _DAY_FIRST
    if first > 12 or (second <= 12 and (day_first or first == second)):
        first, second = second, first
    elif second <= 12:
        return "year", str(parts.years[0])
    if first > 12:
        return "year", str(parts.years[0])
    return _single(parts._replace(months=(first,), days=(second,)))


def _year_pair(parts: Parts) -> Reading | None:
    """`2016-06` is a month and `2014-16` two years; `2010-12` may be either: then 2010."""
    year, digits = parts.years[0], parts.numbers[1]
    if len(digits) != 2:
        return None
    number, last = int(digits), year // 100 * 100 + int(digits)
    if last > year:
        return ("year", str(year)) if number <= 12 else ("year", f"{year}/{last}")
    return ("month", f"{year}-{digits}") if 1 <= number <= 12 else None


def _days(parts: Parts) -> Reading | None:
    year = parts.years[-1] if parts.years else None
    month = parts.months[0]
    first, last = parts.days
    if not first < last <= edtf.days_in_month(year, month):
        return None
    start = f"{_year(year)}-{month:02}"
    # An interval needs years: without one the month is as much as can be said.
    if year is None or _is_list(parts, first, last):
        return "month", start
    return "day", f"{start}-{first:02}/{start}-{last:02}"


def _months(parts: Parts) -> Reading | None:
    first, last = parts.months
    end = parts.years[-1]
    # "November to January 2018" begins in the year before.
    start = parts.years[0] if len(parts.years) == 2 else end - (first > last)
    if _is_list(parts, start * 12 + first, end * 12 + last):
        return ("year", str(end)) if start == end else None
    return _interval("month", f"{start}-{first:02}", f"{end}-{last:02}")


def _seasons(parts: Parts) -> Reading | None:
    year = parts.years[0]
    first, last = parts.seasons
    if _is_list(parts, first, last):
        return "year", str(year)
    return _interval("season", f"{year - (first > last)}-{first}", f"{year}-{last}")


def _season(parts: Parts) -> Reading:
    return "season", f"{_year(parts.years[0] if parts.years else None)}-{parts.seasons[0]}"


def _years(parts: Parts) -> Reading | None:
    return _interval("year", str(parts.years[0]), str(parts.years[1]))


def _decade(parts: Parts) -> Reading | None:
    year = str(parts.years[0])
    return ("year", f"{year[:3]}X") if year.endswith("0") else None


def _one_year(parts: Parts) -> Reading:
    return "year", str(parts.years[0])


def _is_list(parts: Parts, first: int, last: int) -> bool:
    """Say whether "and" names two times with others between them, and no interval."""
    return "&" in parts.order and "j" not in parts.order and last - first > 1


def _interval(kind: DateKind, first: str, last: str) -> Reading | None:
    return (kind, f"{first}/{last}") if edtf.sort_key(first) < edtf.sort_key(last) else None


def _year(year: int | None) -> str:
    return "XXXX" if year is None else str(year)


_READERS: dict[str, Callable[[Parts], Reading | None]] = {
    "iso_day": _iso_day,
    "year_pair": _year_pair,
    "numeric": _numeric,
    "days_month": _days,
    "month_days": _days,
    "day_month": _single,
    "month_day": _single,
    "months": _months,
    "month_year": _single,
    "seasons": _seasons,
    "season": _season,
    "season_only": _season,
    "years": _years,
    "decade": _decade,
    "year": _one_year,
    "year_of": _one_year,
    "year_subject": _one_year,
    "month": _single,
}
