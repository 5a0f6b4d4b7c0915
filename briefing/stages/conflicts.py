"""Stage `conflicts`: claims that cannot all be true as they stand, and matters that changed.

Nobody chooses between them here: they are set side by side (`docs/tradecraft.md`, "Conflicts").
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.records.actors import Actor
from briefing.records.claims import Citation, Claim
from briefing.records.findings import Conflict, ConflictType, Development, Group, Traced
from briefing.tradecraft.blocking import candidate_pairs
from briefing.tradecraft.clashes import clash, differing_words, is_at_another_time, is_firmer_copy
from briefing.tradecraft.content_words import Rarity
from briefing.tradecraft.dates_edtf import in_words, sort_key
from briefing.tradecraft.keys import claim_keys
from briefing.tradecraft.readings import Reading, read_claims, said_by
from briefing.tradecraft.side_by_side import Side, set_side_by_side

_SETTLED_BY: dict[ConflictType, str] = {
    "who": "A document, a recording or an on-record account that names who did it.",
    "whether": "A document, or an on-record confirmation or denial by somebody who was there.",
    "when": "A dated document or recording.",
    "how-many": "A count by a named body, with its date and method.",
    "why": "An account of the cause by a named body that looked into it.",
    "label": "The group's own name for itself, or a register that lists it.",
    "copy": "The original report, word for word.",
}
# A change is between two dated states; what is asked of a party or an hour is no state.
_STATES = frozenset({"whether", "how-many"})


class _Found(NamedTuple):
    one: Reading
    other: Reading
    type: ConflictType


def find(
    claims: Sequence[Claim],
    groups: Sequence[Group],
    traced: Traced,
    citations: Mapping[str, Citation],
    actors: Sequence[Actor] = (),
) -> tuple[tuple[Conflict, ...], tuple[Development, ...]]:
    """Find claims that exclude each other, and matters that stand differently at two times.

    Args:
        claims: The claims of the groups.
        groups: What says the same; only leads are compared, and stand for their groups.
        traced: Where the claims come from.
        citations: By id; all that the claims cite.
        actors: Whose names stand for one another; without them names are compared as written.

    Returns:
        Conflicts and developments, each with two leads, by the first claim.
    """
    by_id = {claim.id: claim for claim in claims}
    readings = read_claims([by_id[group.lead] for group in groups], actors)
    conflicts: list[Conflict] = []
    developments: list[Development] = []
    for found in _compared(readings, traced, citations):
        one, other = found.one, found.other
        if found.type in _STATES and is_at_another_time(one, other):
            developments.append(_development(found, len(developments) + 1, citations))
        elif found.type == "when" or not is_at_another_time(one, other):
            conflicts.append(_conflict(found, len(conflicts) + 1, traced, citations))
    return tuple(conflicts), tuple(developments)


def _compared(
    readings: Sequence[Reading], traced: Traced, citations: Mapping[str, Citation]
) -> Iterator[_Found]:
    rarity = Rarity(reading.features() for reading in readings)
    words = Rarity(reading.words for reading in readings)
    for here, there in candidate_pairs(claim_keys(reading, rarity) for reading in readings):
        one, other = readings[here], readings[there]
        same_source = _source(one.claim, citations) == _source(other.claim, citations)
        if same_source and said_by(one.claim) == said_by(other.claim):
            continue  # one voice in one article: a sequel, not a contradiction
        kind = clash(one, other, words)
        if kind is not None:
            yield _Found(one, other, kind)
            continue
        copied = not same_source and _have_one_origin(one.claim, other.claim, traced)
        if copied and is_firmer_copy(one, other, words):
            yield _Found(one, other, "copy")


def _conflict(
    found: _Found, number: int, traced: Traced, citations: Mapping[str, Citation]
) -> Conflict:
    one, other = found.one.claim, found.other.claim
    closing = "Not resolved."
    if found.type != "copy" and _may_have_one_origin(one, other, traced):
        closing = f"Both may rest on one report. {closing}"
    return Conflict(
        id=f"D{number}",
        claims=(one.id, other.id),
        type=found.type,
        text=set_side_by_side(_sides(found, citations), closing),
        settled_by=_SETTLED_BY[found.type],
    )


def _development(found: _Found, number: int, citations: Mapping[str, Citation]) -> Development:
    """Put the earlier claim first; both have a time."""
    if _time(found.other.claim) < _time(found.one.claim):
        found = _Found(found.other, found.one, found.type)
    one, other = found.one.claim, found.other.claim
    dates = [in_words(claim.time.value) for claim in (one, other) if claim.time is not None]
    return Development(
        id=f"V{number}",
        claims=(one.id, other.id),
        text=set_side_by_side(_sides(found, citations), f"Dates: {'; '.join(dates)}."),
    )


def _time(claim: Claim) -> str:
    return sort_key(claim.time.value if claim.time is not None else "")


def _sides(found: _Found, citations: Mapping[str, Citation]) -> tuple[Side, Side]:
    one, other = found.one, found.other
    return (
        Side(one.claim, _source(one.claim, citations), differing_words(one, other)),
        Side(other.claim, _source(other.claim, citations), differing_words(other, one)),
    )


def _source(claim: Claim, citations: Mapping[str, Citation]) -> str:
    return citations[claim.citations[0]].source


def _have_one_origin(one: Claim, other: Claim, traced: Traced) -> bool:
    origin = traced.of.get(one.id)
    return origin is not None and origin == traced.of.get(other.id)


def _may_have_one_origin(one: Claim, other: Claim, traced: Traced) -> bool:
    """Tell whether two claims have one origin, or one of them none that is known."""
    named = {origin.id for origin in traced.origins if origin.name is not None}
    origins = {traced.of.get(one.id), traced.of.get(other.id)}
    return len(origins) == 1 or not origins <= named
