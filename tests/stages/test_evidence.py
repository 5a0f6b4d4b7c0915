import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.articles import Article
from briefing.records.claims import Summary
from briefing.records.drafts import DraftClaim, DraftSummary
from briefing.stages.chunks import chunk
from briefing.stages.evidence import check, names_of, number
from tests.builders import a_date, an_article
from tests.builders_drafting import a_draft_claim

TEXT = "The port of Dalen closed. Ten ships waited. It reopened last week."


def checked(*drafts: DraftClaim, article: Article | None = None) -> Summary:
    article = article or an_article(TEXT)
    (passage,) = chunk(article, 1000)
    return check(DraftSummary(claims=drafts), passage, article, names_of(article))


def rules(summary: Summary) -> list[tuple[str, str]]:
    return [(left.outcome, left.rule) for left in summary.rejections]


def test_a_quotation_is_cut_from_the_article_by_sentence_number() -> None:
    summary = checked(a_draft_claim("Ten ships waited.", 2))
    (citation,) = summary.citations
    assert citation.exact == "Ten ships waited."
    assert TEXT[citation.start : citation.end] == citation.exact
    assert TEXT[: citation.start].endswith(citation.prefix)
    assert TEXT[citation.end :].startswith(citation.suffix)
    assert summary.claims[0].citations == (citation.id,)


def test_a_sentence_number_that_does_not_exist_is_rejected() -> None:
    assert rules(checked(a_draft_claim("It snowed.", 7))) == [("rejected", "no-such-sentence")]


def test_a_claim_without_evidence_is_rejected() -> None:
    draft = a_draft_claim("The port closed.", 1).model_copy(update={"evidence": ()})
    assert rules(checked(draft)) == [("rejected", "no-such-sentence")]


def test_a_number_that_the_quotation_lacks_is_rejected_by_name() -> None:
    summary = checked(a_draft_claim("Twelve ships waited.", 2))
    assert rules(summary) == [("rejected", "adds-to-its-source")]
    assert "Twelve" in summary.rejections[0].reason


def test_a_name_the_article_uses_elsewhere_may_stand_for_it() -> None:
    assert checked(a_draft_claim("Ten ships waited at Dalen.", 2)).rejections == ()
    assert rules(checked(a_draft_claim("Ten ships waited at Oslo.", 2))) == [
        ("rejected", "adds-to-its-source")
    ]


def test_a_pronoun_without_its_antecedent_is_withheld() -> None:
    article = an_article("The port of Dalen closed. It was empty.")
    summary = checked(a_draft_claim("It was empty.", 2), article=article)
    assert rules(summary) == [("withheld", "dangling")]


LAST_MONTH = "The port of Dalen reopened last month."


def test_a_relative_date_becomes_absolute_when_the_article_is_dated() -> None:
    draft = a_draft_claim(LAST_MONTH, 1)
    (claim,) = checked(draft, article=an_article(LAST_MONTH, date=a_date("2019-03-04"))).claims
    assert claim.statement == "The port of Dalen reopened in February 2019 (inferred)."
    assert claim.time is not None
    assert (claim.time.value, claim.time.basis) == ("2019-02", "inferred")
    assert "date:inferred" in claim.checks


def test_a_relative_date_of_an_undated_article_goes_and_leaves_a_note() -> None:
    (claim,) = checked(a_draft_claim(LAST_MONTH, 1), article=an_article(LAST_MONTH)).claims
    assert claim.statement == "The port of Dalen reopened [date unstated]."
    assert claim.time is None
    assert "date:unstated" in claim.checks


def test_a_relative_date_inside_a_quotation_withholds_the_claim() -> None:
    text = "“Dalen reopened last month,” said Anna Berg."
    assert rules(checked(a_draft_claim(text, 1), article=an_article(text))) == [
        ("withheld", "relative-date")
    ]


