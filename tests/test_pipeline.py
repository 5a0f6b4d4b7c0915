from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.audiences import load_audience
from briefing.drafters.by_rules import RulesDrafter
from briefing.errors import InputError
from briefing.pipeline import Outcome, generate
from briefing.records.briefings import Section
from briefing.records.pages import Intake, Page, Refusal
from briefing.rendering.json_text import render_json
from briefing.settings import Request
from briefing.sources.files import read
from briefing.tradecraft.shortening import words
from tests.builders import a_page

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ("seeds", "tests/articles")
PROSE = "The port of Dalen closed on 4 March 2019. Anna Berg said that ten ships waited at sea."


def briefed(*pages: Page, audience: str = "policymaker", **asked: str) -> Outcome:
    request = Request(audience=audience, as_of="2026-11-20", **asked)
    return generate(Intake(pages=pages, refused=()), RulesDrafter(), request)


def corpus(name: str, audience: str) -> Outcome:
    pages, refused = read([ROOT / name], ROOT)
    request = Request(audience=audience, as_of="2026-11-20")
    return generate(Intake(pages=pages, refused=refused), RulesDrafter(), request)


@pytest.fixture(
    scope="module", params=[(n, a) for n in CORPORA for a in ("policymaker", "analyst")]
)
def made(request: pytest.FixtureRequest) -> Outcome:
    name, audience = request.param
    return corpus(name, audience)


def length(section: Section) -> int:
    rows = sum(words(cell.text) for row in section.rows for cell in row)
    return rows + sum(words(sentence.text) for sentence in section.sentences)


def test_every_citation_is_verbatim_and_in_the_body_of_its_article(made: Outcome) -> None:
    segments = {source.id: source.segments for source in made.briefing.sources}
    for citation in made.briefing.citations:
        assert made.texts[citation.source][citation.start : citation.end] == citation.exact
        inside = [s for s in segments[citation.source] if s.start <= citation.start < s.end]
        assert [segment.kind for segment in inside] == ["body"]


def test_every_section_of_the_audience_is_there_within_its_words(made: Outcome) -> None:
    audience = load_audience(made.briefing.audience)
    assert [section.id for section in made.briefing.sections] == [p.id for p in audience.sections]
    total = 0
    for section, plan in zip(made.briefing.sections, audience.sections, strict=True):
        assert section.sentences or section.rows
        if plan.max_words is not None:
            assert length(section) <= plan.max_words
        total += length(section) if plan.counted else 0
    assert total <= audience.max_words


def test_no_sentence_hangs_on_a_reference_that_does_not_exist(made: Outcome) -> None:
    b = made.briefing
    known = {
        record.id
        for group in (b.sources, b.origins, b.actors, b.citations, b.claims, b.findings,
                      b.conflicts, b.judgements, b.timeline, b.gaps, b.indicators,
                      b.assumptions, b.withheld)
        for record in group
    }  # fmt: skip
    for section in b.sections:
        for sentence in section.sentences:
            assert set(sentence.refs) <= known
            assert sentence.refs or sentence.kind in {"process", "withheld"}
        assert all(set(cell.refs) <= known for row in section.rows for cell in row)


def test_the_ledger_counts_what_the_file_holds(made: Outcome) -> None:
    counts = made.briefing.ledger.claims
    assert counts.used == len(made.briefing.findings)
    assert counts.used + counts.merged == len(made.briefing.claims)
    assert counts.withheld + counts.rejected == len(made.briefing.withheld)


def test_claims_and_judgements_are_the_same_for_every_audience() -> None:
    page, annexes = (corpus("seeds", name).briefing for name in ("policymaker", "analyst"))
    assert page.claims == annexes.claims
    assert page.judgements == annexes.judgements


def test_the_same_articles_give_the_same_bytes() -> None:
    assert render_json(corpus("seeds", "policymaker").briefing) == render_json(
        corpus("seeds", "policymaker").briefing
    )


def test_articles_in_a_language_without_rules_are_set_aside_and_said_so() -> None:
    made = corpus("tests/articles", "policymaker")
    assert not made.complete
    reasons = {refusal.location.split("/")[-1]: refusal.reason for refusal in made.briefing.refused}
    assert set(reasons) == {"drought_spanish.txt", "port_strike_german.txt", "theatre_french.txt"}
    assert "'de'" in reasons["port_strike_german.txt"]


def test_the_same_text_twice_is_one_article() -> None:
    made = briefed(a_page(PROSE, "a.txt"), a_page(PROSE, "b.txt"))
    assert made.briefing.ledger.articles.merged == 1
    assert made.complete
    assert any("b.txt" in note for note in made.notes)


def test_a_page_without_an_article_is_refused_and_the_others_go_on() -> None:
    made = briefed(a_page(PROSE, "a.txt"), a_page("Home / News\n\nShare this article", "b.txt"))
    assert [refusal.location for refusal in made.briefing.refused] == ["b.txt"]
    assert not made.complete


def test_nothing_to_read_is_an_error_that_names_every_input() -> None:
    with pytest.raises(InputError, match=r"b\.txt"):
        briefed(a_page("Home / News\n\nShare this article", "b.txt"))
    with pytest.raises(InputError, match=r"c\.txt: it is empty"):
        generate(
            Intake(pages=(), refused=(Refusal(location="c.txt", reason="it is empty"),)),
            RulesDrafter(),
            Request(audience="policymaker", as_of="2026-11-20"),
        )


def test_articles_outside_the_period_are_left_out_and_undated_ones_kept() -> None:
    old = "By Anna Berg\n4 March 2019\n\n" + PROSE
    undated = "Norland said that ten crews had left the port of Oster for good."
    made = briefed(a_page(old, "old.txt"), a_page(undated, "undated.txt"), since="2020-01-01")
    assert [source.location for source in made.briefing.sources] == ["undated.txt"]
    assert any("old.txt" in note for note in made.notes)
    assert made.complete


def test_a_title_of_ones_own_does_not_change_the_claims() -> None:
    plain, titled = briefed(a_page(PROSE)), briefed(a_page(PROSE), title="Dalen shut")
    assert titled.briefing.title == "Dalen shut"
    (headline,) = next(s for s in titled.briefing.sections if s.id == "headline").sentences
    assert (headline.kind, headline.text, headline.refs) == ("process", "Dalen shut", ())
    assert titled.briefing.claims == plain.briefing.claims


def test_a_question_moves_what_answers_it_to_the_top() -> None:
    text = (
        "Norland sold ten ships to Oster Lines. The mayor of Dalen, Anna Berg, said that schools "
        "would reopen. Norland bought a crane. Norland hired forty crews in Dalen."
    )
    asked = briefed(a_page(text), question="When do the schools reopen?")
    assert "schools" in asked.briefing.title


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=400), min_size=1, max_size=4))
def test_any_texts_end_as_a_briefing_or_as_a_refusal(texts: list[str]) -> None:
    clean = [text.encode("utf-8", "ignore").decode() for text in texts]
    pages = [a_page(f"{PROSE}\n\n{text}", f"{n}.txt") for n, text in enumerate(clean)]
    made = briefed(*pages)
    counts = made.briefing.ledger.articles
    assert counts.total == len(pages)
    assert made.briefing.id == made.briefing.content_id()
