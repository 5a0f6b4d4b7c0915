"""Title, author and publisher, with the words that show them; `None` where the page is silent."""

from collections.abc import Iterator, Sequence

from briefing.records.articles import Metadatum, SegmentKind
from briefing.records.record import Span
from briefing.stages.articles.bylines import (
    is_outlet,
    read_byline,
    read_dateline_agency,
    read_publisher_label,
)
from briefing.stages.articles.cues import phrases
from briefing.stages.articles.heads import read_label
from briefing.stages.articles.paragraphs import Paragraph

_DECORATION = "#*_ \t=\"'"
_SITE_SEPARATOR = " | "

Kinds = Sequence[SegmentKind]


def title(paragraphs: Sequence[Paragraph], kinds: Kinds) -> Metadatum | None:
    """Return the title without its Markdown marks, label and the name of the site behind it."""
    found = next((p for p, kind in zip(paragraphs, kinds, strict=True) if kind == "title"), None)
    if found is None:
        return None
    label = read_label(found)
    is_labelled = label is not None and label[0] in phrases("title_labels")
    start = label[1] if label is not None and is_labelled else 0
    value = found.text[start:]
    name, separator, site = value.rpartition(_SITE_SEPARATOR)
    return _metadatum(found, start, name if separator and is_outlet(site) else value)


def author(paragraphs: Sequence[Paragraph], kinds: Kinds) -> Metadatum | None:
    """Return the names in the first line that says who wrote it."""
    for paragraph in _bylines(paragraphs, kinds):
        byline = read_byline(paragraph.text)
        if byline is not None and byline.author is not None:
            start, end = byline.author
            return _metadatum(paragraph, start, paragraph.text[start:end])
        label = read_label(paragraph)
        if label is not None and label[0] in phrases("author_labels"):
            return _metadatum(paragraph, label[1], paragraph.text[label[1] :])
    return None


def publisher(paragraphs: Sequence[Paragraph], kinds: Kinds) -> Metadatum | None:
    """Return who published it: by byline or label, by dateline, or behind the title."""
    for paragraph in _bylines(paragraphs, kinds):
        byline = read_byline(paragraph.text)
        span = byline.publisher if byline is not None else _labelled(paragraph)
        if span is not None:
            return _metadatum(paragraph, span[0], paragraph.text[slice(*span)])
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if kind == "title":
            site = paragraph.text.rpartition(_SITE_SEPARATOR)[2]
            if site != paragraph.text and is_outlet(site):
                return _metadatum(paragraph, len(paragraph.text) - len(site), site)
        if kind == "body":
            span = read_dateline_agency(paragraph.text)
            return (
                None
                if span is None
                else _metadatum(paragraph, span[0], paragraph.text[slice(*span)])
            )
    return None


def _labelled(paragraph: Paragraph) -> tuple[int, int] | None:
    label = read_label(paragraph)
    if label is None or label[0] not in phrases("publisher_labels"):
        return None
    span = read_publisher_label(paragraph.text[label[1] :])
    return None if span is None else (label[1] + span[0], label[1] + span[1])


def _bylines(paragraphs: Sequence[Paragraph], kinds: Kinds) -> Iterator[Paragraph]:
    return (p for p, kind in zip(paragraphs, kinds, strict=True) if kind == "byline")


def _metadatum(paragraph: Paragraph, offset: int, value: str) -> Metadatum | None:
    """Return `value`, which stands at `offset` of the paragraph, without marks around it."""
    trimmed = value.strip(_DECORATION)
    if not trimmed:
        return None
    start = paragraph.start + offset + value.index(trimmed)
    return Metadatum(value=trimmed, evidence=(Span(start=start, end=start + len(trimmed)),))
