import pytest

from briefing.errors import BriefingError
from briefing.records.claims import Rejection
from briefing.stages.ledger import Inputs, balance
from tests.builders_drafting import a_finding, an_assessed_claim

LEFT = Rejection(source="S1", statement="x", outcome="withheld", rule="dangling", reason="it")
INPUTS = Inputs(
    articles=3, read=2, merged=0, refused=1, passages=(("S1", True), ("S2", False)), drafts=3
)


def test_every_input_is_in_one_outcome() -> None:
    claims = [an_assessed_claim("C1"), an_assessed_claim("C2")]
    ledger = balance(INPUTS, claims, [LEFT], [a_finding("C1", "C2")])
    assert ledger.articles.model_dump() == {
        "total": 3, "used": 1, "merged": 0, "refused": 1, "failed": 1,
    }  # fmt: skip
    assert ledger.passages.model_dump() == {"total": 2, "used": 1, "failed": 1}
    assert ledger.claims.model_dump() == {
        "total": 3, "used": 1, "merged": 1, "withheld": 1, "rejected": 0,
    }  # fmt: skip


@pytest.mark.parametrize("change", [{"articles": 4}, {"drafts": 2}, {"drafts": 4}])
def test_a_ledger_that_does_not_add_up_fails_the_run(change: dict[str, int]) -> None:
    claims = [an_assessed_claim("C1"), an_assessed_claim("C2")]
    with pytest.raises(BriefingError, match="does not add up"):
        balance(INPUTS.model_copy(update=change), claims, [LEFT], [a_finding("C1", "C2")])


def test_a_claim_in_no_finding_fails_the_run() -> None:
    claims = [an_assessed_claim("C1"), an_assessed_claim("C2")]
    with pytest.raises(BriefingError):
        balance(INPUTS.model_copy(update={"drafts": 2}), claims, [LEFT], [a_finding("C1")])
