"""What a claim's words name as the root it comes from: a speaker, a relay, or the article itself.

The rules are in `docs/tradecraft.md`, "Origins".
"""

import re
from typing import Literal, NamedTuple

from briefing.records.actors import SourceSpan
from briefing.records.articles import Article, Metadatum
from briefing.records.claims import Citation, Claim, Speaker
from briefing.records.findings import Directness
from briefing.tradecraft.content_words import fold, plain_words
from briefing.tradecraft.names import find_names, plain_name
from briefing.tradecraft.speakers import directness, is_agency, is_pronoun, speaker_core

RootKind = Literal["named", "anonymous", "voice"]
# Whoever is one of these is not known, whatever the text calls them.
_ANONYMOUS = frozenset({"anonymous-official", "anonymous", "unattributed"})
PEOPLE = frozenset({"on-record", "expert"})
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_LONGEST_NAME = 80  # code points; longer phrases describe and do not name


class Root(NamedTuple):
    """Where one claim comes from, by its own words.

    Roots with one `key` are one origin. `name` is `None` if none is given; `actor` is the id of
    the speaker's actor. `cues` are the words of the source that name the root.
    """

    key: str
    kind: RootKind
    name: str | None
    actor: str | None
    directness: Directness
    source: str
    cues: tuple[SourceSpan, ...]


def root_of(claim: Claim, citation: Citation, article: Article | None) -> Root:
    """Return the root that a claim's speaker, relay or byline names.

    Args:
        claim: A claim.
        citation: The first of its citations.
        article: The article cited, `None` if it is not at hand.
    """
    relay = _relay(claim)
    if claim.speaker is None:
        if relay is None:
            return _own_voice(citation.source, article)
        return _named(relay, directness(None, (relay,), claim.verb), citation)
    close = directness(claim.speaker.name, claim.via, claim.verb)
    known = claim.speaker.actor is not None and _points(claim.speaker.name)
    if (close in _ANONYMOUS or _points(claim.speaker.name)) and not known:
        return _anonymous(claim.speaker, relay, close, citation)
    root = _named(claim.speaker.name, "on-record" if known else close, citation)
    return root._replace(
        name=None if known else root.name,
        actor=claim.speaker.actor,
        key=f"actor {claim.speaker.actor}" if known else root.key,
    )


def name_key(name: str) -> str:
    """Return what stands for a name in comparisons: no title, article, case or accents."""
    return "name " + " ".join(map(fold, plain_words(plain_name(name))))


def core_name(phrase: str, close: Directness) -> str:
    """Return the name in a speaker's phrase, without role, title and apposition."""
    core = _ARTICLE.sub("", plain_name(speaker_core(phrase).split(" (")[0]))
    if close in PEOPLE:
        names = [plain_name(name.text) for name in find_names(core)]
        core = next((name for name in names if " " in name), next(iter(names), core))
    return core[:_LONGEST_NAME]


def _relay(claim: Claim) -> str | None:
    """Return who passed a claim on: an agency if there is one, else the nearest relay named."""
    agency = next((name for name in claim.via if is_agency(name)), None)
    return agency or next((name for name in claim.via if not _points(name)), None)


def _points(name: str) -> bool:
    """Tell a pronoun from an abbreviation that looks like one: "who", the WHO."""
    return is_pronoun(name) and not (len(name) > 1 and name.isupper())


def _named(phrase: str, close: Directness, citation: Citation) -> Root:
    name = core_name(phrase, close)
    # "police" or "the commission" is another one in another article.
    nameless = "" if find_names(name) else f" {citation.source}"
    return Root(
        key=f"{name_key(name)}{nameless}",
        kind="named",
        name=name,
        actor=None,
        directness=close,
        source=citation.source,
        cues=_found(phrase, citation),
    )


def _anonymous(speaker: Speaker, relay: str | None, close: Directness, citation: Citation) -> Root:
    """Return the report that relays a speaker nobody names, or else nobody in this article."""
    weak: Directness = close if close in _ANONYMOUS else "anonymous"
    if relay is not None and directness(None, (relay,), "") not in _ANONYMOUS:
        return _named(relay, weak, citation)
    return Root(
        key=f"anonymous {citation.source} {fold(speaker.name)}",
        kind="anonymous",
        name=None,
        actor=None,
        directness=weak,
        source=citation.source,
        cues=_found(speaker.name, citation),
    )


def _own_voice(source: str, article: Article | None) -> Root:
    """Return who writes the article: an agency, else its author, else its publisher."""
    credits_ = [m for m in (article.author, article.publisher) if m] if article else []
    agency = next((credit for credit in credits_ if is_agency(credit.value)), None)
    credit = agency or next(iter(credits_), None)
    if credit is None:
        return Root(f"voice {source}", "voice", None, None, "unattributed", source, ())
    return Root(
        key=name_key(credit.value),
        kind="voice",
        name=credit.value,
        actor=None,
        directness="agency" if agency else "author",
        source=source,
        cues=_shown(source, credit),
    )


def _shown(source: str, credit: Metadatum) -> tuple[SourceSpan, ...]:
    return tuple(
        SourceSpan(source=source, start=span.start, end=span.end) for span in credit.evidence
    )


def _found(phrase: str, citation: Citation) -> tuple[SourceSpan, ...]:
    """Return where a quotation has a phrase; an inherited speaker is not there."""
    place = citation.exact.find(phrase) if phrase else -1
    if place < 0:
        return ()
    start = citation.start + place
    return (SourceSpan(source=citation.source, start=start, end=start + len(phrase)),)
