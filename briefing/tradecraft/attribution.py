"""Who says it, through whom, with which verb: read from one English sentence.

The rules are in `docs/tradecraft.md`, "Attribution"; the verbs and nouns in
`words/attribution.toml`. Quotation marks are folded to straight ones on a copy of the same
length, so every span holds in the text as given.
"""

import re
from functools import cache

from briefing.records.record import Record
from briefing.tradecraft.dates import mentions
from briefing.tradecraft.speakers import is_definite, is_pronoun, is_speaker, trim_speaker
from briefing.tradecraft.word_lists import load_words

_FOLD = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'")})
_NEARLY_ALL = 0.85
_REACH = 180  # code points from the start of a clause within which its verb of saying stands
_MAX_CHARS = 2000  # a longer "sentence" is a table or a list; nobody speaks in it
# Verbs that may stand before their subject: "…, warned the minister."
_INVERTED = (
    "said|says|reports|reported|warned|warns|added|adds|explained|explains|wrote|writes|noted|notes|"
    "argued|argues|claimed|claims|concluded|concludes|recalled|insisted|declared|announced"
)
_HEARERS = (
    r"(?:lawmakers|reporters|journalists|parliament|investors|shareholders|viewers|supporters"
    r"|(?:[Tt]he\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})"
)
_NP = r"[^\"\x00;:]{2,160}?"
_AUXILIARIES = re.compile(
    r"(?:\s(?:also|later|then|further|earlier|recently|repeatedly|reportedly|has|have|had|previously"
    r"|now|still|often|publicly|privately|simply))+$"
)
_ADVERBS = (
    r"(?:(?:also|later|then|further|earlier|recently|repeatedly|reportedly|has|have|had|have also|"
    r"has also|had also)\s+)?"
)


class Attribution(Record):
    """Who is said to say a sentence.

    `speaker` is as the text names them, role included; a pronoun is given as it stands.
    `via` is who passed it on, nearest the speaker first. `start` and `end` are the speaker's
    span; `quoted` tells whether part of the sentence stands in quotation marks.
    """

    speaker: str
    verb: str
    via: tuple[str, ...]
    start: int
    end: int
    quoted: bool


def read_attribution(sentence: str) -> Attribution | None:
    """Find who says a sentence; `None` if it speaks in the article's own voice."""
    if len(sentence) > _MAX_CHARS:
        return None
    text = _mask_quotations(sentence.translate(_FOLD))
    citing = _citing(text) or _according(text)
    found = [citing] if citing else [hit for hit in (*_leads(text), _trail(text)) if hit]
    if not found:
        return None
    first = found[0]
    via = first.via + tuple(
        hit.speaker for hit in found[1:] if hit.speaker.lower() not in first.speaker.lower()
    )
    restored = trim_speaker(sentence[first.start : first.end])
    passed_on = tuple(trim_speaker(name) for name in via)[:3]
    return first.model_copy(
        update={"speaker": restored, "via": passed_on, "quoted": "\x00" in text}
    )


def quotation_spans(sentence: str) -> tuple[tuple[int, int], ...]:
    """Return the spans between double quotation marks of any shape, marks excluded."""
    folded = sentence.translate(_FOLD)
    marks = [index for index, char in enumerate(folded) if char == '"']
    if len(marks) % 2:
        marks.append(len(sentence))
    return tuple((a + 1, b) for a, b in zip(marks[::2], marks[1::2], strict=True))


def is_all_quotation(sentence: str) -> bool:
    """Tell whether a sentence is nothing but what somebody says, marks and a few signs aside."""
    inside = sum(end - start for start, end in quotation_spans(sentence))
    return inside > 0 and inside >= _NEARLY_ALL * len(sentence.strip())


@cache
def _verbs() -> tuple[str, str]:
    words = load_words("attribution")
    speech = "|".join(sorted((re.escape(v) for v in words["say"]), key=lambda v: (-len(v), v)))
    thought = "|".join(sorted((re.escape(v) for v in words["think"]), key=lambda v: (-len(v), v)))
    return speech, thought


