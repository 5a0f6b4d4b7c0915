"""What sort of speaker a noun phrase names, and how close that speaker is to the matter.

The classes are in `docs/tradecraft.md`, "Confidence" (directness of the origin); the nouns in
`words/attribution.toml`.
"""

import re
from functools import cache

from briefing.records.findings import Directness
from briefing.tradecraft.word_lists import load_words, phrase_pattern

PRONOUNS = frozenset({"he", "she", "it", "they", "who", "i", "we", "you", "this", "that", "which"})
_IN_HIS = re.compile(r"\s(?:in|on|during|via)\s(?:an?|his|her|its|their)\s[^,]*$")
_LONGEST_DEFINITE = 5  # words
_OPEN_ENDS = frozenset({"to", "of", "and", "or", "the", "a", "an", "that", "who", "which", "by"})
# Small, or at the very start: "Analysts at Norland" are a crowd, a "Workers' Union" is a body.
_CROWD = re.compile(
    r"(?:^|(?<![\w-]))(?:(?-i:officials|lawmakers|diplomats|officers|soldiers|prosecutors|"
    r"investigators|experts|analysts|economists|residents|witnesses|sources|workers|members|traders|"
    r"reports|media|activists|aides|doctors)|^\w+s(?=\s(?:at|in|of|from|for|with|on|who)\s))(?![\w-])"
)
_NO_NAMES = PRONOUNS | {"the", "a", "an", "some", "all", "both", "no", "its", "his", "her", "their"}
_NOT_A_SPEAKER = re.compile(
    r"(?<![\w-])(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|should|"
    r"because|although|though|when|while|if|whether|what|how|where|as|than|but|there|not)(?![\w-])"
)
_APPOSITION = re.compile(r",[^,]*,|\([^)]*\)|\[[^\]]*\]|—[^—]*—")
_WHO_CLAUSE = re.compile(r",?\s(?:who|which)\s.*$")
_SAYS = re.compile(
    r"(?<![\w-])(?:said|says|told|denied|denies|warned|announced|declared|added|argued|believes?|"
    r"claimed|stated|urged|showed|shows)(?![\w-])"
)
_FIRST_PERSON = re.compile(r"(?<![\w-])(?:I|we|We|me|us)(?![\w-])")
_NOT_A_SUBJECT = re.compile(
    r"^(?:after|before|in|on|at|by|since|during|with|without|from|for|of|to|under|over|through|"
    r"who|which|that|whose|despite|amid|among|until|about|according|although|while|when|if|\w+ing)\s",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:but|and|yet|also|the|a|an|as|for|instead|later|then|mr|mrs|ms|however|so)\.?\s+)+",
    re.I,
)
_CAPITALISED = re.compile(r"(?<![\w’'])(?:[A-ZÀ-Þ][\w’'.-]+|al-[A-Z]\w+)")
_TITLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Gen|Col|Sen|Rep|President|Minister)\.?\s", re.I
)


@cache
def _nouns(key: str) -> re.Pattern[str]:
    return phrase_pattern(load_words("attribution")[key])


@cache
def _body_nouns() -> frozenset[str]:
    return frozenset((*load_words("names")["body_nouns"], *load_words("names")["place_nouns"]))


@cache
def _armed_groups() -> frozenset[str]:
    lines = load_words("names")["groups"]
    return frozenset(name.lower() for line in lines for name in line.split("|"))


def _plain(speaker: str) -> str:
    """Return a speaker's phrase without bracketed short form, article and case."""
    return re.sub(r"\s*\([^)]*\)", "", speaker).strip().lower().removeprefix("the ")


@cache
def _agency_names() -> frozenset[str]:
    return frozenset(name.lower() for name in load_words("attribution")["agencies"])


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a news agency, article and bracketed short form aside."""
    return _plain(name) in _agency_names() or f"the {_plain(name)}" in _agency_names()


def is_anonymous(phrase: str) -> bool:
    """Tell whether words say that a speaker is not to be named."""
    return _nouns("anonymous").search(phrase) is not None


def is_vouching(verb: str) -> bool:
    """Tell whether a verb of saying vouches for what is said: "confirmed", "revealed"."""
    return verb in load_words("attribution")["vouching"]


def is_pronoun(phrase: str) -> bool:
    """Tell whether a speaker is only pointed at: he, she, it, they, the group, the same man."""
    words = phrase.lower().split()
    is_abbreviation = len(phrase) > 1 and phrase.isupper()  # the WHO is no "who"
    return len(words) == 1 and words[0] in PRONOUNS and not is_abbreviation


def is_speaker(phrase: str) -> bool:
    """Tell whether a noun phrase can be somebody who says something.

    It needs a name, a pronoun or a noun for people who speak, and no verb outside an apposition.
    """
    core = _WHO_CLAUSE.sub(" ", _APPOSITION.sub(" ", phrase)).strip()
    words = core.split()
    if not words or len(words) > 14 or _NOT_A_SPEAKER.search(core.lower()):
        return False
    if (
        ":" in core
        or phrase.split()[-1].lower() in _OPEN_ENDS
        or _FIRST_PERSON.search(core)
        or _SAYS.search(core)
        or _NOT_A_SUBJECT.match(core)
    ):
        return False
    if is_pronoun(core):
        return core.lower() not in {"this", "that", "which", "you"}
    if any(_nouns(key).search(core) for key in ("official", "crowd", "expert", "anonymous")):
        return True
    return bool(_names(core)) or any(
        _nouns(key).search(core) for key in ("institution", "specialist", "document", "party")
    )


def is_definite(phrase: str) -> bool:
    """Tell whether a short phrase can be a subject: "the harbour master", "two freight brokers".

    Enough right before "said" at the end of a sentence, where a subject must stand.
    """
    words = phrase.lower().split()
    return (
        0 < len(words) <= _LONGEST_DEFINITE
        and not _NOT_A_SUBJECT.match(f"{phrase} ")
        and not is_pronoun(phrase)
        and words[0] not in _OPEN_ENDS - {"the", "a", "an"}
        and not _NOT_A_SPEAKER.search(phrase.lower())
        and not _SAYS.search(phrase)
        and all(word.replace("-", "").isalpha() for word in words)
    )


def trim_speaker(phrase: str) -> str:
    """Cut what is not part of a speaker's name or role: articles, conjunctions, white space."""
    trimmed = " ".join(phrase.split()).strip(" ,;:—–-")
    trimmed = re.sub(r"^(?:but|and|yet|also|as|however|so)\s+", "", trimmed, flags=re.IGNORECASE)
    if not is_anonymous(trimmed):
        trimmed = re.sub(r",\s(?:who|which)\s.*$", "", trimmed)
    return trimmed[:120].rstrip(" ,;")


