from briefing.records.briefings import Review, Section
from briefing.records.pages import Refusal
from briefing.rendering import wording
from briefing.rendering.view import PageView, view
from tests.builders_rendering import a_briefing, a_ledger, a_section, a_sentence
from tests.rendering.samples import a_policymaker_sample, an_analyst_sample


def _page(*sections: Section) -> PageView:
    return view(a_briefing(sections=sections), {})


def test_consecutive_sentences_with_the_same_references_are_one_item() -> None:
    page = _page(
        a_section(
            "x",
            "X",
            a_sentence("claim", "One.", "C1"),
            a_sentence("claim", "Two.", "C1"),
            a_sentence("claim", "Three."),
            a_sentence("claim", "Four.", "C1"),
        )
    )
    assert [item.text for item in page.blocks[0].items] == ["One. Two.", "Three.", "Four."]


def test_sentences_without_references_are_apart_when_their_kinds_are() -> None:
    page = _page(
        a_section("x", "X", a_sentence("process", "One."), a_sentence("withheld", "None."))
    )
    assert [item.kind for item in page.blocks[0].items] == ["process", "withheld"]


def test_a_change_of_kind_inside_an_item_is_a_new_run() -> None:
    page = _page(
        a_section(
            "x", "X", a_sentence("judgement", "One.", "C1"), a_sentence("process", "Two.", "C1")
        )
    )
    assert [(run.kind, run.text) for run in page.blocks[0].items[0].runs] == [
        ("judgement", "One."),
        ("process", "Two."),
    ]


def test_every_sentence_and_every_cell_of_the_sections_is_on_the_page_in_order() -> None:
    for briefing in (a_policymaker_sample(), an_analyst_sample()):
        page = view(briefing, {})
        items = [*page.status, *([page.headline] if page.headline else [])]
        items += [item for block in page.blocks for item in block.items]
        printed = [sentence for item in items for run in item.runs for sentence in run.sentences]
        asked = [s for section in briefing.sections for s in section.sentences]
        assert len(printed) == len(asked)
        assert all(s.text.endswith(p) for s, p in zip(asked, printed, strict=True))
        rows = [[len(row) for row in block.rows] for block in page.blocks if block.rows]
        assert rows == [
            [len(row) for row in section.rows] for section in briefing.sections if section.rows
        ]


def test_without_a_headline_section_the_title_heads_the_page() -> None:
    page = _page(a_section("x", "X", a_sentence("process", "Text.")))
    assert (page.headline, page.title) == (None, "It rained on Monday")


def test_every_claim_behind_a_sentence_is_quoted_once_by_source_in_reading_order() -> None:
    page = view(a_policymaker_sample(), {})
    assert {quoted.id: [entry.claim.id for entry in quoted.entries] for quoted in page.quoted} == {
        "S1": ["C1", "C2", "C3"],
        "S2": ["C4", "C5", "C6"],
        "S3": ["C7"],
        "S4": ["C8"],
    }


def test_a_claim_of_the_headline_alone_is_quoted() -> None:
    page = _page(a_section("headline", "Headline", a_sentence("claim", "It rained", "C1")))
    assert [entry.claim.id for quoted in page.quoted for entry in quoted.entries] == ["C1"]


def test_an_id_that_stands_beside_a_line_is_not_said_twice() -> None:
    page = _page(
        a_section("sources", "Sources", a_sentence("process", "S1: “Rain”.", "S1")),
        a_section("left", "Left out", a_sentence("withheld", "W1, S1: hearsay.", "W1")),
    )
    (source,), (withheld,) = (block.items for block in page.blocks)
    assert (source.source, source.text) == ("S1", "“Rain”.")
    assert (withheld.ids, withheld.text) == (("W1",), "S1: hearsay.")


def test_a_link_stands_once_in_a_row_with_the_words_it_supports() -> None:
    page = _page(
        a_section(
            "x",
            "X",
            columns=("Claim", "Statement", "Same"),
            rows=((("C1", ("C1",)), ("It rained on Monday.", ("C1",)), ("It", ("C1",))),),
        )
    )
    assert [len(cell.links) for cell in page.blocks[0].rows[0]] == [0, 1, 0]


def test_a_cell_that_only_names_its_sources_is_their_links() -> None:
    page = _page(
        a_section("x", "X", columns=("Source",), rows=((("S1", ("S1",)),),)),
        a_section("sources", "Sources", a_sentence("process", "“Rain”.", "S1")),
    )
    (cell,) = page.blocks[0].rows[0]
    assert (cell.text, [link.source for link in cell.links]) == ("", ["S1"])


def test_only_a_review_takes_the_word_draft_away() -> None:
    review = Review(by=("A. Editor",), at="2021-03-09T10:00:00Z", of="x", events=(), chain="y")
    signed = a_briefing(status="approved", review=review)
    unsigned = a_briefing(status="approved")
    assert wording.status_words(signed) == "REVIEWED"
    assert wording.status_words(unsigned) == "DRAFT, NOT REVIEWED"
    assert "reviewed by A. Editor on 2021-03-09" in wording.generator_words(signed)
    assert "; not reviewed" in wording.generator_words(unsigned)


def test_the_page_says_whether_a_language_model_drafted_it() -> None:
    assert wording.generator_words(a_policymaker_sample()).startswith(
        "Drafted without a language model"
    )
    assert wording.generator_words(an_analyst_sample()).startswith(
        "Drafted with a language model (openai:writer-1, briefing 1.2.3); quotations checked"
    )


def test_what_is_missing_is_said_and_a_whole_briefing_says_nothing() -> None:
    refused = (Refusal(location="a.txt", reason="it is empty"),)
    missing = a_briefing(refused=refused, ledger=a_ledger(passages_failed=2))
    assert wording.incomplete_words(missing) == (
        "This briefing is incomplete: 1 input refused and 2 of 9 passages not drafted."
    )
    assert wording.incomplete_words(a_briefing()) == ""


def test_the_reading_box_has_at_most_60_words() -> None:
    parts = [wording.HOW_TO_READ_HEADING, wording.HOW_TO_READ_LEVELS_HEADING]
    parts += [f"{wording.KIND_LABELS[kind]} {text}" for kind, text in wording.HOW_TO_READ_KINDS]
    parts += [f"{level} {text}" for level, text in wording.HOW_TO_READ_LEVELS]
    parts += [wording.HOW_TO_READ_GRADES, wording.HOW_TO_READ_REFERENCES]
    assert len(" ".join(parts).split()) <= 60
