"""Stages `findings` to `timeline`: what the claims amount to when they are laid side by side."""

from typing import Literal

from briefing.records.actors import SourceSpan
from briefing.records.claims import Confidence, Time
from briefing.records.record import Record

Directness = Literal[
    "recording", "document", "on-record", "institution", "specialist", "agency", "expert",
    "author", "anonymous-official", "anonymous", "unattributed", "party",
]  # fmt: skip
ConflictType = Literal["who", "whether", "when", "how-many", "why", "label", "copy"]
RelationKind = Literal[
    "allied", "hostile", "member", "leads", "pledged", "supports", "opposes", "other"
]


class Group(Record):
    """Claims that say the same. `lead` is the one to quote; `claims` includes it."""

    lead: str
    claims: tuple[str, ...]


class Origin(Record):
    """Where information started, as far as the texts show. `name` is `None` if none is named."""

    id: str
    name: str | None
    directness: Directness
    sources: tuple[str, ...]
    cues: tuple[SourceSpan, ...]


class Traced(Record):
    """Where the claims come from. `of` is claim id to origin id, `None` where nothing shows it.

    An origin without a name is known to exist and unknown otherwise: it corroborates nothing.
    """

    origins: tuple[Origin, ...]
    of: dict[str, str | None]


class Finding(Record):
    """Claims that say the same, with the origins behind them."""

    id: str
    key: str
    lead: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    confidence: Confidence


class Conflict(Record):
    """Claims that cannot all be true as they stand. Nobody has chosen between them."""

    id: str
    claims: tuple[str, ...]
    type: ConflictType
    text: str
    settled_by: str


class Development(Record):
    """One matter at different times: a change, not a conflict."""

    id: str
    claims: tuple[str, ...]
    text: str


class Relation(Record):
    """How one actor stands to another, by the claims that say so."""

    id: str
    subject: str
    object: str
    kind: RelationKind
    time: Time | None
    claims: tuple[str, ...]


class TimelineEntry(Record):
    """One dated line of what happened."""

    id: str
    time: Time
    text: str
    claims: tuple[str, ...]