@cache
def _verb_pattern() -> re.Pattern[str]:
    """A verb of saying or thinking, whom it was said to, and what comes next."""
    speech, thought = _verbs()
    return re.compile(
        rf"(?<=\s)(?P<verb>{speech}|{thought})\b"
        rf"(?=(?P<to>\s+(?!that\b){_HEARERS})?"
        r"(?:\s+(?:on|in|at)\s+(?:[A-Z][a-z]+|a \w+|(?:[a-z]+\s){0,2}[a-z]+(?=\s+that\b))"
        r"(?:\s\d{1,2})?)?"
        r"(?P<next>,?\s+that\b|\s*[:,]?\s*\"|\s*:|\s+\S))"
    )


@cache
def _trail_pattern() -> re.Pattern[str]:
    speech, thought = _verbs()
    end = r"(?:\s+(?:in|on|at|to|during|after|last|this|by|from)\s[^,\"]{2,60})?"
    return re.compile(
        rf"(?:^|[,\"?!—–-])\s*(?:"
        rf"(?P<np1>{_NP})\s+{_ADVERBS}(?P<verb1>{speech}|{thought})(?P<to>\s+{_HEARERS})?{end}"
        rf"|(?P<verb2>{_INVERTED})\s+(?P<np2>{_NP}){end}"
        rf"|according to\s+(?P<np3>{_NP}){end}"
        rf"|(?P<verb4>{_INVERTED})\s+(?P<np4>[^,\"\x00]{{2,80}}),.*"
        r")\s*(?:[.,:]?\s*$|[.,]\s*\"|,\s+(?:\w{2,}ing|but|and|while|as)\b)"
    )


_CITING = re.compile(
    r"^(?:(?:Citing|Quoting)\s+(?P<np>[^,\"]{3,140}),\s+(?P<via>[^,\"]{2,60}?)"
    r"|(?P<relay>[^,\"]{2,60}),\s+(?:citing|quoting)\s+(?P<cited>[^,\"]{3,140}),)\s+"
    r"(?:says|said|reports|reported|writes|wrote|states|stated)\b"
)
_ACCORDING_TO = re.compile(
    r"(?:^|[\s,(])[Aa]ccording to\s+(?P<np>[^,\";:()]{2,120}?)"
    r"(?=\s*(?:[,.;:)]|$|\s(?:and|but|while|in|on|at|during|last|this|who|which|that)\s))"
)
_RELAYED = re.compile(
    r",\s+(?P<relay>[^,\"]{2,80}?)\s+(?:reported|reports|said|says|wrote|writes)"
    r"(?:\s+(?:on|in|late|early|last)\s[^,\"]{2,30})?,\s+(?:citing|quoting)\s+(?P<cited>[^,\"]{3,120}?)[.]?$"
)
_ACCORDING = re.compile(r"^(?:[^,\"]{2,40},\s+)?[Aa]ccording to\s+(?P<np>[^,\"]{2,120}),")


def _hit(match: re.Match[str], group: str, verb: str, via: tuple[str, ...] = ()) -> Attribution:
    return _spoken(match.string, *match.span(group), verb, via)


def _citing(text: str) -> Attribution | None:
    match = _CITING.match(text)
    if match:
        group, relay = ("np", "via") if match.group("np") else ("cited", "relay")
        return _hit(match, group, "said", (match.group(relay),))
    match = _ACCORDING.match(text)
    return _hit(match, "np", "according to") if match and is_speaker(match.group("np")) else None


def _according(text: str) -> Attribution | None:
    """Read "according to X" wherever it stands, and "…, X reported, citing Y"."""
    relayed = _RELAYED.search(text)
    if relayed and is_speaker(relayed.group("relay")):
        return _hit(relayed, "cited", "said", (relayed.group("relay"),))
    match = _ACCORDING_TO.search(text)
    if match is None or "\x00" in match.group("np"):
        return None
    before = _lead(text, _lead_in_length(text))
    hit = _hit(match, "np", "according to")
    if before is None or before.end > match.start():
        return hit
    return before.model_copy(update={"via": (*before.via, hit.speaker)})


