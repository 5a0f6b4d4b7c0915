"""Stage `assessment`: grade claims and findings by rule. A model never writes a grade.

The tables are in `docs/tradecraft.md`, "Confidence" and "Grades".
"""

import hashlib
from collections.abc import Sequence, Set
from functools import reduce
from typing import NamedTuple

from briefing.records.claims import AssessedClaim, Claim, Confidence
from briefing.records.findings import Conflict, Finding, Group, Origin, Traced
from briefing.tradecraft.confidence import (
    LEVELS,
    Contradiction,
    Sourcing,
    Support,
    contradiction_of,
    grade,
    lower,
    pool,
    raised,
    recency_of,
    worse,
)
from briefing.tradecraft.content_words import fold, plain_words
from briefing.tradecraft.credibility import Opposition, rate
from briefing.tradecraft.hedges import denial_pattern
from briefing.tradecraft.inputs import recency, support_of
from briefing.tradecraft.standing import DIRECTNESS_POINTS


class _Case(NamedTuple):
    """All that bears on the claims of one group."""

    supports: tuple[Support, ...]
    sourcing: Sourcing
    opposition: Opposition


class _Ground:
    """Look-ups over one set of claims: their origins, their groups, and what opposes them."""

    def __init__(
        self,
        claims: Sequence[Claim],
        groups: Sequence[Group],
        traced: Traced,
        conflicts: Sequence[Conflict],
    ) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self._group = {claim: group for group in groups for claim in group.claims}
        self._origins = {origin.id: origin for origin in traced.origins}
        self._of = traced.of
        self._against: dict[str, list[tuple[Conflict, str]]] = {}
        for conflict in conflicts:
            for claim in conflict.claims:
                lead = self._group[claim].lead
                others = [other for other in conflict.claims if other != claim]
                self._against.setdefault(lead, []).extend((conflict, other) for other in others)

    def origin(self, claim: str) -> Origin | None:
        return self._origins.get(self._of.get(claim) or "")

    def against(self, group: Group) -> tuple[tuple[Conflict, tuple[Claim, ...]], ...]:
        """Return the conflicts of a group, each with the claims of the other side."""
        return tuple(
            (conflict, tuple(self.claims[claim] for claim in self._group[other].claims))
            for conflict, other in self._against.get(group.lead, ())
        )


def assess(
    claims: Sequence[Claim],
    groups: Sequence[Group],
    traced: Traced,
    conflicts: Sequence[Conflict],
    as_of: str,
) -> tuple[tuple[AssessedClaim, ...], tuple[Finding, ...]]:
    """Grade claims by themselves, and groups of claims that say the same as findings.

    Args:
        claims: Every claim of the groups, once.
        groups: What says the same.
        traced: Where the claims come from.
        conflicts: Open conflicts; one that touches a claim touches its group.
        as_of: The ISO day from which age is counted.

    Returns:
        The claims in their order, and a finding for each group. The credibility of a claim is
        that of its finding: it grades the information, and confidence the sourcing.
    """
    ground = _Ground(claims, groups, traced, conflicts)
    assessed: dict[str, AssessedClaim] = {}
    findings: list[Finding] = []
    for number, group in enumerate(groups, start=1):
        case = _case(group, ground, as_of)
        for claim, support in zip(group.claims, case.supports, strict=True):
            assessed[claim] = AssessedClaim(
                **dict(ground.claims[claim]),
                origin=traced.of.get(claim),
                credibility=rate(case.sourcing, case.opposition),
                confidence=grade(pool((support,), case.sourcing.contradiction)),
            )
        findings.append(_finding(number, group, ground, grade(case.sourcing)))
    return tuple(assessed[claim.id] for claim in claims), tuple(findings)


def judge(
    claims: Sequence[AssessedClaim],
    *,
    findings: Sequence[Finding],
    origins: Sequence[Origin],
) -> Confidence:
    """Grade a judgement by the claims it rests on.

    The table over all of them, distinct origins counted; the graver contradiction of any of them
    counts; at most one level above the best of their findings.

    Args:
        claims: What the judgement rests on; at least one.
        findings: What these claims are part of, at least.
        origins: Where these claims come from, at least.

    Raises:
        ValueError: `claims` is empty.
    """
    by_id = {origin.id: origin for origin in origins}
    supports = [
        support_of(claim, by_id.get(claim.origin or ""), recency_of(claim.confidence))
        for claim in claims
    ]
    contradictions = [contradiction_of(claim.confidence) for claim in claims]
    graded = grade(pool(supports, reduce(worse, contradictions, "none")))
    rests_on = {claim.id for claim in claims}
    levels = [claim.confidence.level for claim in claims]
    levels += [one.confidence.level for one in findings if not rests_on.isdisjoint(one.claims)]
    best = max(levels, key=LEVELS.index)
    return graded.model_copy(update={"level": lower(graded.level, raised(best))})


def _case(group: Group, ground: _Ground, as_of: str) -> _Case:
    supports = _supports(group.claims, ground, as_of)
    known = {support.origin for support in supports} - {None}
    contradiction: Contradiction = "none"
    opposing: list[Support] = []
    for conflict, others in ground.against(group):
        against = _supports([claim.id for claim in others], ground, as_of)
        if (
            conflict.type == "copy"
            or _is_own_origin(known, against)
            or _is_denial(others, group, ground)
        ):
            contradiction = worse(contradiction, "tension")
        else:
            contradiction = worse(contradiction, "conflict")
            opposing.extend(against)
    sourcing = pool(supports, contradiction)
    return _Case(supports, sourcing, _opposition(sourcing, opposing))


def _supports(claims: Sequence[str], ground: _Ground, as_of: str) -> tuple[Support, ...]:
    return tuple(
        support_of(ground.claims[claim], ground.origin(claim), recency(ground.claims[claim], as_of))
        for claim in claims
    )


def _is_own_origin(known: Set[str | None], against: Sequence[Support]) -> bool:
    """Tell whether what speaks against a group comes from the group's own, known, origins."""
    return bool(known) and {support.origin for support in against} <= known


def _is_denial(others: Sequence[Claim], group: Group, ground: _Ground) -> bool:
    """Tell whether all that speaks against a group is somebody it is about, denying it."""
    about = {actor for claim in group.claims for actor in ground.claims[claim].actors}
    return all(
        other.speaker is not None
        and other.speaker.actor in about
        and denial_pattern().search(other.verb) is not None
        for other in others
    )


def _opposition(sourcing: Sourcing, opposing: Sequence[Support]) -> Opposition:
    """Count who conflicts with a finding; all that are not known together count as one."""
    return Opposition(
        origins=len({support.origin for support in opposing}),
        better_placed=any(
            support.origin is not None
            and DIRECTNESS_POINTS[support.directness] > sourcing.directness_points
            for support in opposing
        ),
    )


def _finding(number: int, group: Group, ground: _Ground, confidence: Confidence) -> Finding:
    origins = (ground.origin(claim) for claim in group.claims)
    return Finding(
        id=f"F{number}",
        key=_key(ground.claims[group.lead]),
        lead=group.lead,
        claims=group.claims,
        origins=tuple(dict.fromkeys(origin.id for origin in origins if origin is not None)),
        confidence=confidence,
    )


def _key(lead: Claim) -> str:
    """Return a hash of what the lead cites and says: the same finding in another run has it too."""
    said = " ".join(map(fold, plain_words(lead.statement)))
    return hashlib.sha256(f"{lead.key} {said}".encode()).hexdigest()
