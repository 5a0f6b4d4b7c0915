"""Do two claims about one matter exclude each other, and in what?

Precise rather than greedy: a disagreement that is none misleads more than one that is missed.
Different nouns, different times and different places do not clash, nor do amounts that some number
fits (`docs/tradecraft.md`, "Conflicts").
"""

import re
from collections.abc import Iterator
from itertools import product

from briefing.records.findings import ConflictType
from briefing.tradecraft.amounts import Amount
from briefing.tradecraft.content_words import Rarity, opposites, plain_words, stem
from briefing.tradecraft.dates_edtf import bounds
from briefing.tradecraft.likeness import (
    is_hedged,
    is_part_exchanged,
    names_differ,
    overlap,
    parties_only_in,
    places_apart,
    same_occasion,
    times_apart,
)
from briefing.tradecraft.readings import Reading
from briefing.tradecraft.roles import acting, predicates

# Weighted share of words, numbers left out, from which two claims are about one matter. Set on
# the pairs of tests/labelled_pairs.py.
_SAME_COUNT, _SAME_ACT, _SAME_DEED, _SAME_EVENT, _SAME_WORDS = 0.6, 0.6, 0.6, 0.75, 0.7
_LEAST_COMMON = 2
_CLAUSE_END = re.compile(r"[,;:()\[\]–—]|\b(?:and|while|but)\b")
# Words by which an account says who was behind an act, and acts that somebody was behind.
_BEHIND = re.compile(
    r"(?<![\w-])(?:planned|claimed|carried out|behind|responsib\w+|blamed?|ordered|staged|"
    r"committed|perpetrat\w+|attributed)(?![\w-])",
    re.IGNORECASE,
)
_DEEDS = frozenset(
    map(stem, ("killed", "injured", "attack", "bombing", "shot", "ambush", "kidnapped"))
)
_REACH = 120  # code points around an amount in which what is said of it stands
_TO_THE_RIGHT = 2


def clash(one: Reading, other: Reading, rarity: Rarity) -> ConflictType | None:
    """Say in what two claims exclude each other, times left aside; `None` if in nothing.

    The first that applies: whether, how many, who, when. Possibilities and forecasts exclude
    nothing.
    """
    if len(one.words & other.words) < _LEAST_COMMON:
        return None
    if _blame_another(one, other):
        return "who"
    if any(is_hedged(r.claim) or r.claim.kind == "forecast" for r in (one, other)):
        return None
    if places_apart(one.claim, other.claim):
        return None
    share = overlap(one.words, other.words, rarity)
    if share >= _SAME_ACT and _say_yes_and_no(one, other):
        return "whether"
    if _count_differently(one, other, rarity):
        return "how-many"
    if _name_another_party(one, other, rarity):
        return "who"
    return "when" if share >= _SAME_EVENT and _date_differently(one, other) else None


def is_at_another_time(one: Reading, other: Reading) -> bool:
    """Tell whether both claims say when, and not the same: a change then, not a conflict."""
    return times_apart(one.claim, other.claim)


def is_firmer_copy(one: Reading, other: Reading, rarity: Rarity) -> bool:
    """Tell whether two claims say the same, one of them as a possibility and one as a fact."""
    if is_hedged(one.claim) == is_hedged(other.claim):
        return False
    if one.claim.polarity != other.claim.polarity or not same_occasion(one, other):
        return False
    if names_differ(one, other) or one.numbers != other.numbers:
        return False
    share = overlap(one.words, other.words, rarity)
    return share >= _SAME_WORDS and len(one.words & other.words) > _LEAST_COMMON


def differing_words(one: Reading, other: Reading) -> frozenset[str]:
    """Return the stems of one claim by which it differs from another: amounts, names, blame."""
    blame = frozenset(stem(match.group()) for match in _BEHIND.finditer(one.claim.statement))
    return (
        parties_only_in(one, other)
        | blame
        | frozenset(
            stem(word)
            for amount in one.amounts
            for word in plain_words(one.claim.statement[amount.start : amount.end])
        )
    )


def _say_yes_and_no(one: Reading, other: Reading) -> bool:
    opposed = opposites(one.words, "outcomes") & other.words
    opposed |= opposites(other.words, "outcomes") & one.words
    in_polarity = one.claim.polarity != other.claim.polarity
    opposed -= one.words & other.words
    if not in_polarity and not opposed:
        return False
    if in_polarity and opposed:  # "did not win" and "lost" agree
        return False
    if names_differ(one, other) or is_part_exchanged(one, other, opposed):
        return False
    here, there = one.parties & {*one.sequence}, other.parties & {*other.sequence}
    if in_polarity and here != there:  # "A did" and "B did not" agree
        return False
    if one.numbers != other.numbers and not in_polarity:
        return False
    return len(one.words & other.words) >= _LEAST_COMMON and _same_day_words(one, other)


