"""Stage `chunks`: the numbered sentences of an article's body, packed into passages."""

from collections.abc import Iterator

from briefing.records.articles import Article
from briefing.records.passages import Passage, Sentence
from briefing.tradecraft import sentences

_CODE_POINTS_PER_TOKEN = 4
_SENTENCES_BEFORE = 2


def chunk(article: Article, max_tokens: int) -> tuple[Passage, ...]:
    """Cut an article's body into passages of whole sentences.

    Args:
        article: An article; only its body segments are read.
        max_tokens: Bound on the sum of a passage's sentences, each counted as its code points
            divided by four, rounded up. A longer sentence gets a passage of its own.

    Returns:
        Passages in reading order, named `S1.1`, `S1.2`, …; `()` without a body. Each body
        character but white space is in exactly one sentence of one passage.
    """
    numbered = tuple(_sentences(article))
    return tuple(
        Passage(
            id=f"{article.id}.{position}",
            source=article.id,
            sentences=numbered[first:end],
            before=numbered[max(0, first - _SENTENCES_BEFORE) : first],
        )
        for position, (first, end) in enumerate(_packed(numbered, max_tokens), start=1)
    )


def _sentences(article: Article) -> Iterator[Sentence]:
    number = paragraph = 0
    for segment in article.body():
        text = article.text[segment.start : segment.end]
        for start, end in sentences.paragraphs(text):
            paragraph += 1
            for first, last in sentences.split(text[start:end], article.language):
                number += 1
                offset = segment.start + start
                yield Sentence(
                    number=number,
                    start=offset + first,
                    end=offset + last,
                    text=article.text[offset + first : offset + last],
                    paragraph=paragraph,
                )


def _packed(numbered: tuple[Sentence, ...], max_tokens: int) -> Iterator[tuple[int, int]]:
    first = tokens = 0
    for position, sentence in enumerate(numbered):
        size = -(-len(sentence.text) // _CODE_POINTS_PER_TOKEN)
        if first < position and tokens + size > max_tokens:
            yield first, position
            first, tokens = position, 0
        tokens += size
    if numbered:
        yield first, len(numbered)
