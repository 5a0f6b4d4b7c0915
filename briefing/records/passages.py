"""Stage `chunks`: numbered sentences, packed into passages a drafter can read in one go."""

from briefing.records.record import Record


class Sentence(Record):
    """One body sentence. `number` counts from 1 within the article, not the passage."""

    number: int
    start: int
    end: int
    text: str
    paragraph: int
    """Counts from 1 within the article's body."""


class Passage(Record):
    """Whole body sentences of one article, in reading order, never empty.

    `before` is what precedes the passage in the article (at most two sentences), given to a
    drafter as context only: no claim may cite it from here.
    """

    id: str
    """`S1.1`: source and position."""
    source: str
    sentences: tuple[Sentence, ...]
    before: tuple[Sentence, ...] = ()

    def sentence(self, number: int) -> Sentence | None:
        """Return the sentence with that number, or `None` if this passage does not hold it."""
        return next((s for s in self.sentences if s.number == number), None)
