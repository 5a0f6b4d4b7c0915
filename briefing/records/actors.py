"""Stage `actors`: one canonical actor per set of names."""

from typing import Literal

from briefing.records.record import Record

ActorType = Literal["person", "organization", "group", "state", "place", "other"]
AliasRule = Literal["name", "abbreviation", "spelling", "surname", "known"]


class SourceSpan(Record):
    """A span of one source's text."""

    source: str
    start: int
    end: int


class Alias(Record):
    """One name an actor goes by, the rule that joined it, and where the text shows it."""

    text: str
    rule: AliasRule
    evidence: tuple[SourceSpan, ...]


class Actor(Record):
    """Someone or something that acts. `name` is the spelling used throughout a briefing."""

    id: str
    name: str
    type: ActorType
    mentions: int
    aliases: tuple[Alias, ...]
