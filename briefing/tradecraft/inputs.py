"""Read off a claim what the confidence table asks: how firm, how recent, how specific, what sort.

The rows are in `docs/tradecraft.md`, "Confidence"; the words in `words/responsibility.toml` and
`words/vagueness.toml`.
"""

import re
from collections.abc import Set
from datetime import date
from functools import cache

from briefing.records.claims import Claim
from briefing.records.findings import Directness, Origin
from briefing.tradecraft.confidence import Hedging, Recency, Specificity, Support
from briefing.tradecraft.content_words import fold, plain_words, stem
from briefing.tradecraft.dates_edtf import bounds
from briefing.tradecraft.hedges import find_hedges, strongest
from briefing.tradecraft.roots import PEOPLE
from briefing.tradecraft.speakers import directness
from briefing.tradecraft.word_lists import load_words, phrase_pattern

# What is said to be so, not to have happened: it ages.
_PRESENT_STATE = frozenset({"relationship", "assessment", "figure"})
_JUDGED = frozenset({"assessment", "forecast"})
_MISSING_IS_VAGUE = 2
_UNNAMED = frozenset({"anonymous-official", "anonymous", "unattributed"})


def support_of(claim: Claim, origin: Origin | None, age: Recency) -> Support:
    """Return what one claim brings to the table.

    Args:
        claim: A claim whose actors are known.
        origin: Where it comes from, `None` if nothing shows it.
        age: What `recency` says of it.
    """
    close = _directness(claim, origin)
    said = claim.kind == "statement" and close not in _UNNAMED
    hedging = _hedging(claim, said=said)
    unsure = claim.kind == "forecast" or claim.certainty == "possible"
    return Support(
        origin=origin.id if origin is not None and origin.name is not None else None,
        directness=close,
        hedging=hedging,
        recency=age,
        specificity=specificity(claim),
        possibility=hedging == "strong" or (unsure and not said),
        responsibility=is_about_responsibility(claim),
        speech_act=said,
        judgement=claim.kind in _JUDGED,
    )


def recency(claim: Claim, as_of: str) -> Recency:
    """Say whether a claim has a date of its own, and whether a present state is a year old.

    Args:
        claim: Any claim; without a year in its time it has no date.
        as_of: The ISO day from which age is counted.

    Raises:
        ValueError: `as_of` is no ISO day.
    """
    covered = bounds(claim.time.value) if claim.time is not None else None
    if covered is None:
        return "undated"
    today = date.fromisoformat(as_of)
    a_year_ago = today.replace(year=max(today.year - 1, date.min.year), day=min(today.day, 28))
    is_old = claim.kind in _PRESENT_STATE and covered[1] < a_year_ago
    return "old" if is_old else "dated"


def specificity(claim: Claim) -> Specificity:
    """Say how many of who, where and when a claim gives; what it says is always given."""
    has_year = claim.time is not None and bounds(claim.time.value) is not None
    given = (bool(claim.actors or claim.speaker), claim.place is not None, has_year)
    missing = given.count(False)
    if missing >= _MISSING_IS_VAGUE or _vague().search(claim.statement):
        return "vague"
    return "partial" if missing else "full"


def is_about_responsibility(claim: Claim) -> bool:
    """Tell whether a claim says who is responsible for an attack or a crime."""
    words = [fold(word) for word in plain_words(claim.statement)]
    stems = frozenset(map(stem, words))
    if not stems.isdisjoint(_listed("deeds")) and not stems.isdisjoint(_listed("blame")):
        return True
    return any(
        stem(word) in _listed("crimes") and _has_doer(words, place)
        for place, word in enumerate(words)
    )


def _directness(claim: Claim, origin: Origin | None) -> Directness:
    """Class the speaker by the claim's own words, or by the origin where those point elsewhere.

    The article's voice, a pronoun that was resolved, and a person's last name alone, which reads
    like that of a body, say less than their origin.
    """
    if claim.speaker is None:
        return origin.directness if origin is not None else "unattributed"
    close = directness(claim.speaker.name, claim.via, claim.verb)
    if origin is None:
        return close
    resolved = close in _UNNAMED and claim.speaker.actor is not None
    last_name = close == "institution" and origin.directness in PEOPLE
    return origin.directness if resolved or last_name else close


def _hedging(claim: Claim, *, said: bool) -> Hedging:
    """Class the hedges; of what somebody said, only those on the saying count."""
    if not said:
        return strongest(claim.hedges)
    place = claim.statement.find(claim.verb) if claim.verb else -1
    before = claim.statement[: max(place, 0)]
    return strongest(hedge.text for hedge in find_hedges(before))


def _has_doer(words: list[str], place: int) -> bool:
    """Tell an active verb, or a passive with "by", from a passive that names nobody."""
    if words[place + 1 : place + 2] == ["by"] or "by" in words[place + 1 : place + 4]:
        return True
    before: Set[str] = set(words[max(0, place - 3) : place])
    return place > 0 and before.isdisjoint(load_words("roles")["passive"])


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load_words("responsibility")[key])


@cache
def _vague() -> re.Pattern[str]:
    return phrase_pattern(load_words("vagueness")["phrases"])
