"""What a drafter writes: believed in nothing until `evidence` has checked it.

These records are also the JSON schemas a language model must answer in, so: no defaults, no
dictionaries, every string and list bounded. The descriptions are instructions to the model.
"""

from typing import Literal

from pydantic import Field

from briefing.records.record import Record

ClaimKind = Literal["event", "assessment", "statement", "relationship", "figure", "forecast"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]


class DraftClaim(Record):
    """One thing the passage says, as a drafter read it."""

    statement: str = Field(
        max_length=400,
        description="One self-contained sentence. Keep hedges, numbers and who says it; "
        "name people and groups instead of he, she, it, they; add nothing.",
    )
    evidence: tuple[int, ...] = Field(
        max_length=3, description="The numbers of the sentences that state it."
    )
    kind: ClaimKind = Field(description="What sort of claim it is.")
    speaker: str | None = Field(
        max_length=120,
        description="Who says it, as the text names them; null for the article's own voice.",
    )
    via: tuple[str, ...] = Field(
        max_length=3,
        description="Who passed it on between the speaker and the article, nearest speaker first.",
    )
    verb: str | None = Field(
        max_length=30,
        description="The verb of saying the text uses; null for the article's own voice.",
    )
    polarity: Polarity = Field(description="negative if the claim says that it is not so.")
    certainty: Certainty = Field(description="How firmly the text itself puts it.")
    hedges: tuple[str, ...] = Field(
        max_length=6, description="The words of the text that weaken it, as written."
    )
    actors: tuple[str, ...] = Field(
        max_length=8, description="People, groups, states it is about, as the text names them."
    )
    time: str | None = Field(
        max_length=60, description="The words of the text that say when; null if none do."
    )
    place: str | None = Field(
        max_length=80, description="Where, as the text names it; null if it does not say."
    )


class DraftSummary(Record):
    """A drafter's reading of one passage."""

    claims: tuple[DraftClaim, ...] = Field(max_length=40)


class DraftSentence(Record):
    """A sentence composed from claims."""

    text: str = Field(max_length=300, description="One sentence, only from the claims it names.")
    claims: tuple[str, ...] = Field(
        max_length=6, description="The ids of the claims it rests on, such as C12."
    )


class DraftJudgement(Record):
    """A key judgement and, where the claims support one, another reading of them."""

    text: str = Field(max_length=300, description="One sentence of at most 25 words.")
    claims: tuple[str, ...] = Field(max_length=8, description="The ids of the claims it rests on.")
    alternative: DraftSentence | None = Field(
        description="Another reading that some claims support; null if none do."
    )


class DraftJudgements(Record):
    """A drafter's composition. Confidence and likelihood are absent on purpose: rules decide."""

    headline: DraftSentence
    bottom_line: tuple[DraftSentence, ...] = Field(max_length=3)
    judgements: tuple[DraftJudgement, ...] = Field(max_length=8)
    consequences: tuple[DraftSentence, ...] = Field(max_length=4)
    indicators: tuple[DraftSentence, ...] = Field(max_length=4)
    assumptions: tuple[DraftSentence, ...] = Field(max_length=3)
