"""Put everything together: the ledger, the sources, the file itself."""

from collections import Counter
from collections.abc import Sequence

import briefing
from briefing.audiences import Audience
from briefing.pipeline.reading import Reading
from briefing.pipeline.working import Assessed, Evidence
from briefing.ports import Drafter
from briefing.records.articles import Article
from briefing.records.briefings import (
    Briefing,
    Generator,
    Marking,
    Period,
    Reliability,
    Source,
    Usage,
    Withheld,
)
from briefing.records.claims import Rejection
from briefing.records.judgements import Composition
from briefing.records.record import Record
from briefing.settings import Request, Settings
from briefing.stages import ledger
from briefing.stages.layout import Contents, assemble
from briefing.stages.layout.phrases import descriptor

_MARKING: Marking = "TLP:AMBER"
_NO_HEADLINE = "No headline: nothing could be composed from cited claims."


class Work(Record):
    """Everything the stages made of one corpus."""

    reading: Reading
    found: Evidence
    assessed: Assessed
    composed: Composition


def gather(work: Work, drafter: Drafter, request: Request) -> Contents:
    """Bring together what a page is laid out from, with a ledger that adds up.

    Raises:
        BriefingError: The ledger does not add up.
    """
    reading, found, assessed = work.reading, work.found, work.assessed
    inputs = ledger.Inputs(
        articles=len(reading.articles) + len(reading.merged) + len(reading.refused),
        read=len(reading.articles),
        merged=len(reading.merged),
        refused=len(reading.refused),
        passages=tuple((one.passage.source, one.summary is not None) for one in found.drafted),
        drafts=sum(len(one.summary.claims) for one in found.drafted if one.summary),
    )
    set_aside = Counter[str](part.kind for article in reading.articles for part in article.segments)
    return Contents(
        request=request,
        marking=_MARKING,
        model=drafter.name,
        version=briefing.__version__,
        sources=tuple(_source(article) for article in reading.articles),
        refused=reading.refused,
        claims=assessed.claims,
        citations=found.citations,
        findings=assessed.findings,
        matters=assessed.matters,
        origins=assessed.origins,
        actors=found.actors,
        conflicts=assessed.conflicts,
        timeline=assessed.timeline,
        composition=work.composed,
        rejections=found.rejections,
        set_aside=dict(set_aside),
        ledger=ledger.balance(inputs, found.claims, found.rejections, assessed.findings),
    )


def _source(article: Article) -> Source:
    title, author, publisher = (
        fact.value if fact else None for fact in (article.title, article.author, article.publisher)
    )
    return Source(
        id=article.id,
        key=article.key,
        location=article.location,
        sha256=article.sha256,
        text_sha256=article.text_sha256,
        retrieved=None,
        language=article.language,
        title=title,
        author=author,
        publisher=publisher,
        date=article.date,
        descriptor=descriptor(article),
        reliability=Reliability(),
        duplicate_of=None,
        pages=None,
        segments=article.segments,
    )


def bind(
    contents: Contents, work: Work, drafter: Drafter, settings: Settings, audience: Audience
) -> Briefing:
    """Put the file together. It holds the whole corpus, whatever its sections select."""
    found, assessed = work.found, work.assessed
    request, composed = contents.request, contents.composition
    return Briefing(
        id="",
        title=_title(contents),
        audience=audience.name,
        question=request.question,
        language=request.language,
        status="draft",
        review=None,
        marking=_MARKING,
        as_of=request.as_of,
        period=Period(since=request.since, until=request.until),
        issue=None,
        generator=_generator(drafter, settings),
        sources=contents.sources,
        refused=contents.refused,
        origins=assessed.origins,
        actors=found.actors,
        citations=found.citations,
        claims=assessed.claims,
        findings=assessed.findings,
        conflicts=assessed.conflicts,
        developments=assessed.developments,
        relations=(),
        judgements=composed.judgements,
        timeline=assessed.timeline,
        gaps=composed.gaps,
        indicators=composed.indicators,
        assumptions=composed.assumptions,
        changes=(),
        withheld=_withheld(found.rejections, audience),
        sections=assemble(contents, audience),
        ledger=contents.ledger,
        usage=_usage(drafter),
    ).identified()


def _title(contents: Contents) -> str:
    headline = contents.composition.headline
    return contents.request.title or (headline.text if headline else _NO_HEADLINE)


def _generator(drafter: Drafter, settings: Settings) -> Generator:
    return Generator(
        version=briefing.__version__,
        model=drafter.name,
        prompts=drafter.prompt_hashes,
        settings={"passage_tokens": settings.passage_tokens},
    )


def _withheld(rejections: Sequence[Rejection], audience: Audience) -> tuple[Withheld, ...]:
    return tuple(
        Withheld(
            id=f"W{place}",
            source=left.source,
            statement=left.statement if audience.show_withheld else None,
            reason=left.reason,
            rule=left.rule,
        )
        for place, left in enumerate(rejections, 1)
    )


def _usage(drafter: Drafter) -> Usage:
    replies = drafter.usage()
    return Usage(
        replies=len(replies),
        prompt_tokens=sum(reply.prompt_tokens or 0 for reply in replies),
        completion_tokens=sum(reply.completion_tokens or 0 for reply in replies),
        cost=None,
    )
