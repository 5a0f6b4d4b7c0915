"""Amounts as what they allow."""

import pytest

from briefing.tradecraft.amounts import Amount, read_amounts


def _only(text: str) -> Amount:
    (amount,) = read_amounts(text)
    return amount


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at least 20 people", "25 people"),
        ("more than 100 people", "at least 300 people"),
        ("up to 40 jobs", "12 jobs"),
        ("about 200 houses", "210 houses"),
        ("nearly 5,000 people", "4,900 people"),
        ("200 people", "207 people"),
        ("61 percent", "61.3 percent"),
        ("between 3 and 5 soldiers", "4 soldiers"),
        ("hundreds of people", "40 people"),
        ("half of voters", "half of voters"),
    ],
)
def test_amounts_that_one_number_satisfies_fit(one: str, other: str) -> None:
    assert _only(one).fits(_only(other))
    assert _only(other).fits(_only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 people", "13 people"),
        ("at least 30 people", "12 people"),
        ("up to 40 jobs", "90 jobs"),
        ("about 200 houses", "300 houses"),
        ("61.2 percent", "61.3 percent"),
        ("40 million euros", "55 million euros"),
        ("between 3 and 5 soldiers", "7 soldiers"),
    ],
)
def test_amounts_that_no_number_satisfies_do_not_fit(one: str, other: str) -> None:
    assert not _only(one).fits(_only(other))
    assert not _only(other).fits(_only(one))


def test_an_amount_says_what_it_counts_and_where_it_stands() -> None:
    text = "Floods left 1,204 people homeless."
    amount = _only(text)
    assert (amount.value, amount.unit) == ("1204", "people")
    assert text[amount.start : amount.end] == "1,204"


@pytest.mark.parametrize("text", ["", "No figure here.", "9" * 40])
def test_what_counts_nothing_has_no_amounts(text: str) -> None:
    assert read_amounts(text) == ()