def directness(speaker: str | None, via: tuple[str, ...], verb: str) -> Directness:
    """Class how close a speaker stands to the matter, by the words used for them.

    Args:
        speaker: As the text names them, role included; `None` for the article's own voice.
        via: Who passed it on.
        verb: The verb of saying.

    Returns:
        A class of `docs/tradecraft.md`, "Confidence". Whoever is not named is never better than
        an anonymous official, whatever the article calls them.
    """
    if speaker is None:
        return "unattributed" if not via else _named_class(via[0], verb)
    return _named_class(speaker, verb)


def _named_class(speaker: str, verb: str) -> Directness:
    if is_agency(speaker):
        return "agency"
    if _nouns("party").search(speaker) or _plain(speaker) in _armed_groups():
        return "party"
    named = bool(_names(speaker)) and not _nouns("anonymous").search(speaker)
    if not named:
        return _unnamed_class(speaker)
    if _nouns("recording").search(speaker):
        return "recording"
    return _class_of_name(speaker)


def _unnamed_class(speaker: str) -> Directness:
    if _nouns("official").search(speaker):
        return "anonymous-official"
    is_body = _nouns("institution").search(speaker) or _nouns("specialist").search(speaker)
    if is_body and not _nouns("crowd").search(speaker):
        return "institution"
    if _nouns("document").search(speaker) and not _starts_as_crowd(speaker):
        return "document"
    return "anonymous"


def _class_of_name(speaker: str) -> Directness:
    person = looks_like_a_person(speaker)
    if person and (_nouns("expert").search(speaker) or _nouns("specialist").search(speaker)):
        return "expert"
    if _starts_as_crowd(speaker):
        return "anonymous-official" if _nouns("official").search(speaker) else "anonymous"
    if person:
        return "on-record"
    if _nouns("specialist").search(speaker):
        return "specialist"
    if _nouns("document").search(speaker):
        return "document"
    return "institution"


def _starts_as_crowd(speaker: str) -> bool:
    """Tell a crowd with a place in its name ("two Iraqi officials") from a named speaker."""
    plural = _CROWD.search(speaker)
    single = re.match(r"(?:a|an|one|another|some|several|two|three|four|many)\s", speaker, re.I)
    single = single and (_nouns("crowd").search(speaker) or _nouns("official").search(speaker))
    return bool(plural or single) and not looks_like_a_person(speaker)


def speaker_core(phrase: str) -> str:
    """Return the part of a phrase that names a speaker: of "An accountant, Maria Fell" the name."""
    parts = [part.strip() for part in _IN_HIS.sub("", phrase).split(",")]
    named = next((part for part in parts[1:2] if looks_like_a_person(part)), None)
    return named if named and not _names(parts[0]) else parts[0]


def looks_like_a_person(phrase: str) -> bool:
    """Tell whether a phrase holds a person's name: title and name, or two name words at its end."""
    core = _APPOSITION.sub(" ", phrase).strip()
    if _TITLE.match(core):
        return True
    core = re.split(r",|\s(?:of|from|at|for|with|in)\s(?:the\s)?", core)[0]
    names = [word for word in core.split() if _CAPITALISED.fullmatch(word.strip("“”\"',."))]
    last = core.split()[-1] if core.split() else ""
    ends_in_name = bool(_CAPITALISED.fullmatch(last.strip("“”\"',.")))
    is_body = any(_nouns(key).search(last) for key in ("institution", "specialist", "document"))
    is_body = is_body or last in _body_nouns()
    return ends_in_name and not is_body and not last.isupper() and len(names) >= 2


def _names(phrase: str) -> list[str]:
    core = _LEADING.sub("", phrase.strip())
    found = _CAPITALISED.findall(core)
    crowd = _nouns("crowd")
    return [name for name in found if not crowd.fullmatch(name) and name.lower() not in _NO_NAMES]
