"""Find the quantities in running text: how many of what, and how exactly.

Dates are none ("in 2014", "two years ago"), nor are ordinals, times, telephone numbers, and
labels ("COVID-19", "G7", "Boeing 737"). The patterns: `numbers_grammar`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from briefing.records.record import Record
from briefing.tradecraft import dates
from briefing.tradecraft import numbers_lexicon as lexicon
from briefing.tradecraft import numbers_values as values
from briefing.tradecraft.lexing import SIGN, Lexed, blocks, lex
from briefing.tradecraft.numbers_grammar import quantity_pattern
from briefing.tradecraft.numbers_lexicon import Bound

__all__ = ["Quantity", "quantities"]

_MAX_BOUND_WORDS = 4
_OF = re.compile("[_~]o[_~]")
_OF_THESE = frozenset({"the", "all", "its", "their", "his", "her", "our", "these", "those"})
_LOOK_AHEAD = 14  # Tokens after a number among which its noun is looked for.


class Quantity(Record):
    """An amount in a text. `text == whole[start:end]`, half-open, code points.

    The span holds the number with its currency or percent sign, not the noun and not the
    words before it. `value` is canonical: `10000`, `2.5`, a range `3-5`, a fraction `2/3`, or
    for amounts of unknown size the words: `hundreds`, `tens of thousands`. `unit` is
    `percent`, a currency (`usd`), or the noun that is counted, in lower case and where
    possible in the singular; `""` if none follows.
    """

    start: int
    end: int
    text: str
    value: str
    unit: str
    approximate: bool
    bound: Bound = "exact"


def quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """Find the quantities in a text.

    Args:
        text: Any string.
        language: ISO 639-1 code of the text. German, French, Spanish and their neighbors write
            2.500,75; German, French and Spanish number words are known as well.

    Returns:
        In reading order, without overlap; `()` for a text without quantities.
    """
    found: list[Quantity] = []
    mentions = dates.mentions(text, language)
    starts = [mention.start for mention in mentions]
    for offset, block in blocks(text):
        lexed = lex(block, lexicon.token_codes(language), offset)
        low, high = bisect_left(starts, offset), bisect_left(starts, offset + len(block))
        found += _quantities_in(_without(lexed, mentions[low:high]), language)
    return tuple(found)


def _without(lexed: Lexed, mentions: tuple[dates.DateMention, ...]) -> Lexed:
    """Blot out the tokens of dates: to the patterns they are signs."""
    pieces: list[str] = []
    place = 0
    for mention in mentions:
        first = bisect_left(lexed.offsets, mention.start)
        last = bisect_left(lexed.offsets, mention.end)
        pieces += (lexed.codes[place:first], SIGN * (last - first))
        place = last
    return lexed._replace(codes="".join((*pieces, lexed.codes[place:])))


def _quantities_in(lexed: Lexed, language: str) -> Iterator[Quantity]:
    pattern = quantity_pattern(language)
    place = 0
    while (match := pattern.search(lexed.codes, place)) is not None:
        place = match.end()
        reading = None if _is_none(lexed, match) else _read(lexed, match, language)
        if reading is not None:
            place = reading.end
            yield _quantity(lexed, reading, language)


class _Reading(NamedTuple):
    """What a match comes to, and the tokens that say so."""

    start: int
    end: int
    value: str
    codes: str


def _is_none(lexed: Lexed, match: re.Match[str]) -> bool:
    """Say whether figures or number words count nothing: times, labels, "one" as a pronoun."""
    rule, (first, last) = match.lastgroup or "", match.span()
    before = lexed.tokens[first - 2] if first > 1 and lexed.codes[first - 1] in "_.~" else ""
    if before == "." and first > 2:
        before = lexed.tokens[first - 3]
    words = lexicon.number_words()
    if rule.startswith("skip") or before in words.labels.words:
        return True
    after = "".join(lexed.tokens[last + 1 : last + 2]) if lexed.codes.startswith("_", last) else ""
    if match.group() != lexicon.ONE:
        return before[:1].isupper() and dates.is_named_day(before, after)
    # "One says": a verb, because a noun would have no ending after "one".
    pronoun = not after or after in words.pronoun.after or after.endswith("s")
    return pronoun or before.lower() in words.pronoun.before


def _read(lexed: Lexed, match: re.Match[str], language: str) -> _Reading | None:
    rule, (first, last) = match.lastgroup, match.span()
    tokens, codes = lexed.tokens[first:last], match.group()
    if rule == "fraction":
        return _Reading(first, last, values.fraction(tokens, codes, language), codes)
    if rule == "vague":
        return _Reading(first, last, values.vague(tokens, codes), codes)
    if rule in ("between", "range"):
        ends = ("low", "high") if rule == "between" else ("from", "to")
        return _read_range(lexed, match, ends, language)
    number = values.amount(tokens, codes, language)
    return None if number is None else _Reading(first, last, values.canonical(number), codes)


def _read_range(
    lexed: Lexed, match: re.Match[str], ends: tuple[str, str], language: str
) -> _Reading | None:
    """Read "3-5", or the first number alone where the second is not greater.

    "3-1" is a score, and nothing is counted in "2-3" either unless a unit follows.
    """
    (first, middle), (second, last) = match.span(ends[0]), match.span(ends[1])
    low = values.amount(lexed.tokens[first:middle], match[ends[0]], language)
    high = values.amount(lexed.tokens[second:last], match[ends[1]], language)
    if low is None or high is None:
        return None
    # "two to three million": the magnitude is said once and meant twice.
    scale = values.magnitude(lexed.tokens[second:last], match[ends[1]])
    if scale and low < high / scale:
        low *= scale
    joined = lexed.codes[middle:second] == "-"
    if low < high:
        value = f"{values.canonical(low)}-{values.canonical(high)}"
        reading = _Reading(match.start(), match.end(), value, match.group())
        return reading if not joined or _unit(lexed, reading, language) else None
    if joined:
        return None
    return _Reading(first, middle, values.canonical(low), match[ends[0]])


def _quantity(lexed: Lexed, reading: _Reading, language: str) -> Quantity:
    first, last = reading.start, reading.end
    bound = _bound(lexed, first, last)
    if bound == "exact" and not reading.value[:1].isdigit():
        bound = "about"
    return Quantity(
        start=lexed.offsets[first],
        end=lexed.offsets[last],
        text="".join(lexed.tokens[first:last]),
        value=reading.value,
        unit=_unit(lexed, reading, language),
        approximate=bound != "exact",
        bound=bound,
    )


def _unit(lexed: Lexed, reading: _Reading, language: str) -> str:
    codes, last = reading.codes, reading.end
    if codes[-1] in "%P" or codes.endswith("C"):
        return "percent"
    currency = values.money(lexed.tokens[reading.start : last], codes)
    if currency is not None:
        return currency
    if lexed.codes.startswith("w", last):
        return lexed.tokens[last]
    compound = lexed.codes.startswith("-", last)
    start = _after_of(lexed, last)
    following = lexed.tokens[start : start + (2 if compound else _LOOK_AHEAD)]
    return values.noun(following, language, singular=compound or reading.value == "1")


def _after_of(lexed: Lexed, last: int) -> int:
    """Skip "+", and "of the" in "two-thirds of the voters", but not "of" in "10 of them"."""
    last += lexed.codes.startswith("+", last)
    if _OF.match(lexed.codes, last) is None:
        return last
    last += 3
    following = lexed.tokens[last] if last < len(lexed.tokens) else ""
    return last + (following.lower() in _OF_THESE)


def _bound(lexed: Lexed, first: int, last: int) -> Bound:
    """Return what the words around an amount say about how exact it is."""
    if lexed.codes.startswith("+", last):
        return "at-least"
    if lexed.codes.startswith("_", last):
        after = tuple(token.lower() for token in lexed.tokens[last + 1 : last + 4 : 2])
        known = lexicon.bounds_after()
        if after in known or after[:1] in known:
            return known.get(after) or known[after[:1]]
    return _bound_before(lexed, first)


def _bound_before(lexed: Lexed, first: int) -> Bound:
    before: tuple[str, ...] = ()
    found: Bound = "exact"
    while len(before) < _MAX_BOUND_WORDS and first > 1 and lexed.codes[first - 1] in "_~":
        first -= 2
        word = lexed.tokens[first].lower()
        if word not in lexicon.bound_words():
            break
        before = (word, *before)
        found = lexicon.bounds_before().get(before, found)
    return found
