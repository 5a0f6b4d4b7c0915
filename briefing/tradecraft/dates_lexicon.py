"""The words that dates are made of: which code each has, and which number it stands for.

`CODES` is the alphabet that the patterns of `dates_grammar` are written in.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from briefing.records.record import Record

# Class of word in `words/dates.toml` → its code. Numbers, white space and signs have codes too:
# D 1 to 31, N 32 to 999, Y 1000 to 2099, and what `lexing.lex` gives the rest.
CODES: Final[Mapping[str, str]] = {
    "weekend": "E",
    "day_part": "P",
    "deictic": "t",
    "last": "L",
    "this": "T",
    "next": "X",
    "recent": "R",
    "anaphoric": "v",
    "that": "z",
    "ago": "A",
    "later": "a",
    "early": "q",
    "edge": "Q",
    "of": "o",
    "from_foreign": "e",
    "the": "d",
    "article": "k",
    "determiner": "g",
    "in": "i",
    "preposition": "p",
    "to": ">",
    "and": "&",
    "about": "c",
    "between": "j",
    "ordinal": "h",
    "plural": "#",
    "year_verb": "b",
    "so": "s",
    "far": "r",
}
MONTH, AMBIGUOUS_MONTH, GUARDED_MONTH = "M", "m", "F"
WEEKDAY, GUARDED_WEEKDAY = "W", "B"
SEASON, FALL = "S", "f"
COUNT, UNIT, SHORT_UNIT, COUNTED = "C", "U", "u", "n"
DAY_NUMBER, SMALL_NUMBER, YEAR = "D", "N", "Y"

_SIGNS = {sign: sign for sign in ".,-/()%$:"} | {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "'": "'",
    "\u2019": "'",
    "\u00a3": "$",
    "\u20ac": "$",
    "+": "%",
    " ": "_",
    "\n": "_",
}


class _Months(Record):
    plain: dict[str, int]
    ambiguous: dict[str, int]
    foreign: dict[str, int]


class _Weekdays(Record):
    plain: dict[str, int]
    before_date: dict[str, int]


class _Units(Record):
    short: dict[str, str]
    long: dict[str, str]


class _Names(Record):
    before: frozenset[str]
    after: frozenset[str]
    events: frozenset[str]


class DateWords(Record):
    """`words/dates.toml`, whose comments say what each list is for."""

    months: _Months
    weekdays: _Weekdays
    seasons: dict[str, int]
    counts: dict[str, int]
    units: _Units
    words: dict[str, tuple[str, ...]]
    names: _Names
    counted: tuple[str, ...]
    not_plural: frozenset[str]

    def month_numbers(self) -> dict[str, int]:
        """Return the number of every month name and abbreviation, in lower case."""
        return _lowered(self.months.plain, self.months.ambiguous, self.months.foreign)

    def weekday_numbers(self) -> dict[str, int]:
        """Return the number of every weekday, 1 for Monday, in lower case."""
        return _lowered(self.weekdays.plain, self.weekdays.before_date)


@cache
def date_words() -> DateWords:
    """Return the word lists of dates."""
    path = files("briefing.tradecraft") / "words" / "dates.toml"
    return DateWords.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def month_numbers() -> dict[str, int]:
    """Return `DateWords.month_numbers`, made once."""
    return date_words().month_numbers()


@cache
def token_codes() -> dict[str, str]:
    """Return the code of every token that means something to the grammar of dates.

    Later entries win. A month that is also another word ("may", "March") is known with a
    capital only; in capitals, and in other languages, it needs a day or a year beside it.
    """
    words = date_words()
    codes = _numbers() | _SIGNS
    for name, code in CODES.items():
        codes |= _cased(words.words[name], code)
    codes |= dict.fromkeys(words.counted, COUNTED)
    codes |= _cased(words.seasons, SEASON) | _cased(["fall"], FALL)
    codes |= _cased(words.counts, COUNT)
    codes |= _cased(_both_numbers(words.units.long), UNIT)
    codes |= _cased(_both_numbers(words.units.short), SHORT_UNIT)
    codes |= _cased(words.months.foreign, GUARDED_MONTH)
    codes |= _cased(words.weekdays.before_date, GUARDED_WEEKDAY, lower=False)
    codes |= {name.upper(): GUARDED_MONTH for name in words.months.ambiguous}
    codes |= dict.fromkeys(words.months.ambiguous, AMBIGUOUS_MONTH)
    codes |= _cased(words.months.plain, MONTH) | _cased(words.weekdays.plain, WEEKDAY)
    return codes


def _numbers() -> dict[str, str]:
    years = {str(year): YEAR for year in range(1000, 2100)}
    small = {str(number): SMALL_NUMBER for number in range(32, 1000)}
    days = {str(day): DAY_NUMBER for day in range(1, 32)}
    return years | small | days | {f"0{day}": DAY_NUMBER for day in range(1, 10)}


def _both_numbers(units: Mapping[str, str]) -> tuple[str, ...]:
    return (*units.keys(), *units.values())


def _cased(words: Iterable[str], code: str, *, lower: bool = True) -> dict[str, str]:
    codes: dict[str, str] = {}
    for word in words:
        codes |= {word[:1].upper() + word[1:]: code, word.upper(): code}
        if lower or word[:1].islower():
            codes[word.lower()] = code
    return codes


def _lowered(*tables: Mapping[str, int]) -> dict[str, int]:
    return {name.lower(): number for table in tables for name, number in table.items()}
