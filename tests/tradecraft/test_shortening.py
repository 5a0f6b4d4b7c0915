import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.hedges import find_hedges, has_negation
from briefing.tradecraft.shortening import sentence_case, shorten, words

LONG = "The ministry closed the port of Dalen, urging crews to stay at sea, on Monday afternoon."


def test_a_sentence_that_fits_stays_as_it_is() -> None:
    assert shorten("Rain fell.", 2) == "Rain fell."


@pytest.mark.parametrize(
    ("sentence", "limit", "expected"),
    [
        ("Norland (a shipping line) sold ten ships.", 5, "Norland sold ten ships."),
        (
            "Anna Berg, the minister for ports, resigned late on Monday.", 7,
            "Anna Berg resigned late on Monday.",
        ),
        (
            "The army took the hill at dawn, raising its flag over the valley.", 8,
            "The army took the hill at dawn.",
        ),
        (
            "Seeing the vote, the crews of Norland left the port.", 8,
            "The crews of Norland left the port.",
        ),
        (
            "Norland sold ten ships in March 2019, the union said.", 7,
            "Norland sold ten ships, the union said.",
        ),
    ],
)  # fmt: skip
def test_what_only_adds_is_cut(sentence: str, limit: int, expected: str) -> None:
    assert shorten(sentence, limit) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The army took the hill at dawn, although other reports denied that.",
        "The army took the hill at dawn, reportedly losing two hundred men.",
        "The port will reopen on Monday, provided the union signs before.",
        "One analyst, speaking on the condition of anonymity, called the plan a failure.",
    ],
)
def test_what_changes_the_meaning_is_never_cut(sentence: str) -> None:
    assert shorten(sentence, 6) is None


def test_a_quotation_is_never_cut_into() -> None:
    assert shorten("She said: “We left (all of us), leaving the town empty that night.”", 5) is None


def test_sentence_case_adds_capital_and_full_stop_but_keeps_closing_marks() -> None:
    assert sentence_case("rain fell,") == "Rain fell."
    assert sentence_case("he said: “go!”") == "He said: “go!”"


@given(st.text(max_size=300), st.integers(1, 30))
def test_a_shortened_text_fits_and_keeps_hedge_and_negation(text: str, limit: int) -> None:
    shorter = shorten(text, limit)
    if shorter is not None:
        assert words(shorter) <= limit
        assert has_negation(shorter) == has_negation(text)
        assert bool(find_hedges(shorter)) == bool(find_hedges(text))


def test_a_participle_goes_with_the_date_that_follows_it() -> None:
    sentence = (
        "The alliance condemned the price of the drug, approved on 3 March 2026, as too high."
    )
    assert shorten(sentence, 12) == "The alliance condemned the price of the drug as too high."
