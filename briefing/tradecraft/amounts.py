"""Amounts in a statement, as what they allow: limits, approximations and rounding included.

Two reports of one matter disagree on an amount only if nothing fits both: "at least 20" and 25
agree, and so do "about 200" and 210.
"""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from briefing.tradecraft.content_words import plain_words, stem
from briefing.tradecraft.numbers import Quantity, quantities
from briefing.tradecraft.numbers_lexicon import number_words, word_values

_LANGUAGES = ("en", "de", "es", "fr")
# A reporter's "about" covers a tenth either way, a round number a twentieth: 200 for 193 to 207.
_ABOUT, _ROUND = Decimal("0.1"), Decimal("0.05")
_ROUND_FROM = 100
_MAX_DIGITS = 24  # a longer figure is a code, not an amount


class Amount(NamedTuple):
    """A number with what it counts. Half-open span, code points.

    `low` and `high` are the limits of what the text allows, `None` where it sets none; both are
    `None` for words such as "hundreds". `unit` is the stem of what is counted, "" if the text
    does not say.
    """

    value: str
    unit: str
    low: Decimal | None
    high: Decimal | None
    start: int
    end: int

    def fits(self, other: "Amount") -> bool:
        """Tell whether some number satisfies both amounts, rounding allowed for."""
        slack = max(_rounding(self.value, other.value), _rounding(other.value, self.value))
        return _reaches(self, other, slack) and _reaches(other, self, slack)


def read_amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts of a text, in reading order; dates, ordinals and labels are none."""
    if not _may_count(text):
        return ()
    return tuple(
        _amount(quantity) for quantity in quantities(text) if len(quantity.value) <= _MAX_DIGITS
    )


def _may_count(text: str) -> bool:
    """Tell quickly whether a text can hold a number at all."""
    words = plain_words(text)
    return any(word[0].isdigit() for word in words) or not _number_words().isdisjoint(
        map(str.lower, words)
    )


@cache
def _number_words() -> frozenset[str]:
    lists = number_words()
    known = {*lists.magnitudes, *lists.plurals, *lists.fractions, "half", "dozen", "one", "couple"}
    return frozenset(known.union(*(word_values(language) for language in _LANGUAGES)))


def _amount(quantity: Quantity) -> Amount:
    low, high = _limits(quantity)
    counted = quantity.unit.split()
    unit = stem(counted[-1]) if counted else ""
    return Amount(quantity.value, unit, low, high, quantity.start, quantity.end)


def _limits(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    first, _, last = quantity.value.partition("-")
    if last and _is_number(first) and _is_number(last):
        return Decimal(first), Decimal(last)
    number = _number(quantity.value)
    if number is None:
        return None, None
    if quantity.bound == "at-least":
        return number, None
    if quantity.bound == "at-most":
        return None, number
    if quantity.bound == "about" or quantity.approximate:
        return number * (1 - _ABOUT), number * (1 + _ABOUT)
    return number, number


def _number(value: str) -> Decimal | None:
    """Return a canonical value as a number, `None` for words; a fraction is divided."""
    above, _, below = value.partition("/")
    if below and _is_number(above) and _is_number(below) and Decimal(below):
        return Decimal(above) / Decimal(below)
    return Decimal(value) if _is_number(value) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.replace(".", "", 1).isdigit()


def _reaches(one: Amount, other: Amount, slack: Decimal) -> bool:
    return one.low is None or other.high is None or one.low <= other.high + slack


def _rounding(value: str, other: str) -> Decimal:
    """Return how far a number may be off if it is round, or the other is given to more places."""
    if not _is_number(value) or not _is_number(other):
        return Decimal(0)
    number, exponent = Decimal(value), _last_place(value)
    if exponent <= 0 and exponent > _last_place(other):
        return Decimal(5).scaleb(exponent - 1)
    if exponent > 0 and number >= _ROUND_FROM:
        return number * _ROUND
    return Decimal(0)


def _last_place(value: str) -> int:
    """Return the power of ten of the last place given: -1 for 3.5, 2 for 200."""
    _, _, decimals = value.partition(".")
    return -len(decimals) if decimals else len(value) - len(value.rstrip("0"))
