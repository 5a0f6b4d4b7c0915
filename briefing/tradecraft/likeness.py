"""Do two claims say the same? Wrongly joined claims cost more than claims left apart.

Shared words, weighted by rarity, only nominate; then anything that sets the two apart decides:
polarity, certainty, numbers, names, times, places, opposites, and who did it to whom
(`docs/tradecraft.md`, "Grouping").
"""

from collections.abc import Set
from typing import NamedTuple

from briefing.records.claims import Claim
from briefing.tradecraft.content_words import Rarity, fold, is_opposed, is_shifted, plain_words
from briefing.tradecraft.dates_edtf import bounds
from briefing.tradecraft.hedges import has_negation, strongest
from briefing.tradecraft.readings import Reading, said_by
from briefing.tradecraft.roles import parties_by_role

# Weighted share of words that two claims must have in common: half if a number and a name
# anchor them to one matter. Set on the pairs of tests/labelled_pairs.py.
_ANCHORED, _FREE = 0.5, 0.65
# Fewer shared words and numbers than that make no likeness, unless they are all there is.
_FEW_SHARED = 3
_NAME_ENDINGS = ("n", "i", "an", "ian", "ese", "ish", "s", "er")
_SAID = frozenset({"statement", "assessment", "forecast"})


def overlap(words: Set[str], others: Set[str], rarity: Rarity) -> float:
    """Return the share of weight that two sets of words have in common, 0 to 1."""
    total = rarity.total(words) + rarity.total(others)
    return 2 * rarity.total(words & others) / total if total else 0.0


class Likeness(NamedTuple):
    """The features two claims share, and their share of the weight of all, 0 to 1."""

    share: float
    common: frozenset[str]


def shared_features(one: Reading, other: Reading) -> frozenset[str]:
    """Return the words and numbers two claims share; none if they are too few to go by."""
    common = one.words & other.words
    if one.numbers and other.numbers:
        common |= one.numbers & other.numbers
    if len(common) >= _FEW_SHARED or (one.words == other.words and one.numbers == other.numbers):
        return common
    return frozenset()


def liken(one: Reading, other: Reading, rarity: Rarity) -> Likeness:
    """Return what two claims share and how much that is."""
    common = shared_features(one, other)
    share = overlap(one.features(), other.features(), rarity) if common else 0.0
    return Likeness(share, common)


def say_the_same(one: Reading, other: Reading, likeness: Likeness) -> bool:
    """Tell whether two claims say the same, given what `liken` says of them."""
    if likeness.share < _ANCHORED or not _stand_alike(one.claim, other.claim):
        return False
    anchored = bool(one.numbers & other.numbers) and bool(one.parties & other.parties)
    if not anchored and likeness.share < _FREE:
        return False
    if not (_numbers_agree(one, other) and same_occasion(one, other)):
        return False
    if parties_only_in(one, other) or parties_only_in(other, one):
        return False  # "by the army" and "by the army and the police" are two accounts
    return not (_words_set_apart(one, other) or is_part_exchanged(one, other))


def is_hedged(claim: Claim) -> bool:
    """Tell whether a claim is put as a possibility, by its certainty or a strong hedge."""
    return claim.certainty == "possible" or strongest(claim.hedges) == "strong"


def same_occasion(one: Reading, other: Reading) -> bool:
    """Tell whether nothing shows that two claims are about different times or places."""
    if times_apart(one.claim, other.claim) or places_apart(one.claim, other.claim):
        return False
    same_time = one.claim.time is not None and one.claim.time == other.claim.time
    return same_time or not _both_add(one.calendar, other.calendar)


