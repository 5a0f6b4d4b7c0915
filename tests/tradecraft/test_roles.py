"""Who does it, and to whom."""

import pytest

from briefing.tradecraft.roles import acting, agent_marker, parties_by_role, predicates


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("norland attacked sudland", ("norland", "sudland")),
        ("sudland was attacked by norland", ("norland", "sudland")),
        ("sudland attacked by norland at dawn", ("norland", "sudland")),
        ("norland attacked sudland by night", ("norland", "sudland")),
        ("by noon norland attacked sudland", ("norland", "sudland")),
    ],
)
def test_parties_come_in_the_order_of_who_acts(text: str, order: tuple[str, ...]) -> None:
    words = tuple(text.split())
    assert parties_by_role(words, agent_marker(words), {"norland", "sudland"}) == order


def test_acting_is_before_an_active_verb_and_after_the_by_of_a_passive() -> None:
    active = ("norland", "bomb", "sudland")
    passive = ("sudland", "was", "bomb", "by", "norland")
    assert acting(active, None, "bomb") == {"norland"}
    assert acting(passive, 3, "bomb") == {"norland"}
    assert acting(active, None, "shell") == frozenset()


def test_predicates_are_stems() -> None:
    assert "kill" in predicates("one_party")
    assert "resign" in predicates("once")
