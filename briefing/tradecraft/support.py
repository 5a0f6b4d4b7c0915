"""Does a sentence say more than the quotations it rests on?

A verified quotation is not yet support: the sentence may add no number, date, name, negation or
hedge, and may lose none of the hedges and negations that govern its own words. The rules are in
`docs/tradecraft.md`, "Support".
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from briefing.records.record import Record
from briefing.tradecraft.dates import mentions
from briefing.tradecraft.hedges import find_hedges, has_negation
from briefing.tradecraft.names import find_names
from briefing.tradecraft.numbers import quantities

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NEGATED = re.compile(
    r"(?<![\w-])(?:not|never|no|without|n['’]t)\s+(?:\w+\s)?(?P<word>[a-z]{4,})", re.I
)
_DIGITS = re.compile(r"\d+")
_OPENING_WORDS = frozenset(["the", "a", "an", "in", "on", "at", "by", "for", "according"])


class Difference(Record):
    """What a sentence has that its quotations do not bear out."""

    kind: Literal["number", "date", "name", "negation", "hedge"]
    text: str

    def __str__(self) -> str:
        """Return the difference as words for people."""
        verb = "lacks" if self.text.startswith("no ") else "adds"
        return f"{verb} the {self.kind} {self.text.removeprefix('no ')!r}"


def differences(
    statement: str,
    quotations: Sequence[str],
    *,
    names: Iterable[str] = (),
    dates: Iterable[str] = (),
) -> tuple[Difference, ...]:
    """Compare a statement with the quotations it rests on.

    Args:
        statement: One sentence.
        quotations: The cited words; at least one.
        names: Further names that count as present: the article's own names for its actors.
        dates: Further EDTF values that count as present: dates resolved with their evidence.

    Returns:
        What the statement adds or loses, in the order number, date, name, negation, hedge.
    """
    evidence = "\n".join(quotations)
    return (
        *_numbers(statement, evidence, dates),
        *_dates(statement, evidence, dates),
        *_names(statement, evidence, names),
        *_negations(statement, evidence),
        *_hedges(statement, evidence),
    )


def _numbers(statement: str, evidence: str, dates: Iterable[str]) -> tuple[Difference, ...]:
    known = {quantity.value for quantity in quantities(evidence)}
    digits = set(_DIGITS.findall(evidence)) | {d for date in dates for d in _DIGITS.findall(date)}
    return tuple(
        Difference(kind="number", text=quantity.text)
        for quantity in quantities(statement)
        if quantity.value not in known and not set(_DIGITS.findall(quantity.text)) & digits
    )


def _dates(statement: str, evidence: str, dates: Iterable[str]) -> tuple[Difference, ...]:
    known = {m.value for m in mentions(evidence) if m.value} | set(dates)
    plain = {value.rstrip("~?") for value in known}
    return tuple(
        Difference(kind="date", text=mention.text)
        for mention in mentions(statement)
        if mention.value is not None
        and mention.value.rstrip("~?") not in plain
        and not any(value.startswith(mention.value) for value in plain)
        and not any(mention.value in value.split("/") for value in plain)
    )


def _names(statement: str, evidence: str, names: Iterable[str]) -> tuple[Difference, ...]:
    known = _folded_words(evidence)
    added = []
    for name in find_names(statement):
        missing = [word for word in _WORD.findall(name.text) if _fold(word) not in known]
        if missing:
            also = frozenset().union(*map(_folded_words, names))
            missing = [word for word in missing if _fold(word) not in also]
        opens = name.start == 0 and _fold(missing[0]) in _OPENING_WORDS if missing else False
        if missing and not opens:
            added.append(Difference(kind="name", text=" ".join(missing)))
    return tuple(added)


def _negations(statement: str, evidence: str) -> tuple[Difference, ...]:
    if has_negation(statement):
        return () if has_negation(evidence) else (Difference(kind="negation", text="not"),)
    words = _folded_words(statement)
    for match in _NEGATED.finditer(evidence):
        if _fold(match.group("word")) in words:
            return (Difference(kind="negation", text=f"no {match.group()}"),)
    return ()


def _hedges(statement: str, evidence: str) -> tuple[Difference, ...]:
    ours, theirs = find_hedges(statement), find_hedges(evidence)
    added = [hedge for hedge in ours if hedge.strength == "strong"]
    if added and not theirs:
        return (Difference(kind="hedge", text=added[0].text),)
    if any(hedge.strength == "strong" for hedge in ours):
        return ()
    words = _folded_words(statement)
    for hedge in theirs:
        governed = [_fold(word) for word in _WORD.findall(evidence[hedge.end : hedge.end + 60])[:4]]
        kept = [word for word in governed if len(word) > 3 and word in words]
        same_class = any(our.strength == hedge.strength for our in ours)
        if len(kept) >= 2 and not same_class:
            return (Difference(kind="hedge", text=f"no {hedge.text}"),)
    return ()


@lru_cache(maxsize=1 << 16)
def _fold(word: str) -> str:
    plain = word.lower().replace("’", "'").removesuffix("'s").rstrip("'").replace("-", "")
    return plain[:-1] if len(plain) > 4 and plain.endswith("s") else plain


@lru_cache(maxsize=1 << 12)
def _folded_words(text: str) -> frozenset[str]:
    words = _WORD.findall(text)
    parts = [part for word in words if "-" in word for part in word.split("-")]
    return frozenset(_fold(word) for word in (*words, *parts))
