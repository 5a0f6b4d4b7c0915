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
from briefing.tradecraft.content_words import content_words
from briefing.tradecraft.dates import mentions
from briefing.tradecraft.hedges import Hedge, denial_pattern, find_hedges, has_negation
from briefing.tradecraft.names import find_names, is_joined
from briefing.tradecraft.numbers import quantities

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NEGATED = re.compile(
    r"(?<![\w-])(?:not|never|no|without|\w+n['’]t|(?:refus|declin|fail)\w*\sto|"
    r"den(?:y|ied|ies|ying))\s+(?:(?:think|believe|expect|want|have|been|being|that|the|a)\s){0,3}"
    r"(?:\w+\s)?(?P<word>[a-z]{4,})",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[.;:\n]|,\s(?=(?:which|who|where|although|but|while|and|as|he|she|it|they)\s)"
)
# Words before and after a hedge that it may govern, and how many of them a sentence must keep to
# owe the hedge.
_BEFORE, _AFTER_STRONG, _AFTER_WEAK, _KEPT = 3, 9, 5, 2
_COUNTING = frozenset({"at least", "nearly", "almost", "roughly", "estimated"})
_DIGITS = re.compile(r"\d+")
_ROOT = 5  # letters by which "join" and "joined" are one word
_LEAST_JOINED = 5  # letters; shorter names stand inside too many words
_OPENING_WORDS = frozenset(["the", "a", "an", "in", "on", "at", "by", "for", "according"])


class Difference(Record):
    """What a sentence has that its quotations do not bear out."""

    kind: Literal["number", "date", "name", "negation", "hedge"]
    text: str

    @property
    def is_loss(self) -> bool:
        """Whether the sentence lacks something, rather than adds it."""
        return self.text.startswith("no ")

    def __str__(self) -> str:
        """Return the difference as words for people."""
        verb = "lacks" if self.is_loss else "adds"
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
            missing = [word for word in missing if not _stands_joined(word, evidence)]
        opens = name.start == 0 and _fold(missing[0]) in _OPENING_WORDS if missing else False
        if missing and not opens:
            added.append(Difference(kind="name", text=" ".join(missing)))
    return tuple(added)


def _stands_joined(word: str, evidence: str) -> bool:
    """Tell whether a name stands in the evidence, run together with the next: "ShababNigerian"."""
    if len(word) < _LEAST_JOINED:
        return False
    runs = (run for run in evidence.split() if is_joined(run))
    return any(word.lower() in run.lower() for run in runs)


def _negations(statement: str, evidence: str) -> tuple[Difference, ...]:
    if has_negation(statement):
        return () if has_negation(evidence) else (Difference(kind="negation", text="not"),)
    words = [word.lower() for word in _WORD.findall(statement)]
    for match in _NEGATED.finditer(evidence):
        root = match.group("word").lower()[:_ROOT]
        if any(word.startswith(root) for word in words):
            return (Difference(kind="negation", text=f"no {match.group()}"),)
    return ()


def _hedges(statement: str, evidence: str) -> tuple[Difference, ...]:
    ours, theirs = find_hedges(statement), find_hedges(evidence)
    added = [hedge for hedge in ours if hedge.strength == "strong"]
    if added and not theirs:
        return (Difference(kind="hedge", text=added[0].text),)
    if any(hedge.strength == "strong" for hedge in ours):
        return ()
    words = _stems(statement)
    both_deny = denial_pattern().search(statement) and denial_pattern().search(evidence)
    for hedge in theirs:
        if any(our.strength == hedge.strength for our in ours) or _is_denied(evidence, hedge):
            continue
        governed = _governed(evidence, hedge)
        owed = governed and len(governed & words) >= min(_KEPT, len(governed))
        if owed and not both_deny:
            return (Difference(kind="hedge", text=f"no {hedge.text}"),)
    return ()


def _governed(evidence: str, hedge: Hedge) -> frozenset[str]:
    """Return the stems that a hedge may weaken: what follows it, and what an adverb follows.

    Names are left out, for they stand in many sentences. What counts a number ("at least")
    governs that number alone.
    """
    after = _CLAUSE.split(evidence[hedge.end :], maxsplit=1)[0].split()
    if hedge.text.lower() in _COUNTING and after:
        return _stems(after[0]) | frozenset(_DIGITS.findall(after[0]))
    near = after[: _AFTER_STRONG if hedge.strength == "strong" else _AFTER_WEAK]
    if hedge.text.lower().endswith("ly"):
        near = [*_CLAUSE.split(evidence[: hedge.start])[-1].split()[-_BEFORE:], *near]
    return _stems(" ".join(word for word in near if not word[:1].isupper()))


def _is_denied(evidence: str, hedge: Hedge) -> bool:
    """Tell whether a hedging noun only names what somebody denies: "he denied this rumour"."""
    return denial_pattern().search(evidence[max(0, hedge.start - 20) : hedge.start]) is not None


def _stems(text: str) -> frozenset[str]:
    return frozenset(content_words(text)) | frozenset(_DIGITS.findall(text))


@lru_cache(maxsize=1 << 16)
def _fold(word: str) -> str:
    plain = word.lower().replace("’", "'").removesuffix("'s").rstrip("'").replace("-", "")
    return plain[:-1] if len(plain) > 4 and plain.endswith("s") else plain


@lru_cache(maxsize=1 << 12)
def _folded_words(text: str) -> frozenset[str]:
    words = _WORD.findall(text)
    parts = [part for word in words if "-" in word for part in word.split("-")]
    return frozenset(_fold(word) for word in (*words, *parts))
