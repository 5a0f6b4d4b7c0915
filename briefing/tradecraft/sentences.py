"""Paragraphs and sentences of a text, as exact spans.

Sentence ends come from sentencex; the rules around it are ours. A sentence stays inside its
paragraph. Each line is a paragraph, so that headings and bylines never run into what follows,
unless a block of lines was wrapped to a width. What holds no letter or digit ("]") belongs to
the sentence before it. A full stop with no space behind it ends a sentence only where two were
run together ("Damascus.After initial reports").

A span is a half-open pair of code points.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sentencex import get_sentence_boundaries

from briefing.tradecraft.word_lists import load_words

_DEFAULT_LANGUAGE = "en"
_LINE_ENDS = str.maketrans(dict.fromkeys("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029", " "))
_SURROGATES = re.compile("[\ud800-\udfff]")

# Widths to which people and programs wrap text; longer lines are paragraphs, shorter ones verse.
_NARROWEST, _WIDEST = 40, 120
_OPENS_A_BLOCK = re.compile(r"[-*+•·–—>#|]\s|\d{1,3}[.)]\s")

_CLOSING = "”»’\"')]"
_OPENING = "“«„‘¿¡"
_RUN_TOGETHER = re.compile(rf"[.?][{re.escape(_CLOSING)}]{{0,3}}(?=[^\W\d_])")
# A word may not be longer, so that a text without white space is still read in linear time.
_LONGEST_WORD = 60
_ADDRESS_MARKS = frozenset("./@\\_#=&")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Return the paragraphs of a text, in order, trimmed of white space.

    Only white space lies outside them; `()` for a blank text.
    """
    spans: list[tuple[int, int]] = []
    for block in _blocks(text):
        if _is_wrapped([text[start:end] for start, end in block]):
            spans.append((block[0][0], block[-1][1]))
        else:
            spans.extend(block)
    return tuple(spans)


def split(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a text, in order, trimmed of white space.

    Args:
        text: Any text, of several paragraphs or none.
        language: ISO 639-1 code, for its abbreviations; `None` reads as English.

    Returns:
        Spans without overlap that hold every character but white space.
    """
    return tuple(
        (first + start, first + end)
        for first, last in paragraphs(text)
        for start, end in _sentences(text[first:last], language or _DEFAULT_LANGUAGE)
    )


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    block: list[tuple[int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        content = line.strip()
        if block and (not content or _OPENS_A_BLOCK.match(content)):
            yield block
            block = []
        if content:
            start = position + len(line) - len(line.lstrip())
            block.append((start, start + len(content)))
        position += len(line)
    if block:
        yield block


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether no line had room for the first word of the next one."""
    width = max(map(len, lines))
    if len(lines) < 2 or not _NARROWEST <= width <= _WIDEST:
        return False
    full = all(
        len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
        for line, following in pairwise(lines)
    )
    return full and any(line[0].islower() for line in lines[1:])


def _sentences(paragraph: str, language: str) -> Iterator[tuple[int, int]]:
    flat = paragraph.translate(_LINE_ENDS)
    marks = sorted({0, *_cuts(flat, language), len(flat)})
    units = (_trimmed(flat, start, end) for start, end in pairwise(marks))
    return _joined(flat, (unit for unit in units if unit[0] < unit[1]))


def _cuts(text: str, language: str) -> Iterator[int]:
    clean = _SURROGATES.sub("\ufffd", text)
    for boundary in get_sentence_boundaries(language, clean):
        cut = boundary["start_index"]
        if 0 < cut < len(text) and _may_cut(text, cut):
            yield cut
    for match in _RUN_TOGETHER.finditer(text):
        if _is_run_together(text, match.end()):
            yield match.end()


def _may_cut(text: str, cut: int) -> bool:
    before, after = text[cut - 1], text[cut]
    if _ends_in_title(text, cut):
        return False
    if before.isspace() or after.isspace() or after in _OPENING:
        return True
    is_caseless = after.isalpha() and after.lower() == after.upper()
    return is_caseless or _is_run_together(text, cut)


def _ends_in_title(text: str, cut: int) -> bool:
    """Return whether the last word before `cut` is an initial or a title: "M.", "Sra."."""
    word = (text[max(0, cut - _LONGEST_WORD) : cut].split() or [""])[-1].lstrip(_OPENING + "(")
    is_initial = len(word) == 2 and word[0].isupper() and word[1] == "."
    return is_initial or (word[-1:] == "." and word[:-1].lower() in _known_words().titles)


def _is_run_together(text: str, cut: int) -> bool:
    """Return whether a sentence ends before `cut` and one begins at it, without a space."""
    window = text[max(0, cut - _LONGEST_WORD) : cut]
    token = (window.split() or [""])[-1].rstrip(_CLOSING)
    stem = token.rstrip(".?!…")
    right = re.match(r"[^\W\d_]{2,60}", text[cut : cut + _LONGEST_WORD])
    if not stem or stem == token or right is None:
        return False
    if not (stem[-1].islower() or stem[-1] in _CLOSING) or _ADDRESS_MARKS & set(stem):
        return False
    word = right.group()
    if not (word[0].isupper() and word[1].islower()):
        return False
    behind = text[cut + len(word) : cut + len(word) + 1]
    return behind not in _ADDRESS_MARKS and not _is_known(stem, word)


def _is_known(stem: str, word: str) -> bool:
    last = re.split(r"[\W\d]", stem.lower())[-1]
    known = _known_words()
    is_abbreviation = len(last) == 1 or last in known.titles or last in known.abbreviations
    return is_abbreviation or word.lower() in known.suffixes


class _KnownWords(NamedTuple):
    titles: frozenset[str]
    abbreviations: frozenset[str]
    suffixes: frozenset[str]


@cache
def _known_words() -> _KnownWords:
    return _KnownWords(*(frozenset(load_words("sentences")[key]) for key in _KnownWords._fields))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return start + left, start + max(left, len(part.rstrip()))


def _joined(text: str, units: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join each unit without letters or digits to the one before it; at the start, to the next."""
    first = last = -1
    is_worded = False
    for start, end in units:
        has_words = any(map(str.isalnum, text[start:end]))
        if first >= 0 and is_worded and has_words:
            yield first, last
            first, is_worded = start, False
        first = start if first < 0 else first
        last, is_worded = end, is_worded or has_words
    if first >= 0:
        yield first, last
