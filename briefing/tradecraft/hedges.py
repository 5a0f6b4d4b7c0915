"""Hedges: the words by which a text says how far it stands behind a statement.

The classes and what each costs are in `docs/tradecraft.md`, "Hedges"; the words are in
`words/hedges.toml`.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from briefing.records.drafts import Certainty
from briefing.records.record import Record
from briefing.tradecraft.word_lists import load_words, phrase_pattern

Strength = Literal["weak", "strong"]
_MONTH_AFTER = re.compile(r"(?:in|of|by|since|until|last|next|on|early|late|mid|\d)[\s-]+$", re.I)
_NEGATION = re.compile(
    r"(?<![\w-])(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without"
    r"|denie[sd]|deny|denying|fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing)|\w+n['’]t)(?![\w-])",
    re.IGNORECASE,
)


class Hedge(Record):
    """A weakening word in a text. Half-open span, code points."""

    text: str
    strength: Strength
    start: int
    end: int


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    words = load_words("hedges")
    every = phrase_pattern((*words["weak"], *words["strong"]))
    return every, phrase_pattern(words["not_a_hedge"]), frozenset(words["strong"])


def find_hedges(text: str) -> tuple[Hedge, ...]:
    """Find the hedges of an English text, in reading order, without overlap."""
    every, excused, strong = _patterns()
    excuses = [match.span() for match in excused.finditer(text)]
    found: list[Hedge] = []
    for match in every.finditer(text):
        start, end = match.span()
        if any(a <= start < b for a, b in excuses) or _is_month(text, match):
            continue
        plain = " ".join(match.group().lower().replace("’", "'").split())
        strength: Strength = "strong" if plain in strong else "weak"
        found.append(Hedge(text=match.group(), strength=strength, start=start, end=end))
    return tuple(found)


def strongest(hedges: Iterable[str]) -> Literal["none", "weak", "strong"]:
    """Return the strongest class among hedge words, as `find_hedges` would class them."""
    best: Literal["none", "weak", "strong"] = "none"
    for word in hedges:
        for hedge in find_hedges(word):
            if hedge.strength == "strong":
                return "strong"
            best = "weak"
    return best


_CERTAINTY: dict[str, Certainty] = {"none": "certain", "weak": "probable", "strong": "possible"}


def certainty(hedges: Iterable[str]) -> Certainty:
    """Return how firmly something is put, given the hedges it is put with."""
    return _CERTAINTY[strongest(hedges)]


def has_negation(text: str) -> bool:
    """Tell whether an English text holds a word of negation, denial or refusal."""
    return _NEGATION.search(text) is not None


@cache
def denial_pattern() -> re.Pattern[str]:
    """Return the pattern of verbs by which somebody denies something."""
    return phrase_pattern(load_words("hedges")["denial"])


def _is_month(text: str, match: re.Match[str]) -> bool:
    if match.group() != "May":
        return False
    after = text[match.end() : match.end() + 6].lstrip()
    before = text[max(0, match.start() - 8) : match.start()]
    return after[:1].isdigit() or after.startswith("of ") or bool(_MONTH_AFTER.search(before))
