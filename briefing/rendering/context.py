"""A citation in its surroundings: which paragraph of the body it stands in, and what is around."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.records.articles import Segment
from briefing.records.briefings import Source
from briefing.records.claims import Citation
from briefing.tradecraft import sentences

# 700: two of three paragraphs of news are shorter; a text without paragraphs is cut here.
_MAX_AROUND = 700


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source's body. Half-open, code points; `number` counts from 1."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A citation with the text before and after it in its paragraph.

    Where the stored text is missing, or no longer holds the quotation at its place, `before` and
    `after` are the citation's own prefix and suffix and `paragraph` is `None`.
    """

    citation: Citation
    paragraph: int | None
    before: str
    after: str


class Contexts:
    """The stored texts of a briefing's sources, divided into paragraphs once."""

    def __init__(self, sources: Iterable[Source], texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._paragraphs = {
            source.id: body_paragraphs(texts[source.id], source.segments)
            for source in sources
            if source.id in texts
        }

    def quotation(self, citation: Citation) -> Quotation:
        """Return a citation in the context of its paragraph, as far as the text is there."""
        text = self._texts.get(citation.source, "")
        if not 0 <= citation.start < citation.end <= len(text) or (
            text[citation.start : citation.end] != citation.exact
        ):
            return Quotation(
                citation=citation,
                paragraph=None,
                before=_opened(citation.prefix),
                after=_closed(citation.suffix),
            )
        paragraphs = self._paragraphs.get(citation.source, ())
        first = _holding(paragraphs, citation.start)
        last = _holding(paragraphs, citation.end - 1)
        start = first.start if first else citation.start
        end = last.end if last else citation.end
        return Quotation(
            citation=citation,
            paragraph=first.number if first else None,
            before=_tail(text[start : citation.start]),
            after=_head(text[citation.end : end]),
        )


def body_paragraphs(text: str, segments: Iterable[Segment]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a source's body, in reading order, numbered as passages are."""
    spans = (
        (segment.start + start, segment.start + end)
        for segment in segments
        if segment.kind == "body"
        for start, end in sentences.paragraphs(text[segment.start : segment.end])
    )
    return tuple(
        Paragraph(number=number, start=start, end=end)
        for number, (start, end) in enumerate(spans, start=1)
    )


def _holding(paragraphs: tuple[Paragraph, ...], offset: int) -> Paragraph | None:
    index = bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
    if index >= 0 and offset < paragraphs[index].end:
        return paragraphs[index]
    return None


def _tail(text: str) -> str:
    text = text.lstrip()
    if len(text) <= _MAX_AROUND:
        return text
    return _opened(text[-_MAX_AROUND:])


def _head(text: str) -> str:
    text = text.rstrip()
    if len(text) <= _MAX_AROUND:
        return text
    return _closed(text[:_MAX_AROUND])


def _opened(text: str) -> str:
    return f"…{text}" if text else ""


def _closed(text: str) -> str:
    return f"{text}…" if text else ""
