"""Stage `evidence`: claims whose words were found in an article's body, and those left out."""

from typing import Literal

from briefing.records.articles import Basis
from briefing.records.drafts import Certainty, ClaimKind, Polarity
from briefing.records.record import Record

Level = Literal["low", "moderate", "high"]
Cap = Literal["one-origin", "weak-origins", "possibility", "conflict", "responsibility", "high-bar"]
Match = Literal["exact", "normalized", "elided"]


class Speaker(Record):
    """Who says a claim. `actor` is the id of an actor, once actors are known."""

    name: str
    actor: str | None = None


class Time(Record):
    """When, in the text's own words and as EDTF.

    A month without a year is `XXXX-07`: the text states no year and none is guessed.
    """

    text: str
    value: str
    basis: Basis


class Citation(Record):
    """A quotation cut from a source by the program: `exact == text[start:end]`, always.

    `prefix` and `suffix` are the up to 32 code points before and after.
    """

    id: str
    source: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    match: Match = "exact"
    page: int | None = None


class Confidence(Record):
    """A level that rules decided, with the points and reasons that led to it."""

    level: Level
    points: int
    reasons: tuple[str, ...]
    cap: Cap | None = None


class Claim(Record):
    """One thing the sources say. Only `evidence` makes these; `citations` is never empty."""

    id: str
    key: str
    """Hash of the source's text and the cited spans: links the claim across files."""
    statement: str
    kind: ClaimKind
    speaker: Speaker | None
    via: tuple[str, ...]
    verb: str
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[str, ...]
    actors: tuple[str, ...]
    """Ids of actors; names as the text gives them until the actors are known."""
    time: Time | None
    place: str | None
    citations: tuple[str, ...]
    checks: tuple[str, ...]


class AssessedClaim(Claim):
    """A claim with its origin, and the grades that rules gave it."""

    origin: str | None
    credibility: int
    """Admiralty credibility of the information, 1 to 6."""
    confidence: Confidence


class Rejection(Record):
    """A draft claim that is not published.

    `outcome` is `rejected` when the evidence fails and `withheld` when it holds but the claim
    may not stand on a page. `rule` is a short stable name, `reason` a sentence for people.
    """

    source: str
    statement: str
    outcome: Literal["rejected", "withheld"]
    rule: str
    reason: str


class Summary(Record):
    """What became of one passage's draft: every draft claim is in exactly one of the two."""

    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    rejections: tuple[Rejection, ...]
