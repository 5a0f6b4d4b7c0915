import pytest

from briefing.records.claims import AssessedClaim, Confidence
from briefing.records.drafts import DraftJudgement, DraftJudgements, DraftSentence
from briefing.records.judgements import Composition
from briefing.stages.judgements import Grounds, compose
from tests.builders_drafting import a_confidence, a_finding, an_assessed_claim
from tests.builders_findings import a_citation

CLAIM = an_assessed_claim("C1", "Norland may close the port of Dalen, two officials said.")
QUOTE = a_citation("Norland may close the port of Dalen, two officials said.")
EMPTY = DraftSentence(text="", claims=())


def composed(
    *judgements: DraftJudgement,
    headline: DraftSentence = EMPTY,
    bottom_line: tuple[DraftSentence, ...] = (),
) -> Composition:
    draft = DraftJudgements(
        headline=headline,
        bottom_line=bottom_line,
        judgements=judgements,
        consequences=(),
        indicators=(),
        assumptions=(),
    )
    grounds = Grounds(
        claims=(CLAIM,), citations=(QUOTE,), findings=(a_finding("C1"),), names=("Norland",)
    )
    return compose(draft, grounds, judge)


def judge(claims: object) -> Confidence:
    assert claims
    return a_confidence()


def a_judgement(text: str, *claims: str) -> DraftJudgement:
    return DraftJudgement(text=text, claims=claims or ("C1",), alternative=None)


def test_a_sentence_in_its_claims_own_terms_passes() -> None:
    found = composed(a_judgement("Two officials said Norland may close the port."))
    (judgement,) = found.judgements
    assert (judgement.id, judgement.claims, judgement.findings) == ("J1", ("C1",), ("F1",))
    assert found.refused == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Norland may close three ports.", "three"),
        ("Norland may close the port of Oslo.", "Oslo"),
        ("Norland closes the port of Dalen.", "may"),
        ("Norland may not close the port.", "not"),
        ("Norland may very likely close the port.", "likely"),
        ("Norland may close the port; the ministry should act.", "should"),
        ("Norland may close the port with high confidence.", "high confidence"),
        ("  ", "empty"),
    ],
)
def test_what_a_sentence_adds_to_its_claims_is_refused_by_name(text: str, why: str) -> None:
    found = composed(a_judgement(text))
    assert found.judgements == ()
    (reason,) = found.refused
    assert why in reason


def test_a_sentence_without_a_claim_or_with_an_unknown_one_is_refused() -> None:
    nameless = DraftJudgement(text="Norland may close.", claims=(), alternative=None)
    found = composed(nameless, a_judgement("Norland may close.", "C9"))
    assert found.judgements == ()
    assert "names no claim" in found.refused[0]
    assert "C9" in found.refused[1]


def test_confidence_comes_from_all_claims_of_the_findings_behind() -> None:
    heard: list[list[str]] = []

    def listen(claims: object) -> Confidence:
        assert isinstance(claims, list)
        heard.append([claim.id for claim in claims if isinstance(claim, AssessedClaim)])
        return a_confidence()

    second = an_assessed_claim("C2", "The port may close.")
    grounds = Grounds(
        claims=(CLAIM, second),
        citations=(QUOTE,),
        findings=(a_finding("C1", "C2"),),
        names=("Norland",),
    )
    draft = DraftJudgements(
        headline=EMPTY,
        bottom_line=(),
        judgements=(a_judgement("Norland may close the port."),),
        consequences=(),
        indicators=(),
        assumptions=(),
    )
    compose(draft, grounds, listen)
    assert heard == [["C1", "C2"]]


def test_headline_and_bottom_line_are_held_to_the_same_rules() -> None:
    good = DraftSentence(text="Norland may close the port of Dalen.", claims=("C1",))
    bad = DraftSentence(text="Norland will close ten ports.", claims=("C1",))
    found = composed(headline=bad, bottom_line=(good, bad))
    assert found.headline is None
    assert [line.text for line in found.bottom_line] == [good.text]
    assert len(found.refused) == 2