def _count_differently(one: Reading, other: Reading, rarity: Rarity) -> bool:
    if one.claim.polarity != other.claim.polarity or names_differ(one, other):
        return False
    pairs = [
        (a, b) for a, b in product(one.amounts, other.amounts) if _same_thing(a, b, one, other)
    ]
    if not pairs or any(a.fits(b) for a, b in pairs) or not _same_day_words(one, other):
        return False
    units = {amount.unit for pair in pairs for amount in pair}
    here, there = one.words - units, other.words - units
    return (
        len(here & there) >= _LEAST_COMMON
        and overlap(here, there, rarity) >= _SAME_COUNT
        and not is_part_exchanged(one, other, units)
        and not (opposites(here, "contrasts") - here) & (there - here)
        and not (opposites(here, "outcomes") - here) & (there - here)
    )


def _same_thing(amount: Amount, against: Amount, one: Reading, other: Reading) -> bool:
    """Tell whether two amounts count the same: by their noun, and by what is said of it."""
    if amount.low is amount.high is None or against.low is against.high is None:
        return False
    here, there = set(_said_of(amount, one)), set(_said_of(against, other))
    if amount.unit != against.unit and not (
        amount.unit in there or against.unit in here or "" in (amount.unit, against.unit)
    ):
        return False
    return bool((here | {amount.unit}) & there) or against.unit in here


def _said_of(amount: Amount, reading: Reading) -> Iterator[str]:
    """Yield the words nearest to an amount, within its clause, that are no names."""
    text = reading.claim.statement
    before = _CLAUSE_END.split(text[max(0, amount.start - _REACH) : amount.start])[-1]
    after = _CLAUSE_END.split(text[amount.end : amount.end + _REACH])[0]
    telling = reading.words - reading.parties - {amount.unit}
    left = (stem(word) for word in reversed(plain_words(before)))
    yield from [word for word in left if word in telling][:1]
    right = (stem(word) for word in plain_words(after))
    yield from [word for word in right if word in telling][:_TO_THE_RIGHT]


def _name_another_party(one: Reading, other: Reading, rarity: Rarity) -> bool:
    """Tell whether two claims give one deed, of a kind that has one doer, to two parties."""
    if one.claim.polarity != other.claim.polarity or one.numbers != other.numbers:
        return False
    here, there = parties_only_in(one, other), parties_only_in(other, one)
    if not here or not there or not _same_day_words(one, other):
        return False
    rest, others = one.words - _all_of(here, one), other.words - _all_of(there, other)
    shared = rest & others
    if len(shared) <= _LEAST_COMMON or overlap(rest, others, rarity) < _SAME_DEED:
        return False
    if not shared & (one.parties | other.parties):  # without a name in common, which deed is it?
        return False
    return any(
        here <= acting(one.sequence, one.by, deed)
        and there <= acting(other.sequence, other.by, deed)
        for deed in sorted(shared & predicates("one_party"))
    )


def _blame_another(one: Reading, other: Reading) -> bool:
    """Tell whether two claims name different parties behind one act that a rare count marks.

    "X is believed to have planned the ambush that killed four soldiers in Dalen" and "Y claimed
    the killing of four soldiers in Dalen": both may be hedged, for it is the accounts that differ.
    """
    if not (_BEHIND.search(one.claim.statement) and _BEHIND.search(other.claim.statement)):
        return False
    if "negative" in (one.claim.polarity, other.claim.polarity):
        return False  # who did not claim it is no other account of who did
    here = parties_only_in(one, other) | _claimant(one) - other.parties
    there = parties_only_in(other, one) | _claimant(other) - one.parties
    speakers = _speaker(one) - _claimant(one) | _speaker(other) - _claimant(other)
    if not here - speakers or not there - speakers or not one.parties & other.parties:
        return False
    return any(
        a.value == b.value and a.unit == b.unit and a.unit
        for a, b in product(one.amounts, other.amounts)
    ) and not _DEEDS.isdisjoint(one.words & other.words)


def _speaker(reading: Reading) -> frozenset[str]:
    speaker = reading.claim.speaker
    return frozenset({f"@{speaker.actor}"}) if speaker and speaker.actor else frozenset()


def _claimant(reading: Reading) -> frozenset[str]:
    """Return the speaker if saying it is taking it upon oneself: "Y claimed the attack"."""
    return _speaker(reading) if _BEHIND.fullmatch(reading.claim.verb) else frozenset()


def _all_of(parties: frozenset[str], reading: Reading) -> frozenset[str]:
    """Return parties together with the ids of actors that the statement does not spell out."""
    unspelled = {w for w in reading.words if w.startswith("@") and w not in reading.sequence}
    return parties | unspelled


def _date_differently(one: Reading, other: Reading) -> bool:
    """Tell whether two claims date something that happens once to two different times."""
    first, second = one.claim.time, other.claim.time
    if first is None or second is None or not times_apart(one.claim, other.claim):
        return False
    if "inferred" in (first.basis, second.basis):
        return False
    if bounds(first.value) is None or bounds(second.value) is None:
        return False
    shared = one.words & other.words
    return (
        len(shared) > _LEAST_COMMON
        and one.claim.polarity == other.claim.polarity
        and one.numbers == other.numbers
        and not names_differ(one, other)
        and not is_part_exchanged(one, other)
        and not shared.isdisjoint(predicates("once"))
    )


def _same_day_words(one: Reading, other: Reading) -> bool:
    """Tell whether weekdays and months agree as far as both claims have them, or have times."""
    if one.claim.time is not None and other.claim.time is not None:
        return True
    return one.calendar <= other.calendar or other.calendar <= one.calendar
