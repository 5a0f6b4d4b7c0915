"""Admiralty credibility by rule: the first that applies of 6, 5, 4, 1, 2, 3."""

import pytest

from briefing.tradecraft.confidence import Contradiction, Support, pool
from briefing.tradecraft.credibility import Opposition, rate


def _supports(number: int, **inputs: object) -> list[Support]:
    base = {"directness": "on-record", "recency": "dated", **inputs}
    return [Support.model_validate({"origin": f"O{n}", **base}) for n in range(number)]


@pytest.mark.parametrize(
    ("supports", "contradiction", "opposition", "rating"),
    [
        (_supports(3), "none", Opposition(), 1),
        (_supports(3, directness="specialist"), "none", Opposition(), 2),
        (_supports(2), "none", Opposition(), 2),
        (_supports(1), "none", Opposition(), 3),
        (_supports(1, specificity="vague"), "none", Opposition(), 6),
        (_supports(1, directness="party"), "none", Opposition(), 4),
        (_supports(3), "conflict", Opposition(origins=1), 4),
        (_supports(3), "conflict", Opposition(origins=2), 5),
        (_supports(1), "conflict", Opposition(origins=1, better_placed=True), 5),
        (_supports(3, possibility=True), "none", Opposition(), 6),
        (_supports(3, hedging="strong"), "none", Opposition(), 6),
        (_supports(3, recency="undated"), "conflict", Opposition(origins=2), 6),
        (
            [Support(origin=None, directness="unattributed", recency="dated")],
            "none",
            Opposition(),
            6,
        ),
    ],
)
def test_rate_follows_the_table(
    supports: list[Support], contradiction: Contradiction, opposition: Opposition, rating: int
) -> None:
    assert rate(pool(supports, contradiction), opposition) == rating
