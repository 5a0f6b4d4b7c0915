"""Points, caps and levels; more support never lowers, more contradiction never raises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.records.claims import Cap, Level
from briefing.records.findings import Directness
from briefing.tradecraft.confidence import (
    LEVELS,
    Contradiction,
    Support,
    contradiction_of,
    grade,
    pool,
    raised,
    recency_of,
)
from briefing.tradecraft.standing import DIRECTNESS_POINTS

CONTRADICTIONS: tuple[Contradiction, ...] = ("none", "tension", "conflict")
SUPPORTS = st.builds(
    Support,
    origin=st.sampled_from([None, "O1", "O2", "O3", "O4"]),
    directness=st.sampled_from(sorted(DIRECTNESS_POINTS)),
    hedging=st.sampled_from(["none", "weak", "strong"]),
    recency=st.sampled_from(["dated", "old", "undated"]),
    specificity=st.sampled_from(["full", "partial", "vague"]),
    possibility=st.booleans(),
    responsibility=st.booleans(),
    speech_act=st.booleans(),
    judgement=st.booleans(),
)


def a_support(origin: str | None = "O1", **inputs: object) -> Support:
    """A named speaker on record, dated, without hedge, partly specific."""
    given_inputs = {"directness": "on-record", "recency": "dated", **inputs}
    return Support.model_validate({"origin": origin, **given_inputs})


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(st.lists(SUPPORTS, min_size=1, max_size=5), SUPPORTS, st.sampled_from(CONTRADICTIONS))
def test_one_more_supporting_claim_never_lowers_a_level_or_points(
    supports: list[Support], further: Support, contradiction: Contradiction
) -> None:
    before = grade(pool(supports, contradiction))
    after = grade(pool([*supports, further], contradiction))
    assert LEVELS.index(after.level) >= LEVELS.index(before.level)
    assert after.points >= before.points


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(st.lists(SUPPORTS, min_size=1, max_size=5))
def test_a_denial_or_a_conflict_never_raises_a_level_or_points(supports: list[Support]) -> None:
    graded = [grade(pool(supports, contradiction)) for contradiction in CONTRADICTIONS]
    levels = [LEVELS.index(one.level) for one in graded]
    assert levels == sorted(levels, reverse=True)
    assert graded[0].points > graded[1].points > graded[2].points


@given(st.lists(SUPPORTS, min_size=1, max_size=4), st.sampled_from(CONTRADICTIONS))
def test_a_grade_says_which_contradiction_and_recency_it_was_given_with(
    supports: list[Support], contradiction: Contradiction
) -> None:
    sourcing = pool(supports, contradiction)
    assert contradiction_of(grade(sourcing)) == contradiction
    assert recency_of(grade(sourcing)) == sourcing.recency


@pytest.mark.parametrize(
    ("directness", "points"),
    [
        ("recording", 2), ("document", 2), ("on-record", 2), ("institution", 1), ("specialist", 1),
        ("agency", 1), ("expert", 0), ("author", 0), ("anonymous-official", 0), ("anonymous", -1),
        ("unattributed", -1), ("party", -2),
    ],
)  # fmt: skip
def test_directness_has_the_points_of_the_table(directness: Directness, points: int) -> None:
    assert grade(pool([a_support(directness=directness)])).points == points


@pytest.mark.parametrize(
    ("change", "points"),
    [
        ({}, 2),
        ({"hedging": "weak"}, 1),
        ({"hedging": "strong"}, 0),
        ({"recency": "old"}, 1),
        ({"recency": "undated"}, 1),
        ({"specificity": "full"}, 3),
        ({"specificity": "vague"}, 1),
        ({"directness": "expert", "judgement": True}, 1),
        ({"origin": None}, 1),
    ],
)
def test_each_input_has_the_points_of_the_table(change: dict[str, object], points: int) -> None:
    assert grade(pool([a_support(**{"origin": "O1", **change})])).points == points  # type: ignore[arg-type]


@pytest.mark.parametrize(("number", "points"), [(1, 2), (2, 4), (3, 5), (4, 5)])
def test_origins_have_the_points_of_the_table(number: int, points: int) -> None:
    supports = [a_support(f"O{n}") for n in range(number)]
    assert grade(pool([*supports, a_support("O0")])).points == points


@pytest.mark.parametrize(
    ("supports", "contradiction", "cap", "level"),
    [
        ([a_support(specificity="full")], "none", "one-origin", "moderate"),
        ([a_support("O1"), a_support("O2")], "none", None, "high"),
        ([a_support("O1"), a_support("O2")], "tension", "high-bar", "moderate"),
        ([a_support("O1"), a_support("O2"), a_support("O3")], "conflict", "conflict", "low"),
        (
            [a_support("O1", possibility=True), a_support("O2", possibility=True)],
            "none",
            "possibility",
            "low",
        ),
        (
            [a_support(o, directness="anonymous-official") for o in "abc"],
            "none",
            "weak-origins",
            "low",
        ),
        (
            [a_support(o, directness="specialist", specificity="full") for o in "abc"],
            "none",
            "high-bar",
            "moderate",
        ),
        ([a_support("O1", responsibility=True)], "none", "responsibility", "low"),
        (
            [a_support("O1", responsibility=True), a_support("O2", responsibility=True)],
            "none",
            None,
            "high",
        ),
        (
            [
                a_support("O1", recency="undated"),
                a_support("O2", recency="undated", specificity="full"),
            ],
            "none",
            "high-bar",
            "moderate",
        ),
    ],
)
def test_the_lowest_cap_wins_and_is_named(
    supports: list[Support], contradiction: Contradiction, cap: Cap | None, level: Level
) -> None:
    confidence = grade(pool(supports, contradiction))
    assert (confidence.cap, confidence.level) == (cap, level)


def test_an_origin_nobody_names_corroborates_nothing() -> None:
    alone = pool([a_support("O1"), a_support(None)])
    assert alone.origins == 1


def test_reasons_name_what_counted() -> None:
    supports = [a_support(directness="anonymous-official", hedging="strong", recency="undated")]
    reasons = grade(pool(supports, "conflict")).reasons
    assert reasons == ("one origin", "unnamed officials", "strong hedge", "conflict", "no date")


def test_what_somebody_said_is_graded_as_said() -> None:
    assert grade(pool([a_support(speech_act=True)])).reasons[0] == "that it was said"


def test_nothing_supports_what_nobody_says() -> None:
    with pytest.raises(ValueError, match="empty"):
        pool([])


@pytest.mark.parametrize(("level", "next_level"), [("low", "moderate"), ("high", "high")])
def test_raised_stops_at_the_top(level: Level, next_level: Level) -> None:
    assert raised(level) == next_level
