"""Does every id in a briefing lead somewhere, and whatever needs a citation to one?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from briefing.records.briefings import Briefing, SectionSentence

_NEEDS_NO_REFS = ("process", "withheld")
_NEEDS_CITATIONS = ("claim", "judgement", "conflict")
_LEADS_ON = ("citations", "claims", "findings", "judgements")

Reference = tuple[str, str, tuple[str, ...]]
"""Who refers, the list in which the ids must stand, and the ids."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def reference_problems(briefing: Briefing) -> Iterator[str]:
    """Yield a line for each id that leads nowhere and each sentence that rests on nothing."""
    references = tuple(_references(briefing))
    yield from _dangling(briefing, references)
    yield from _unsupported(briefing, references)


def _references(briefing: Briefing) -> Iterator[Reference]:
    """Yield every reference, whatever leads to citations before what leads to it."""
    for claim in briefing.claims:
        yield claim.id, "citations", claim.citations
        yield claim.id, "actors", claim.actors
        yield claim.id, "actors", _given(claim.speaker.actor if claim.speaker else None)
        yield claim.id, "origins", _given(claim.origin)
    for finding in briefing.findings:
        yield finding.id, "claims", (finding.lead, *finding.claims)
        yield finding.id, "origins", finding.origins
    for judgement in briefing.judgements:
        alternative = judgement.alternative.claims if judgement.alternative else ()
        yield judgement.id, "findings", judgement.findings
        yield judgement.id, "claims", (*judgement.claims, *alternative)
    for indicator in briefing.indicators:
        yield indicator.id, "judgements", indicator.judgements
    for assumption in briefing.assumptions:
        yield assumption.id, "judgements", assumption.judgements
    for change in briefing.changes:
        yield change.id, "findings", _given(change.finding)
    yield from _references_to_claims(briefing)
    yield from _references_to_sources(briefing)


def _references_to_claims(briefing: Briefing) -> Iterator[Reference]:
    for conflict in briefing.conflicts:
        yield conflict.id, "claims", conflict.claims
    for development in briefing.developments:
        yield development.id, "claims", development.claims
    for entry in briefing.timeline:
        yield entry.id, "claims", entry.claims
    for relation in briefing.relations:
        yield relation.id, "actors", (relation.subject, relation.object)
        yield relation.id, "claims", relation.claims


def _references_to_sources(briefing: Briefing) -> Iterator[Reference]:
    for citation in briefing.citations:
        yield citation.id, "sources", (citation.source,)
    for source in briefing.sources:
        yield source.id, "sources", _given(source.duplicate_of)
    for origin in briefing.origins:
        yield origin.id, "sources", (*origin.sources, *(cue.source for cue in origin.cues))
    for actor in briefing.actors:
        spans = (span for alias in actor.aliases for span in alias.evidence)
        yield actor.id, "sources", tuple(span.source for span in spans)
    for withheld in briefing.withheld:
        yield withheld.id, "sources", (withheld.source,)


def _given(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _ids(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    """Return the ids of each list of the briefing, by the list's name."""
    lists: dict[str, Sequence[_Identified]] = {
        "sources": briefing.sources,
        "origins": briefing.origins,
        "actors": briefing.actors,
        "citations": briefing.citations,
        "claims": briefing.claims,
        "findings": briefing.findings,
        "conflicts": briefing.conflicts,
        "developments": briefing.developments,
        "relations": briefing.relations,
        "judgements": briefing.judgements,
        "timeline": briefing.timeline,
        "gaps": briefing.gaps,
        "indicators": briefing.indicators,
        "assumptions": briefing.assumptions,
        "changes": briefing.changes,
        "withheld": briefing.withheld,
    }
    return {name: tuple(item.id for item in items) for name, items in lists.items()}


def _dangling(briefing: Briefing, references: Iterable[Reference]) -> Iterator[str]:
    by_list = {name: frozenset(ids) for name, ids in _ids(briefing).items()}
    everything = Counter(id_ for ids in _ids(briefing).values() for id_ in ids)
    yield from (f"the id {id_} is used {n} times" for id_, n in everything.items() if n > 1)
    for owner, name, ids in references:
        for id_ in ids:
            if id_ not in by_list[name]:
                yield f"{owner} refers to {id_}, which is not among the {name}"
    for place, refs in _places(briefing):
        for id_ in refs:
            if id_ not in everything:
                yield f"{place} refers to {id_}, which is nowhere in the briefing"


def _places(briefing: Briefing) -> Iterator[tuple[str, tuple[str, ...]]]:
    for section in briefing.sections:
        for number, sentence in enumerate(section.sentences, start=1):
            yield f"section {section.id}, sentence {number},", sentence.refs
        for number, row in enumerate(section.rows, start=1):
            for cell in row:
                yield f"section {section.id}, row {number},", cell.refs


def _unsupported(briefing: Briefing, references: Iterable[Reference]) -> Iterator[str]:
    """Find what leads to no citation although it must."""
    supported = set(_ids(briefing)["citations"])
    for owner, name, ids in references:
        if name in _LEADS_ON and not supported.isdisjoint(ids):
            supported.add(owner)
    for claim in briefing.claims:
        if claim.id not in supported:
            yield f"{claim.id} has no citation"
    for section in briefing.sections:
        for number, sentence in enumerate(section.sentences, start=1):
            if problem := _sentence_problem(sentence, supported):
                yield f"section {section.id}, sentence {number}, {problem}"


def _sentence_problem(sentence: SectionSentence, supported: set[str]) -> str | None:
    if sentence.kind in _NEEDS_NO_REFS:
        return None
    if not sentence.refs:
        return "rests on nothing"
    if sentence.kind in _NEEDS_CITATIONS and supported.isdisjoint(sentence.refs):
        return "leads to no citation"
    return None
