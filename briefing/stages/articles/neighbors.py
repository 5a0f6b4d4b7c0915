"""What a line is because of the lines beside it: captions, blocks, lists of other articles."""

from collections.abc import Iterator, Sequence

from briefing.stages.articles.looks import Look
from briefing.stages.articles.paragraphs import Paragraph

_MOST_CAPTION_WORDS = 60
_MOST_LABEL_WORDS = 4
_FEWEST_WORDS = 3
_MOST_TEASER_WORDS = 25
_LISTED = frozenset({"text", "related", "stamp", "date"})


def captions(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], title: int | None
) -> Iterator[int]:
    """Yield the lines above credits, and the labels above captions ("The old quay").

    Args:
        paragraphs: All of a page.
        looks: What each looks like.
        title: Index of the first line that could be the title, which a credit does not claim.
    """
    is_spaced = sum(paragraph.gap > 0 for paragraph in paragraphs) * 2 > len(paragraphs)
    for index in range(1, len(paragraphs)):
        above = paragraphs[index - 1]
        if looks[index - 1] != "text" or index - 1 == title:
            continue
        if looks[index] == "credit" and _is_captioned(
            above, paragraphs[index], is_spaced=is_spaced
        ):
            yield index - 1
        is_label = above.is_label and above.words <= _MOST_LABEL_WORDS
        if looks[index] == "caption" and is_label and not paragraphs[index].gap:
            yield index - 1


def _is_captioned(above: Paragraph, credit: Paragraph, *, is_spaced: bool) -> bool:
    """Return whether a credit belongs to the line above it rather than to the picture alone.

    Where blank lines part the paragraphs of a page, a line without one belongs to the credit.
    """
    if above.words > _MOST_CAPTION_WORDS or above.text.startswith("#"):
        return False
    if not above.ends_sentence and not above.ends_with_colon:
        return above.words >= _FEWEST_WORDS or not credit.gap
    return is_spaced and not credit.gap


def contact_blocks(paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> Iterator[int]:
    """Yield the lines that follow "Media contact:" up to the next blank line."""
    is_open = False
    for index, paragraph in enumerate(paragraphs):
        if looks[index] == "contact":
            is_open = True
        elif paragraph.gap or paragraph.is_prose:
            is_open = False
        elif is_open:
            yield index


def other_articles(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], body: int, end: int
) -> Iterator[int]:
    """Yield the lines under headings such as "Recent news".

    Above the running text a list ends at a blank line, inside it at the next running text. Where
    from the heading to the end no two paragraphs of text follow one another, the page lists
    headlines and teasers until it ends.
    """
    teasers = _teasers(paragraphs, looks, end)
    for index in range(end):
        if looks[index] != "related-list":
            continue
        if index > body and teasers[index + 1]:
            yield from range(index, end)
            return
        for line in range(index + 1, end):
            is_over = paragraphs[line].is_prose or looks[line] not in _LISTED
            if is_over or (index < body and paragraphs[line].gap):
                break
            yield line


def _teasers(paragraphs: Sequence[Paragraph], looks: Sequence[Look], end: int) -> list[bool]:
    """Return, for each index, whether only headlines and teasers stand from there to `end`."""
    only = [True] * (end + 1)
    texts = longest = 0
    next_is_text = False
    is_broken = False
    for index in range(end - 1, -1, -1):
        if looks[index] == "text":
            is_text = paragraphs[index].is_prose
            is_broken = is_broken or (is_text and next_is_text)
            texts += is_text
            longest = max(longest, paragraphs[index].words if is_text else 0)
            next_is_text = is_text
        is_single = texts == 1 and longest > _MOST_TEASER_WORDS
        only[index] = not (is_broken or is_single or next_is_text)
    return only
