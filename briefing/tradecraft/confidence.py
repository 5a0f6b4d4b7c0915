"""Confidence in a claim or judgement: points from a table, then caps, of which the lowest wins.

Pure rules over a few inputs, as `docs/tradecraft.md`, "Confidence", prints them. Each input takes
its best value over the supporting claims, so a further one never lowers the level; contradiction
is an input of its own, so a conflict or a denial never raises it.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from briefing.records.claims import Cap, Confidence, Level
from briefing.records.findings import Directness
from briefing.records.record import Record
from briefing.tradecraft.standing import DIRECTNESS_POINTS

Hedging = Literal["none", "weak", "strong"]
Contradiction = Literal["none", "tension", "conflict"]
Recency = Literal["dated", "old", "undated"]
Specificity = Literal["full", "partial", "vague"]

LEVELS: tuple[Level, ...] = ("low", "moderate", "high")
_HIGH, _MODERATE = 4, 1  # points from which a level is reached
_ORIGIN_POINTS = (-1, 0, 2, 3)  # none known, one, two, three or more
_HEDGING_POINTS: dict[Hedging, int] = {"none": 0, "weak": -1, "strong": -2}
_CONTRADICTION_POINTS: dict[Contradiction, int] = {"none": 0, "tension": -1, "conflict": -2}
_RECENCY_POINTS: dict[Recency, int] = {"dated": 0, "old": -1, "undated": -1}
_SPECIFICITY_POINTS: dict[Specificity, int] = {"full": 1, "partial": 0, "vague": -1}

_WEAK = frozenset({"anonymous-official", "anonymous", "unattributed", "party"})
_ON_RECORD = frozenset({"recording", "document", "on-record", "institution"})

_ORIGIN_REASONS = ("origin unknown", "one origin", "two origins", "three or more origins")
_DIRECTNESS_REASONS: dict[Directness, str] = {
    "recording": "original recording",
    "document": "original document",
    "on-record": "named speaker on record",
    "institution": "named institution",
    "specialist": "specialist body",
    "agency": "news agency",
    "expert": "named expert",
    "author": "author's own account",
    "anonymous-official": "unnamed officials",
    "anonymous": "unnamed sources",
    "unattributed": "no source named",
    "party": "a party's own claim",
}
_RECENCY_REASONS: dict[Recency, str] = {
    "dated": "",
    "old": "older than 12 months",
    "undated": "no date",
}
_SPECIFICITY_REASONS: dict[Specificity, str] = {
    "full": "specific",
    "partial": "",
    "vague": "few details",
}


class Support(Record):
    """What one claim brings. `origin` is `None` if it is not known by name.

    `possibility`: a forecast, a condition, speculation or a strong hedge. `responsibility`: it
    says who is responsible for an attack or a crime. `speech_act`: only that somebody said it
    is claimed. `judgement`: it judges, and an expert's word counts for more.
    """

    origin: str | None
    directness: Directness
    hedging: Hedging = "none"
    recency: Recency = "undated"
    specificity: Specificity = "partial"
    possibility: bool = False
    responsibility: bool = False
    speech_act: bool = False
    judgement: bool = False


class Sourcing(Record):
    """What several claims bring together: the inputs of the table. `origins` counts known ones."""

    origins: int
    directness: Directness
    directness_points: int
    on_record: bool
    weak_only: bool
    hedging: Hedging
    contradiction: Contradiction
    recency: Recency
    specificity: Specificity
    possibility: bool
    responsibility: bool
    speech_act: bool


def pool(supports: Sequence[Support], contradiction: Contradiction = "none") -> Sourcing:
    """Bring supporting claims together: each input takes its best value.

    Args:
        supports: At least one.
        contradiction: What speaks against the matter, whoever supports it.

    Raises:
        ValueError: `supports` is empty: nothing supports what nobody says.
    """
    best = max(supports, key=_direct)
    return Sourcing(
        origins=len({support.origin for support in supports} - {None}),
        directness=best.directness,
        directness_points=_direct(best),
        on_record=any(
            support.origin is not None and support.directness in _ON_RECORD for support in supports
        ),
        weak_only=all(support.directness in _WEAK for support in supports),
        hedging=max((s.hedging for s in supports), key=_HEDGING_POINTS.__getitem__),
        contradiction=contradiction,
        recency=max((s.recency for s in supports), key=_RECENCY_POINTS.__getitem__),
        specificity=max((s.specificity for s in supports), key=_SPECIFICITY_POINTS.__getitem__),
        possibility=all(support.possibility for support in supports),
        responsibility=all(support.responsibility for support in supports),
        speech_act=all(support.speech_act for support in supports),
    )


def grade(sourcing: Sourcing) -> Confidence:
    """Return level, points, reasons and the lowest cap that applies, by the table."""
    known = min(sourcing.origins, 3)
    points = (
        _ORIGIN_POINTS[known]
        + sourcing.directness_points
        + _HEDGING_POINTS[sourcing.hedging]
        + _CONTRADICTION_POINTS[sourcing.contradiction]
        + _RECENCY_POINTS[sourcing.recency]
        + _SPECIFICITY_POINTS[sourcing.specificity]
    )
    level: Level = "high" if points >= _HIGH else "moderate" if points >= _MODERATE else "low"
    caps = tuple(_caps(sourcing))
    cap, highest = min(caps, key=lambda pair: LEVELS.index(pair[1]), default=(None, level))
    return Confidence(
        level=lower(level, highest), points=points, reasons=tuple(_reasons(sourcing)), cap=cap
    )


def contradiction_of(confidence: Confidence) -> Contradiction:
    """Return the contradiction that a grade was given with, from its reasons."""
    found: tuple[Contradiction, ...] = ("conflict", "tension")
    return next((one for one in found if one in confidence.reasons), "none")


def recency_of(confidence: Confidence) -> Recency:
    """Return the recency that a grade was given with, from its reasons."""
    found: tuple[Recency, ...] = ("undated", "old")
    return next((one for one in found if _RECENCY_REASONS[one] in confidence.reasons), "dated")


def worse(one: Contradiction, other: Contradiction) -> Contradiction:
    """Return the graver of two contradictions."""
    return min(one, other, key=_CONTRADICTION_POINTS.__getitem__)


def lower(level: Level, other: Level) -> Level:
    """Return the lower of two levels."""
    return min(level, other, key=LEVELS.index)


def raised(level: Level) -> Level:
    """Return the next higher level, or the highest."""
    return LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)]


def _direct(support: Support) -> int:
    """Return the points for directness: a named expert has one for a judgement."""
    if support.directness == "expert" and support.judgement:
        return 1
    return DIRECTNESS_POINTS[support.directness]


def _caps(sourcing: Sourcing) -> Iterator[tuple[Cap, Level]]:
    """Yield the caps that apply; among equals the first is named."""
    corroborated = sourcing.origins >= 2
    if sourcing.contradiction == "conflict":
        yield "conflict", "low"
    if sourcing.possibility:
        yield "possibility", "low"
    if sourcing.weak_only:
        yield "weak-origins", "low"
    if sourcing.responsibility and not (corroborated and sourcing.on_record):
        yield "responsibility", "low"
    if not corroborated:
        yield "one-origin", "moderate"
    if not sourcing.on_record or sourcing.contradiction != "none" or sourcing.recency == "undated":
        yield "high-bar", "moderate"


def _reasons(sourcing: Sourcing) -> Iterator[str]:
    if sourcing.speech_act:
        yield "that it was said"
    yield _ORIGIN_REASONS[min(sourcing.origins, 3)]
    yield _DIRECTNESS_REASONS[sourcing.directness]
    if sourcing.hedging != "none":
        yield f"{sourcing.hedging} hedge"
    if sourcing.contradiction != "none":
        yield sourcing.contradiction
    named = (_RECENCY_REASONS[sourcing.recency], _SPECIFICITY_REASONS[sourcing.specificity])
    yield from (reason for reason in named if reason)
