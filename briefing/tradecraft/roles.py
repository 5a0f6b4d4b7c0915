"""Who does it, and to whom, by the order of words: enough to tell two parties that changed places.

Only active clauses and passives with "by" are told apart; `words/roles.toml` has the words.
"""

from collections.abc import Set
from functools import cache
from typing import Literal

from briefing.tradecraft.content_words import stem
from briefing.tradecraft.word_lists import load_words

_AUXILIARY_REACH = 6  # words before "by" among which the auxiliary of its passive stands
_AGENT_REACH = 6  # words after "by" among which the party that acts stands

Predicate = Literal["one_party", "once"]


def parties_by_role(
    sequence: tuple[str, ...], by: int | None, parties: Set[str]
) -> tuple[str, ...]:
    """Return parties in the order in which they are named, who acts first.

    Args:
        sequence: Words in order.
        by: What `agent_marker` said of them.
        parties: Words of the sequence that stand for parties.
    """
    named = tuple(dict.fromkeys(word for word in sequence if word in parties))
    if by is None:
        return named
    agents = tuple(word for word in named if word in sequence[by + 1 : by + 1 + _AGENT_REACH])
    patients = tuple(word for word in named if word in sequence[:by])
    if not agents or not patients:
        return named
    return (*agents, *(word for word in named if word not in agents))


def agent_marker(sequence: tuple[str, ...]) -> int | None:
    """Return where the "by" of a passive stands: "was attacked by", "a letter signed by".

    Args:
        sequence: Folded words in order; not their stems, which have lost the ending.
    """
    passive, by = _words("passive"), _words("by")
    for place, word in enumerate(sequence):
        if word not in by or not place:
            continue
        before = sequence[max(0, place - _AUXILIARY_REACH) : place]
        if before[-1].endswith(("ed", "en")) or not passive.isdisjoint(before):
            return place
    return None


def acting(sequence: tuple[str, ...], by: int | None, predicate: str) -> frozenset[str]:
    """Return the words among which the party stands that does what a predicate says.

    Args:
        sequence: Stems in order.
        by: Where the "by" of a passive stands.
        predicate: The stem of a verb or noun in the sequence.

    Returns:
        The words after the "by" of a passive, else the words before the predicate; none if
        the sequence does not hold it.
    """
    if predicate not in sequence:
        return frozenset()
    place = sequence.index(predicate)
    if by is not None and by > place:
        return frozenset(sequence[by + 1 : by + 1 + _AGENT_REACH])
    return frozenset(sequence[:place])


@cache
def predicates(kind: Predicate) -> frozenset[str]:
    """Return the stems of what one party only can have done, or what happens once only."""
    return frozenset(stem(word) for word in load_words("roles")[kind])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_words("roles")[key])
