"""Records that drafters read and write: say what matters, the rest is filled in."""

from collections.abc import Sequence

from briefing.ports import Material, ModelReply, ModelRequest
from briefing.records.claims import AssessedClaim, Confidence, Speaker, Time
from briefing.records.drafts import DraftClaim, DraftJudgements, DraftSentence, DraftSummary
from briefing.records.findings import Conflict, Finding

NO_CLAIMS = '{"claims": []}'


def a_draft_claim(statement: str = "The port closed.", *evidence: int) -> DraftClaim:
    """A plain claim of the article's own."""
    return DraftClaim(
        statement=statement,
        evidence=evidence or (1,),
        kind="event",
        speaker=None,
        via=(),
        verb=None,
        polarity="positive",
        certainty="certain",
        hedges=(),
        actors=(),
        time=None,
        place=None,
    )


def a_summary_text(statement: str = "The port closed.", *evidence: int) -> str:
    """A valid answer with one claim, as a model would send it."""
    return DraftSummary(claims=(a_draft_claim(statement, *evidence),)).model_dump_json()


def some_judgements_text(*claims: str) -> str:
    """A valid composition with nothing but a headline."""
    return DraftJudgements(
        headline=DraftSentence(text="The port closed.", claims=claims),
        bottom_line=(),
        judgements=(),
        consequences=(),
        indicators=(),
        assumptions=(),
    ).model_dump_json()


def a_reply(text: str = NO_CLAIMS) -> ModelReply:
    """A complete reply."""
    return ModelReply(text=text, ended="stop", prompt_tokens=100, completion_tokens=5)


def a_request(content: str = "Passage S1.1") -> ModelRequest:
    """A request with one user message."""
    return ModelRequest.model_validate(
        {
            "name": "summarize",
            "messages": [{"role": "user", "content": content}],
            "schema_text": '{"type": "object"}',
            "max_tokens": 100,
        }
    )


def a_confidence() -> Confidence:
    """The lowest one."""
    return Confidence(level="low", points=0, reasons=("unknown origin",))


def an_assessed_claim(
    id: str = "C1",  # noqa: A002 - the name of the field
    statement: str = "The port closed.",
    *,
    speaker: Speaker | None = None,
    via: tuple[str, ...] = (),
    time: Time | None = None,
    actors: tuple[str, ...] = (),
    citations: tuple[str, ...] = ("Q1",),
) -> AssessedClaim:
    """A claim without an origin."""
    return AssessedClaim(
        id=id,
        key=id,
        statement=statement,
        kind="event",
        speaker=speaker,
        via=via,
        verb="said" if speaker else "",
        polarity="positive",
        certainty="certain",
        hedges=(),
        actors=actors,
        time=time,
        place=None,
        citations=citations,
        checks=(),
        origin=None,
        credibility=6,
        confidence=a_confidence(),
    )


def a_finding(lead: str = "C1", *others: str, origins: tuple[str, ...] = ()) -> Finding:
    """A finding led by a claim."""
    return Finding(
        id=f"F{lead[1:]}",
        key=lead,
        lead=lead,
        claims=(lead, *others),
        origins=origins,
        confidence=a_confidence(),
    )


def a_conflict(*claims: str, text: str = "Whether the port closed.") -> Conflict:
    """An open conflict between claims."""
    return Conflict(id="D1", claims=claims, type="whether", text=text, settled_by="a log")


def a_material(
    claims: Sequence[AssessedClaim],
    *,
    findings: Sequence[Finding] | None = None,
    matters: Sequence[tuple[str, ...]] | None = None,
    conflicts: Sequence[Conflict] = (),
    actor_names: dict[str, str] | None = None,
    question: str | None = None,
) -> Material:
    """Material in which every claim leads a finding, and all are about one matter."""
    found = findings or [a_finding(claim.id) for claim in claims]
    return Material(
        question=question,
        claims=tuple(claims),
        findings=tuple(found),
        matters=tuple(matters or [tuple(finding.id for finding in found)]),
        conflicts=tuple(conflicts),
        actor_names=actor_names or {},
        source_names={"S1": "source 1", "S2": "Mara Lind"},
        citation_sources={"Q1": "S1", "Q2": "S2"},
    )
