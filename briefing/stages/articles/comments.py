"""Where the comments of readers begin: at a heading, or where people start to answer.

A comment section can be half of a page and read like analysis, so what is doubtful here counts
as a comment. A link to the comments above the article opens nothing.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.stages.articles.cues import holds, phrases, words_of
from briefing.stages.articles.looks import Look
from briefing.stages.articles.paragraphs import Paragraph

_WORDS_OF_AN_ARTICLE = 60
_NEAR = 8
_MOST_HEADER_WORDS = 10
_MOST_NAME_WORDS = 5
_NUMBERED = re.compile(r"\(?#?(\d{1,4})[.)]\s+(?=\S)|#(\d{1,4})\b")
_NESTED = re.compile(r"[•·▪●◦>↳└*-]\s")
_ADDRESSED = re.compile(r"@\w|(?:\(?#?\d{1,4}[.)]\s+)?[^\W\d_]\w{1,20},\s*$")
_SHARE_OF_PERSONAL = 0.4
_WORDS_LOOKED_AT = 60


def comments_start(paragraphs: Sequence[Paragraph], looks: Sequence[Look], body: int) -> int:
    """Return the index of the first paragraph of the comments; the length if there are none.

    Args:
        paragraphs: All of a page.
        looks: What each looks like.
        body: Index of the first paragraph of running text.
    """
    starts = (
        _after_heading(paragraphs, looks, body),
        _after_header(paragraphs, looks, body),
        _after_numbers(paragraphs, looks, body),
        _after_names(paragraphs, looks, body),
    )
    return min((start for start in starts if start is not None), default=len(paragraphs))


def _after_heading(paragraphs: Sequence[Paragraph], looks: Sequence[Look], body: int) -> int | None:
    """Return the first heading that is more than a link to the comments."""
    words_after = _words_from(paragraphs, looks)
    total = words_after[body] if body < len(paragraphs) else 0
    for index, look in enumerate(looks):
        if look != "comments":
            continue
        before = total - words_after[index] if index > body else 0
        is_link = before < _WORDS_OF_AN_ARTICLE and words_after[index] > 2 * before
        if not is_link or _has_answers(paragraphs[index + 1 : index + 1 + _NEAR]):
            return index
    return None


def _words_from(paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> list[int]:
    """Return, for each index, the words of running text from there on."""
    counts = [0] * (len(paragraphs) + 1)
    for index in range(len(paragraphs) - 1, -1, -1):
        is_text = looks[index] == "text" and paragraphs[index].is_prose
        counts[index] = counts[index + 1] + (paragraphs[index].words if is_text else 0)
    return counts


def _has_answers(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether people talk to one another here."""
    talk = [paragraph for paragraph in paragraphs if paragraph.is_prose]
    if any(_is_sign(paragraph) or _is_header(paragraph) for paragraph in paragraphs):
        return True
    personal = sum(map(_is_personal, talk))
    return personal >= 2 and personal > _SHARE_OF_PERSONAL * len(talk)


def _is_sign(paragraph: Paragraph) -> bool:
    return paragraph.is_line and paragraph.folded in phrases("comment_signs")


def _is_header(paragraph: Paragraph) -> bool:
    """Return whether a line names who wrote the comment below it, by "says" or its age."""
    if not paragraph.is_line or not 1 < paragraph.words <= _MOST_HEADER_WORDS:
        return False
    if paragraph.ends_sentence:
        return False
    last = paragraph.folded.rsplit(" ", 1)[-1]
    says = last in phrases("comment_verbs") and paragraph.ends_with_colon
    aged = paragraph.words > 3 and holds(paragraph.folded, "comment_ages")
    return says or (aged and paragraph.text[0].isalpha())


def _is_personal(paragraph: Paragraph) -> bool:
    """Return whether someone speaks for themselves or to someone."""
    if paragraph.text[0] in '“"«„':
        return False
    beginning = " ".join(paragraph.text.split(" ", _WORDS_LOOKED_AT)[:_WORDS_LOOKED_AT])
    spoken = any(word in phrases("person_words") for word in words_of(beginning))
    return spoken or _ADDRESSED.match(beginning) is not None


