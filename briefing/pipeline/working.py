"""Articles to assessed claims: what is said, by whom, and how well it is borne out."""

from collections.abc import Sequence

from briefing.ports import Drafter, Progress
from briefing.records.actors import Actor
from briefing.records.articles import Article
from briefing.records.claims import AssessedClaim, Citation, Claim, Rejection
from briefing.records.findings import Conflict, Development, Finding, Origin, TimelineEntry
from briefing.records.record import Record
from briefing.settings import Request, Settings
from briefing.stages import actors as acting
from briefing.stages import assessment, conflicts, evidence, findings, origins, timeline
from briefing.stages.chunks import chunk
from briefing.stages.drafts import Drafted, draft


class Evidence(Record):
    """What the articles say, cited: `drafted` has one entry for each passage, in order."""

    drafted: tuple[Drafted, ...]
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    rejections: tuple[Rejection, ...]
    actors: tuple[Actor, ...]


class Assessed(Record):
    """The claims side by side. `matters` groups finding ids, the largest matter first."""

    claims: tuple[AssessedClaim, ...]
    findings: tuple[Finding, ...]
    matters: tuple[tuple[str, ...], ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    developments: tuple[Development, ...]
    timeline: tuple[TimelineEntry, ...]


def find_evidence(
    articles: Sequence[Article], drafter: Drafter, settings: Settings, progress: Progress | None
) -> Evidence:
    """Have every passage drafted, and cite or reject every draft claim.

    Raises:
        ModelError: No passage was answered.
    """
    by_id = {article.id: article for article in articles}
    names = {article.id: evidence.names_of(article) for article in articles}
    passages = [part for article in articles for part in chunk(article, settings.passage_tokens)]
    drafted = draft(passages, drafter, concurrency=settings.concurrency, progress=progress)
    summaries = [
        evidence.check(
            one.summary, one.passage, by_id[one.passage.source], names[one.passage.source]
        )
        for one in drafted
        if one.summary is not None
    ]
    claims, citations = evidence.number(summaries)
    actors, claims = acting.resolve(articles, claims)
    return Evidence(
        drafted=drafted,
        claims=claims,
        citations=citations,
        rejections=tuple(left for summary in summaries for left in summary.rejections),
        actors=actors,
    )


def assess(articles: Sequence[Article], found: Evidence, request: Request) -> Assessed:
    """Group the claims, trace them to their origins, and grade them by rule."""
    cited = {citation.id: citation for citation in found.citations}
    groups = findings.group(found.claims, cited, found.actors)
    traced = origins.trace(found.claims, cited, articles)
    clashes, developments = conflicts.find(found.claims, groups, traced, cited, found.actors)
    claims, assessed = assessment.assess(found.claims, groups, traced, clashes, request.as_of)
    by_lead = {finding.lead: finding.id for finding in assessed}
    return Assessed(
        claims=claims,
        findings=assessed,
        matters=tuple(
            tuple(by_lead[lead] for lead in matter)
            for matter in findings.matters(found.claims, groups, cited)
        ),
        origins=traced.origins,
        conflicts=clashes,
        developments=developments,
        timeline=timeline.order(claims, assessed),
    )
