"""A briefing that holds, with its source beside it, for tests to break."""

import json
from pathlib import Path

from briefing.records.articles import Segment
from briefing.records.briefings import (
    ArticleCounts,
    Briefing,
    ClaimCounts,
    Ledger,
    PassageCounts,
    Source,
)
from briefing.records.findings import Conflict, Finding, Origin
from briefing.records.judgements import Judgement
from tests.builders import digest
from tests.builders_rendering import (
    a_briefing,
    a_citation,
    a_claim,
    a_confidence,
    a_section,
    a_sentence,
    a_source,
)

TITLE = "Dockers vote to strike\n\n"
FIRST = "The harbor closed on Friday, “for safety”, the ministry said."
SECOND = "The union denied that it had closed the harbor."
CAPTION = "Photo: the harbor closed on Friday\n"
TEXT = f"{TITLE}{FIRST} {SECOND}\n\n{CAPTION}"
LOCATION = "news/harbor.txt"
_BODY_END = len(TITLE) + len(FIRST) + 1 + len(SECOND)


def a_harbor_source(**changes: object) -> Source:
    fields: dict[str, object] = {
        "location": LOCATION,
        "sha256": digest(TEXT),
        "text_sha256": digest(TEXT),
        "segments": (
            Segment(start=0, end=len(TITLE), kind="title"),
            Segment(start=len(TITLE), end=_BODY_END, kind="body"),
            Segment(start=_BODY_END, end=len(TEXT), kind="caption"),
        ),
    }
    return a_source("S1", TEXT, **(fields | changes))


def a_sound_briefing(**changes: object) -> Briefing:
    """Return a briefing in which everything holds, but for `changes`; its id is made anew."""
    fields: dict[str, object] = {
        "sources": (a_harbor_source(),),
        "origins": (
            Origin(id="O1", name="the ministry", directness="on-record", sources=("S1",), cues=()),
        ),
        "citations": (
            a_citation("Q1", "S1", FIRST, TEXT),
            a_citation("Q2", "S1", SECOND, TEXT),
        ),
        "claims": (
            a_claim("C1", "The ministry said that the harbor closed on Friday.", "Q1"),
            a_claim("C2", "The union denied that it had closed the harbor.", "Q2"),
        ),
        "findings": (
            Finding(
                id="F1",
                key="key-F1",
                lead="C1",
                claims=("C1",),
                origins=("O1",),
                confidence=a_confidence("moderate", "one origin"),
            ),
        ),
        "conflicts": (
            Conflict(
                id="D1", claims=("C1", "C2"), type="who", text="Who closed it?", settled_by="A log."
            ),
        ),
        "judgements": (
            Judgement(
                id="J1",
                text="The harbor closed.",
                findings=("F1",),
                claims=("C1",),
                confidence=a_confidence("moderate", "one origin"),
                alternative=None,
                dissent=(),
            ),
        ),
        "sections": (
            a_section("headline", "Headline", a_sentence("judgement", "It closed", "J1")),
            a_section("disagreements", "Disagreements", a_sentence("conflict", "Who?", "D1")),
            a_section("sources", "Sources", a_sentence("process", "One article.")),
        ),
        "ledger": a_harbor_ledger(),
    }
    return a_briefing(**(fields | changes))


def a_harbor_ledger(*, claims_used: int = 2, refused: int = 0) -> Ledger:
    return Ledger(
        articles=ArticleCounts(total=1 + refused, used=1, merged=0, refused=refused, failed=0),
        passages=PassageCounts(total=1, used=1, failed=0),
        claims=ClaimCounts(total=2, used=claims_used, merged=0, withheld=0, rejected=0),
    )


def placed(root: Path, briefing: Briefing, *, text: str = TEXT) -> Path:
    """Put a source and a briefing where they belong below `root`; return the briefing's path."""
    source = root / LOCATION
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(text.encode("utf-8"))
    path = root / "briefings" / "harbor.json"
    path.parent.mkdir(exist_ok=True)
    content = briefing.model_dump(mode="json")
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
