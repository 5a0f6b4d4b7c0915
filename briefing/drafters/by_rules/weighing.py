"""How much a finding says about what the whole corpus is about. Linear in the number of claims."""

import re
from collections import defaultdict
from collections.abc import Mapping
from math import log, sqrt
from typing import NamedTuple

from briefing.ports import Material
from briefing.records.claims import AssessedClaim
from briefing.tradecraft.attribution import quotation_spans
from briefing.tradecraft.content_words import content_words
from briefing.tradecraft.shortening import words as count_words

# What is added to or taken from a weight between 0 and about 1. Chosen so that centrality decides
# between claims of one shape, and shape between claims of like centrality.
_SEVERAL_SOURCES = 0.35
_POINT = 0.05  # for each point of sourcing
_NAMED_SPEAKER = 0.15
_UNNAMED_SPEAKER = -0.1
_DATED = 0.1
_UNDATED = -0.15
_YEAR_OLDER = -0.1
_OLDEST = -0.4
_EARLY = 0.25
_OWN_VOICE_ASSESSMENT = -0.2
_STRONG_HEDGE = -0.15
_FORECAST = -0.1
_PARTY = -0.2
_THIN_OPENING = -0.4
_TOO_LONG = -0.3
_FIRST_PERSON = -0.6  # "we are disappointed": a voice, not a fact
_LONG = 38  # words
_QUOTATION = -0.4  # times the share in quotation marks: words come after deeds
_DENIAL = -0.2  # of something said elsewhere
_SPEAKS_AS_I = re.compile(r"(?<![\w’'])(?:I|We|we|us|our|Our|my|My)(?![\w.])")
_THIN = ("there is", "there are", "there was", "there were", "it is", "it was", "what ", "perhaps")


class Weighed(NamedTuple):
    """A finding by its lead claim. `weight` orders; it is no probability."""

    finding: str
    claim: AssessedClaim
    source: str
    words: frozenset[str]
    weight: float


def weigh(material: Material) -> tuple[Weighed, ...]:
    """Return every finding with its weight, the heaviest first; ties by id of the claim."""
    claims = {claim.id: claim for claim in material.claims}
    bags = {claim.id: frozenset(content_words(claim.statement)) for claim in material.claims}
    centrality = _centrality(material, bags)
    asked = frozenset(content_words(material.question)) if material.question else frozenset()
    positions = _positions(material)
    latest = max((_year(claim) or 0 for claim in material.claims), default=0)
    found = []
    for finding in material.findings:
        claim = claims[finding.lead]
        source = material.citation_sources[claim.citations[0]]
        sources = {
            material.citation_sources[q] for c in finding.claims for q in claims[c].citations
        }
        weight = centrality[claim.id] + _shape(claim) + _EARLY * positions[claim.id]
        weight += _age(claim, latest)
        weight += _SEVERAL_SOURCES * (len(sources) - 1) ** 0.5 if len(sources) > 1 else 0.0
        weight += 2.0 * len(asked & bags[claim.id]) / (len(asked) or 1)
        found.append(Weighed(finding.id, claim, source, bags[claim.id], weight))
    return tuple(sorted(found, key=lambda entry: (-entry.weight, int(entry.claim.id[1:]))))


def _centrality(material: Material, bags: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """Return how much each claim shares with the other sources, scaled so that the best is 1.

    A word weighs by the number of sources that use it; a claim by the mean over its words, with a
    bonus for saying more of them.
    """
    spread: defaultdict[str, set[str]] = defaultdict(set)
    for claim in material.claims:
        for word in bags[claim.id]:
            spread[word].add(material.citation_sources[claim.citations[0]])
    raw = {
        claim: sum(log(1 + len(spread[word]) - 1) for word in bag) / sqrt(len(bag) + 4.0)
        for claim, bag in bags.items()
    }
    best = max(raw.values(), default=0.0) or 1.0
    return {claim: value / best for claim, value in raw.items()}


def _positions(material: Material) -> dict[str, float]:
    """Return 1 for the first claim of a source, falling to 0 at its last: news opens with it."""
    per_source: defaultdict[str, list[str]] = defaultdict(list)
    for claim in material.claims:
        per_source[material.citation_sources[claim.citations[0]]].append(claim.id)
    return {
        claim: 1 - place / max(1, len(claims) - 1)
        for claims in per_source.values()
        for place, claim in enumerate(claims)
    }


def _age(claim: AssessedClaim, latest: int) -> float:
    """Return what a claim loses for being older than the newest: background comes after news."""
    year = _year(claim)
    return 0.0 if year is None else max(_OLDEST, _YEAR_OLDER * (latest - year))


def _year(claim: AssessedClaim) -> int | None:
    year = claim.time.value[:4] if claim.time else ""
    return int(year) if year.isdigit() else None


def quoted_share(statement: str) -> float:
    """Return how much of a statement stands in quotation marks, 0 to 1."""
    inside = sum(end - start for start, end in quotation_spans(statement))
    return inside / (len(statement) or 1)


def _shape(claim: AssessedClaim) -> float:
    weight = _POINT * claim.confidence.points
    if claim.speaker:
        weight += _NAMED_SPEAKER if claim.speaker.actor else _UNNAMED_SPEAKER
    weight += _DATED if claim.time else 0.0
    weight += _UNDATED if "date:unstated" in claim.checks else 0.0
    weight += _STRONG_HEDGE if claim.certainty == "possible" else 0.0
    weight += _FORECAST if claim.kind == "forecast" else 0.0
    weight += _OWN_VOICE_ASSESSMENT if claim.kind == "assessment" and claim.speaker is None else 0.0
    weight += _PARTY if claim.verb == "claimed" else 0.0
    weight += _THIN_OPENING if claim.statement.lower().startswith(_THIN) else 0.0
    weight += _QUOTATION * quoted_share(claim.statement)
    weight += _DENIAL if claim.verb in {"denied", "denies", "rejected"} else 0.0
    weight += _FIRST_PERSON if _SPEAKS_AS_I.search(claim.statement) else 0.0
    weight += _TOO_LONG if count_words(claim.statement) > _LONG else 0.0
    return weight
