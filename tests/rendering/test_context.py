from hypothesis import given
from hypothesis import strategies as st

from briefing.records.articles import Segment
from briefing.records.claims import Citation
from briefing.rendering.context import Contexts, Quotation, body_paragraphs
from tests.builders_rendering import a_citation, a_source

TEXT = "Title\n\nIt rained. Rivers rose.\n\nThe mayor spoke. Nobody came.\n"


def _quotation(citation: Citation, **texts: str) -> Quotation:
    return Contexts((a_source("S1", TEXT),), texts).quotation(citation)


def test_a_citation_stands_in_its_paragraph() -> None:
    found = _quotation(a_citation("Q1", "S1", "The mayor spoke.", TEXT), S1=TEXT)
    assert (found.before, found.after, found.paragraph) == ("", " Nobody came.", 2)


def test_paragraphs_count_the_body_only() -> None:
    segments = a_source("S1", TEXT).segments
    assert [TEXT[p.start : p.end] for p in body_paragraphs(TEXT, segments)] == [
        "It rained. Rivers rose.",
        "The mayor spoke. Nobody came.",
    ]


def test_a_citation_over_two_paragraphs_shows_both() -> None:
    citation = a_citation("Q1", "S1", "Rivers rose.\n\nThe mayor spoke.", TEXT)
    found = _quotation(citation, S1=TEXT)
    assert (found.before, found.after, found.paragraph) == ("It rained. ", " Nobody came.", 1)


def test_without_the_text_prefix_and_suffix_stand_in() -> None:
    found = _quotation(a_citation("Q1", "S1", "The mayor spoke.", TEXT))
    assert found.paragraph is None
    assert found.before.startswith("…")
    assert found.after == " Nobody came.\n…"


def test_a_text_that_no_longer_holds_the_quotation_is_not_shown_around_it() -> None:
    changed = TEXT.replace("mayor", "judge")
    found = _quotation(a_citation("Q1", "S1", "The mayor spoke.", TEXT), S1=changed)
    assert found.paragraph is None
    assert "judge" not in found.before + found.after


def test_offsets_outside_the_text_do_no_harm() -> None:
    citation = a_citation("Q1", "S1", "The mayor spoke.", TEXT)
    for start, end in ((-5, 11), (0, 10_000), (20, 10)):
        moved = citation.model_copy(update={"start": start, "end": end})
        assert _quotation(moved, S1=TEXT).paragraph is None


def test_a_paragraph_without_end_is_cut_around_the_quotation() -> None:
    text = "word " * 10_000 + "HERE " + "word " * 10_000
    source = a_source("S1", text)
    found = Contexts((source,), {"S1": text}).quotation(a_citation("Q1", "S1", "HERE", text))
    assert found.before.startswith("…")
    assert found.after.endswith("…")
    assert len(found.before) + len(found.after) < 2_000


@given(st.text(alphabet="ab. \n\r\u2028", max_size=60), st.data())
def test_context_and_quotation_are_one_stretch_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start == end:
        return
    source = a_source("S1", "x", segments=(Segment(start=0, end=len(text), kind="body"),))
    citation = Citation(
        id="Q1", source="S1", start=start, end=end, exact=text[start:end], prefix="", suffix=""
    )
    found = Contexts((source,), {"S1": text}).quotation(citation)
    assert found.before + citation.exact + found.after in text
