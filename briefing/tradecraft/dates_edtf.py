"""Dates as EDTF text: what a value covers, which comes first, and how a page writes it.

The values that `dates` makes are a part of Extended Date/Time Format, level 2 (ISO 8601-2):
days, months, years, seasons 21 to 24, decades (`201X`), a year that is not stated (`XXXX-07`),
`~` for about, and intervals (`2014/2016`, `2016-06/..`, `../2016`).
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_WINTER = 24
_SIMPLE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|XXXX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?~?"
)
_OPEN = ".."
_UNKNOWN_YEAR = "XXXX"
_LAST = "9999-12-31"


def is_valid(value: str) -> bool:
    """Say whether a value is of the part of EDTF that the program uses."""
    ends = value.split("/")
    if len(ends) > 2 or ends == [_OPEN, _OPEN]:
        return False
    return all(_is_simple(end) or (end == _OPEN and len(ends) == 2) for end in ends)


def bounds(value: str) -> tuple[date, date] | None:
    """Return the first and the last day that a value may mean.

    An open end reaches to the end of the calendar. `~` widens nothing: how far "about" goes is
    not known. Seasons are the northern ones of the weather services; "winter 2017" may mean
    the one that began or the one that ended in 2017, so it covers both.

    Returns:
        Both inclusive, or `None` for a value without a year or that is not EDTF.
    """
    if not is_valid(value) or _UNKNOWN_YEAR in value:
        return None
    first, _, last = value.partition("/")
    start = date.min if first == _OPEN else _covered(first)[0]
    end = date.max if last == _OPEN else _covered(last or first)[1]
    return (start, end) if start <= end else None


def sort_key(value: str) -> str:
    """Return a text that orders values by their earliest day, the more precise one first.

    Values without a year come last, by month and day; anything that is not EDTF after them.
    """
    span = bounds(value)
    if span is not None:
        return f"{span[0].isoformat()} {span[1].isoformat()} {value}"
    return f"{_LAST} {_LAST} {'~' if is_valid(value) else '~~'} {value}"


def latest(values: Iterable[str]) -> str | None:
    """Return the value that reaches furthest; of those, the one that starts last.

    An open interval counts as its start. `None` if no value has a year.
    """
    dated = [(span, value) for value in values if (span := bounds(value)) is not None]
    if not dated:
        return None
    return max(dated, key=lambda pair: (_reach(pair[0]), pair[0][0], pair[1]))[1]


def in_words(value: str) -> str:
    """Write a value in English as a page shows it; what is not EDTF is returned as it is."""
    if not is_valid(value):
        return value
    first, slash, last = value.partition("/")
    if not slash:
        return _phrase(first)
    if last == _OPEN:
        return f"{_phrase(first)} or later"
    if first == _OPEN:
        return f"{_phrase(last)} or earlier"
    if first.endswith("~") and last.endswith("~"):
        return f"about {in_words(value.replace('~', ''))}"
    return f"{_start_phrase(first, last)} to {_phrase(last)}"


def month_text(year: int, number: int) -> str:
    """Return a month; `number` may lie outside 1 to 12 and then counts into other years."""
    years, index = divmod(year * 12 + number - 1, 12)
    return f"{years:04}-{index + 1:02}"


def days_in_month(year: int | None, number: int) -> int:
    """Return how many days a month has; at most, if the year is not known."""
    return monthrange(2000 if year is None else year, number)[1]


def _is_simple(value: str) -> bool:
    match = _SIMPLE.fullmatch(value)
    if match is None or match["year"] == "0000":
        return False
    year, number, day = match["year"], match["month"], match["day"]
    if number is None:
        return year != _UNKNOWN_YEAR
    if "X" in year and year != _UNKNOWN_YEAR:
        return False
    if int(number) in _SEASONS:
        return day is None
    known = None if year == _UNKNOWN_YEAR else int(year)
    return 1 <= int(number) <= 12 and (
        day is None or 1 <= int(day) <= days_in_month(known, int(number))
    )


def _covered(value: str) -> tuple[date, date]:
    """Return the first and last day of a valid value that has a year and no slash."""
    parts = value.rstrip("~").split("-")
    low, high = int(parts[0].replace("X", "0")), int(parts[0].replace("X", "9"))
    if len(parts) == 1:
        return date(max(low, 1), 1, 1), date(high, 12, 31)
    number = int(parts[1])
    if number in _SEASONS:
        return _season(low, number)
    if len(parts) == 2:
        return date(low, number, 1), date(low, number, days_in_month(low, number))
    day = date(low, number, int(parts[2]))
    return day, day


def _season(year: int, number: int) -> tuple[date, date]:
    if number == _WINTER:
        end = date.max if year == date.max.year else date(year + 1, 3, 1) - timedelta(days=1)
        return date(year, 1, 1), end
    first = 3 * (number - 20)
    return date(year, first, 1), date(year, first + 2, days_in_month(year, first + 2))


def _reach(span: tuple[date, date]) -> date:
    return span[0] if span[1] == date.max else span[1]


def _phrase(value: str) -> str:
    about = "about " if value.endswith("~") else ""
    year, *rest = value.rstrip("~").split("-")
    if year == _UNKNOWN_YEAR:
        return f"{about}{_named(rest)} (year not stated)"
    if "X" in year:
        return f"{about}the {year.replace('X', '0')}s"
    return f"{about}{_named(rest)} {year}" if rest else f"{about}{year}"


def _start_phrase(first: str, last: str) -> str:
    """Leave out of the start what the end says again: "8 to 14 January 2018"."""
    if "~" in first + last or len(first) != len(last) or first[:4] != last[:4]:
        return _phrase(first)
    rest = first.split("-")[1:]
    if len(rest) == 2 and first[:7] == last[:7]:
        return str(int(rest[1]))
    return _named(rest) if rest else first


def _named(rest: list[str]) -> str:
    number = int(rest[0])
    if number in _SEASONS:
        return _SEASONS[number]
    name = _MONTHS[number - 1]
    return f"{int(rest[1])} {name}" if len(rest) == 2 else name
