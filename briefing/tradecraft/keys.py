"""What two claims must share to be worth comparing: rare words, actors, numbers, in twos.

How rare a word is comes from the corpus itself, so a name that every claim holds makes no key of
its own.
"""

from collections.abc import Iterator
from itertools import combinations

from briefing.tradecraft.content_words import Rarity
from briefing.tradecraft.readings import Reading

# The five rarest words and the four first actors of a claim make its keys. Of 100,000 synthetic
# claims that leaves 12 pairs a claim to compare, of the 50,000 there are.
_RAREST, _RAREST_PAIRED, _MOST_ACTORS = 5, 4, 4

Key = tuple[str, str]


def claim_keys(reading: Reading, rarity: Rarity) -> Iterator[Key]:
    """Yield what two claims that say the same are likely to share.

    Args:
        reading: A claim, read.
        rarity: Of the features of the corpus; words it holds once make no key.
    """
    actors = sorted(word for word in reading.words if word.startswith("@"))[:_MOST_ACTORS]
    rare = _rarest(reading, rarity)
    yield from combinations(actors, 2)
    for actor in actors:
        yield from ((actor, word) for word in rare)
        yield from ((actor, number) for number in reading.numbers)
    yield from combinations(sorted(rare[:_RAREST_PAIRED]), 2)
    yield "", " ".join(sorted(reading.features()))


def matter_keys(reading: Reading, rarity: Rarity) -> Iterator[Key]:
    """Yield what two claims about one matter are likely to share; actors alone are too little."""
    rare = _rarest(reading, rarity)
    yield from (("", word) for word in rare if not word.startswith("@"))
    yield from combinations(sorted(rare), 2)


def _rarest(reading: Reading, rarity: Rarity) -> list[str]:
    """Return the rarest words and numbers that another claim holds too."""
    counted = [(rarity.count(word), word) for word in reading.features()]
    return [word for count, word in sorted(counted) if count > 1][:_RAREST]
