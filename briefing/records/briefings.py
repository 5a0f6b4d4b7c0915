"""The briefing file, `briefing/1`. Every other format is rendered from it."""

import hashlib
import json
from typing import Literal

from pydantic import Field

from briefing.records.actors import Actor
from briefing.records.articles import ArticleDate, Segment
from briefing.records.claims import AssessedClaim, Citation
from briefing.records.findings import (
    Conflict,
    Development,
    Finding,
    Origin,
    Relation,
    TimelineEntry,
)
from briefing.records.judgements import Assumption, Gap, Indicator, Judgement
from briefing.records.pages import Refusal
from briefing.records.record import Record

SentenceKind = Literal["claim", "judgement", "conflict", "gap", "withheld", "process"]
Marking = Literal["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]
_OUTSIDE_THE_ID = ("id", "status", "review")


class Period(Record):
    """First and last day asked for, or `None` where open."""

    since: str | None
    until: str | None


class Generator(Record):
    """What made the briefing. `settings` holds only what shapes the content."""

    version: str
    model: str
    prompts: dict[str, str]
    settings: dict[str, str | int]


class Reliability(Record):
    """Admiralty reliability of a source. `F`, not assessed, until a person decides."""

    grade: Literal["A", "B", "C", "D", "E", "F"] = "F"
    by: str | None = None
    why: str | None = None


class Source(Record):
    """An article as the briefing cites it; the text itself stays where it is."""

    id: str
    key: str
    location: str
    sha256: str
    text_sha256: str
    retrieved: str | None
    language: str | None
    title: str | None
    author: str | None
    publisher: str | None
    date: ArticleDate | None
    descriptor: str
    reliability: Reliability
    duplicate_of: str | None
    pages: tuple[tuple[int, int], ...] | None
    segments: tuple[Segment, ...]


class Withheld(Record):
    """A draft claim that is left out. `statement` only where the audience may see it."""

    id: str
    source: str
    statement: str | None
    reason: str
    rule: str


class SectionSentence(Record):
    """One sentence of the page, and the ids of the claims, judgements or conflicts behind it."""

    kind: SentenceKind
    text: str
    refs: tuple[str, ...]


class Cell(Record):
    """One cell of a table."""

    text: str
    refs: tuple[str, ...]


class Section(Record):
    """A part of the page. Consecutive sentences with the same `refs` belong to one item."""

    id: str
    heading: str
    form: Literal["list", "table"]
    columns: tuple[str, ...]
    sentences: tuple[SectionSentence, ...]
    rows: tuple[tuple[Cell, ...], ...]


class ArticleCounts(Record):
    """`total` is the sum of the others."""

    total: int
    used: int
    merged: int
    refused: int
    failed: int


class PassageCounts(Record):
    """`total` is the sum of the others."""

    total: int
    used: int
    failed: int


class ClaimCounts(Record):
    """`total` is the sum of the others. `used` counts findings, `merged` claims beside the lead."""

    total: int
    used: int
    merged: int
    withheld: int
    rejected: int


class Ledger(Record):
    """Every input in exactly one outcome."""

    articles: ArticleCounts
    passages: PassageCounts
    claims: ClaimCounts


class Usage(Record):
    """What the replies took when they were made."""

    replies: int
    prompt_tokens: int
    completion_tokens: int
    cost: str | None


class Review(Record):
    """A signature: by whom, when, of which draft, with the chain of events behind it."""

    by: tuple[str, ...]
    at: str
    of: str
    events: tuple[dict[str, str], ...]
    chain: str


class Issue(Record):
    """Which issue of which schedule a briefing is."""

    schedule: str
    number: int
    due: str
    previous: str | None


class Change(Record):
    """What became of a finding since the previous issue."""

    id: str
    state: Literal["new", "stronger", "weaker", "reversed", "withdrawn", "unchanged"]
    finding: str | None
    previous: str | None
    reason: str


class Briefing(Record):
    """A whole briefing; `id` is the hash of all but `id`, `status` and `review`."""

    format: Literal["briefing/1"] = "briefing/1"
    id: str
    title: str
    audience: str
    question: str | None
    language: str
    status: Literal["draft", "approved"]
    review: Review | None
    marking: Marking
    as_of: str
    period: Period
    issue: Issue | None
    generator: Generator
    sources: tuple[Source, ...]
    refused: tuple[Refusal, ...]
    origins: tuple[Origin, ...]
    actors: tuple[Actor, ...]
    citations: tuple[Citation, ...]
    claims: tuple[AssessedClaim, ...]
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...]
    developments: tuple[Development, ...]
    relations: tuple[Relation, ...]
    judgements: tuple[Judgement, ...]
    timeline: tuple[TimelineEntry, ...]
    gaps: tuple[Gap, ...]
    indicators: tuple[Indicator, ...]
    assumptions: tuple[Assumption, ...]
    changes: tuple[Change, ...]
    withheld: tuple[Withheld, ...]
    sections: tuple[Section, ...] = Field(min_length=1)
    ledger: Ledger
    usage: Usage

    def content_id(self) -> str:
        """Return the id these contents ought to have.

        SHA-256 of the object as UTF-8 JSON with sorted keys and no spaces, without `id`,
        `status` and `review`.
        """
        content = self.model_dump(mode="json", exclude=set(_OUTSIDE_THE_ID))
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    def identified(self) -> "Briefing":
        """Return the same briefing with `id` set to `content_id()`."""
        return self.model_copy(update={"id": self.content_id()})
