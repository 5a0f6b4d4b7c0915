"""Which texts share a run of words: the mark of a common report behind them.

Work and memory grow with the length of the texts together.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.tradecraft.attribution import quotation_spans
from briefing.tradecraft.content_words import plain_words, read_word

# docs/tradecraft.md, "Origins": eight words in a row outside quotations, five inside.
_OUTSIDE, _INSIDE = 8, 5
# So much of a run must say something, or it is a phrase that anyone may write.
_TELLING = 0.4
_COPIED = 0.2  # of the runs of the shorter text
_LONGEST_PART = 20_000  # code points; a longer paragraph is read in parts

Pair = tuple[int, int]


def sharing_pairs(texts: Sequence[str]) -> tuple[Pair, ...]:
    """Find texts that are copies of one another, in whole or in good part.

    A sentence in common makes no copy; see `sharing_runs` for that.

    Args:
        texts: Whole texts; a run does not go beyond a line.

    Returns:
        For each text that shares a fifth of its runs, or of the other's, with an earlier one, a
        pair of the two.
    """
    first: dict[int, int] = {}
    totals: Counter[int] = Counter()
    shared: Counter[Pair] = Counter()
    for index, text in enumerate(texts):
        for run in _runs_outside_quotations(text):
            totals[index] += 1
            earlier = first.setdefault(run, index)
            if earlier != index:
                shared[earlier, index] += 1
    return tuple(
        pair for pair, count in shared.items() if count >= _COPIED * min(totals[i] for i in pair)
    )


def sharing_runs(texts: Sequence[str]) -> tuple[Pair, ...]:
    """Find texts that share eight words in a row outside quotations.

    Returns:
        For each text that shares a run with an earlier one, a pair of the first text that has
        the run and this one: enough to join all that share, not all pairs.
    """
    first: dict[int, int] = {}
    found: dict[Pair, None] = {}
    for index, text in enumerate(texts):
        for run in _runs_outside_quotations(text):
            earlier = first.setdefault(run, index)
            if earlier != index:
                found[earlier, index] = None
    return tuple(found)


def quoted_runs(text: str) -> Iterator[int]:
    """Yield what stands for each five words in a row inside the quotations of a text."""
    for start, end in quotation_spans(text):
        yield from runs(text[start:end])


def runs(text: str, length: int = _INSIDE) -> Iterator[int]:
    """Yield what stands for each telling run of so many words of a text."""
    words = [read_word(word) for word in plain_words(text)]
    telling = [not word.is_stop for word in words]
    inside = sum(telling[: length - 1])
    for start in range(len(words) - length + 1):
        inside += telling[start + length - 1]
        if inside >= length * _TELLING:
            yield hash(tuple(word.folded for word in words[start : start + length]))
        inside -= telling[start]


def _runs_outside_quotations(text: str) -> Iterator[int]:
    for line in text.splitlines():
        for start in range(0, len(line), _LONGEST_PART):
            part = line[start : start + _LONGEST_PART]
            place = 0
            for opened, closed in (*quotation_spans(part), (len(part), len(part))):
                yield from runs(part[place:opened], _OUTSIDE)
                place = closed
