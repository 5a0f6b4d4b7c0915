"""Keep a section within its words: whole items, in order, or not at all."""

from collections.abc import Iterable

from briefing.audiences import SectionPlan
from briefing.records.briefings import SectionSentence
from briefing.tradecraft.shortening import words

Item = tuple[SectionSentence, ...]


def fit(items: Iterable[Item], plan: SectionPlan) -> tuple[SectionSentence, ...]:
    """Take items while they fit the plan's limits; an item too long by itself is passed over.

    Returns:
        The sentences of the items taken; the plan's empty text if there are none.
    """
    taken: list[SectionSentence] = []
    count = spent = 0
    for item in items:
        length = sum(words(sentence.text) for sentence in item)
        too_long = plan.max_item_words is not None and length > plan.max_item_words
        if too_long or (plan.max_words is not None and spent + length > plan.max_words):
            continue
        taken.extend(item)
        spent += length
        count += 1
        if count == plan.max_items:
            break
    if not taken and plan.empty:
        return (process(plan.empty),)
    return tuple(taken)


def process(text: str, *refs: str) -> SectionSentence:
    """Return a process note: about how the page was made, not about the matter."""
    return SectionSentence(kind="process", text=text, refs=refs)