def _leads(text: str) -> tuple[Attribution, ...]:
    """Read "X said that Y said that …": the innermost speaker first."""
    outer = _lead(text, _lead_in_length(text))
    if outer is None:
        return ()
    that = re.compile(r"\s+that\s+").search(text, outer.end)
    if that is None or that.start() > outer.end + 60:
        return (outer,)
    inner = _lead(text, that.end() + _lead_in_length(text[that.end() :]))
    if inner is None or is_pronoun(trim_speaker(inner.speaker)):
        return (outer,)
    return (inner, outer)


def _lead(text: str, offset: int) -> Attribution | None:
    for match in _verb_pattern().finditer(text, offset, offset + _REACH):
        start = offset
        end = offset + len(_AUXILIARIES.sub("", text[start : match.start()].rstrip()))
        phrase = text[start:end]
        if '"' in phrase or not phrase.strip() or not is_speaker(phrase):
            continue
        follows = match.group("next").strip(" ,")
        opens = follows in {"that", ":"} or follows.endswith('"')
        verb = match.group("verb")
        plain = verb in _PLAIN_CLAUSE and not _NO_CLAUSE.match(text, match.end("verb"))
        if opens or plain:
            to = (match.group("to") or "").strip()
            via = (to,) if verb == "told" and to[:1].isupper() else ()
            return _spoken(text, start, end, verb, via)
    return None


def _spoken(text: str, start: int, end: int, verb: str, via: tuple[str, ...]) -> Attribution:
    return Attribution(
        speaker=text[start:end], verb=verb, via=via, start=start, end=end, quoted=False
    )


def _trail(text: str) -> Attribution | None:
    cuts = [match.start() for match in re.finditer(r"[,\"?!—–]", text)][-6:]
    for cut in reversed(cuts):
        match = _trail_pattern().match(text, cut)
        if match is None or (text[:cut].count(" ") < 2 and "\x00" not in text[:cut]):
            continue
        number = next(n for n in ("1", "2", "3", "4") if match.group(f"np{n}"))
        phrase = match.group(f"np{number}")
        if not is_speaker(phrase) and not is_definite(phrase):
            continue
        verb = "according to" if number == "3" else match.group(f"verb{number}")
        to = (match.group("to") or "").strip()
        via = (to,) if verb == "told" and to[:1].isupper() else ()
        return _hit(match, f"np{number}", verb, via)
    return None


# After these a clause needs no "that"; after "reports", "found" or "states" it does, or they
# would be nouns, or verbs of doing.
_PLAIN_CLAUSE = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "added",
        "adds",
        "warned",
        "warns",
        "claimed",
        "claims",
        "believe",
        "believes",
        "believed",
        "think",
        "thinks",
        "argued",
        "argues",
        "insisted",
        "announced",
        "urged",
        "denied",
        "denies",
        "predicted",
        "predicts",
        "expect",
        "expects",
        "fear",
        "fears",
        "demanded",
        "acknowledged",
        "admitted",
        "conceded",
        "suspect",
        "described",
        "showed",
        "shows",
        "show",
    ]
) | {"called for", "calls for"}
_NO_CLAUSE = re.compile(r"\s+(?:by|to|up|as|from|in|on|at|of|with|and|or)\b")
_LEAD_IN = re.compile(
    r"^(?:(?:In|On|At|By|Since|During|After|Before|Last|This|Earlier|Late|Meanwhile|However|"
    r"Nevertheless|Still|But|And|Yet|Also|Separately|Moreover|Finally)\b[^,\"]{0,130},\s+"
    r"|(?:But|And|Yet)\s+)",
    re.IGNORECASE,
)


def _lead_in_length(text: str) -> int:
    """Return how much of a clause stands before its subject: "In May, ", "But ", "Last week "."""
    match = _LEAD_IN.match(text)
    if match:
        return match.end()
    first = next(iter(mentions(text[:_REACH])), None)
    return first.end + 1 if first and first.lead == 0 and not first.attributive else 0


def _mask_quotations(folded: str) -> str:
    """Blank what stands in quotation marks, so that no rule reads a verb in it."""
    chars = list(folded)
    for start, end in quotation_spans(folded):
        chars[start:end] = "\x00" * (end - start)
    return "".join(chars)
