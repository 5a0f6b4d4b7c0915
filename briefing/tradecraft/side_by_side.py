"""Put two claims side by side in a few words, neutrally, without losing a hedge or a negation."""

from collections.abc import Collection
from typing import NamedTuple

from briefing.records.claims import Claim
from briefing.tradecraft.content_words import plain_words, stem
from briefing.tradecraft.hedges import find_hedges, has_negation
from briefing.tradecraft.shortening import shorten
from briefing.tradecraft.wording import decapitalize

_MAX_WORDS = 66  # docs/tradecraft.md, "Conflicts"
_MAX_SPEAKER_WORDS = 6
_ELISION = "…"


class Side(NamedTuple):
    """A claim, the source it is in, and the stems by which it differs from the other side."""

    claim: Claim
    source: str
    telling: Collection[str]


def set_side_by_side(sides: tuple[Side, Side], closing: str) -> str:
    """Return what two claims say, and a closing sentence, in at most 66 words.

    What is left out of a statement is shown by an ellipsis; hedges, negations and the words by
    which the two differ always stay.
    """
    introductions = [_introduction(side) for side in sides]
    if sides[0].source == sides[1].source:
        introductions[1] = introductions[1].replace(sides[1].source, f"{sides[1].source} also", 1)
    left = _MAX_WORDS - len(closing.split()) - sum(len(text.split()) for text in introductions)
    first = _excerpt(sides[0], max(left // 2, left - len(sides[1].claim.statement.split())))
    second = _excerpt(sides[1], left - len(first.split()))
    says = (f"{a} {b}." for a, b in zip(introductions, (first, second), strict=True))
    return " ".join((*says, closing)).strip()


def _introduction(side: Side) -> str:
    speaker = side.claim.speaker
    if speaker is None or speaker.name.lower() in side.claim.statement.lower():
        return f"{side.source} says"
    if len(speaker.name.split()) > _MAX_SPEAKER_WORDS:
        return f"{side.source}, citing others, says"
    return f"{side.source}, citing {speaker.name}, says"


def _excerpt(side: Side, max_words: int) -> str:
    text = shorten(side.claim.statement, max_words) or side.claim.statement
    text = decapitalize(" ".join(text.split())).rstrip(" .;:")
    words = text.split(" ")
    if len(words) <= max_words:
        return text
    needed = [n for n, kept in enumerate(_needed(text, side.telling)) if kept]
    kept = set(needed)
    # Neighbours first, so that what stays can be read; then from the start.
    near = [n + step for step in (-1, 1) for n in needed]
    for place in (*near, *range(len(words))):
        gaps = sum(1 for n in kept if n + 1 < len(words) and n + 1 not in kept)
        if len(kept) + gaps >= max_words:
            break
        if 0 <= place < len(words):
            kept.add(place)
    return _elided(words, kept)


def _needed(text: str, telling: Collection[str]) -> list[bool]:
    """Say of each word, as white space cuts them, whether the sense hangs on it."""
    hedged = [(hedge.start, hedge.end) for hedge in find_hedges(text)]
    needed: list[bool] = []
    start = 0
    for word in text.split(" "):
        end = start + len(word)
        in_hedge = any(a < end and start < b for a, b in hedged)
        tells = any(stem(part) in telling for part in plain_words(word))
        needed.append(in_hedge or tells or has_negation(word))
        start = end + 1
    return needed


def _elided(words: list[str], kept: Collection[int]) -> str:
    parts: list[str] = []
    for place, word in enumerate(words):
        if place in kept:
            parts.append(word.rstrip(",;:") if place + 1 not in kept else word)
        elif not parts or parts[-1] != _ELISION:
            parts.append(_ELISION)
    return " ".join(parts)
