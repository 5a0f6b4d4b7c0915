"""Pairs worth comparing, and clusters."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.blocking import Clusters, candidate_pairs

KEYS = st.lists(st.sets(st.integers(0, 12), max_size=4), max_size=25)


@given(KEYS)
def test_candidate_pairs_are_those_that_share_a_key_once_each(keys: list[set[int]]) -> None:
    expected = [
        (one, other)
        for one in range(len(keys))
        for other in range(one + 1, len(keys))
        if keys[one] & keys[other]
    ]
    assert list(candidate_pairs(keys)) == expected


def test_candidate_pairs_pass_over_a_key_that_too_many_share() -> None:
    assert list(candidate_pairs([["a"], ["a", "b"], ["a", "b"]], largest=2)) == [(1, 2)]


def test_candidate_pairs_grow_with_the_number_of_items() -> None:
    keys = [[f"{item % 5000}", "everywhere"] for item in range(50_000)]
    assert sum(1 for _ in candidate_pairs(keys)) == 5000 * 45


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_clusters_hold_each_item_once_and_what_was_joined_together(
    pairs: list[tuple[int, int]],
) -> None:
    clusters = Clusters(10)
    for keeper, other in pairs:
        stands = clusters.find(keeper)
        clusters.join(keeper, other)
        assert clusters.find(keeper) == clusters.find(other) == stands
    assert sorted(item for group in clusters.groups() for item in group) == list(range(10))
