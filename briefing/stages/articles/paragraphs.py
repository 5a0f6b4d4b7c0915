"""The paragraphs of a page, with what can be seen of each without knowing the others."""

import re
from typing import NamedTuple

from briefing.stages.articles.cues import fold
from briefing.tradecraft import sentences

# Beyond this a paragraph is prose, and only its beginning is compared with the word list.
_LONGEST_LINE = 400
_SENTENCE_ENDS = frozenset(".!?…。！？؟।")
_COLONS = frozenset(":：")
_CLOSERS = "”»’\"')]}*_ \t"
_FEWEST_WORDS = 5
_WORDS_OF_PROSE = 25
_WORDS_BEFORE_A_COLON = 8
# Chinese, Japanese, Thai and Khmer set no spaces: characters say how much a line holds.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_CHARACTERS_PER_WORD = 3

_ITEM = re.compile(r"[-*+•·▪●◦–—]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|>\s?|\|")
_NAME = r"[^\W\d_a-z][\w.’'-]{0,30}"
_TURN = re.compile(rf"[*_]{{0,3}}(?:{_NAME}(?:\s{_NAME}){{0,3}})[*_]{{0,3}}\s?:[*_]{{0,3}}\s+\S")


class Paragraph(NamedTuple):
    """One paragraph, trimmed: `text == page[start:end]`, never blank, code points.

    `gap` counts the blank lines above it, `indent` the white space it begins with. `folded` is
    its beginning as the word list spells it, `words` how much it holds, `ending` its last
    character, closing quotation marks and brackets aside.
    """

    start: int
    end: int
    text: str
    folded: str
    words: int
    ending: str
    gap: int
    indent: int

    @property
    def is_line(self) -> bool:
        """Whether it is short enough to be compared whole."""
        return len(self.text) <= _LONGEST_LINE

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as sentences do."""
        return self.ending in _SENTENCE_ENDS

    @property
    def ends_with_colon(self) -> bool:
        """Whether it introduces what follows."""
        return self.ending in _COLONS

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text, wherever it stands."""
        if self.ends_sentence:
            return self.words >= _FEWEST_WORDS
        introduces = self.ends_with_colon and self.words >= _WORDS_BEFORE_A_COLON
        return introduces or self.words >= _WORDS_OF_PROSE

    @property
    def is_item(self) -> bool:
        """Whether it begins as an item of a list, a quotation block or a row of a table."""
        return _ITEM.match(self.text) is not None

    @property
    def is_turn(self) -> bool:
        """Whether it begins with a speaker and a colon, as in an interview."""
        return _TURN.match(self.text) is not None

    @property
    def is_label(self) -> bool:
        """Whether it is a short line that neither ends a sentence nor belongs to a list."""
        if not self.is_line or self.ends_sentence or self.ends_with_colon or self.is_prose:
            return False
        return not self.is_item


def read_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a page in reading order.

    Only white space lies outside them, and a byte order mark at the start.
    """
    found: list[Paragraph] = []
    position = 0
    for first, end in sentences.paragraphs(text):
        content = text[first:end].removeprefix("\ufeff").lstrip()
        if content:
            start = end - len(content)
            found.append(_paragraph(content, start, text[position:start]))
            position = end
    return tuple(found)


def _paragraph(content: str, start: int, above: str) -> Paragraph:
    *breaks, indent = f"{above}|".splitlines()
    return Paragraph(
        start=start,
        end=start + len(content),
        text=content,
        folded=fold(content[:_LONGEST_LINE]),
        words=_count_words(content),
        ending=content[-20:].rstrip(_CLOSERS)[-1:],
        gap=max(0, len(breaks) - 1),
        indent=len(indent) - 1,
    )


def _count_words(content: str) -> int:
    beginning = content[:_LONGEST_LINE]
    if len(_UNSPACED.findall(beginning)) * 2 > len(beginning):
        return len(content) // _CHARACTERS_PER_WORD
    if len(content) > _LONGEST_LINE:
        return content.count(" ") + 1
    return sum(any(map(str.isalnum, word)) for word in content.split())
