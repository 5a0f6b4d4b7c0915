"""Write relative dates as absolute ones: "last August" as "August 2017 (inferred)".

A page is read later than the article was, so "this month" would mislead
(`docs/tradecraft.md`, "Dates"). What cannot be resolved is never guessed: where the sentence can
do without it, it goes, and a note says that the date is not stated.
"""

import re

from briefing.records.articles import ArticleDate
from briefing.records.claims import Time
from briefing.records.record import Record
from briefing.tradecraft.attribution import quotation_spans
from briefing.tradecraft.dates import DateMention, mentions, resolve, wording
from briefing.tradecraft.dispensable_dates import may_be_left_out

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SOME_MONTH = re.compile(rf"^(?:last|this|next|past) ({'|'.join(_MONTHS)})$", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?<![\w-])(?:years?|months?|weeks?|days?|quarter) (?:earlier|before)$", re.I
)
_DIRECTED = re.compile(
    r"(?<![\w-])(?:last|next|past|this|ago|yesterday|today|tonight|tomorrow|later|earlier|previous|"
    r"over the|recent)(?![\w-])",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"[,;:—\"“”«»]|\s(?:said|says|told|that|and|but|when|after)\s")
_AHEAD = re.compile(
    r"(?<![\w-])(?:(?<!according )to(?=\s(?!the\s|an?\s|his\s|her\s|its\s|their\s)(?-i:[a-z]))|"
    r"will|would|shall|may|might|could|can|due|set|scheduled|planned|plans?|expected|expects?|until|"
    r"till|before|by|deadline|called|hopes?|hoped|intends?)(?![\w-])",
    re.IGNORECASE,
)


class Dated(Record):
    """A sentence without relative dates, and every time it states.

    `unresolved` holds the first relative words that could neither be resolved nor left out; `text`
    is then the sentence as given. `undated` tells that some were left out.
    """

    text: str
    times: tuple[Time, ...]
    unresolved: str | None = None
    undated: bool = False


def make_absolute(sentence: str, published: ArticleDate | None) -> Dated:
    """Replace relative dates in a sentence by what they mean, given the article's date.

    Words inside quotation marks stay as they are and get the date in square brackets after them.
    A month without a year keeps its words, with a note that the year is not stated.
    """
    quoted = quotation_spans(sentence)
    times: list[Time] = []
    pieces: list[str] = []
    done = 0
    undated = False
    for mention in mentions(sentence):
        if _is_comparison(sentence, mention):
            continue
        time = _resolved(sentence, mention, published)
        inside = any(start <= mention.start < end for start, end in quoted)
        if time is None:
            if inside or mention.lead < done or not may_be_left_out(sentence, mention):
                return Dated(text=sentence, times=(), unresolved=mention.text)
            pieces.append(sentence[done : mention.lead])
            undated = True
        else:
            times.append(time)
            pieces.append(sentence[done : mention.start])
            pieces.append(_written(mention, time, sentence, inside=inside))
        done = mention.end + (2 if time and _owns(sentence, mention, time, inside) else 0)
    text = "".join((*pieces, sentence[done:]))
    return Dated(text=_noted(text) if undated else text, times=tuple(times), undated=undated)


def _is_comparison(sentence: str, mention: DateMention) -> bool:
    """Tell words that need no day ("a year earlier") and names ("USA Today") from dates."""
    if mention.value is None and _COMPARED.search(mention.text):
        return True
    return mention.text == "Today" and sentence[: mention.start].rstrip()[-1:].isalpha()


def _resolved(sentence: str, mention: DateMention, published: ArticleDate | None) -> Time | None:
    """Resolve a mention where it stands: what holds "since" a time has no end."""
    if _looks_ahead(sentence, mention):
        return None
    time = resolve(mention, published)
    month = _SOME_MONTH.search(mention.text)
    if time is None and month is not None:
        number = _MONTHS.index(month.group(1).capitalize()) + 1
        return Time(text=mention.text, value=f"XXXX-{number:02}", basis="stated")
    clause = _CLAUSE_START.split(sentence[: mention.start])[-1].lower().split()
    if (
        time is None
        or not {"since", "after"} & {*clause}
        or "/" in time.value
        or time.value.startswith("X")
    ):
        return time
    return time.model_copy(update={"value": f"{time.value}/.."})


