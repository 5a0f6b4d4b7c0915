"""The sheet a model composes from: claims, and what is known about each, without any grade."""

from collections.abc import Container, Iterable, Iterator
from itertools import chain, zip_longest

from briefing.ports import Material
from briefing.records.claims import AssessedClaim
from briefing.records.findings import Conflict
from briefing.records.record import Record

MAX_CONFLICTS = 30
MAX_CHARS = 48_000
"""Of statements and notes together, in code points. At four to a token some 12,000 tokens, which
leaves a model with a context of 32,000 room for the rules, its answer and a second attempt."""


class SheetClaim(Record):
    """A claim and one line about where it comes from."""

    id: str
    text: str
    note: str


class Sheet(Record):
    """What is put before a model. `left_out` counts findings that did not fit."""

    question: str | None
    names: tuple[str, ...]
    matters: tuple[tuple[SheetClaim, ...], ...]
    conflicts: tuple[Conflict, ...]
    left_out: int


def lay_out(material: Material) -> Sheet:
    """Choose and describe the claims to compose from: of each finding its lead.

    Claims are taken until `MAX_CHARS` are reached: first those that open conflicts name, then the
    first finding of each matter, then the second of each, and so on, so that no matter is lost to
    a larger one.

    Returns:
        Claims matter by matter in the order given, then those that only a conflict names.
    """
    conflicts = material.conflicts[:MAX_CONFLICTS]
    disputed = [claim for conflict in conflicts for claim in conflict.claims]
    lead = {finding.id: finding.lead for finding in material.findings}
    matters = [[lead[finding] for finding in matter] for matter in material.matters]
    in_turn = chain.from_iterable(zip_longest(*matters))
    wanted = _unique([*disputed, *(claim for claim in in_turn if claim is not None)])
    shown = dict(_fitting(wanted, material))
    led = set(lead.values())
    rest = [claim for claim in shown if claim not in led]
    groups = (
        tuple(shown[claim] for claim in group if claim in shown) for group in (*matters, rest)
    )
    return Sheet(
        question=material.question,
        names=_names(shown, material),
        matters=tuple(group for group in groups if group),
        conflicts=tuple(each for each in conflicts if set(each.claims) <= set(shown)),
        left_out=len(led - set(shown)),
    )


def _names(shown: Container[str], material: Material) -> tuple[str, ...]:
    """Return the canonical names of the actors of the shown claims."""
    return _unique(
        material.actor_names[actor]
        for claim in material.claims
        if claim.id in shown
        for actor in claim.actors
        if actor in material.actor_names
    )


def _fitting(wanted: Iterable[str], material: Material) -> Iterator[tuple[str, SheetClaim]]:
    """Yield claims by id until there is no room."""
    claims = {claim.id: claim for claim in material.claims}
    origins = {
        claim: len(finding.origins) for finding in material.findings for claim in finding.claims
    }
    room = MAX_CHARS
    for claim in (claims[claim_id] for claim_id in wanted if claim_id in claims):
        known = origins.get(claim.id, int(claim.origin is not None))
        note = _note(claim, known, material)
        room -= len(claim.statement) + len(note)
        if room < 0:
            return
        yield claim.id, SheetClaim(id=claim.id, text=claim.statement, note=note)


def _note(claim: AssessedClaim, origins: int, material: Material) -> str:
    """Say who speaks, through whom, where, from how many origins, and when."""
    sources = _unique(
        material.source_names[material.citation_sources[citation]] for citation in claim.citations
    )
    when = "not stated" if claim.time is None else f"{claim.time.value} ({claim.time.basis})"
    parts = (
        f"said by: {', via '.join((_speaker(claim, material), *claim.via))}",
        f"sources: {', '.join(sources)}",
        f"independent origins: {origins or 'unknown'}",
        f"when: {when}",
    )
    return "; ".join(parts)


def _speaker(claim: AssessedClaim, material: Material) -> str:
    if claim.speaker is None:
        return "the article itself"
    return material.actor_names.get(claim.speaker.actor or "", claim.speaker.name)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
