"""Admiralty credibility of information, 1 to 6: from origins, conflicts and hedges.

The table is in `docs/tradecraft.md`, "Grades". It is never derived from the reliability of a
source, and nothing is 1 by default.
"""

from typing import Literal

from briefing.records.record import Record
from briefing.tradecraft.confidence import Sourcing

Credibility = Literal[1, 2, 3, 4, 5, 6]


class Opposition(Record):
    """Who contradicts: how many known origins, and whether one of them is better placed."""

    origins: int = 0
    better_placed: bool = False


def rate(sourcing: Sourcing, opposition: Opposition) -> Credibility:
    """Return the credibility of what is said.

    Args:
        sourcing: What supports it.
        opposition: What conflicts with it; an unknown origin that does counts as one.

    Returns:
        6 cannot be judged, 5 improbable, 4 doubtful are asked first, in that order; then
        1 confirmed, 2 probably true, 3 possibly true.
    """
    if not sourcing.origins or sourcing.possibility or sourcing.recency == "undated":
        return 6
    if sourcing.hedging == "strong":
        return 6
    if opposition.origins >= 2 or opposition.better_placed:
        return 5
    if sourcing.contradiction == "conflict" or sourcing.directness == "party":
        return 4
    if sourcing.origins >= 3 and sourcing.on_record:
        return 1
    if sourcing.origins >= 2:
        return 2
    return 3 if sourcing.specificity != "vague" else 6