def _looks_ahead(sentence: str, mention: DateMention) -> bool:
    """Tell whether "on Thursday" or "in May" may be one still to come, so that neither is meant.

    "Both sides are to meet on Thursday" speaks of another Thursday than "both sides met". Words
    that name their own direction ("last", "next", "ago", a year) are safe.
    """
    if mention.value is not None and not mention.value.startswith("X"):
        return False
    if _DIRECTED.search(mention.text):
        return False
    clause = _CLAUSE_START.split(sentence[: mention.start])[-1]
    return _AHEAD.search(f"{clause} {mention.text}") is not None


def _noted(text: str) -> str:
    """Mend the gap that a cut phrase leaves, and say that a date is missing."""
    mended = re.sub(r"\s+([,.;:?!])", r"\1", " ".join(text.split()).lstrip(" ,;"))
    mended = re.sub(r"\s+—(?=\w)", "—", mended)
    mended = re.sub(r",(?=[,.;])|(?<=\bthat),|(?<=\band),", "", mended)
    capital = mended[:1].upper() + mended[1:]
    ending = re.search(r"[.!?]?[\"”’»')\]]*$", capital)
    at = (
        ending.start()
        if ending and capital[ending.start() : ending.start() + 1] == "."
        else len(capital)
    )
    closes_quotation = ending is not None and len(ending.group()) > 1
    if closes_quotation:
        return f"{capital} [date unstated]"
    return f"{capital[:at]} [date unstated]{capital[at:]}"


def times_of(sentence: str, published: ArticleDate | None) -> tuple[Time, ...]:
    """Return the times that a sentence states or that can be resolved, in reading order."""
    found = (
        _resolved(sentence, mention, published)
        for mention in mentions(sentence)
        if not (mention.attributive or _is_comparison(sentence, mention))
    )
    return tuple(time for time in found if time is not None)


def _written(mention: DateMention, time: Time, sentence: str, *, inside: bool) -> str:
    words = sentence[mention.start : mention.end]
    if time.value.startswith("XXXX"):
        month = _SOME_MONTH.search(words)
        if month is None or inside:
            return f"{words} [year unstated]"
        text = f"{_preposition(mention, time, month.group(1))}{month.group(1)} [year unstated]"
        return text[:1].upper() + text[1:] if mention.start == 0 else text
    if time.basis == "stated":
        return words
    meant = wording(time.model_copy(update={"value": time.value.removesuffix("/..")}))
    if inside:
        return f"{words} [{meant}]"
    if _owns(sentence, mention, time, inside):
        article = "" if re.search(r"\bthe\s+$", sentence[: mention.start], re.I) else "the "
        text = f"{article}{meant} (inferred)"
        return text[:1].upper() + text[1:] if mention.start == 0 else text
    if sentence[mention.end : mention.end + 1] in {"'", "’"}:
        return meant
    text = f"{_preposition(mention, time, meant)}{meant} (inferred)"
    return text[:1].upper() + text[1:] if mention.start == 0 else text


def _owns(sentence: str, mention: DateMention, time: Time, inside: bool) -> bool:
    """Tell whether words to be replaced have a genitive: of "Sunday's vote"."""
    if inside or time.basis == "stated" or time.value.startswith("XXXX"):
        return False
    return re.match(r"['’]s\s", sentence[mention.end :]) is not None


def _preposition(mention: DateMention, time: Time, meant: str) -> str:
    """Supply "in" or "on" where the relative words needed none: "last August", "yesterday"."""
    if mention.lead < mention.start:
        return ""
    if "/" in time.value:
        return "during "
    return "on " if meant[:1].isdigit() and meant.count(" ") == 2 else "in "
