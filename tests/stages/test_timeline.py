"""What happened, in the order in which it happened."""

import pytest

from briefing.records.claims import Confidence
from briefing.records.findings import Finding
from briefing.stages.timeline import order
from tests.builders_findings import a_claim, an_assessed


def _ordered(*values: str | None) -> list[str]:
    claims = [
        an_assessed(a_claim(f"Event {value}.", number, time=value))
        for number, value in enumerate(values, start=1)
    ]
    confidence = Confidence(level="low", points=0, reasons=())
    findings = [
        Finding(
            id=f"F{n}",
            key="k",
            lead=claim.id,
            claims=(claim.id,),
            origins=(),
            confidence=confidence,
        )
        for n, claim in enumerate(claims, start=1)
    ]
    entries = order(claims, findings)
    assert [entry.id for entry in entries] == [f"T{n}" for n in range(1, len(entries) + 1)]
    assert all(entry.text == f"Event {entry.time.value}." for entry in entries)
    return [entry.time.value for entry in entries]


def test_order_goes_by_date_and_not_by_place() -> None:
    assert _ordered("2019-05-02", "2017-10", "2018") == ["2017-10", "2018", "2019-05-02"]


def test_order_places_seasons_intervals_and_approximations() -> None:
    values = ("2017-09-01", "2017-22", "2017-04/2017-05", "2016~", "../2015")
    assert _ordered(*values) == ["../2015", "2016~", "2017-04/2017-05", "2017-22", "2017-09-01"]


def test_order_puts_the_shorter_of_two_that_begin_together_first() -> None:
    assert _ordered("2018", "2018-01", "2018-01-01") == ["2018-01-01", "2018-01", "2018"]


def test_order_keeps_the_order_given_for_the_same_date() -> None:
    assert _ordered("2018-01-01", "2018-01-01") == ["2018-01-01"] * 2


@pytest.mark.parametrize("value", [None, "XXXX-07", "last summer"])
def test_order_leaves_out_what_has_no_year(value: str | None) -> None:
    assert _ordered(value) == []
