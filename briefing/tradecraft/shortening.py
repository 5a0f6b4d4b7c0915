"""Make a sentence shorter without changing how certain it is.

Only what can go without loss goes: brackets, trailing clauses that add, appositions, an opening
participle. A part that holds a hedge, a negation, a contrast or a condition stays, and quotation
marks are never cut into (`docs/tradecraft.md`, "Shortening").
"""

import re
from collections.abc import Iterator

from briefing.tradecraft.attribution import quotation_spans, read_attribution
from briefing.tradecraft.dates import mentions
from briefing.tradecraft.dispensable_dates import may_be_left_out
from briefing.tradecraft.hedges import find_hedges, has_negation
from briefing.tradecraft.speakers import is_anonymous

_MIN_WORDS = 4
_KEEPS_MEANING = re.compile(
    r"(?<![\w-])(?:although|though|but|however|despite|except|unless|if|whether|while|because|only|"
    r"contrary|instead|rather|until|provided|other reports)(?![\w-])",
    re.IGNORECASE,
)
_BRACKETS = re.compile(
    r"\s*(?:\((?!inferred|denied)[^()]{1,120}\)|—[^—]{3,120}—|\s–\s[^–]{3,120}\s–)"
)
_TAIL = re.compile(
    r",\s+(?:which|who|whose|where|when|noting|adding|urging|courtesy|thanks|strengthening|leading|"
    r"making|leaving|prompting|raising|forcing|including|warning|citing|as well as|as part of|"
    r"at the behest|in line with|(?!according\b)\w{3,}ing)\b[^\"]*$"
)
_LATE_TAIL = re.compile(
    r"\s+(?:as well as|in what|at the behest of|amid|following|in line with)\s[^,]*$"
)
_APPOSITION = re.compile(
    r",\s+(?:a|an|the|who|which|whose|then|former|working|head|chief|founder|leader|director|"
    r"considered|known|described|based|led|part|one)\b[^,\"“”«»]{2,110},(?=\s)"
)
_SAYS = re.compile(
    r"(?<![\w-])(?:said|says|told|according|citing|reported|reports|alleged\w*|claims?|claimed|denied)"
    r"(?![\w-])"
)
_FINITE = re.compile(
    r"(?<![\w-])(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did|said|told|"
    r"\w{3,}(?:ed|es|s)|took|fell|rose|made|went|came|saw|got|held|won|lost|began|left|put|set|cut|"
    r"hit|met|led|paid|sold|sent|built|shut|grew|found|became|gave|kept|brought|stood|ran|drew|say|"
    r"believe)(?![\w-])"
)
_PRESENT = re.compile(r"(?<![\w-])(?:is|are|has been|have been) (?!believed|thought|said)(?=\w)")
_LONE_PARTICIPLE = re.compile(r",\s+\w+(?:ed|en|wn|ld|de|ught)$")
_NOTE = re.compile(r" \[date unstated\]")
_OPENING = re.compile(
    r"^(?:Seeing|Referring|Speaking|Noting|Citing the|Adding|Following|Having|Being|Recalling|"
    r"Commenting|Addressing|Considering|Responding)\b[^,\"]{3,120},\s+"
)


def words(text: str) -> int:
    """Count the words of a text: what stands between white space and holds a letter or digit."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def shorten(sentence: str, max_words: int) -> str | None:
    """Return the sentence in at most `max_words` words, or `None` if no safe cut is enough.

    The cuts come in a fixed order, mildest first, and stop as soon as the sentence fits.
    """
    text = " ".join(sentence.split())
    if words(text) <= max_words:
        return text
    speaker = _speaker(text)
    for pattern in (_BRACKETS, _APPOSITION, _TAIL, _OPENING, _LATE_TAIL):
        for start, end in _safe_cuts(pattern, text):
            shorter = _without(text, start, end)
            if words(shorter) >= _MIN_WORDS and _speaker(shorter) == speaker:
                text = shorter
                break
        if words(text) <= max_words:
            return text
    return _without_dates(text, max_words)


def without_opening_date(text: str) -> str:
    """Return a sentence without the date it opens with, for a line that states it beside."""
    first = next(iter(mentions(text)), None)
    if first is None or first.lead > 0 or first.attributive:
        return text
    end = first.end
    note = re.match(r" \(inferred\)| \[year unstated\]", text[end:])
    rest = text[end + (note.end() if note else 0) :].lstrip(" ,")
    return sentence_case(rest) if words(rest) >= _MIN_WORDS else text


def _without_dates(text: str, max_words: int) -> str | None:
    """As a last resort, leave out when; the claim itself still has it."""
    if _PRESENT.search(text):
        return None  # "is absorbing" without its date would speak of today
    quotations = quotation_spans(text)
    for mention in reversed(mentions(text)):
        if any(a <= mention.start < b for a, b in quotations):
            continue
        if not may_be_left_out(text, mention):
            continue
        note = re.match(r" \(inferred\)| \[year unstated\]", text[mention.end :])
        end = mention.end + (note.end() if note else 0)
        already = re.match(r"\salready\b", text[end:])
        end += already.end() if already else 0
        start = re.sub(r"\s(?:as|already|early|late|back)$", "", text[: mention.lead].rstrip())
        lone = _LONE_PARTICIPLE.search(start)
        if lone and text[end : end + 1] == ",":  # ", approved on Tuesday," is nothing without it
            start, end = start[: lone.start()], end + 1
        shorter = _without(text, len(start), end)
        if words(shorter) >= _MIN_WORDS and words(shorter) <= max_words:
            return shorter
    return None


def sentence_case(text: str) -> str:
    """Return a text with a capital at its start and a full stop at its end."""
    stripped = text.strip()
    capital = next((i for i, char in enumerate(stripped) if char.isalpha()), 0)
    joined = stripped[:capital] + stripped[capital : capital + 1].upper() + stripped[capital + 1 :]
    return joined if re.search(r"[.!?…][\"”’»')\]]*$", joined) else f"{joined.rstrip(',;: ')}."


def _speaker(text: str) -> str | None:
    """Return who says a sentence, so that no cut takes them away or puts another in their place."""
    found = read_attribution(text)
    return found.speaker.split(",")[0] if found else None


def _safe_cuts(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    quotations = quotation_spans(text)
    for match in pattern.finditer(text):
        start, end = match.span()
        part = match.group()
        before = text[:start]
        headless = start > 0 and not _FINITE.search(before) and not _FINITE.search(text[end:])
        crosses = any(start < b and a < end for a, b in quotations)
        carries = (
            _SAYS.search(part)
            or has_negation(part)
            or find_hedges(part)
            or _KEEPS_MEANING.search(part)
        )
        if not crosses and not headless and not carries and not is_anonymous(part):
            yield start, end


def _without(text: str, start: int, end: int) -> str:
    """Cut a part out; the note that a date is missing concerns the whole sentence and stays."""
    note = _NOTE.search(text, start, end)
    if note is not None:
        return (
            _without(_NOTE.sub("", text), start, end - len(note.group()))[:-1] + f"{note.group()}."
        )
    rest = f"{text[:start]} {text[end:]}".replace("  ", " ").lstrip(" ,;")
    return sentence_case(re.sub(r"\s+([,.;])", r"\1", rest))
