"""Divide a page into segments, each of one kind.

First every paragraph is looked at by itself (`looks`), then its neighbours decide: captions and
lists, the head, the comments, the end. What is running text in between is the body. In doubt
between body and comment a paragraph is a comment; in doubt otherwise, full sentences are body.
"""

from collections.abc import Sequence

from briefing.records.articles import Segment, SegmentKind
from briefing.stages.articles.bylines import read_byline
from briefing.stages.articles.captions import repeated
from briefing.stages.articles.comments import comments_start
from briefing.stages.articles.endings import biographies, closing_start
from briefing.stages.articles.heads import read_head
from briefing.stages.articles.looks import Look, has_date_label, look_at
from briefing.stages.articles.neighbors import captions, contact_blocks, other_articles
from briefing.stages.articles.paragraphs import Paragraph

_MOST_HEADING_WORDS = 15
_FEWEST_BODY_WORDS = 5
_FEWEST_NUMBERS_IN_A_ROW = 2
# A standfirst that is a sentence may stand above the byline and the date.
_MOST_LINES_BELOW_STANDFIRST = 4
_KINDS: dict[Look, SegmentKind] = {
    "mark": "boilerplate",
    "end": "boilerplate",
    "boilerplate": "boilerplate",
    "contact": "boilerplate",
    "comments": "boilerplate",
    "related": "related",
    "related-list": "related",
    "caption": "caption",
    "credit": "caption",
    "byline": "byline",
    "stamp": "heading",
    "bio-heading": "bio",
    "closing": "boilerplate",
}


def classify(paragraphs: Sequence[Paragraph]) -> tuple[SegmentKind, ...]:
    """Return the kind of each paragraph of a page, in order."""
    looks = _looks(paragraphs)
    body = _first_text(paragraphs, looks, 0)
    end = comments_start(paragraphs, looks, body)
    head = read_head(paragraphs, looks, min(body, end))
    if head.get(body) == "title":
        body = _first_text(paragraphs, looks, body + 1)
    news_end = closing_start(paragraphs, looks, end)
    listed = frozenset(other_articles(paragraphs, looks, body, end))
    own = ["related" if index in listed else look for index, look in enumerate(looks)]
    bios = biographies(paragraphs, own, end, _author(paragraphs, looks))
    # In order of precedence: what is named first stays.
    decided: tuple[dict[int, SegmentKind], ...] = (
        _behind_comments(paragraphs, looks, end),
        head,
        dict.fromkeys(bios, "bio"),
        dict.fromkeys(listed, "related"),
        {index: "boilerplate" for index in range(news_end, end) if looks[index] == "text"},
        _by_look(paragraphs, looks, body),
    )
    kinds: dict[int, SegmentKind] = {}
    for part in decided:
        kinds = {**part, **kinds}
    return _with_body(paragraphs, looks, kinds)


def cover(
    text: str, paragraphs: Sequence[Paragraph], kinds: Sequence[SegmentKind]
) -> tuple[Segment, ...]:
    """Return one segment for each paragraph, with the white space that follows it.

    They cover the text without gap or overlap; what stands above the first paragraph is
    boilerplate, `()` for an empty text.
    """
    starts = [0, *(paragraph.start for paragraph in paragraphs)]
    ends = [*starts[1:], len(text)]
    named: list[SegmentKind] = ["boilerplate", *kinds]
    return tuple(
        Segment(start=start, end=end, kind=kind)
        for start, end, kind in zip(starts, ends, named, strict=True)
        if start < end
    )


def _looks(paragraphs: Sequence[Paragraph]) -> list[Look]:
    looks = [look_at(paragraph) for paragraph in paragraphs]
    lines = (index for index, look in enumerate(looks) if look == "text")
    first = next(lines, None)
    title = first if first is not None and paragraphs[first].is_label else None
    for index in tuple(captions(paragraphs, looks, title)):
        looks[index] = "caption"
    for index in tuple(contact_blocks(paragraphs, looks)):
        looks[index] = "boilerplate"
    return looks


def _first_text(paragraphs: Sequence[Paragraph], looks: Sequence[Look], start: int) -> int:
    return next(
        (
            index
            for index in range(start, len(paragraphs))
            if looks[index] == "text" and paragraphs[index].is_prose
        ),
        len(paragraphs),
    )


def _author(paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> str | None:
    for paragraph, look in zip(paragraphs, looks, strict=True):
        byline = read_byline(paragraph.text) if look == "byline" else None
        if byline is not None and byline.author is not None:
            return paragraph.text[slice(*byline.author)]
    return None


def _behind_comments(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], end: int
) -> dict[int, SegmentKind]:
    """Everything from `end` on is a comment, but for lists of other articles and biographies."""
    kinds: dict[int, SegmentKind] = {}
    around: SegmentKind = "comment"
    for index in range(end, len(paragraphs)):
        if looks[index] in {"related-list", "bio-heading", "comments"}:
            named: dict[Look, SegmentKind] = {"related-list": "related", "bio-heading": "bio"}
            around = named.get(looks[index], "comment")
        elif around == "related" and paragraphs[index].is_prose:
            around = "comment"
        kinds[index] = "related" if looks[index] == "related" else around
    return kinds


def _by_look(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], body: int
) -> dict[int, SegmentKind]:
    last = max(
        (i for i, p in enumerate(paragraphs) if looks[i] == "text" and p.is_prose), default=0
    )
    kinds: dict[int, SegmentKind] = {}
    for index, look in enumerate(looks):
        if look == "date":
            is_outside = not body + _MOST_LINES_BELOW_STANDFIRST < index < last
            is_byline = is_outside or has_date_label(paragraphs[index].folded)
            kinds[index] = "byline" if is_byline else "heading"
        elif look != "text":
            kinds[index] = _KINDS[look]
    return kinds


def _with_body(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], kinds: dict[int, SegmentKind]
) -> tuple[SegmentKind, ...]:
    flow = [index for index in range(len(paragraphs)) if index not in kinds]
    body = [index for index in flow if not _is_heading(paragraphs[index])]
    texts = [index for index, look in enumerate(looks) if look == "text"]
    if not body and len(texts) == 1 and paragraphs[texts[0]].words >= _FEWEST_BODY_WORDS:
        body = [index for index in texts if kinds.get(index) != "comment"]
    last = body[-1] if body else -1
    named: dict[int, SegmentKind] = {
        index: "heading" if index < last else "boilerplate" for index in flow
    }
    named = {**named, **kinds, **dict.fromkeys(body, "body")}
    named.update(dict.fromkeys(repeated(paragraphs, body), "caption"))
    return tuple(named[index] for index in range(len(paragraphs)))


def _is_heading(paragraph: Paragraph) -> bool:
    """Return whether a line in the flow is no sentence, item, speech or row of figures."""
    if not paragraph.is_label or paragraph.is_turn or paragraph.words > _MOST_HEADING_WORDS:
        return False
    numbers = sum(any(map(str.isdigit, word)) for word in paragraph.text.split())
    return numbers < _FEWEST_NUMBERS_IN_A_ROW
