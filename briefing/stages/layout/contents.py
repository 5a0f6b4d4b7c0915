"""What there is to lay out: everything the stages before made, and the lookups over it."""

from functools import cached_property

from briefing.records.actors import Actor
from briefing.records.briefings import Ledger, Source
from briefing.records.claims import AssessedClaim, Citation, Rejection
from briefing.records.findings import Conflict, Finding, Origin, TimelineEntry
from briefing.records.judgements import Composition
from briefing.records.pages import Refusal
from briefing.records.record import Record
from briefing.settings import Request


class Contents(Record):
    """A corpus, ready for any audience.

    `matters` groups finding ids by what they are about, the largest first. `set_aside` counts
    segments that are not the article, by kind. `model` is who drafted.
    """

    request: Request
    marking: str
    model: str
    version: str
    sources: tuple[Source, ...]
    refused: tuple[Refusal, ...]
    claims: tuple[AssessedClaim, ...]
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    matters: tuple[tuple[str, ...], ...]
    origins: tuple[Origin, ...]
    actors: tuple[Actor, ...]
    conflicts: tuple[Conflict, ...]
    timeline: tuple[TimelineEntry, ...]
    composition: Composition
    rejections: tuple[Rejection, ...]
    set_aside: dict[str, int]
    ledger: Ledger

    @cached_property
    def claim(self) -> dict[str, AssessedClaim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def finding(self) -> dict[str, Finding]:
        """Findings by id."""
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def origin(self) -> dict[str, Origin]:
        """Origins by id."""
        return {origin.id: origin for origin in self.origins}

    @cached_property
    def cited_source(self) -> dict[str, str]:
        """Source id by citation id."""
        return {citation.id: citation.source for citation in self.citations}

    def sources_of(self, claim: AssessedClaim) -> tuple[str, ...]:
        """Return the ids of the sources a claim cites, each once."""
        return tuple(dict.fromkeys(self.cited_source[citation] for citation in claim.citations))

    def sources_behind(self, finding: Finding) -> tuple[str, ...]:
        """Return the ids of the sources that any claim of a finding cites, each once."""
        claims = (self.claim[claim] for claim in finding.claims)
        return tuple(dict.fromkeys(s for claim in claims for s in self.sources_of(claim)))

    def outlet(self, claim: AssessedClaim) -> str:
        """Return how prose names the article a claim comes from."""
        return outlet(self.source[self.sources_of(claim)[0]])


def outlet(source: Source) -> str:
    """Return how prose names an article: its author, its publisher, or `source 2`."""
    return source.author or source.publisher or f"source {source.id[1:]}"
