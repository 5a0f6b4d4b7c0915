import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.drafts import Certainty
from briefing.tradecraft.hedges import certainty, find_hedges, has_negation


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The port may close.", [("may", "strong")]),
        ("It closed in May 2019.", []),
        ("May 4 was wet.", []),
        ("Norland is believed to have sold ten ships.", [("is believed to", "strong")]),
        ("The bank is also said to have failed.", [("is also said to", "strong")]),
        ("At least ten ships reportedly waited.", [("At least", "weak"), ("reportedly", "weak")]),
        ("The army could not hold the hill.", []),
        ("Rates could rise.", [("could", "strong")]),
        ("Rain fell.", []),
    ],
)
def test_hedges_are_found_with_their_class(text: str, hedges: list[tuple[str, str]]) -> None:
    assert [(hedge.text, hedge.strength) for hedge in find_hedges(text)] == hedges


@pytest.mark.parametrize(
    ("hedges", "expected"),
    [((), "certain"), (("reportedly",), "probable"), (("nearly", "might"), "possible")],
)
def test_the_strongest_hedge_decides_certainty(
    hedges: tuple[str, ...], expected: Certainty
) -> None:
    assert certainty(hedges) == expected


@pytest.mark.parametrize(
    "text", ["It did not close.", "Nobody came.", "She denied it.", "It isn’t so."]
)
def test_negation_is_seen(text: str) -> None:
    assert has_negation(text)


def test_a_plain_sentence_has_no_negation() -> None:
    assert not has_negation("Norland noted nothing new".replace("nothing ", ""))


@given(st.text())
def test_hedges_of_any_string_are_slices(text: str) -> None:
    assert all(text[hedge.start : hedge.end] == hedge.text for hedge in find_hedges(text))
