"""The words that quantities are made of, and the code each has in the patterns of `numbers`."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from briefing.records.record import Record

Bound = Literal["exact", "about", "at-least", "at-most"]

# Class of word in `words/numbers.toml` → its code. Figures have codes by their length, because
# only groups of three digits can follow a separator: 1 (one or two), 3, 4, and 9 (more).
CODES: Final = {
    "percent": "P",
    "per": "c",
    "cent": "C",
    "article": "k",
    "and": "&",
    "of": "o",
    "to": ">",
    "between": "b",
    "vague": "s",
    "tens": "n",
    "scores": "R",
    "clock": "t",
    "hour_letter": "p",
    "ordinal": "h",
    "measure": "w",
    "of_currency": "y",
}
SMALL, TENS, ONE, MAGNITUDE, PLURAL = "U", "T", "O", "G", "V"
SUFFIX, HALF, FRACTION, FRACTIONS = "K", "A", "f", "F"
SIGN, CURRENCY, THIN_SPACE = "$", "u", "~"

_SIGNS = {sign: sign for sign in ".,-/:+()%#"} | {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "'": "'",
    "\u2019": "'",
    " ": "_",
    "\n": "_",
    "@": "@",
    "_": "@",
    "\u00a0": THIN_SPACE,
    "\u2007": THIN_SPACE,
    "\u2009": THIN_SPACE,
    "\u202f": THIN_SPACE,
}


class _Currency(Record):
    signs: dict[str, str]
    prefixes: dict[str, str]
    words: dict[str, str]


class _Bounds(Record):
    before: dict[Bound, tuple[str, ...]]
    after: dict[Bound, tuple[str, ...]]


class _Pronoun(Record):
    after: frozenset[str]
    before: frozenset[str]


class _List(Record):
    words: frozenset[str]


class _Endings(Record):
    not_plural: frozenset[str]


class NumberWords(Record):
    """`words/numbers.toml`, whose comments say what each list is for."""

    small: dict[str, dict[str, int]]
    tens: dict[str, dict[str, int]]
    magnitudes: dict[str, str]
    plurals: dict[str, str]
    suffixes: dict[str, str]
    fractions: dict[str, int]
    currency: _Currency
    words: dict[str, tuple[str, ...]]
    bounds: _Bounds
    labels: _List
    pronoun: _Pronoun
    stops: _List
    stops_elsewhere: _List
    endings: _Endings
    irregular: dict[str, str]


@cache
def number_words() -> NumberWords:
    """Return the word lists of numbers."""
    path = files("briefing.tradecraft") / "words" / "numbers.toml"
    return NumberWords.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def bounds_before() -> dict[tuple[str, ...], Bound]:
    """Return the phrases that stand before an amount, as lower-case words."""
    return _phrases(number_words().bounds.before)


@cache
def bound_words() -> frozenset[str]:
    """Return every word of `bounds_before`."""
    return frozenset(word for phrase in bounds_before() for word in phrase)


@cache
def bounds_after() -> dict[tuple[str, ...], Bound]:
    """Return the phrases that stand after an amount, as lower-case words."""
    return _phrases(number_words().bounds.after)


@cache
def word_values(language: str) -> dict[str, int]:
    """Return the value of every number word below a hundred, in lower case."""
    words = number_words()
    own = words.small.get(language, {})
    return words.small["en"] | words.tens["en"] | own


@cache
def token_codes(language: str) -> dict[str, str]:
    """Return the code of every token that means something to the grammar of quantities."""
    words = number_words()
    codes = _figures() | _SIGNS | dict.fromkeys(words.currency.signs, SIGN)
    for name, code in CODES.items():
        # "5g" is a weight and "5G" is not: units of measure are as they are written.
        exact = name in ("measure", "of_currency")
        codes |= (
            dict.fromkeys(words.words[name], code) if exact else _cased(words.words[name], code)
        )
    codes |= _cased(words.small["en"], SMALL) | _cased(words.tens["en"], TENS)
    codes |= _cased(words.small.get(language, {}), SMALL) | _cased(["one"], ONE)
    codes |= _cased(words.magnitudes, MAGNITUDE) | _cased(words.plurals, PLURAL)
    codes |= _cased(words.suffixes, SUFFIX) | _cased(["half"], HALF)
    codes |= _cased((w for w in words.fractions if w.endswith("s")), FRACTIONS)
    codes |= _cased((w for w in words.fractions if w[-1] not in "sf"), FRACTION)
    return codes | dict.fromkeys(words.currency.words, CURRENCY)


def _figures() -> dict[str, str]:
    codes = {str(number): "1" for number in range(100)}
    codes |= {f"{number:02}": "1" for number in range(100)}
    codes |= {f"{number:03}": "3" for number in range(1000)}
    return codes | {f"{number:04}": "4" for number in range(10_000)}


def _cased(words: Iterable[str], code: str) -> dict[str, str]:
    return {
        form: code for word in words for form in (word, word[:1].upper() + word[1:], word.upper())
    }


def _phrases(lists: dict[Bound, tuple[str, ...]]) -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for bound, phrases in lists.items() for phrase in phrases}
