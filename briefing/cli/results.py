"""What `briefing generate` says when it is done: to people, and to programs."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from briefing.cli.ending import Status
from briefing.cli.terminal import fitted
from briefing.pipeline import Outcome
from briefing.records.briefings import Briefing
from briefing.records.judgements import Judgement

_BOTTOM_LINE = "bottom-line"


def shown(path: Path) -> str:
    """Return a path as it is told to users: relative to the working folder if it lies in it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith(os.pardir) else relative


def for_programs(outcome: Outcome, files: tuple[str, ...], status: Status) -> str:
    """Return the result as one line of JSON."""
    briefing = outcome.briefing
    result = {
        "status": int(status),
        "id": briefing.id,
        "files": files,
        "complete": outcome.complete,
        "ledger": briefing.ledger.model_dump(mode="json"),
        "refused": [refusal.model_dump(mode="json") for refusal in briefing.refused],
        "usage": briefing.usage.model_dump(mode="json"),
        "notes": outcome.notes,
    }
    return json.dumps(result, ensure_ascii=False)


def for_people(outcome: Outcome, files: tuple[str, ...]) -> str:
    """Return the result as text: what the briefing says, what it rests on, where it is."""
    briefing = outcome.briefing
    lines = [fitted(briefing.title), ""]
    lines += _bottom_line(briefing)
    lines += _judgements(briefing)
    lines += [fitted(_standing(briefing)), fitted(_ledger(briefing))]
    lines += [fitted(note, first="Note: ") for note in outcome.notes]
    lines += [fitted(f"{r.location}: {r.reason}", first="Refused: ") for r in briefing.refused]
    lines += [fitted(name, first="Written: ") for name in files]
    return "\n".join(lines)


def _bottom_line(briefing: Briefing) -> Iterator[str]:
    for section in briefing.sections:
        if section.id == _BOTTOM_LINE and section.sentences:
            yield fitted(" ".join(sentence.text for sentence in section.sentences))
            yield ""


def _on_the_page(briefing: Briefing) -> Iterator[Judgement]:
    """Yield the judgements that a section of the page prints, in its order."""
    by_id = {judgement.id: judgement for judgement in briefing.judgements}
    sentences = (s for section in briefing.sections for s in section.sentences)
    refs = dict.fromkeys(ref for sentence in sentences for ref in sentence.refs)
    yield from (by_id[ref] for ref in refs if ref in by_id)


def _judgements(briefing: Briefing) -> Iterator[str]:
    if not briefing.judgements:
        return
    yield "Key judgements"
    for number, judgement in enumerate(_on_the_page(briefing), start=1):
        level = judgement.confidence.level
        sources = ", ".join(_sources(briefing, judgement))
        yield fitted(f"{judgement.text} Confidence: {level}. [{sources}]", first=f"{number:>2}. ")
    yield ""


def _sources(briefing: Briefing, judgement: Judgement) -> tuple[str, ...]:
    """Return the ids of the sources a judgement rests on, in the order of the source list."""
    cited = {
        citation
        for claim in briefing.claims
        if claim.id in judgement.claims
        for citation in claim.citations
    }
    behind = {citation.source for citation in briefing.citations if citation.id in cited}
    return tuple(source.id for source in briefing.sources if source.id in behind)


def _standing(briefing: Briefing) -> str:
    standing = "Draft, not reviewed" if briefing.status == "draft" else "Approved"
    model = briefing.generator.model
    return f"{standing}. For: {briefing.audience}. As of {briefing.as_of}. Drafted by: {model}."


def _ledger(briefing: Briefing) -> str:
    articles, passages, claims = (
        briefing.ledger.articles,
        briefing.ledger.passages,
        briefing.ledger.claims,
    )
    return (
        f"{articles.total} articles: {articles.used} used, {articles.merged} merged, "
        f"{articles.refused} refused, {articles.failed} failed. "
        f"{passages.total} passages: {passages.used} used, {passages.failed} failed. "
        f"{claims.total} claims: {claims.used} used, {claims.merged} merged, "
        f"{claims.withheld} withheld, {claims.rejected} rejected."
    )
