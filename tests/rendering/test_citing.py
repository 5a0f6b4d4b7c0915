import pytest

from briefing.records.findings import Finding
from briefing.records.judgements import Indicator, Judgement
from briefing.rendering.citing import Citing, printed
from briefing.rendering.context import Contexts
from tests.builders_rendering import (
    a_briefing,
    a_citation,
    a_claim,
    a_confidence,
    a_section,
    a_sentence,
    a_source,
)
from tests.rendering.samples import TEXTS, a_policymaker_sample


def _sample(*, with_texts: bool = True) -> Citing:
    briefing = a_policymaker_sample()
    return Citing(briefing, Contexts(briefing.sources, TEXTS if with_texts else {}))


def _spread(sources: int) -> Citing:
    """Return a judgement that rests on one claim of each source."""
    numbers = range(1, sources + 1)
    briefing = a_briefing(
        sources=[a_source(f"S{n}", "It rained.") for n in numbers],
        citations=[a_citation(f"Q{n}", f"S{n}", "It rained.", "It rained.") for n in numbers],
        claims=[a_claim(f"C{n}", "It rained.", f"Q{n}") for n in numbers],
        judgements=[
            Judgement(
                id="J1",
                text="It rained everywhere.",
                findings=(),
                claims=tuple(f"C{n}" for n in numbers),
                confidence=a_confidence("high"),
                alternative=None,
                dissent=(),
            )
        ],
    )
    return Citing(briefing, Contexts(briefing.sources, {}))


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("C2", ["C2"]),
        ("Q4", ["C4"]),
        ("F1", ["C1", "C8"]),
        ("J1", ["C1", "C2", "C8"]),
        ("D1", ["C1", "C4"]),
        ("V1", ["C3", "C5"]),
        ("T2", ["C5"]),
        ("I1", ["C1", "C2", "C8"]),
        ("U1", ["C1", "C2", "C8"]),
        ("G1", []),
        ("C99", []),
    ],
)
def test_every_kind_of_reference_leads_to_claims(ref: str, expected: list[str]) -> None:
    assert [claim.id for claim in _sample().claims((ref,))] == expected


def test_a_source_is_linked_once_for_all_its_claims() -> None:
    assert [printed(link) for link in _sample().links(("J1",))] == ["S1 ¶1 ¶3 C1 C2", "S4 ¶1 C8"]


def test_without_texts_links_say_source_and_claims() -> None:
    links = _sample(with_texts=False).links(("J1",))
    assert [printed(link) for link in links] == ["S1 C1 C2", "S4 C8"]


def test_the_name_of_a_link_begins_with_what_is_seen_and_makes_sense_alone() -> None:
    name = _sample().links(("J1",))[0].name
    assert name == "S1 ¶1 ¶3 C1 C2: source 1, paragraphs 1 and 3, claims C1 and C2"


def test_many_sources_end_in_one_link_that_stands_for_the_rest() -> None:
    links = _spread(9).links(("J1",))
    assert [printed(link) for link in links] == ["S1 C1", "S2 C2", "S3 C3", "+6 sources"]
    assert links[-1].targets == ("C4", "C5", "C6", "C7", "C8", "C9")


def test_many_claims_of_one_source_are_counted_and_all_reached() -> None:
    text = "It rained."
    numbers = range(1, 7)
    briefing = a_briefing(
        sources=[a_source("S1", text)],
        citations=[a_citation(f"Q{n}", "S1", text, text) for n in numbers],
        claims=[a_claim(f"C{n}", text, f"Q{n}") for n in numbers],
    )
    citing = Citing(briefing, Contexts(briefing.sources, {}))
    (link,) = citing.links(tuple(f"C{n}" for n in numbers))
    assert printed(link) == "S1 C1 C2 +4"
    assert link.targets == ("C1", "C2", "C3", "C4", "C5", "C6")


def test_a_source_is_linked_only_where_it_is_listed() -> None:
    listed = a_briefing()
    unlisted = a_briefing(sections=(a_section("x", "X", a_sentence("process", "Text.", "S1")),))
    assert [link.to_quotations for link in Citing(listed, Contexts((), {})).links(("S1",))] == [
        False
    ]
    assert Citing(unlisted, Contexts((), {})).links(("S1",)) == ()


def test_a_judgement_has_confidence_and_a_claim_has_sourcing() -> None:
    citing = _sample()
    words = [rating.words for ref in ("J1", "C2", "F1") if (rating := citing.rating((ref,)))]
    assert words == ["moderate confidence", "sourcing low", "sourcing moderate"]


def test_claims_of_different_levels_show_the_range_and_the_lowest_mark() -> None:
    rating = _sample().rating(("C2", "C3"))
    assert rating is not None
    assert (rating.level, rating.words) == ("low", "sourcing low to moderate")


def test_what_is_not_graded_has_no_rating() -> None:
    assert _sample().rating(("D1", "G1")) is None


def test_a_judgement_that_indicators_name_but_nobody_made_leads_nowhere() -> None:
    briefing = a_briefing(
        indicators=[Indicator(id="I1", text="It snows.", judgements=("J9",))],
        findings=[
            Finding(
                id="F1",
                key="k",
                lead="C9",
                claims=("C9",),
                origins=(),
                confidence=a_confidence("low"),
            )
        ],
    )
    assert Citing(briefing, Contexts((), {})).claims(("I1", "F1")) == ()
