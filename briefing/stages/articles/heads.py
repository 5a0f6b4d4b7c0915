"""The head of a page: which line above the running text is the title, and what the others are."""

import re
from collections.abc import Iterator, Sequence

from briefing.records.articles import SegmentKind
from briefing.stages.articles.bylines import is_outlet
from briefing.stages.articles.cues import phrases
from briefing.stages.articles.looks import Look
from briefing.stages.articles.paragraphs import Paragraph

_MOST_TITLE_WORDS = 40
_MOST_SENTENCE_TITLE_WORDS = 20
_FEWEST_TITLE_WORDS = 4
_MOST_FRONT_MATTER_LINES = 60
_LABEL = re.compile(r"[\"'*_]{0,3}([^\W\d_][\w -]{1,24}?)[\"'*_]{0,3}\s?:\s*(\S.*)", re.DOTALL)
_BYLINE_LABELS = ("author_labels", "publisher_labels", "date_labels", "update_labels")
_TRAIL_PARTS = re.compile(r"\s(?:/|>|»|›|→|\|)\s")


def read_label(paragraph: Paragraph) -> tuple[str, int] | None:
    """Read a line such as "Title: Port shut": the label folded, and where its value starts."""
    match = _LABEL.match(paragraph.text) if paragraph.is_line else None
    if match is None:
        return None
    label = match.group(1).lower().replace("-", " ").replace("_", " ").strip()
    return label, match.start(2)


def front_matter(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many paragraphs are front matter, the "---" lines around it included."""
    if not paragraphs or paragraphs[0].text not in {"---", "+++"}:
        return 0
    for index, paragraph in enumerate(paragraphs[1:_MOST_FRONT_MATTER_LINES], start=1):
        if paragraph.text == paragraphs[0].text:
            return index + 1
        if read_label(paragraph) is None and not paragraph.is_item and "=" not in paragraph.text:
            return 0
    return 0


def read_head(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], body: int
) -> dict[int, SegmentKind]:
    """Say what stands above the running text, and whether that begins with a title.

    Args:
        paragraphs: All of a page.
        looks: What each looks like.
        body: Index of the first paragraph of running text; their number if there is none.

    Returns:
        Kinds by index, at most one of them `title`. Paragraphs with a look of their own are left
        out unless a label names them.
    """
    kinds = dict(_labelled(paragraphs, body))
    fenced = front_matter(paragraphs)
    kinds.update({index: "boilerplate" for index in range(fenced) if index not in kinds})
    lines = [
        index for index in range(fenced, body) if looks[index] == "text" and index not in kinds
    ]
    if "title" not in kinds.values():
        title = _title(paragraphs, looks, lines, body)
        if title is not None:
            kinds[title] = "title"
    first = min((index for index, kind in kinds.items() if kind == "title"), default=body)
    for index in lines:
        kinds.setdefault(index, _line_kind(paragraphs, looks, index, first))
    return kinds


def _labelled(paragraphs: Sequence[Paragraph], body: int) -> Iterator[tuple[int, SegmentKind]]:
    has_title = False
    for index in range(body):
        label = read_label(paragraphs[index])
        if label is None:
            continue
        if label[0] in phrases("title_labels") and not has_title:
            has_title = True
            yield index, "title"
        elif any(label[0] in phrases(key) for key in _BYLINE_LABELS):
            yield index, "byline"


def _title(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], lines: Sequence[int], body: int
) -> int | None:
    fit = [index for index in lines if _may_be_title(paragraphs[index])]
    named = _trail_end(paragraphs, looks, fit)
    heading = [i for i in fit if re.match(r"#\s+\S+\s+\S", paragraphs[i].text)]
    underlined = [i for i in fit if i + 1 < body and _is_underline(paragraphs[i + 1])]
    long = [i for i in fit if paragraphs[i].words >= _FEWEST_TITLE_WORDS]
    long = [i for i in long if not _is_masthead(paragraphs[i].text)] or long
    sentence = _sentence_title(paragraphs, looks, body)
    choices = (named, heading, underlined, sentence, long, fit)
    return next((choice[0] for choice in choices if choice), None)


def _may_be_title(paragraph: Paragraph) -> bool:
    """Return whether a line could be one: two words and more, and no section of the site."""
    if not paragraph.is_line or not 1 < paragraph.words <= _MOST_TITLE_WORDS:
        return False
    return paragraph.folded not in phrases("section_labels") and not paragraph.is_item


def _is_masthead(text: str) -> bool:
    """Return whether a line could name the site: like a paper's name, and all in capitals."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", text) if len(word) > 3]
    return is_outlet(text) and all(word[0].isupper() for word in words if word != "home")


def _trail_end(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], lines: Sequence[int]
) -> list[int]:
    """Return the line that a trail of links ("Home / Topics / Title") ends with."""
    ends = {
        _TRAIL_PARTS.split(paragraph.text)[-1].strip().lower()
        for paragraph, look in zip(paragraphs, looks, strict=True)
        if look == "boilerplate" and paragraph.is_line
    }
    return [index for index in lines if paragraphs[index].text.strip("#* ").lower() in ends]


def _is_underline(paragraph: Paragraph) -> bool:
    return len(paragraph.text) > 2 and set(paragraph.text) in ({"="}, {"-"}) and not paragraph.gap


def _sentence_title(paragraphs: Sequence[Paragraph], looks: Sequence[Look], body: int) -> list[int]:
    """Return the first running text where it is a headline that ends like a sentence.

    It is one if nothing above it could be, and a byline or a date follows, or it asks or exclaims
    and the text goes on.
    """
    if any(look == "text" for look in looks[:body]) or body + 1 >= len(paragraphs):
        return []
    paragraph = paragraphs[body]
    if paragraph.words > _MOST_SENTENCE_TITLE_WORDS or not paragraph.ends_sentence:
        return []
    signed = looks[body + 1] in {"byline", "date"}
    asks = paragraph.text.rstrip("\"'”»’*_ ").endswith(("?", "!"))
    goes_on = any(p.is_prose for p in paragraphs[body + 1 : body + 6])
    return [body] if goes_on and (signed or (asks and not paragraph.is_turn)) else []


def _line_kind(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], index: int, title: int
) -> SegmentKind:
    """Name a line beside the title: what stands above is of the site, below it of the article."""
    paragraph = paragraphs[index]
    if index < title or paragraph.folded in phrases("section_labels"):
        return "boilerplate"
    below = looks[index + 1] if index + 1 < len(looks) else "text"
    is_name = 1 < paragraph.words <= 4 and paragraph.text.replace(" ", "").isalpha()
    return "byline" if is_name and below == "date" else "heading"
