"""Stage `findings`: claims that say the same, and groups that are about the same matter."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefing.records.actors import Actor
from briefing.records.claims import Citation, Claim
from briefing.records.findings import Group
from briefing.tradecraft.blocking import Clusters, candidate_pairs
from briefing.tradecraft.content_words import Rarity, fold, plain_words
from briefing.tradecraft.keys import claim_keys, matter_keys
from briefing.tradecraft.likeness import (
    Likeness,
    is_hedged,
    liken,
    overlap,
    say_the_same,
    shared_features,
)
from briefing.tradecraft.readings import Reading, read_claims
from briefing.tradecraft.speakers import directness
from briefing.tradecraft.standing import DIRECTNESS_POINTS

# Weighted share of words from which two groups count as one matter. Set by hand on the
# matters of tests/stages/test_findings.py: lower joins what only shares its actors.
_ONE_MATTER = 0.25
_LARGEST_MATTER = 30  # groups that share a key; more is a subject, not a matter
_TOLD_IN_COMMON = 2  # words besides the ids of actors: one may be no more than an actor's name
_NO_CITATIONS: Mapping[str, Citation] = MappingProxyType({})


def group(
    claims: Sequence[Claim],
    citations: Mapping[str, Citation],
    actors: Sequence[Actor] = (),
) -> tuple[Group, ...]:
    """Put claims together that say the same.

    Args:
        claims: Claims with the ids of actors.
        citations: By id; all that the claims cite.
        actors: Whose names stand for one another; without them names are compared as written.

    Returns:
        Groups that hold every claim once, by their first claim; the claims of a group in the
        order given. The lead is the best evidenced, then the most specific, then the earliest.
        A statement in the same words always joins; two groups only if their leads say the
        same, so that a chain of likenesses does not put different things together.
    """
    readings = read_claims(claims, actors)
    clusters = _join_repeats(readings)
    firsts = [index for index in range(len(claims)) if clusters.find(index) == index]
    rarity = Rarity(readings[index].features() for index in firsts)
    standing = [_standing(reading, citations) for reading in readings]
    for _, one, other in _alike([readings[index] for index in firsts], rarity):
        _join(clusters, (firsts[one], firsts[other]), readings, standing, rarity)
    return tuple(
        Group(
            lead=claims[max(members, key=lambda index: (standing[index], -index))].id,
            claims=tuple(claims[index].id for index in members),
        )
        for members in clusters.groups()
    )


def matters(
    claims: Sequence[Claim],
    groups: Sequence[Group],
    citations: Mapping[str, Citation] = _NO_CITATIONS,
) -> tuple[tuple[str, ...], ...]:
    """Put groups together that are about one matter, for a page ordered by matter.

    Args:
        claims: The claims of the groups.
        groups: What `group` returned.
        citations: By id; without them articles are not counted.

    Returns:
        The leads of the groups, each once: matters told by most articles first, then by most
        claims, then by the first claim; within a matter in the order of the groups.
    """
    by_id = {claim.id: claim for claim in claims}
    readings = read_claims([by_id[one.lead] for one in groups])
    clusters = _join_matters(readings, [len(one.claims) for one in groups])
    found = []
    for members in clusters.groups():
        told = [by_id[claim] for index in members for claim in groups[index].claims]
        sources = {citations[c].source for claim in told for c in claim.citations if c in citations}
        found.append((-len(sources), -len(told), members))
    return tuple(tuple(groups[index].lead for index in members) for _, _, members in sorted(found))


def _join_repeats(readings: Sequence[Reading]) -> Clusters:
    clusters = Clusters(len(readings))
    seen: dict[tuple[str, ...], int] = {}
    for index, reading in enumerate(readings):
        words = tuple(map(fold, plain_words(reading.claim.statement)))
        first = seen.setdefault((reading.claim.polarity, *words), index)
        if first != index and words:
            clusters.join(first, index)
    return clusters


def _alike(readings: Sequence[Reading], rarity: Rarity) -> list[tuple[float, int, int]]:
    """Return the pairs that say the same, the most alike first."""
    weights = [rarity.total(reading.features()) for reading in readings]
    found: list[tuple[float, int, int]] = []
    for one, other in candidate_pairs(claim_keys(reading, rarity) for reading in readings):
        here, there = readings[one], readings[other]
        common = shared_features(here, there)
        if not common:
            continue
        share = 2 * rarity.total(common) / (weights[one] + weights[other])
        if say_the_same(here, there, Likeness(share, common)):
            found.append((-share, one, other))
    return sorted(found)


def _join(
    clusters: Clusters,
    pair: tuple[int, int],
    readings: Sequence[Reading],
    standing: Sequence[tuple[int, ...]],
    rarity: Rarity,
) -> None:
    """Join two clusters if the claims that stand for them say the same, the better one keeping."""
    one, other = clusters.find(pair[0]), clusters.find(pair[1])
    if one == other:
        return
    if {one, other} != set(pair):
        here, there = readings[one], readings[other]
        if not say_the_same(here, there, liken(here, there, rarity)):
            return
    keeper, joined = sorted((one, other), key=lambda i: (standing[i], -i), reverse=True)
    clusters.join(keeper, joined)


def _standing(reading: Reading, citations: Mapping[str, Citation]) -> tuple[int, ...]:
    """Return how well a claim is evidenced, then how specific it is; higher is better."""
    claim = reading.claim
    speaker = claim.speaker.name if claim.speaker else None
    told = DIRECTNESS_POINTS[directness(speaker, claim.via, claim.verb)]
    cited = len({citations[one].source for one in claim.citations if one in citations})
    given = (claim.actors, claim.time, claim.place, reading.numbers)
    return (
        -int(is_hedged(claim)), told, cited, sum(map(bool, given)), min(len(reading.words), 12),
    )  # fmt: skip


def _join_matters(readings: Sequence[Reading], sizes: Sequence[int]) -> Clusters:
    """Join each group to the matter it is most like; a matter is what its largest group says.

    Comparing with that one group only keeps a corpus about one subject from running together.
    """
    rarity = Rarity(reading.words for reading in readings)
    order = sorted(range(len(readings)), key=lambda index: (-sizes[index], index))
    rank = {index: place for place, index in enumerate(order)}
    likest: dict[int, list[tuple[float, int]]] = {}
    keys = (matter_keys(reading, rarity) for reading in readings)
    for pair in candidate_pairs(keys, largest=_LARGEST_MATTER):
        head, other = sorted(pair, key=rank.__getitem__)
        here, there = readings[head].words, readings[other].words
        told = [word for word in here & there if not word.startswith("@")]
        share = overlap(here, there, rarity)
        if share >= _ONE_MATTER and len(told) >= _TOLD_IN_COMMON:
            likest.setdefault(other, []).append((-share, head))
    clusters = Clusters(len(readings))
    for index in order:
        heads = [(s, head) for s, head in likest.get(index, []) if clusters.find(head) == head]
        if heads:
            clusters.join(min(heads)[1], index)
    return clusters
