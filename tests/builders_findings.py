"""Claims, citations and origins for tests of what claims amount to."""

import hashlib
from collections.abc import Sequence

from briefing.records.actors import Actor, ActorType, Alias
from briefing.records.articles import Basis
from briefing.records.claims import (
    AssessedClaim,
    Citation,
    Claim,
    Confidence,
    Level,
    Speaker,
    Time,
)
from briefing.records.drafts import Certainty, ClaimKind, Polarity
from briefing.records.findings import Conflict, ConflictType, Directness, Group, Origin, Traced


def a_citation(exact: str, *, id: str = "Q1", source: str = "S1", start: int = 0) -> Citation:  # noqa: A002 - the name of the field
    """A quotation that stands at `start` of its source."""
    return Citation(
        id=id, source=source, start=start, end=start + len(exact), exact=exact, prefix="", suffix=""
    )


def a_time(value: str, text: str = "then", basis: Basis = "stated") -> Time:
    """A time, stated unless said otherwise."""
    return Time(text=text, value=value, basis=basis)


def a_claim(
    statement: str,
    number: int = 1,
    *,
    kind: ClaimKind = "event",
    speaker: str | None = None,
    speaker_actor: str | None = None,
    via: tuple[str, ...] = (),
    verb: str = "",
    polarity: Polarity = "positive",
    certainty: Certainty = "certain",
    hedges: tuple[str, ...] = (),
    actors: tuple[str, ...] = (),
    time: Time | str | None = None,
    place: str | None = None,
) -> Claim:
    """A claim `C<number>` that cites `Q<number>`, in the article's own voice unless told."""
    return Claim(
        id=f"C{number}",
        key=hashlib.sha256(f"{number} {statement}".encode()).hexdigest(),
        statement=statement,
        kind=kind,
        speaker=Speaker(name=speaker, actor=speaker_actor) if speaker else None,
        via=via,
        verb=verb,
        polarity=polarity,
        certainty=certainty,
        hedges=hedges,
        actors=actors,
        time=a_time(time) if isinstance(time, str) else time,
        place=place,
        citations=(f"Q{number}",),
        checks=(),
    )


def numbered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The same claims as `C1`, `C2`, …, citing `Q1`, `Q2`, …"""
    return tuple(
        claim.model_copy(update={"id": f"C{n}", "key": f"k{n}", "citations": (f"Q{n}",)})
        for n, claim in enumerate(claims, start=1)
    )


def cited(claims: Sequence[Claim], sources: Sequence[str] = ()) -> dict[str, Citation]:
    """A citation of the statement for each claim, from `S1`, `S2`, … unless sources are given."""
    named = sources or tuple(f"S{n}" for n in range(1, len(claims) + 1))
    return {
        claim.citations[0]: a_citation(claim.statement, id=claim.citations[0], source=source)
        for claim, source in zip(claims, named, strict=True)
    }


def an_actor(id: str, name: str, *aliases: str, type: ActorType = "organization") -> Actor:  # noqa: A002 - the names of the fields
    """An actor with other names."""
    return Actor(
        id=id,
        name=name,
        type=type,
        mentions=1,
        aliases=tuple(Alias(text=text, rule="known", evidence=()) for text in aliases),
    )


def an_origin(
    id: str = "O1",  # noqa: A002 - the name of the field
    name: str | None = "Jane Roe",
    directness: Directness = "on-record",
    sources: tuple[str, ...] = ("S1",),
) -> Origin:
    """An origin; a named speaker on record unless said otherwise."""
    return Origin(id=id, name=name, directness=directness, sources=sources, cues=())


def alone(claims: Sequence[Claim]) -> tuple[Group, ...]:
    """Each claim a group of its own."""
    return tuple(Group(lead=claim.id, claims=(claim.id,)) for claim in claims)


def traced(claims: Sequence[Claim], *origins: Origin) -> Traced:
    """Claims with their origins, one each, in order; the last origin for all that are left."""
    last = len(origins) - 1
    return Traced(
        origins=tuple(dict.fromkeys(origins)),
        of={
            claim.id: origins[min(index, last)].id if origins else None
            for index, claim in enumerate(claims)
        },
    )


def a_conflict(*claims: str, type: ConflictType = "how-many", number: int = 1) -> Conflict:  # noqa: A002 - the name of the field
    """An open conflict between claims."""
    return Conflict(
        id=f"D{number}",
        claims=claims,
        type=type,
        text="S1 says A. S2 says B.",
        settled_by="A count.",
    )


def an_assessed(claim: Claim, origin: str | None = "O1", level: Level = "low") -> AssessedClaim:
    """A claim with grades."""
    return AssessedClaim(
        **dict(claim),
        origin=origin,
        credibility=6,
        confidence=Confidence(level=level, points=0, reasons=()),
    )