def times_apart(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims cannot be about the same day; what is unknown is not apart."""
    if claim.time is None or other.time is None:
        return False
    here, there = bounds(claim.time.value), bounds(other.time.value)
    if here is not None and there is not None:
        return here[1] < there[0] or there[1] < here[0]
    return _months_differ(claim.time.value, other.time.value)


def places_apart(claim: Claim, other: Claim) -> bool:
    """Tell whether both claims name a place and the places share no word."""
    if claim.place is None or other.place is None:
        return False
    here = set(map(fold, plain_words(claim.place)))
    return here.isdisjoint(map(fold, plain_words(other.place)))


def names_differ(one: Reading, other: Reading) -> bool:
    """Tell whether each of two claims names somebody or something that the other does not."""
    return bool(parties_only_in(one, other)) and bool(parties_only_in(other, one))


def parties_only_in(one: Reading, other: Reading) -> frozenset[str]:
    """Return the parties of one claim that the other does not mention, under a kindred name."""
    present = {*other.sequence, *other.words}
    return frozenset(
        party
        for party in one.parties
        if party not in present and not any(_kindred(party, there) for there in other.parties)
    )


def is_part_exchanged(one: Reading, other: Reading, apart_from: Set[str] = frozenset()) -> bool:
    """Tell whether the claims differ by other words in the same place: "for asthma", "for gout".

    The same place is between the same neighbouring words, or what is left when the words are
    taken away that the statements have in common at their start and at their end. Words of
    `apart_from` do not count.
    """
    here = one.words - other.words - apart_from
    there = other.words - one.words - apart_from
    if not here or not there:
        return False
    if not _places(one, here).isdisjoint(_places(other, there)):
        return True
    kept, left, right = _middles(one.sequence, other.sequence)
    return (
        2 * len(one.words.intersection(kept)) >= len(one.words & other.words)
        and one.words.intersection(left).isdisjoint(right)
        and not here.isdisjoint(left)
        and not there.isdisjoint(right)
    )


def _stand_alike(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims are put in the same way: polarity, certainty, whose words."""
    if claim.polarity != other.polarity or claim.certainty != other.certainty:
        return False
    if (claim.kind == "forecast") != (other.kind == "forecast"):
        return False
    if is_hedged(claim) != is_hedged(other):
        return False
    if claim.kind in _SAID or other.kind in _SAID:
        return said_by(claim) == said_by(other)
    return True


def _numbers_agree(one: Reading, other: Reading) -> bool:
    """Tell whether all numbers of one claim are in the other, each with the same unit."""
    if _both_add(one.numbers, other.numbers) or bool(one.numbers) != bool(other.numbers):
        return False
    units: dict[str, set[str]] = {}
    for amount in (*one.amounts, *other.amounts):
        if amount.unit:
            units.setdefault(amount.value, set()).add(amount.unit)
    return all(
        _unit_in(other, value, unit) and _unit_in(one, value, unit)
        for value, named in units.items()
        if len(named) > 1
        for unit in named
    )


def _unit_in(reading: Reading, value: str, unit: str) -> bool:
    """Tell whether a number has this unit in a claim, has none there, or is not there at all."""
    units = {amount.unit for amount in reading.amounts if amount.value == value}
    return not units or unit in units or "" in units


def _words_set_apart(one: Reading, other: Reading) -> bool:
    here, there = frozenset(one.sequence), frozenset(other.sequence)
    if is_opposed(here, there, ("outcomes", "contrasts")) or is_shifted(here, there):
        return True
    if _roles_differ(one, other):
        return True
    return has_negation(one.claim.statement) != has_negation(other.claim.statement)


def _roles_differ(one: Reading, other: Reading) -> bool:
    """Tell whether who acts has changed places with whom it is done to, or a number its place."""
    if (one.by is None) != (other.by is None) and _first_word(one) == _first_word(other):
        return True
    shared = one.parties & other.parties
    here = parties_by_role(one.sequence, one.by, shared)
    there = parties_by_role(other.sequence, other.by, shared)
    counted = one.numbers & other.numbers
    return _is_turned(here, there) or (
        _is_turned(_in_order(one, counted), _in_order(other, counted))
        and not _is_turned(_in_order(one, shared), _in_order(other, shared))
    )


def _is_turned(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Tell whether the first and the last of one order stand the other way round in another."""
    both = [word for word in here if word in there]
    return len(both) > 1 and there.index(both[-1]) < there.index(both[0])


def _in_order(reading: Reading, wanted: Set[str]) -> tuple[str, ...]:
    """Return parties or numbers in the order in which a claim first has them."""
    if len(wanted) < 2:
        return ()
    numbers = (f"#{amount.value}" for amount in reading.amounts)
    return tuple(dict.fromkeys(word for word in (*reading.sequence, *numbers) if word in wanted))


def _first_word(reading: Reading) -> str | None:
    return next((word for word in reading.sequence if word in reading.words), None)


def _both_add(here: Set[str], there: Set[str]) -> bool:
    return not here <= there and not there <= here


def _kindred(name: str, other: str) -> bool:
    """Tell whether one name is the other with an ending: Iraq, Iraqi."""
    short, long = sorted((name, other), key=len)
    return len(short) > 3 and any(short + ending == long for ending in _NAME_ENDINGS)


def _months_differ(value: str, other: str) -> bool:
    """Compare the months of two values of which one names no year; seasons are not months."""
    here, there = _month(value), _month(other)
    return here is not None and there is not None and here != there


def _month(value: str) -> str | None:
    parts = value.rstrip("~").split("-")
    is_month = "/" not in value and len(parts) > 1 and parts[1].isdigit() and int(parts[1]) <= 12
    return parts[1] if is_month else None


def _places(reading: Reading, own: Set[str]) -> frozenset[tuple[str, str]]:
    """Return between which neighbours a claim has words of its own."""
    padded = ("", *reading.sequence, "")
    return frozenset(
        (padded[place - 1], padded[place + 1])
        for place in range(1, len(padded) - 1)
        if padded[place] in own
    )


def _middles(
    one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return what two sequences share at their ends, and what is left of each between."""
    shorter = min(len(one), len(other))
    start = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    end = next((i for i in range(shorter - start) if one[-1 - i] != other[-1 - i]), shorter - start)
    left, right = (words[start : len(words) - end] for words in (one, other))
    return one[:start] + one[len(one) - end :], left, right
