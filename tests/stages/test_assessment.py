"""Grades of claims, findings and judgements."""

import pytest

from briefing.records.claims import AssessedClaim, Claim
from briefing.records.findings import Conflict, Finding, Group, Origin
from briefing.stages.assessment import assess, judge
from tests.builders_findings import a_claim, a_conflict, alone, an_origin, traced

AS_OF = "2021-06-30"
LIMA = an_origin("O1", "Ana Lima")
PARK = an_origin("O2", "Jo Park")
NOBODY = an_origin("O3", None, "unattributed")


def _dated(number: int = 1, statement: str | None = None, **given: object) -> Claim:
    claim = a_claim(
        statement or "The dam broke.",
        number,
        speaker="Ana Lima",
        verb="said",
        actors=("A1",),
        time="2021-05-01",
    )
    return claim.model_copy(update=given)


def _assess(
    claims: tuple[Claim, ...],
    *origins: Origin,
    joined: bool = False,
    conflicts: tuple[Conflict, ...] = (),
) -> tuple[tuple[AssessedClaim, ...], tuple[Finding, ...]]:
    ids = tuple(claim.id for claim in claims)
    groups = (Group(lead=ids[0], claims=ids),) if joined else alone(claims)
    return assess(claims, groups, traced(claims, *origins), conflicts, AS_OF)


def test_assess_grades_a_claim_by_itself_and_a_finding_by_all_its_origins() -> None:
    claims, findings = _assess((_dated(1), _dated(2)), LIMA, PARK, joined=True)
    assert [claim.confidence.cap for claim in claims] == ["one-origin", "one-origin"]
    assert findings[0].origins == ("O1", "O2")
    assert findings[0].confidence.level == "high"
    assert [claim.credibility for claim in claims] == [2, 2]


def test_assess_counts_one_origin_once_however_many_articles_repeat_it() -> None:
    _, findings = _assess((_dated(1), _dated(2)), LIMA, joined=True)
    assert findings[0].confidence.reasons[0] == "one origin"


def test_assess_gives_nothing_for_an_origin_without_a_name() -> None:
    claims, findings = _assess((a_claim("The dam broke.", time="2021-05-01"),), NOBODY)
    assert claims[0].origin == "O3"
    assert findings[0].confidence.reasons[0] == "origin unknown"
    assert findings[0].confidence.level == "low"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"hedges": ("reportedly",)}, "weak hedge"),
        ({"hedges": ("may",)}, "strong hedge"),
        ({"time": None}, "no date"),
        ({"kind": "relationship", "time": None}, "no date"),
        ({"statement": "The dam broke in several places."}, "few details"),
        ({"place": "Brumado"}, "specific"),
    ],
)
def test_assess_says_what_a_claim_lacks_or_has(change: dict[str, object], reason: str) -> None:
    claims, _ = _assess((_dated().model_copy(update=change),), LIMA)
    assert reason in claims[0].confidence.reasons


@pytest.mark.parametrize(("kind", "is_old"), [("relationship", True), ("event", False)])
def test_assess_lets_a_state_age_but_not_an_event(kind: str, is_old: bool) -> None:
    time = a_claim("x", time="2019").time
    claims, _ = _assess((_dated(kind=kind, time=time),), LIMA)
    assert ("older than 12 months" in claims[0].confidence.reasons) is is_old


@pytest.mark.parametrize(
    "change", [{"kind": "forecast"}, {"certainty": "possible"}, {"hedges": ("might",)}]
)
def test_assess_never_puts_a_possibility_above_low(change: dict[str, object]) -> None:
    both = tuple(_dated(number).model_copy(update=change) for number in (1, 2))
    claims, findings = _assess(both, LIMA, PARK, joined=True)
    assert {claim.confidence.level for claim in claims} == {"low"}
    assert (findings[0].confidence.level, findings[0].confidence.cap) == ("low", "possibility")


def test_assess_grades_of_a_statement_only_that_it_was_said() -> None:
    said = _dated(kind="statement", statement="Ana Lima said it may break.", hedges=("may",))
    claims, _ = _assess((said,), LIMA)
    assert "that it was said" in claims[0].confidence.reasons
    assert "strong hedge" not in claims[0].confidence.reasons
    assert claims[0].confidence.level == "moderate"


def test_assess_counts_a_hedge_on_the_saying_itself() -> None:
    said = _dated(
        kind="statement", statement="Ana Lima reportedly said it broke.", hedges=("reportedly",)
    )
    claims, _ = _assess((said,), LIMA)
    assert "weak hedge" in claims[0].confidence.reasons


