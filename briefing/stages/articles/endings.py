"""The end of an article: biographies, and what follows the news of a press release."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.stages.articles.cues import holds, opens, phrases, words_of
from briefing.stages.articles.looks import Look
from briefing.stages.articles.paragraphs import Paragraph

_MOST_BIO_WORDS = 160
_MOST_BIOS = 4
_MOST_CLOSING_PARAGRAPHS = 6
_MOST_HEADING_WORDS = 8
# Behind "ENDS" or "About the company" there is less than half of what came before.
_CLOSING_SHARE = 0.5
_WORDS_TO_ROLE = 14
_LEAD = re.compile(
    r"[*_(\[]{0,3}((?:Dr\.?|Prof\.?|Mr\.?|Ms\.?|Mrs\.?)?\s?[^\W\d_a-z][\w.’'-]+"
    r"(?:\s(?:[^\W\d_a-z][\w.’'-]*|al|bin|de|del|der|di|du|la|le|van|von)){1,4})\s"
)


def closing_start(paragraphs: Sequence[Paragraph], looks: Sequence[Look], end: int) -> int:
    """Return where the news ends and its sender begins; `end` if nothing says so.

    Args:
        paragraphs: All of a page.
        looks: What each looks like.
        end: Index at which the comments begin, or the number of paragraphs.
    """
    words_before = 0
    words_after = sum(p.words for p in paragraphs[:end] if p.is_prose)
    for index in range(end):
        is_late = words_before > 0 and words_after <= _CLOSING_SHARE * words_before
        closes = looks[index] in {"end", "closing"} or _is_about(paragraphs, index, end)
        if is_late and closes:
            return index
        if paragraphs[index].is_prose:
            words_before += paragraphs[index].words
            words_after -= paragraphs[index].words
    return end


def _is_about(paragraphs: Sequence[Paragraph], index: int, end: int) -> bool:
    """Return whether a line is a heading like "About Sevrin Port" near the end."""
    paragraph = paragraphs[index]
    if end - index > _MOST_CLOSING_PARAGRAPHS or not paragraph.is_line:
        return False
    is_heading = paragraph.words <= _MOST_HEADING_WORDS and not paragraph.ends_sentence
    is_about = is_heading and opens(paragraph.folded, "closing_openings") is not None
    return is_about and paragraph.text.strip("#*_: ").split()[-1][:1].isupper()


def biographies(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], end: int, author: str | None
) -> Iterator[int]:
    """Yield the paragraphs before `end` that say who wrote the article.

    They stand last, or under a heading such as "About the author"; one that begins with the name
    in the byline may stand anywhere.
    """
    for index in range(end):
        if author and paragraphs[index].text.lstrip("*_([").startswith(author):
            if _is_biography(paragraphs[index], author):
                yield index
        elif looks[index] == "bio-heading":
            yield index
            yield from _under_heading(paragraphs, looks, index, end)
    found = 0
    for index in range(end - 1, -1, -1):
        if looks[index] != "text" or not paragraphs[index].is_prose:
            continue
        above = paragraphs[max(0, index - 1)]
        named = (
            above.text if above.is_label and paragraphs[index].text.startswith(above.text) else None
        )
        if found == _MOST_BIOS or not _is_biography(paragraphs[index], named or author):
            return
        found += 1
        yield index


def _under_heading(
    paragraphs: Sequence[Paragraph], looks: Sequence[Look], heading: int, end: int
) -> Iterator[int]:
    for index in range(heading + 1, min(end, heading + 1 + _MOST_BIOS)):
        if looks[index] != "text":
            return
        yield index


def _is_biography(paragraph: Paragraph, author: str | None) -> bool:
    """Return whether a paragraph tells who someone is, and no news.

    The writer named in the byline needs one sign; anyone else a role close to the verb and
    another sign, so that a last paragraph about an official stays in the article.
    """
    text = paragraph.text
    words = tuple(words_of(text)) if paragraph.words <= _MOST_BIO_WORDS else ()
    if not words or any(word in phrases("speech_verbs") for word in words):
        return False
    if opens(paragraph.folded, "bio_leads"):
        return True
    lead = _LEAD.match(text)
    if lead is None or not any(verb in f" {' '.join(words)} " for verb in _verbs()):
        return False
    roles = sum(word in phrases("bio_roles") for word in words)
    signs = holds(text.lower().replace("’", "'"), "bio_signs")
    if author is not None and lead.group(1).startswith(author.split(" and ")[0]):
        return roles > 0 or signs
    return _has_role_near_verb(words) and (signs or roles > 1 or text[0] in "*_([")


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(f" {verb} " for verb in sorted(phrases("bio_verbs")))


def _has_role_near_verb(words: Sequence[str]) -> bool:
    for position, word in enumerate(words):
        if word in phrases("bio_verbs"):
            near = words[position + 1 : position + 1 + _WORDS_TO_ROLE]
            if any(follower in phrases("bio_roles") for follower in near):
                return True
    return False
