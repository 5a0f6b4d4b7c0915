"""When an article was published: as it says, or not before what it reports.

A date is *stated* by a byline, a line of its own, a label or a dateline. Without one it is
*inferred*, as a lower bound only: the latest dated event of the past that the body names
(`2016-06/..`), or "four years later" beside the year it counts from (`2018~`).
"""

import re
from collections.abc import Iterator, Sequence

from briefing.records.articles import ArticleDate, SegmentKind
from briefing.stages.articles.cues import opens, phrases, spelled_words, words_of
from briefing.stages.articles.heads import read_label
from briefing.stages.articles.paragraphs import Paragraph
from briefing.tradecraft import dates, sentences
from briefing.tradecraft.dates import DateMention
from briefing.tradecraft.word_lists import load_words

_EXPLICIT = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATELINE = re.compile(r"[^\W\d_a-z][^–—\n]{2,110}?\s?(?:[–—]|--|\s-)\s")
_LONGEST_DATELINE = 120
_LONGEST_SENTENCE = 2000

Kinds = Sequence[SegmentKind]
Dated = tuple[str, int, int]


def stated_date(
    paragraphs: Sequence[Paragraph], kinds: Kinds, language: str | None
) -> ArticleDate | None:
    """Return the date that the page gives for itself; a publication goes before an update."""
    found: list[tuple[int, Dated]] = []
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if kind in {"byline", "boilerplate"}:
            found.extend(
                (_rank(paragraph, kind), dated) for dated in _read(paragraph, language or "en")
            )
    found = [(rank, dated) for rank, dated in found if rank < _NOT_A_DATE]
    dateline = _dateline(paragraphs, kinds, language or "en")
    if dateline is not None:
        found.append((_BY_DATELINE, dateline))
    if not found:
        return None
    _, (value, start, end) = min(found, key=lambda item: (item[0], -len(item[1][0])))
    return ArticleDate(value=value, basis="stated", evidence=((start, end),))


_BY_LABEL, _BY_LINE, _BY_DATELINE, _BY_UPDATE, _NOT_A_DATE = range(5)


def _rank(paragraph: Paragraph, kind: SegmentKind) -> int:
    label = read_label(paragraph)
    if opens(paragraph.folded, "update_labels"):
        return _BY_UPDATE
    if opens(paragraph.folded, "date_labels") or (label and label[0] in phrases("date_labels")):
        return _BY_LABEL
    return _BY_LINE if kind == "byline" else _NOT_A_DATE


def _read(paragraph: Paragraph, language: str) -> Iterator[Dated]:
    if not paragraph.is_line or _YEAR.search(paragraph.text) is None:
        return
    for mention in dates.mentions(paragraph.text, language):
        if mention.value is not None and _EXPLICIT.fullmatch(mention.value):
            yield mention.value, paragraph.start + mention.start, paragraph.start + mention.end


def _dateline(paragraphs: Sequence[Paragraph], kinds: Kinds, language: str) -> Dated | None:
    """Read "SEVRIN, March 3, 2019 (Agency) - …" at the start of the body."""
    body = next((p for p, kind in zip(paragraphs, kinds, strict=True) if kind == "body"), None)
    match = _DATELINE.match(body.text[:_LONGEST_DATELINE]) if body is not None else None
    if body is None or match is None:
        return None
    for mention in dates.mentions(match.group(), language):
        if mention.kind == "day" and _EXPLICIT.fullmatch(mention.value or ""):
            return str(mention.value), body.start + mention.start, body.start + mention.end
    return None


def inferred_date(
    paragraphs: Sequence[Paragraph], kinds: Kinds, language: str | None
) -> ArticleDate | None:
    """Return the earliest the article can be from, by the latest past date in its body."""
    latest: Dated | None = None
    previous: tuple[Dated, ...] = ()
    counted: ArticleDate | None = None
    for text, offset in _dated_sentences(paragraphs, kinds, language):
        found = dates.mentions(text, language or "en")
        past = tuple(_past(text, offset, found))
        counted = _counted(text, offset, found, past or previous) or counted
        latest = max((latest, *past), key=_order) if latest else max(past, key=_order, default=None)
        previous = past
    if counted is not None and (latest is None or counted.value[:4] >= latest[0][:4]):
        return counted
    if latest is None:
        return None
    value, start, end = latest
    return ArticleDate(value=f"{value}/..", basis="inferred", evidence=((start, end),))


def _order(dated: Dated) -> str:
    """Order dates by the earliest day they may mean: a year by its first."""
    return f"{dated[0]}-01-01"[:10]


def _dated_sentences(
    paragraphs: Sequence[Paragraph], kinds: Kinds, language: str | None
) -> Iterator[tuple[str, int]]:
    """Yield the body sentences that name a year, and the ones after them, with their offsets."""
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if kind != "body" or _YEAR.search(paragraph.text) is None:
            continue
        is_next = False
        for start, end in sentences.split(paragraph.text, language):
            text = paragraph.text[start : min(end, start + _LONGEST_SENTENCE)]
            has_year = _YEAR.search(text) is not None
            if has_year or is_next:
                yield text, paragraph.start + start
            is_next = has_year


def _past(text: str, offset: int, found: Sequence[DateMention]) -> Iterator[Dated]:
    """Yield what a sentence dates explicitly, unless it speaks of what is to come."""
    # As spelled: "may" is a guess, "May" is a month.
    if any(word in phrases("ahead_words") for word in spelled_words(text)):
        return
    for mention in found:
        if mention.value is None or not _EXPLICIT.fullmatch(mention.value):
            continue
        before = " ".join(words_of(text[max(0, mention.start - 20) : mention.start]))
        if not any(f" {before}".endswith(f" {lead}") for lead in phrases("ahead_leads")):
            yield mention.value, offset + mention.start, offset + mention.end


def _counted(
    text: str, offset: int, found: Sequence[DateMention], anchors: Sequence[Dated]
) -> ArticleDate | None:
    """Read "2014, four years ago", or "In 2014 … Four years later it is": about 2018."""
    if not anchors:
        return None
    has_now = any(word in phrases("now_words") for word in words_of(text))
    for mention in found:
        words = tuple(words_of(mention.text))
        if mention.value is not None or not any(word in phrases("year_words") for word in words):
            continue
        is_ago = any(phrase in mention.text.lower() for phrase in phrases("ago_words"))
        is_later = has_now and any(word in phrases("later_words") for word in words)
        years = _number(words)
        if years is not None and (is_ago or is_later):
            value, start, end = anchors[-1]
            counting = (offset + mention.start, offset + mention.end)
            evidence = tuple(sorted(((start, end), counting)))
            return ArticleDate(
                value=f"{int(value[:4]) + years:04d}~", basis="inferred", evidence=evidence
            )
    return None


def _number(words: Sequence[str]) -> int | None:
    spelled = load_words("boilerplate")["number_words"]
    for word in words:
        if word.isdecimal() and len(word) <= 2:
            return int(word)
        if word in spelled:
            return spelled.index(word) + 1
    return None
