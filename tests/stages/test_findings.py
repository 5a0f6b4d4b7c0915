"""Which claims say the same, and which are about one matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.claims import Claim
from briefing.stages.findings import group, matters
from tests.builders_findings import a_claim, a_time, an_actor, cited, numbered
from tests.labelled_pairs import DIFFERENT, SAME


def _are_joined(*claims: Claim) -> bool:
    ordered = numbered(claims)
    return len(group(ordered, cited(ordered))) == 1


@pytest.mark.parametrize(("one", "other"), SAME)
def test_group_joins_two_ways_of_saying_one_thing(one: str, other: str) -> None:
    assert _are_joined(a_claim(one), a_claim(other))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_group_keeps_apart_what_differs_in_one_point(one: str, other: str) -> None:
    assert not _are_joined(a_claim(one), a_claim(other))


def test_group_joins_what_two_speakers_say_in_their_own_articles() -> None:
    police = a_claim(
        "Police said 31 passengers died when a ferry caught fire off Basilan.",
        speaker="Police",
        verb="said",
    )
    guard = a_claim(
        "31 passengers died when a ferry caught fire off Basilan, the coast guard reported.",
        speaker="the coast guard",
        verb="reported",
    )
    assert _are_joined(police, guard)


def test_group_keeps_what_one_person_said_apart_from_what_another_said() -> None:
    claims = [
        a_claim("The offer was an insult.", kind="statement", speaker=name, verb="said", number=n)
        for n, name in enumerate(("Ana Lima", "Jo Park"), start=1)
    ]
    longer = claims[1].model_copy(update={"statement": "The offer was an insult to nurses."})
    assert len(group([claims[0], longer], cited(claims))) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"polarity": "negative"},
        {"certainty": "possible"},
        {"hedges": ("may",)},
        {"kind": "forecast"},
        {"time": a_time("2019-05-04")},
        {"place": "Bergen"},
    ],
)
def test_group_keeps_apart_what_is_put_otherwise(change: dict[str, object]) -> None:
    claim = a_claim(
        "The union struck a deal with Nordbahn on pay.", 1, time="2018-03-01", place="Oslo"
    )
    other = claim.model_copy(
        update={
            "id": "C2",
            "citations": ("Q2",),
            "statement": "The union struck a deal on pay with Nordbahn.",
            **change,
        }
    )
    same = other.model_copy(update={key: getattr(claim, key) for key in change})
    assert len(group([claim, same], cited([claim, same]))) == 1
    assert len(group([claim, other], cited([claim, other]))) == 2


def test_group_joins_repeats_word_for_word_whoever_says_them() -> None:
    assert _are_joined(
        a_claim("Rain is likely.", kind="statement", speaker="Ana Lima"),
        a_claim("Rain is likely!", kind="statement", speaker="Jo Park"),
    )


def test_group_reads_the_names_of_an_actor_as_one() -> None:
    claims = (
        a_claim("The MHO recalled the syrup Tussol in Java.", 1, actors=("A1",)),
        a_claim("The Ministry of Health recalled the syrup Tussol in Java.", 2, actors=("A1",)),
    )
    actor = an_actor("A1", "Ministry of Health", "MHO")
    assert len(group(claims, cited(claims), [actor])) == 1


def test_group_does_not_chain_two_figures_through_a_claim_that_fits_both() -> None:
    claims = numbered(
        [
            a_claim("The Samar ferry fire killed 12 people and injured 30 people on board."),
            a_claim("The Samar ferry fire killed 12 people on board."),
            a_claim("The Samar ferry fire killed 12 people and injured 44 people on board."),
        ]
    )
    for found in group(claims, cited(claims)):
        assert not {"C1", "C3"} <= set(found.claims)


def test_group_leads_with_the_best_evidenced_claim() -> None:
    claims = (
        a_claim("The dam at Brumado burst after heavy rain.", 1),
        a_claim("The dam at Brumado burst after heavy rain.", 2, speaker="Ana Lima", verb="said"),
    )
    assert [found.lead for found in group(claims, cited(claims))] == ["C2"]


def test_group_leads_with_the_most_specific_of_equals_and_then_the_first() -> None:
    said = "The dam at Brumado burst after heavy rain."
    claims = (
        a_claim(said, 1),
        a_claim(said, 2, place="Brumado"),
        a_claim(said, 3, place="Brumado"),
    )
    assert [found.lead for found in group(claims, cited(claims))] == ["C2"]


_WORDS = st.sampled_from(
    ["the", "dam", "port", "Genoa", "12", "30", "people", "killed", "by", "was", "not", "東京", "’"]
)


@given(st.lists(st.lists(_WORDS, max_size=9).map(" ".join), max_size=12))
def test_group_holds_every_claim_once_and_in_order(statements: list[str]) -> None:
    claims = [a_claim(text, number) for number, text in enumerate(statements, start=1)]
    groups = group(claims, cited(claims))
    assert sorted(claim for one in groups for claim in one.claims) == sorted(c.id for c in claims)
    assert all(one.lead in one.claims for one in groups)
    firsts = [int(one.claims[0][1:]) for one in groups]
    assert firsts == sorted(firsts)


def test_matters_joins_what_is_about_one_matter_and_puts_the_widest_first() -> None:
    claims = numbered(
        [
            a_claim("Nurses at Karolinska voted to strike over pay."),
            a_claim("The FDA approved Zorvex for migraine."),
            a_claim("The FDA panel had asked for more data on Zorvex and migraine."),
            a_claim("Zorvex for migraine will cost 900 dollars a month."),
        ]
    )
    groups = group(claims, cited(claims))
    assert matters(claims, groups, cited(claims)) == (("C2", "C3", "C4"), ("C1",))


def test_matters_keeps_apart_what_only_shares_a_country() -> None:
    claims = numbered(
        [
            a_claim("Peru opened a copper mine near Cusco.", actors=("A1",)),
            a_claim("Peru lost the football final to Chile.", actors=("A1",)),
        ]
    )
    assert len(matters(claims, group(claims, cited(claims)), cited(claims))) == 2


def test_matters_of_nothing_is_nothing() -> None:
    assert group([], {}) == ()
    assert matters([], (), {}) == ()
