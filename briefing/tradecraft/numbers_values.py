"""What the tokens of a quantity come to: a canonical number, and the unit it is counted in."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from briefing.tradecraft import numbers_lexicon as lexicon
from briefing.tradecraft.numbers_grammar import DECIMAL_COMMA, figures

_FIGURES = "1349"
_MAX_FIGURES = 18  # More are an identifier, not a number that anyone counted.
_MAX_WORDS = 6  # How far from its number a counted noun may stand.
_OPENING = frozenset("\"'«»„“‘‹(")
_AMOUNT_CODES = f"{_FIGURES}UTOGkA"


def amount(tokens: Sequence[str], codes: str, language: str) -> Decimal | None:
    """Return the number that the tokens of one amount write, `None` if it is none ("007")."""
    start = next((i for i, code in enumerate(codes) if code in _AMOUNT_CODES), len(codes))
    if codes.startswith("k$", start):
        start += 2
    match = _compiled(language).match(codes, start)
    if match is None:
        return _in_words(tokens[start:], codes[start:], language)
    number = _in_figures("".join(tokens[start : match.end()]), language)
    scale = magnitude(tokens[match.end() :], codes[match.end() :])
    return None if number is None else number * (scale or 1)


def magnitude(tokens: Sequence[str], codes: str) -> Decimal | None:
    """Return what the first "million", "bn" or "k" multiplies by."""
    words = lexicon.number_words()
    known = words.magnitudes | words.plurals | words.suffixes
    for token, code in zip(tokens, codes, strict=True):
        if code in lexicon.MAGNITUDE + lexicon.PLURAL + lexicon.SUFFIX:
            return Decimal(known[token.lower()])
    return None


def canonical(number: Decimal) -> str:
    """Write a number as plain digits, without superfluous zeros: `3500000`, `2.5`."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def fraction(tokens: Sequence[str], codes: str, language: str) -> str:
    """Return `2/3` for "two-thirds"."""
    words = lexicon.number_words()
    lower = words.fractions[tokens[-1].lower()]
    upper = _in_words(tokens[:-1], codes[:-1], language) or 1
    return f"{upper}/{lower}"


def vague(tokens: Sequence[str], codes: str) -> str:
    """Return the plural words themselves: `hundreds`, `tens of thousands`."""
    if codes[0] == "s":
        last = tokens[-1].lower()
        return last if codes[-1] == lexicon.PLURAL else f"{last}s"
    kept = [t.lower() for t, code in zip(tokens, codes, strict=True) if code not in "k_"]
    return " ".join(kept)


def money(tokens: Sequence[str], codes: str) -> str | None:
    """Return the lower-case ISO 4217 code of the currency that an amount names."""
    currency = lexicon.number_words().currency
    for index, code in enumerate(codes):
        if code == lexicon.CURRENCY:
            return currency.words[tokens[index]]
        if code == lexicon.SIGN:
            sign = currency.signs[tokens[index]]
            prefix = tokens[index - 1] if index and sign == "usd" else ""
            return currency.prefixes.get(prefix, sign)
    return None


def noun(following: Sequence[str], language: str, *, singular: bool) -> str:
    """Return the counted noun among the tokens after a number, "" if there is none.

    In English the last of the first plurals ("four US special forces"), because what stands
    between is adjectives; after "one" the last word before a verb or preposition. In German
    the first word with a capital, in other languages the next word.
    """
    words = _words_until_stop(following, language)
    if not words:
        return ""
    if language == "de":
        return next((word for word in words if word[:1].isupper()), words[0]).lower()
    if language in DECIMAL_COMMA:
        return words[0].lower()
    if singular:
        return next((w for w in reversed(words) if not w.endswith("ed")), words[0]).lower()
    plurals = [index for index, word in enumerate(words) if _is_plural(word)]
    if not plurals:
        return next((w for w in words if not w.endswith(("ed", "ing"))), words[0]).lower()
    last = plurals[0]
    while last + 1 in plurals:
        last += 1
    compound = words[last - 1 : last] == ["percentage"]
    return f"percentage {lemma(words[last])}" if compound else lemma(words[last])


def lemma(word: str) -> str:
    """Return the singular of an English noun, by its ending."""
    lower = word.lower()
    irregular = lexicon.number_words().irregular
    if lower in irregular:
        return irregular[lower]
    if not _is_plural(lower):
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return f"{lower[:-3]}y"
    if lower.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return lower[:-2]
    return lower[:-1]


def _words_until_stop(following: Sequence[str], language: str) -> list[str]:
    words = lexicon.number_words()
    stops = words.stops.words
    if language in DECIMAL_COMMA:
        stops = words.stops_elsewhere.words
    found: list[str] = []
    for token in following:
        if token.isspace() or token == "-" or _is_within_phrase(token, found):
            continue
        if not token.isalpha() or token.lower() in stops or len(found) == _MAX_WORDS:
            break
        found.append(token)
    return found


def _is_within_phrase(sign: str, found: Sequence[str]) -> bool:
    """Say whether a noun may follow the sign: the points of "U.S.", an opening quotation mark."""
    if not found:
        return sign in _OPENING
    return sign == "." and len(found[-1]) == 1


def _is_plural(word: str) -> bool:
    words = lexicon.number_words()
    if word in words.irregular:
        return True
    return (
        word[1:].islower()
        and len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in words.endings.not_plural
    )


@cache
def _compiled(language: str) -> re.Pattern[str]:
    return re.compile(figures(language))


def _in_figures(text: str, language: str) -> Decimal | None:
    decimal = "," if language in DECIMAL_COMMA else "."
    whole, _, part = text.partition(decimal) if text.count(decimal) == 1 else (text, "", "")
    digits = "".join(char for char in whole if char.isdecimal())
    if len(digits) + len(part) > _MAX_FIGURES or (len(digits) > 1 and digits[0] == "0"):
        return None
    return Decimal(f"{digits}.{part}" if part else digits)


def _in_words(tokens: Sequence[str], codes: str, language: str) -> Decimal:
    """Add up number words: what is below a thousand first, then each magnitude."""
    values = lexicon.word_values(language)
    magnitudes = lexicon.number_words().magnitudes
    total, current = Decimal(0), Decimal(0)
    for token, code in zip(tokens, codes, strict=True):
        if code in "UTO":
            current += values[token.lower()]
        elif code == lexicon.HALF:
            current += Decimal("0.5")
        elif code == lexicon.MAGNITUDE:
            scaled = (current or 1) * Decimal(magnitudes[token.lower()])
            total, current = (total, scaled) if scaled < 1000 else (total + scaled, Decimal(0))
    return total + current