def test_the_drafters_words_for_when_are_resolved_if_the_quotation_holds_them() -> None:
    draft = a_draft_claim("The port of Dalen reopened.", 1)
    article = an_article(LAST_MONTH, date=a_date("2019-03-04"))
    (claim,) = checked(draft.model_copy(update={"time": "last month"}), article=article).claims
    assert claim.time is not None
    assert claim.time.value == "2019-02"
    (other,) = checked(draft.model_copy(update={"time": "last year"}), article=article).claims
    assert other.time is None


def test_a_month_without_a_year_is_kept_and_marked() -> None:
    text = "The port of Dalen reopened in July."
    (claim,) = checked(a_draft_claim(text, 1), article=an_article(text)).claims
    assert "July [year unstated]" in claim.statement


def test_a_speaker_the_text_does_not_name_is_rejected() -> None:
    draft = a_draft_claim("The port of Dalen closed.", 1)
    stranger = draft.model_copy(update={"speaker": "Karl Marlowe", "verb": "said"})
    assert rules(checked(stranger)) == [("rejected", "speaker-not-in-source")]


def test_hedges_decide_certainty_whatever_the_drafter_says() -> None:
    text = "The port of Dalen may close."
    draft = a_draft_claim(text, 1).model_copy(update={"certainty": "certain", "hedges": ()})
    (claim,) = checked(draft, article=an_article(text)).claims
    assert claim.certainty == "possible"
    assert claim.hedges == ("may",)


def test_numbering_gives_one_citation_to_one_span_and_keeps_keys_apart() -> None:
    twice = checked(a_draft_claim("Ten ships waited.", 2), a_draft_claim("Ships waited.", 2))
    claims, citations = number([twice])
    assert [claim.id for claim in claims] == ["C1", "C2"]
    assert [citation.id for citation in citations] == ["Q1"]
    assert len({claim.key for claim in claims}) == 2


@given(st.lists(st.tuples(st.sampled_from(["Ten ships waited.", "It snowed.", "?"]),
                          st.integers(-3, 9)), max_size=8))  # fmt: skip
def test_every_draft_ends_as_a_claim_or_a_rejection(drafts: list[tuple[str, int]]) -> None:
    summary = checked(*(a_draft_claim(text, place) for text, place in drafts))
    assert len(summary.claims) + len(summary.rejections) == len(drafts)


def test_a_weekday_still_to_come_is_not_taken_for_the_last_one() -> None:
    text = "Norland asked both sides to meet on Thursday."
    article = an_article(text, date=a_date("2019-03-04"))
    (claim,) = checked(a_draft_claim(text, 1), article=article).claims
    assert claim.statement == "Norland asked both sides to meet [date unstated]."
    met = "Norland met both sides on Thursday."
    article = an_article(met, date=a_date("2019-03-04"))
    (claim,) = checked(a_draft_claim(met, 1), article=article).claims
    assert claim.time is not None
    assert claim.time.value == "2019-02-28"


@pytest.mark.parametrize(
    "text",
    [
        "The port of Velmora will not reopen before Friday.",
        "Norland had never sailed after Sunday.",
        "Nobody at Norland would be charged until Tuesday.",
        "Norland must pay by Friday or lose the house.",
    ],
)
def test_a_date_that_sets_a_limit_is_never_cut(text: str) -> None:
    summary = checked(a_draft_claim(text, 1), article=an_article(text))
    assert rules(summary) == [("withheld", "relative-date")]


def test_a_date_the_quotation_lacks_is_rejected() -> None:
    text = "Norland sold ten ships."
    draft = a_draft_claim("In March 1987 Norland sold ten ships.", 1)
    assert rules(checked(draft, article=an_article(text))) == [("rejected", "adds-to-its-source")]


def test_a_quotation_that_nobody_is_named_for_is_withheld() -> None:
    text = "“Norland sold ten ships.”"
    assert rules(checked(a_draft_claim(text, 1), article=an_article(text))) == [
        ("withheld", "nameless-quotation")
    ]


def test_last_october_keeps_its_month_where_no_year_is_known() -> None:
    text = "Norland has not paid for the ships it bought last October."
    (claim,) = checked(a_draft_claim(text, 1), article=an_article(text)).claims
    assert claim.statement.endswith("bought in October [year unstated].")
