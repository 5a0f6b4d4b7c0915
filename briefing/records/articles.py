"""Stage `articles`: a page divided into what is the article and what is not."""

from typing import Literal

from briefing.records.record import Record, Span

SegmentKind = Literal[
    "title", "byline", "heading", "body", "caption", "comment", "bio", "related", "boilerplate"
]
Basis = Literal["stated", "inferred"]


class Segment(Record):
    """A stretch of a text that is all of one kind. Half-open, code points."""

    start: int
    end: int
    kind: SegmentKind


class Metadatum(Record):
    """A fact about an article and the spans of its text that show it."""

    value: str
    evidence: tuple[Span, ...]


class ArticleDate(Record):
    """When an article was published.

    `value` is EDTF: a day (`2018-01-19`), an approximate one (`2018~`), or an open interval
    (`2014-11/..`, not before November 2014) where the text only gives a lower bound.
    """

    value: str
    basis: Basis
    evidence: tuple[tuple[int, int], ...]


class Article(Record):
    """A page with its parts named. `None` wherever the text does not say.

    `segments` are in reading order, do not overlap, and cover `text` without a gap.
    """

    id: str
    """`S1`, `S2`, …: counts within one briefing."""
    key: str
    """Hash of the text: the same article in another run has the same key."""
    location: str
    sha256: str
    text_sha256: str
    text: str
    language: str | None
    title: Metadatum | None
    author: Metadatum | None
    publisher: Metadatum | None
    date: ArticleDate | None
    segments: tuple[Segment, ...]

    def body(self) -> tuple[Segment, ...]:
        """Return the body segments: the only text a claim may rest on."""
        return tuple(segment for segment in self.segments if segment.kind == "body")
