"""Which claims exclude each other, and which only seem to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.claims import Claim
from briefing.records.findings import ConflictType, Origin
from briefing.stages.conflicts import find
from tests.builders_findings import (
    a_claim,
    alone,
    an_actor,
    an_origin,
    cited,
    numbered,
    traced,
)
from tests.labelled_pairs import CLASHING, COMPATIBLE, DENIED

_WORDS = st.sampled_from(
    [
        "the",
        "dam",
        "Genoa",
        "Lodz",
        "12",
        "30",
        "people",
        "killed",
        "by",
        "not",
        "approved",
        "rejected",
    ]
)
OURS = an_origin("O1", "Jane Roe")
THEIRS = an_origin("O2", "John Doe")


def _found(*claims: Claim) -> list[ConflictType]:
    ordered = numbered(claims)
    conflicts, _ = find(ordered, alone(ordered), traced(ordered, OURS, THEIRS), cited(ordered))
    return [conflict.type for conflict in conflicts]


@pytest.mark.parametrize(("kind", "one", "other"), CLASHING)
def test_find_names_what_two_claims_disagree_in(kind: ConflictType, one: str, other: str) -> None:
    assert _found(a_claim(one), a_claim(other)) == [kind]


@pytest.mark.parametrize(("one", "other"), DENIED)
def test_find_sees_that_one_claim_denies_the_other(one: str, other: str) -> None:
    assert _found(a_claim(one), a_claim(other, polarity="negative")) == ["whether"]


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_find_makes_no_conflict_of_what_can_both_be_true(one: str, other: str) -> None:
    assert _found(a_claim(one), a_claim(other)) == []


def test_find_compares_two_speakers_of_one_article() -> None:
    claims = (
        a_claim("Police said 15,000 people marched in Belgrade.", 1, speaker="Police", verb="said"),
        a_claim("Unions said 50,000 people marched in Belgrade.", 2, speaker="Unions", verb="said"),
    )
    conflicts, _ = find(
        claims, alone(claims), traced(claims, OURS, THEIRS), cited(claims, ["S1"] * 2)
    )
    assert [conflict.type for conflict in conflicts] == ["how-many"]
    assert "S1 also says Unions said" in conflicts[0].text


def test_find_takes_one_voice_in_one_article_for_a_sequel() -> None:
    claims = (
        a_claim("The ferry accident off Samar killed 12 people.", 1),
        a_claim("The ferry accident off Samar killed 19 people.", 2),
    )
    one = cited(claims, ["S1", "S1"])
    assert find(claims, alone(claims), traced(claims, OURS), one) == ((), ())


def test_find_takes_a_figure_of_another_date_for_a_development() -> None:
    claims = (
        a_claim("The ferry accident off Samar killed 19 people.", 1, time="2021-06-09"),
        a_claim("The ferry accident off Samar killed 12 people.", 2, time="2021-06-07"),
    )
    conflicts, developments = find(
        claims, alone(claims), traced(claims, OURS, THEIRS), cited(claims)
    )
    assert conflicts == ()
    assert [development.claims for development in developments] == [("C2", "C1")]
    assert developments[0].id == "V1"
    assert "Dates: 7 June 2021; 9 June 2021." in developments[0].text


PLANNED = "Rebels of Oster are believed to have planned the ambush that killed four guards in Lumo."


def test_find_sets_two_accounts_of_who_was_behind_an_act_side_by_side() -> None:
    planned = a_claim(PLANNED, 1, actors=("A1",), hedges=("are believed to",))
    claimed = a_claim("The Vard Front claimed the attack that killed four guards in Lumo.", 2,
                      actors=("A2",))  # fmt: skip
    assert _found(planned, claimed) == ["who"]
    other_act = claimed.model_copy(
        update={"statement": "The Vard Front claimed the attack that killed nine guards in Lumo."}
    )
    assert _found(planned, other_act) == []


def test_who_did_not_claim_an_act_is_no_other_account_of_it() -> None:
    planned = a_claim(PLANNED, 1, actors=("A1",), hedges=("are believed to",))
    silent = a_claim(
        "The Vard Front has not claimed the attack that killed four guards in Lumo.", 2,
        actors=("A2",), polarity="negative",
    )  # fmt: skip
    assert _found(planned, silent) == []


def test_find_names_two_dates_of_what_happens_once() -> None:
    claims = (
        a_claim("The poet Lena Fors died in Turku.", 1, time="2009-03-01"),
        a_claim("Lena Fors the poet died in Turku.", 2, time="2010-03-01"),
    )
    conflicts, _ = find(claims, alone(claims), traced(claims, OURS, THEIRS), cited(claims))
    assert [conflict.type for conflict in conflicts] == ["when"]


def test_find_leaves_possibilities_alone() -> None:
    sure = "Dock workers in Genoa voted to strike."
    claim = a_claim("Dock workers in Genoa may not have voted to strike.", polarity="negative")
    assert _found(a_claim(sure), claim) == ["whether"]
    assert _found(a_claim(sure), claim.model_copy(update={"hedges": ("may",)})) == []


def test_find_calls_a_copy_that_is_firmer_than_its_root_a_drifted_copy() -> None:
    claims = (
        a_claim(
            "The pilot is believed to have planned the Samar crash.", 1, hedges=("is believed to",)
        ),
        a_claim("The pilot planned the Samar crash.", 2),
    )
    one_root = traced(claims, OURS)
    two_roots = traced(claims, OURS, THEIRS)
    conflicts, _ = find(claims, alone(claims), one_root, cited(claims))
    assert [conflict.type for conflict in conflicts] == ["copy"]
    assert find(claims, alone(claims), two_roots, cited(claims)) == ((), ())


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (OURS, THEIRS, False),
        (OURS, OURS, True),
        (OURS, an_origin("O2", None, "unattributed"), True),
    ],
)
def test_find_says_when_both_may_rest_on_one_report(one: Origin, other: Origin, said: bool) -> None:
    claims = (
        a_claim("The Samar ferry accident killed 12 people.", 1),
        a_claim("The Samar ferry accident killed 19 people.", 2),
    )
    conflicts, _ = find(claims, alone(claims), traced(claims, one, other), cited(claims))
    assert ("Both may rest on one report." in conflicts[0].text) is said
    assert conflicts[0].text.endswith("Not resolved.")


def test_find_reads_the_names_of_an_actor_as_one() -> None:
    claims = (
        a_claim("EVG carried out the bombing in Ankara.", 1, actors=("A1",)),
        a_claim("The Front carried out the bombing in Ankara.", 2, actors=("A1",)),
    )
    actor = an_actor("A1", "Eastern Victory Group", "EVG", "The Front")
    grounds = (alone(claims), traced(claims, OURS, THEIRS), cited(claims))
    assert find(claims, *grounds, [actor]) == ((), ())


def test_the_text_of_a_conflict_is_short_and_keeps_what_the_sense_hangs_on() -> None:
    long = (
        "On the morning after the storm, in a crowded hall in the old part of the town, the head "
        "of the rescue service told a group of visiting reporters from abroad that a ferry "
        "accident off Samar reportedly killed {} people on board and among the crew."
    )
    claims = (a_claim(long.format(12), 1), a_claim(long.format(19), 2))
    conflicts, _ = find(claims, alone(claims), traced(claims, OURS, THEIRS), cited(claims))
    text = conflicts[0].text
    assert len(text.split()) <= 66
    assert text.count("reportedly") == 2
    assert "12" in text
    assert "19" in text
    assert "…" in text


@given(st.lists(st.lists(_WORDS, max_size=9).map(" ".join), max_size=10))
def test_find_never_fails_and_names_each_pair_once(statements: list[str]) -> None:
    claims = [a_claim(text, number) for number, text in enumerate(statements, start=1)]
    conflicts, developments = find(
        claims, alone(claims), traced(claims, OURS, THEIRS), cited(claims)
    )
    pairs = [frozenset(one.claims) for one in conflicts]
    pairs += [frozenset(one.claims) for one in developments]
    assert len(set(pairs)) == len(pairs)
    assert all(len(conflict.text.split()) <= 66 for conflict in conflicts)
    assert [conflict.id for conflict in conflicts] == [
        f"D{number}" for number in range(1, len(conflicts) + 1)
    ]
