"""Put a claim into words for a page: who says it, and no more certain than it was said."""

import re

from briefing.records.claims import Claim
from briefing.tradecraft.names import find_names
from briefing.tradecraft.shortening import sentence_case, shorten, words

_FIRST_WORD = re.compile(r"^[\"“«'‘]?([^\W\d_][\w’'-]*)")
_ABBREVIATED = re.compile(r"(?:^|[\s.(])(?:[ap]\.m|[A-Z](?:\.[A-Z])+|Inc|Co|Ltd|Corp|Jr|Sr)$")
_ENDING = re.compile(r"[.,]?([\"”’»']*)[.,]?$")


def attributed(claim: Claim, outlet: str) -> str:
    """Return a claim's statement with its speaker in it.

    Args:
        claim: If nobody is named as saying it, it is in its article's own voice.
        outlet: How prose names the article: its author, its publisher, or `source 2`.

    Returns:
        The statement, closed by "according to …" unless it names its speaker already. At the end,
        because a first word may be a name or not, and only its writer knows.
    """
    if claim.speaker is not None:
        if _names_speaker(claim.statement, claim.speaker.name):
            return claim.statement
        return _closed_by(claim.statement, claim.speaker.name)
    if claim.hedges or claim.via:
        for name in claim.via:
            if name in claim.statement:
                return claim.statement
    return _closed_by(claim.statement, outlet)


def told(claim: Claim, outlet: str, max_words: int) -> str | None:
    """Return a claim with its speaker in at most `max_words` words, or `None` if it will not fit.

    The statement is shortened before it is attributed, so that no cut takes the speaker away.
    """
    added = words(attributed(claim, outlet)) - words(claim.statement)
    short = shorten(claim.statement, max_words - added)
    if short is None:
        return None
    return sentence_case(attributed(claim.model_copy(update={"statement": short}), outlet))


def decapitalize(sentence: str) -> str:
    """Return a sentence ready to stand after a comma: its first word small unless it is a name."""
    match = _FIRST_WORD.match(sentence)
    if match is None or (match.group(1).isupper() and len(match.group(1)) > 1):
        return sentence
    if any(name.start == match.start(1) for name in find_names(sentence)):
        return sentence
    at = match.start(1)
    return sentence[:at] + sentence[at].lower() + sentence[at + 1 :]


def listed(items: tuple[str, ...]) -> str:
    """Join items as prose does: "S1", "S1 and S2", "S1, S2 and S3"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def counted(number: int, noun: str) -> str:
    """Return "1 article", "2 articles"; the noun is regular or ends in -y after a consonant."""
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"
    return f"{number:,} {plural}"


def _closed_by(statement: str, who: str) -> str:
    ending = _ENDING.search(statement)
    body = statement[: ending.start()] if ending else statement
    if _ABBREVIATED.search(body):
        body = f"{body}."
    marks = ending.group(1) if ending else ""
    return f"{body},{marks} according to {who}."


def _names_speaker(statement: str, speaker: str) -> bool:
    words = [name.text.split()[-1] for name in find_names(speaker)] or speaker.split()[-1:]
    lowered = statement.lower()
    return any(word.lower() in lowered for word in words)