def _after_header(paragraphs: Sequence[Paragraph], looks: Sequence[Look], body: int) -> int | None:
    """Return where the first signed comment begins, if any is under this page."""
    signs = [index for index in range(body + 1, len(paragraphs)) if _is_sign(paragraphs[index])]
    is_talk = len(signs) > 1 or any(
        paragraphs[index].folded in phrases("reply_signs") for index in signs
    )
    first_sign = signs[0] if is_talk else None
    for index in range(body + 1, len(paragraphs)):
        below = looks[index + 1] if index + 1 < len(looks) else "text"
        is_header = _is_header(paragraphs[index])
        if is_header and below == "date":
            return index
        is_near = first_sign is not None and first_sign - _NEAR <= index < first_sign
        if is_near and (is_header or _is_signed(paragraphs[index], looks[index], below)):
            return index
    return None if first_sign is None else max(body + 1, first_sign - 1)


def _is_signed(paragraph: Paragraph, look: Look, below: Look) -> bool:
    """Return whether a short name stands here, with a date below it or beside it."""
    is_short = paragraph.words <= _MOST_HEADER_WORDS and not paragraph.ends_sentence
    return is_short and (look == "date" or (below == "date" and not paragraph.is_prose))


def _after_numbers(paragraphs: Sequence[Paragraph], looks: Sequence[Look], body: int) -> int | None:
    """Return where numbered answers begin that have lost their heading.

    An article's own numbered list is announced by a colon or a heading, or the article goes on
    behind it; answers run to the end of the page, indented, nested, or in the first person.
    """
    items = tuple(_run(paragraphs, body))
    if len(items) < 2:
        return None
    first, last = items[0], items[-1]
    rest = range(first, len(paragraphs))
    closed = any(looks[index] == "comments" or _is_sign(paragraphs[index]) for index in rest)
    nested = any(
        paragraphs[index].indent > paragraphs[body].indent or _NESTED.match(paragraphs[index].text)
        for index in rest
    )
    personal = sum(_is_personal(paragraphs[index]) for index in items)
    above = paragraphs[first - 1].text if first else ""
    # What announces a list: a colon, a heading, or nothing, where the whole page is one.
    announced = first == body or above.endswith(":") or above.startswith("#")
    goes_on = sum(
        paragraphs[index].is_prose and not paragraphs[index].indent
        for index in range(last + 2, len(paragraphs))
    )
    score = 2 * closed + nested + (personal >= _SHARE_OF_PERSONAL * len(items))
    return first if score > 2 * announced + (goes_on > 1) else None


def _after_names(paragraphs: Sequence[Paragraph], looks: Sequence[Look], body: int) -> int | None:
    """Return where the page ends in names with bullets, each above what that person wrote.

    All of it stands further in than the article: a list of the article's own is shallower, and
    its items say something.
    """
    margin = paragraphs[body].indent if body < len(paragraphs) else 0
    start = None
    for index in range(len(paragraphs) - 1, body, -1):
        paragraph = paragraphs[index]
        if looks[index] == "text" and paragraph.indent <= margin:
            break
        is_name = paragraph.is_line and paragraph.words <= _MOST_NAME_WORDS
        below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        is_above = below is not None and below.indent > paragraph.indent > margin
        if is_name and is_above and _NESTED.match(paragraph.text) and not paragraph.ends_sentence:
            start = index
    return start


def _run(paragraphs: Sequence[Paragraph], body: int) -> Iterator[int]:
    """Yield the last run of numbered paragraphs that counts up from 1."""
    run: list[int] = []
    for index in range(body, len(paragraphs)):
        match = _NUMBERED.match(paragraphs[index].text)
        if match is None:
            continue
        number = int(match.group(1) or match.group(2))
        if number == 1:
            run = [index]
        elif run and number == len(run) + 1:
            run.append(index)
    yield from run