@pytest.mark.parametrize(
    "statement",
    [
        "The Red Front claimed responsibility for the bombing.",
        "Prosecutors blamed the Red Front for the arson.",
        "The Red Front kidnapped 12 students.",
        "12 students were kidnapped by the Red Front.",
    ],
)
def test_assess_asks_more_of_who_is_responsible_for_a_crime(statement: str) -> None:
    one, _ = _assess((_dated(1, statement),), LIMA)
    _, both = _assess((_dated(1, statement), _dated(2, statement)), LIMA, PARK, joined=True)
    assert one[0].confidence.cap == "responsibility"
    assert one[0].confidence.level == "low"
    assert both[0].confidence.cap is None


@pytest.mark.parametrize(
    "statement", ["Floods killed 12 people.", "12 students were kidnapped.", "The union struck."]
)
def test_assess_sees_no_blame_where_none_is_laid(statement: str) -> None:
    claims, _ = _assess((_dated(1, statement),), LIMA)
    assert claims[0].confidence.cap == "one-origin"


def test_a_conflict_with_another_origin_caps_both_sides() -> None:
    claims, findings = _assess(
        (_dated(1), _dated(2)), LIMA, PARK, conflicts=(a_conflict("C1", "C2"),)
    )
    assert {claim.confidence.cap for claim in claims} == {"conflict"}
    assert {finding.confidence.cap for finding in findings} == {"conflict"}
    assert [claim.credibility for claim in claims] == [4, 4]


def test_a_conflict_within_one_origin_is_a_tension() -> None:
    _, findings = _assess((_dated(1), _dated(2)), LIMA, conflicts=(a_conflict("C1", "C2"),))
    assert "tension" in findings[0].confidence.reasons
    assert findings[0].confidence.cap == "one-origin"


def test_a_denial_by_whom_it_is_about_is_a_tension_for_the_claim() -> None:
    denial = a_claim(
        "Acme denied it.", 2, speaker="Acme", speaker_actor="A1", verb="denied",
        polarity="negative", time="2021-05-01",
    )  # fmt: skip
    _, findings = _assess(
        (_dated(1), denial), LIMA, PARK, conflicts=(a_conflict("C1", "C2", type="whether"),)
    )
    assert "tension" in findings[0].confidence.reasons
    assert "conflict" in findings[1].confidence.reasons


def test_a_claim_that_better_placed_speakers_contradict_is_improbable() -> None:
    weak = a_claim("Experts said it broke.", 1, speaker="experts", verb="said", time="2021-05-01")
    named = an_origin("O4", "Post", "anonymous")
    claims, _ = _assess((weak, _dated(2)), named, PARK, conflicts=(a_conflict("C1", "C2"),))
    assert claims[0].credibility == 5


def test_findings_have_keys_that_do_not_depend_on_numbering() -> None:
    _, one = _assess((_dated(1),), LIMA)
    renumbered = _dated(1).model_copy(update={"id": "C9"})
    _, other = _assess((renumbered,), LIMA)
    assert one[0].key == other[0].key


def test_judge_counts_distinct_origins_over_its_claims() -> None:
    claims, findings = _assess((_dated(1), _dated(2, "The valley flooded.")), LIMA, PARK)
    confidence = judge(claims, findings=findings, origins=(LIMA, PARK))
    assert "two origins" in confidence.reasons
    assert confidence.level == "high"


def test_judge_rises_at_most_one_level_above_its_best_finding() -> None:
    vague = {"actors": (), "speaker": None, "time": None}
    kinds = [an_origin(f"O{n}", f"Name {n}", "institution") for n in range(1, 4)]
    claims, findings = _assess(tuple(_dated(n, f"Event {n}.", **vague) for n in (1, 2, 3)), *kinds)
    assert {finding.confidence.level for finding in findings} == {"low"}
    assert judge(claims, findings=findings, origins=kinds).level == "moderate"


def test_judge_is_low_if_its_claims_are_in_conflict() -> None:
    claims, findings = _assess(
        (_dated(1), _dated(2), _dated(3)), LIMA, PARK, conflicts=(a_conflict("C1", "C2"),)
    )
    confidence = judge(claims, findings=findings, origins=(LIMA, PARK))
    assert (confidence.level, confidence.cap) == ("low", "conflict")


def test_judge_needs_a_claim() -> None:
    with pytest.raises(ValueError, match="empty"):
        judge((), findings=(), origins=())
