"""What belongs to pictures: captions, credits, notes on maps, repeated sentences."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.stages.articles.cues import holds, opens, phrases, words_of
from briefing.stages.articles.paragraphs import Paragraph

_TAIL = 140
_MOST_WORDS = 60
_MOST_CREDIT_WORDS = 14
_FEWEST_WORDS_REPEATED = 6
_MOST_SENTENCES_REPEATED = 3
_IMAGE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp)\b|(?:IMG|DSC|DSCN|PXL|image|photo)[_-]?\d{2,}\b"
    r"|[^\W_]{2,}(?:-\w+)?_[^\W_]+(?:_\w+)*\b",
    re.IGNORECASE,
)
_IMAGE_LINK = re.compile(r"!\[[^\][]{0,300}\]\([^()\s]{1,1000}\)")
# Every ending below holds one of these: most paragraphs are done with here.
_CREDIT_MARKS = ("/", ":", "(", "[", "©", " by ", " via ", " courtesy ")
_VIA = re.compile(r"\(?(?:.{1,60}\s)?via\s(?:Flickr|Getty|Unsplash|Wikimedia|AP|AFP|Reuters)\b")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”»’\"']*\s+")


def is_caption(paragraph: Paragraph) -> bool:
    """Return whether a paragraph shows by itself that it belongs to a picture."""
    if is_credit(paragraph) or _ends_in_credit(paragraph.text):
        return True
    if not paragraph.is_line or paragraph.words > _MOST_WORDS:
        return False
    starts = any(opens(paragraph.folded, key) for key in ("caption_openings", "credit_openings"))
    is_note = starts and (not paragraph.ends_sentence or paragraph.words <= _MOST_CREDIT_WORDS)
    return is_note or holds(paragraph.folded, "caption_anywhere") or _is_note(paragraph)


def is_credit(paragraph: Paragraph) -> bool:
    """Return whether a line says only who made a picture: the line above may be its caption."""
    if not paragraph.is_line or paragraph.words > _MOST_CREDIT_WORDS or paragraph.ends_sentence:
        return False
    text = paragraph.text.strip("*_[] ")
    if _IMAGE_LINK.match(text) or _IMAGE_NAME.match(text):
        return True
    named = opens(paragraph.folded, "credit_openings") is not None
    is_maker = "/" in text and (text.isupper() or _agency_credit().match(text) is not None)
    return named or is_maker or _VIA.match(text) is not None


def repeated(paragraphs: Sequence[Paragraph], indexes: Sequence[int]) -> Iterator[int]:
    """Yield the short paragraphs whose every sentence stands in another one as well.

    The longer of two paragraphs keeps the sentence, of equal ones the first. Such repetitions are
    captions, pull quotes and standfirsts: what they say is in the article anyway.
    """
    keeper: dict[str, int] = {}
    sentences = {index: _sentences(paragraphs[index].text) for index in indexes}
    for index in indexes:
        for sentence in sentences[index]:
            holder = keeper.setdefault(sentence, index)
            if len(sentences[index]) > len(sentences[holder]):
                keeper[sentence] = index
    for index in indexes:
        own = sentences[index]
        is_short = 0 < len(own) <= _MOST_SENTENCES_REPEATED
        long_enough = paragraphs[index].words >= _FEWEST_WORDS_REPEATED
        if is_short and long_enough and all(keeper[sentence] != index for sentence in own):
            yield index


def _sentences(text: str) -> tuple[str, ...]:
    parts = _SENTENCE_END.split(text)
    return tuple(part.lower().strip(" \"'“”‘’«».!?*_>") for part in parts if part)


def _ends_in_credit(text: str) -> bool:
    tail = text[-_TAIL:].rstrip("*_ ")
    if not any(mark in tail for mark in _CREDIT_MARKS):
        return False
    return any(pattern.search(tail) for pattern in _credit_endings())


def _is_note(paragraph: Paragraph) -> bool:
    """Return whether it is a remark in brackets on a map or a picture."""
    text = paragraph.text
    if not (text[0] in "[(" and text.rstrip(".")[-1:] in tuple("])")):
        return False
    return any(word in phrases("caption_subjects") for word in words_of(text))


def _alternatives(key: str) -> str:
    ordered = sorted(phrases(key), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in ordered)


@cache
def _agency_credit() -> re.Pattern[str]:
    """A line like "AFP/File Jane Doe", "Reuters / Jane Doe", "Jane Doe/AP"."""
    agencies = _alternatives("picture_agencies")
    return re.compile(
        rf"\(?(?:©\s?)?(?:(?:{agencies})\s?/\s?\S.{{0,60}}|.{{1,60}}?\s?/\s?(?:{agencies})"
        r")\)?$",
        re.IGNORECASE,
    )


@cache
def _credit_endings() -> tuple[re.Pattern[str], ...]:
    """How a caption ends: "… (Reuters/Jane Doe)", "… Photo: Jane Doe", "….JANE DOE/AFP"."""
    agencies, words = _alternatives("picture_agencies"), _alternatives("credit_words")
    endings = (
        rf"[(\[](?:{agencies})\s?(?:/|\bphoto\b)[^()\[\]]{{0,80}}[)\]]$",
        rf"[(\[][^()\[\]/]{{1,60}}/\s?(?:{agencies})[)\]]$",
        rf"[(\[](?:{words})\b[^()\[\]]{{0,80}}[)\]]\.?$",
        rf"(?:[.!?”\")|–—]\s?|\s[-/]\s)(?:{words})\s?(?::|\bby\b|\bcourtesy\b|/)[^.!?]{{1,80}}\.?$",
        rf"/\s?(?:{agencies})(?:\s?/\s?[\w ]{{1,30}})?\)?$",
        rf"(?:[.!?”\"]\s?|\s[–—-]\s)(?:©\s?)?(?:{agencies})\s?/\s?[^.!?]{{1,60}}$",
        rf"\s(?:[–—-]\s)?via\s(?:{agencies})$",
        r"\bh/t\s\S.{0,60}$",
        r"©\s?[^\W\d][^!?©]{1,60}$",
    )
    return tuple(re.compile(ending, re.IGNORECASE) for ending in endings)
