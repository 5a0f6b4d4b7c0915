"""Small records for tests: say what matters, the rest is filled in."""

import hashlib

from briefing.records.articles import Article, ArticleDate, Metadatum, Segment, SegmentKind
from briefing.records.pages import Page
from briefing.records.passages import Passage, Sentence
from briefing.records.record import Span


def digest(text: str) -> str:
    """SHA-256 of a text as UTF-8; lone surrogates count as question marks."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def a_page(text: str = "The port closed on Friday.", location: str = "port.txt") -> Page:
    """A page as a source hands it over."""
    return Page(location=location, sha256=digest(text), text_sha256=digest(text), text=text)


def a_segment(start: int, end: int, kind: SegmentKind = "body") -> Segment:
    """A segment, of the body unless said otherwise."""
    return Segment(start=start, end=end, kind=kind)


def a_metadatum(value: str, start: int = 0) -> Metadatum:
    """A fact shown by as many code points from `start` as it is long."""
    return Metadatum(value=value, evidence=(Span(start=start, end=start + len(value)),))


def a_date(value: str = "2019-03-04") -> ArticleDate:
    """A stated date, shown by the first ten code points."""
    return ArticleDate(value=value, basis="stated", evidence=((0, 10),))


def an_article(
    text: str = "The port closed on Friday. Workers voted to strike.",
    *,
    id: str = "S1",  # noqa: A002 - the name of the field
    segments: tuple[Segment, ...] | None = None,
    language: str | None = "en",
    title: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    date: ArticleDate | None = None,
    location: str = "port.txt",
) -> Article:
    """An article that is all body, unless `segments` say otherwise."""
    whole = (a_segment(0, len(text)),) if text else ()
    return Article(
        id=id,
        key=digest(text),
        location=location,
        sha256=digest(text),
        text_sha256=digest(text),
        text=text,
        language=language,
        title=a_metadatum(title) if title else None,
        author=a_metadatum(author) if author else None,
        publisher=a_metadatum(publisher) if publisher else None,
        date=date,
        segments=whole if segments is None else segments,
    )


def a_sentence(text: str, number: int = 1, *, start: int = 0, paragraph: int = 1) -> Sentence:
    """One numbered sentence."""
    return Sentence(
        number=number, start=start, end=start + len(text), text=text, paragraph=paragraph
    )


def a_passage(*texts: str, source: str = "S1", first: int = 1) -> Passage:
    """A passage of these sentences, one space apart in their article."""
    sentences: list[Sentence] = []
    start = 0
    for number, text in enumerate(texts, start=first):
        sentences.append(a_sentence(text, number, start=start))
        start += len(text) + 1
    return Passage(id=f"{source}.1", source=source, sentences=tuple(sentences))
