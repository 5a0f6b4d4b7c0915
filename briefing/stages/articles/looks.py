"""What each paragraph looks like by itself; `segments` decides with its neighbours in view."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from briefing.stages.articles.bylines import read_byline
from briefing.stages.articles.captions import is_caption, is_credit
from briefing.stages.articles.cues import holds, opens, phrases, words_of
from briefing.stages.articles.paragraphs import Paragraph
from briefing.tradecraft import dates

Look = Literal[
    "text",  # nothing strikes the eye
    "mark",  # a separator
    "end",  # "###": the article ends here
    "boilerplate",
    "contact",  # opens a block of addresses
    "comments",  # opens a section of readers' comments, or belongs to it
    "related",  # points to one other article
    "related-list",  # opens a list of them
    "caption",
    "credit",  # who made a picture: the line above may be its caption
    "byline",
    "date",  # a line that only says when
    "stamp",  # a time of day
    "bio-heading",
    "closing",  # opens what follows the news of a press release
]

_MOST_WORDS = 60
_MOST_OPENING_WORDS = 30
_MOST_HEADING_WORDS = 16
_MOST_DATE_WORDS = 14
_MOST_LABELLED_DATE_WORDS = 24
_MOST_ADDRESS_WORDS = 12
_MOST_NAMES_BESIDE_A_DATE = 5

_LINK = re.compile(r"\[[^\][]{1,300}\]\([^()\s]{1,1000}\)")
_LONGEST_LINK = 400
_LONGEST_BAR = 20_000
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_MAIL_OR_PHONE = re.compile(
    r"\S@\S+\.\w|\+\d[\d\s().-]{7,20}\d|\(\d{2,5}\)\s?\d{3}|\b\d{3}[-.]\d{3}[-.]\d{4}\b"
)
_SEPARATED = re.compile(r"\s(?:/|>|»|›|→|\||•|·)\s")
_CLOCK = re.compile(
    r"[\[(*_]{0,3}(?:[01]?\d|2[0-3])[.:h][0-5]\d(?::[0-5]\d)?\s?(?:[ap]\.?m\.?|uhr|h|gmt|utc|bst|"
    r"cet|cest|est|edt)?[\])*_:]{0,3}",
    re.IGNORECASE,
)


_SECTIONS: tuple[tuple[str, Look], ...] = (
    ("bio_lines", "bio-heading"),
    ("comment_lines", "comments"),
    ("related_lines", "related-list"),
    ("contact_openings", "contact"),
    ("closing_lines", "closing"),
)


def look_at(paragraph: Paragraph) -> Look:
    """Say what a paragraph looks like, whatever stands around it."""
    mark = _mark(paragraph)
    if mark is not None:
        return mark
    if paragraph.words > _MOST_WORDS or not paragraph.is_line:
        is_cue = opens(paragraph.folded, "boilerplate_sentences") is not None
        if is_cue and paragraph.is_line:
            return "boilerplate"
        return "caption" if is_caption(paragraph) else _credited(paragraph)
    return (
        _section(paragraph)
        or _named_line(paragraph)
        or _picture(paragraph)
        or ("boilerplate" if _is_boilerplate(paragraph) else "text")
    )


def is_date_line(paragraph: Paragraph) -> bool:
    """Return whether a line says when and nothing else, but for names beside the date."""
    text = paragraph.text
    most = _MOST_LABELLED_DATE_WORDS if has_date_label(paragraph.folded) else _MOST_DATE_WORDS
    if paragraph.words > most or not any(map(str.isdigit, text)):
        return False
    found = [mention for mention in dates.mentions(text) if mention.value is not None]
    if not any(mention.kind in {"day", "month"} for mention in found):
        return False
    beside = "".join(
        text[end:start]
        for end, start in zip(
            [0, *(mention.end for mention in found)],
            [*(mention.start for mention in found), len(text)],
            strict=True,
        )
    )
    return _is_only_names(beside)


def has_date_label(folded: str) -> bool:
    """Return whether a folded line begins with "published", "updated" or the like."""
    labels = opens(folded, "date_labels") or opens(folded, "update_labels")
    return labels is not None


def _is_only_names(text: str) -> bool:
    known = _date_line_words()
    names = 0
    for word in re.findall(r"\w[\w.'’-]*", text):
        if word.lower().rstrip(".") in known or any(map(str.isdigit, word)):
            continue
        if word[0].islower() and word not in phrases("byline_openings"):
            return False
        names += 1
    is_sentence = re.search(r"[a-zß-ÿ]{3}[.!?]\s*$", text) is not None
    return names <= _MOST_NAMES_BESIDE_A_DATE and not is_sentence


@cache
def _date_line_words() -> frozenset[str]:
    keys = ("date_line_words", "date_labels", "update_labels")
    return frozenset(word for key in keys for phrase in phrases(key) for word in phrase.split())


def _mark(paragraph: Paragraph) -> Look | None:
    if _is_links_only(paragraph):
        return "related"
    if not paragraph.is_line:
        return None
    if paragraph.text.lower() in phrases("end_marks"):
        return "end"
    if not any(map(str.isalnum, paragraph.text)):
        return "mark"
    if _CLOCK.fullmatch(paragraph.text):
        return "stamp"
    return "boilerplate" if paragraph.text.isdigit() else None


def _section(paragraph: Paragraph) -> Look | None:
    """Recognise a line that opens a part of the page."""
    folded = paragraph.folded
    listed = next((look for key, look in _SECTIONS if folded in phrases(key)), None)
    if listed is not None:
        return listed
    is_heading = paragraph.words <= _MOST_HEADING_WORDS and not paragraph.ends_sentence
    if opens(folded, "comment_sentences") or (is_heading and opens(folded, "comment_openings")):
        return "comments"
    if is_heading and ":" in paragraph.text[:40] and opens(folded, "contact_openings"):
        return "contact"
    return _pointer(paragraph)


def _pointer(paragraph: Paragraph) -> Look | None:
    """Recognise a line that points to other articles."""
    if paragraph.words > _MOST_OPENING_WORDS or not opens(paragraph.folded, "related_openings"):
        return None
    return "related-list" if paragraph.ends_with_colon else "related"


def _named_line(paragraph: Paragraph) -> Look | None:
    if read_byline(paragraph.text) is not None:
        return "byline"
    if is_date_line(paragraph):
        return "date"
    return None


def _picture(paragraph: Paragraph) -> Look | None:
    if is_credit(paragraph):
        return "credit"
    return "caption" if is_caption(paragraph) else None


def _credited(paragraph: Paragraph) -> Look:
    return "byline" if read_byline(paragraph.text) is not None else "text"


def _is_boilerplate(paragraph: Paragraph) -> bool:
    folded = paragraph.folded
    if folded in phrases("boilerplate_lines") or opens(folded, "boilerplate_sentences"):
        return True
    is_short = paragraph.words <= _MOST_OPENING_WORDS and not paragraph.ends_sentence
    if is_short and opens(folded, "boilerplate_openings"):
        return True
    return holds(folded, "boilerplate_anywhere") or _is_navigation(paragraph)


def _is_navigation(paragraph: Paragraph) -> bool:
    """Return whether a line is a trail or a bar of links, or holds an address and little else."""
    text = paragraph.text
    if paragraph.ends_sentence:
        return False
    has_address = _ADDRESS.match(text) or _MAIL_OR_PHONE.search(text)
    if has_address and paragraph.words <= _MOST_ADDRESS_WORDS:
        return True
    if paragraph.is_item:
        return False
    parts = _SEPARATED.split(text)
    is_trail = opens(paragraph.folded, "trail_openings") is not None
    is_bar = len(parts) >= 3 and all(len(part.split()) <= 3 for part in parts)
    has_number = any(map(str.isdigit, text))
    return (is_trail and len(parts) >= 2) or (is_bar and not has_number) or _is_share_bar(parts)


def _is_share_bar(parts: Sequence[str]) -> bool:
    """Return whether every word is one of "Facebook Twitter Email Print"."""
    words = [word for part in parts for word in words_of(part)]
    return len(words) >= 2 and all(word in phrases("boilerplate_lines") for word in words)


def _is_links_only(paragraph: Paragraph) -> bool:
    """Return whether a paragraph consists of Markdown links and separators."""
    text = paragraph.text
    if "](" not in text[:_LONGEST_LINK] or len(text) > _LONGEST_BAR or text[0] in "#!":
        return False
    return not any(map(str.isalnum, _LINK.sub("", text)))
