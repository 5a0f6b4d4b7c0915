"""Briefings to render: small ones, and one as large as a test wants."""

from collections.abc import Iterable

from briefing.records.articles import Segment
from briefing.records.briefings import (
    ArticleCounts,
    Briefing,
    Cell,
    ClaimCounts,
    Generator,
    Ledger,
    PassageCounts,
    Period,
    Reliability,
    Section,
    SectionSentence,
    SentenceKind,
    Source,
    Usage,
)
from briefing.records.claims import AssessedClaim, Cap, Citation, Confidence, Level, Speaker
from briefing.records.drafts import Certainty


def a_sentence(kind: SentenceKind, text: str, *refs: str) -> SectionSentence:
    return SectionSentence(kind=kind, text=text, refs=refs)


def a_section(
    id_: str,
    heading: str,
    *sentences: SectionSentence,
    columns: tuple[str, ...] = (),
    rows: Iterable[tuple[tuple[str, tuple[str, ...]], ...]] = (),
) -> Section:
    return Section(
        id=id_,
        heading=heading,
        form="table" if columns else "list",
        columns=columns,
        sentences=sentences,
        rows=tuple(tuple(Cell(text=text, refs=refs) for text, refs in row) for row in rows),
    )


def a_source(id_: str, text: str, **changes: object) -> Source:
    """Return a source whose segments are a title up to the first blank line, then body."""
    title, gap, _ = text.partition("\n\n")
    start = len(title) + len(gap) if gap else 0
    head = (Segment(start=0, end=start, kind="title"),) if start else ()
    fields: dict[str, object] = {
        "id": id_,
        "key": f"key-{id_}",
        "location": f"articles/{id_.lower()}.txt",
        "sha256": "5d41402abc4b2a76b9719d911017c592" * 2,
        "text_sha256": "7d793037a0760186574b0282f2f435e7" * 2,
        "retrieved": None,
        "language": "en",
        "title": title if gap else None,
        "author": None,
        "publisher": None,
        "date": None,
        "descriptor": "News report; not assessed.",
        "reliability": Reliability(),
        "duplicate_of": None,
        "pages": None,
        "segments": (*head, Segment(start=start, end=len(text), kind="body")),
    }
    return Source.model_validate(fields | changes)


def a_citation(id_: str, source: str, exact: str, text: str) -> Citation:
    start = text.index(exact)
    end = start + len(exact)
    return Citation(
        id=id_,
        source=source,
        start=start,
        end=end,
        exact=exact,
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
    )


def a_confidence(
    level: Level, *reasons: str, points: int = 1, cap: Cap | None = None
) -> Confidence:
    return Confidence(level=level, points=points, reasons=reasons, cap=cap)


def a_claim(
    id_: str,
    statement: str,
    *citations: str,
    speaker: str | None = None,
    via: tuple[str, ...] = (),
    hedges: tuple[str, ...] = (),
    certainty: Certainty = "certain",
    confidence: Confidence | None = None,
    credibility: int = 3,
) -> AssessedClaim:
    return AssessedClaim(
        id=id_,
        key=f"key-{id_}",
        statement=statement,
        kind="event",
        speaker=Speaker(name=speaker) if speaker else None,
        via=via,
        verb="said",
        polarity="positive",
        certainty=certainty,
        hedges=hedges,
        actors=(),
        time=None,
        place=None,
        citations=citations,
        checks=("support:rules",),
        origin="O1",
        credibility=credibility,
        confidence=confidence or a_confidence("moderate", "one origin", cap="one-origin"),
    )


def a_briefing(**changes: object) -> Briefing:
    """Return a briefing with one source, one claim and three sections."""
    text = "Rain\n\nIt rained on Monday."
    fields: dict[str, object] = {
        "id": "",
        "title": "It rained on Monday",
        "audience": "policymaker",
        "question": None,
        "language": "en",
        "status": "draft",
        "review": None,
        "marking": "TLP:AMBER",
        "as_of": "2021-03-08",
        "period": Period(since=None, until=None),
        "issue": None,
        "generator": Generator(version="1.2.3", model="extractive", prompts={}, settings={}),
        "sources": (a_source("S1", text),),
        "refused": (),
        "origins": (),
        "actors": (),
        "citations": (a_citation("Q1", "S1", "It rained on Monday.", text),),
        "claims": (a_claim("C1", "It rained on Monday.", "Q1"),),
        "findings": (),
        "conflicts": (),
        "developments": (),
        "relations": (),
        "judgements": (),
        "timeline": (),
        "gaps": (),
        "indicators": (),
        "assumptions": (),
        "changes": (),
        "withheld": (),
        "sections": (
            a_section("headline", "Headline", a_sentence("claim", "It rained on Monday", "C1")),
            a_section("bottom-line", "Bottom line", a_sentence("claim", "It rained.", "C1")),
            a_section("sources", "Sources", a_sentence("process", "“Rain”. No author.", "S1")),
        ),
        "ledger": a_ledger(),
        "usage": Usage(replies=0, prompt_tokens=0, completion_tokens=0, cost=None),
    }
    return Briefing.model_validate(fields | changes).identified()


def a_ledger(*, passages_failed: int = 0) -> Ledger:
    return Ledger(
        articles=ArticleCounts(total=1, used=1, merged=0, refused=0, failed=0),
        passages=PassageCounts(total=9, used=9 - passages_failed, failed=passages_failed),
        claims=ClaimCounts(total=1, used=1, merged=0, withheld=0, rejected=0),
    )


def a_large_briefing(claims: int) -> tuple[Briefing, dict[str, str]]:
    """Return a briefing of that many claims from one source for every twenty, and its texts."""
    sources, citations, made, texts = [], [], [], {}
    for number in range(claims // 20):
        lines = [f"Ship {number}-{line} left the harbour on Monday." for line in range(20)]
        id_ = f"S{number + 1}"
        texts[id_] = f"Title {number}\n\n" + "\n\n".join(lines)
        sources.append(a_source(id_, texts[id_]))
        for line, exact in enumerate(lines):
            count = number * 20 + line + 1
            citations.append(a_citation(f"Q{count}", id_, exact, texts[id_]))
            made.append(a_claim(f"C{count}", exact, f"Q{count}"))
    sentences = (a_sentence("claim", claim.statement, claim.id) for claim in made)
    rows = [((claim.id, (claim.id,)), (claim.statement, ())) for claim in made]
    sections = (
        a_section("headline", "Headline", a_sentence("claim", "Ships left", "C1")),
        a_section("key-judgements", "Key judgements", *sentences),
        a_section("claims", "Claims", columns=("Claim", "Statement"), rows=rows),
    )
    briefing = a_briefing(sources=sources, citations=citations, claims=made, sections=sections)
    return briefing, texts
