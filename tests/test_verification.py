import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import briefing
from briefing.errors import InputError
from briefing.records.articles import Segment
from briefing.records.briefings import Briefing, Review
from briefing.verification import verify
from tests.builders import digest
from tests.builders_rendering import a_citation, a_claim, a_section, a_sentence, a_source
from tests.builders_verification import (
    CAPTION,
    FIRST,
    LOCATION,
    SECOND,
    TEXT,
    TITLE,
    a_harbor_ledger,
    a_harbor_source,
    a_sound_briefing,
    placed,
)

START = len(TITLE)
OTHER = "The union met on Sunday."


def problems_of(root: Path, sound: Briefing, *, text: str = TEXT) -> tuple[str, ...]:
    report = verify(placed(root, sound, text=text), root)
    assert report.ok == (not report.problems)
    return report.problems


def test_a_sound_briefing_holds_and_is_counted(tmp_path: Path) -> None:
    report = verify(placed(tmp_path, a_sound_briefing()), tmp_path)
    assert report.problems == ()
    assert report.ok
    counts = report.counts
    assert (counts.sources, counts.citations, counts.claims) == (1, 2, 2)
    assert (counts.judgements, counts.sentences) == (1, 3)


def test_verify_is_what_the_package_offers() -> None:
    assert briefing.verify is verify


@pytest.mark.parametrize("elsewhere", ["briefings", ".."])
def test_sources_are_found_from_the_briefing_when_the_working_folder_is_another(
    tmp_path: Path, elsewhere: str
) -> None:
    path = placed(tmp_path, a_sound_briefing())
    assert verify(path, tmp_path / elsewhere).ok


def test_a_source_of_the_same_name_elsewhere_does_not_hide_the_right_one(tmp_path: Path) -> None:
    path = placed(tmp_path, a_sound_briefing())
    other = tmp_path / "other" / LOCATION
    other.parent.mkdir(parents=True)
    other.write_text("Something else.", encoding="utf-8")
    assert verify(path, tmp_path / "other").ok


def two_sources_of_one_name() -> Briefing:
    """Both lay outside the working folder, so that only their names were kept."""
    first = a_harbor_source(location="harbor.txt")
    hashes = {"sha256": digest(OTHER), "text_sha256": digest(OTHER)}
    second = a_source("S2", OTHER, location="harbor.txt", **hashes)
    ledger = a_harbor_ledger()
    articles = ledger.articles.model_copy(update={"total": 2, "used": 2})
    ledger = ledger.model_copy(update={"articles": articles})
    return a_sound_briefing(sources=(first, second), ledger=ledger)


@pytest.mark.parametrize(
    ("beside", "here"), [(TEXT.encode(), OTHER.encode()), (OTHER.encode(), TEXT.encode())]
)
def test_two_sources_of_one_name_are_told_apart_by_their_contents(
    tmp_path: Path, beside: bytes, here: bytes
) -> None:
    path = placed(tmp_path, two_sources_of_one_name())
    path.with_name("harbor.txt").write_bytes(beside)
    (tmp_path / "harbor.txt").write_bytes(here)
    assert verify(path, tmp_path).problems == ()


def test_a_source_is_not_taken_for_another_of_its_name_that_changed(tmp_path: Path) -> None:
    path = placed(tmp_path, two_sources_of_one_name())
    path.with_name("harbor.txt").write_bytes(TEXT.encode())
    (problem,) = verify(path, tmp_path).problems
    assert problem.startswith("S2 harbor.txt: not found here or beside the briefing")


def test_an_article_beside_a_briefing_of_its_name_is_still_read(tmp_path: Path) -> None:
    path = placed(tmp_path, a_sound_briefing(sources=(a_harbor_source(location="harbor.md"),)))
    path.with_suffix(".md").write_bytes(TEXT.encode())
    assert verify(path, tmp_path).ok


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, len(TEXT) - 1), character=st.sampled_from("xé”0\u00a0\n"))
def test_one_other_character_anywhere_in_a_source_is_found_and_named(
    tmp_path: Path, place: int, character: str
) -> None:
    altered = TEXT[:place] + character + TEXT[place + 1 :]
    problems = problems_of(tmp_path, a_sound_briefing(), text=altered)
    if altered == TEXT:
        assert problems == ()
        return
    assert problems[0].startswith(f"S1 {LOCATION}: the file has changed")
    if START <= place < START + len(FIRST):
        assert problems[1].startswith(f"Q1 in {LOCATION}: at {place} the source has")


def test_a_character_more_says_where_the_quotations_have_gone(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, a_sound_briefing(), text="X" + TEXT)
    assert f"Q1 in {LOCATION}: the quotation is not at {START} but at {START + 1}" in problems


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, len(FIRST) - 1))
def test_one_other_character_in_a_quotation_is_found_and_named(tmp_path: Path, place: int) -> None:
    sound = a_sound_briefing()
    first, second = sound.citations
    altered = FIRST[:place] + "§" + FIRST[place + 1 :]
    forged = sound.model_copy(
        update={"citations": (first.model_copy(update={"exact": altered}), second)}
    )
    unsealed, named = problems_of(tmp_path, forged)
    assert "the contents were altered" in unsealed
    assert named.startswith(
        f"Q1 in {LOCATION}: at {START + place} the source has {FIRST[place]!r}"[:-1]
    )
    assert "§" in named
    assert problems_of(tmp_path, forged.identified()) == (named,)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"end": len(TEXT) + 1}, "is no range of the source"),
        ({"start": -1}, "is no range of the source"),
        ({"start": START + 5, "end": START + 5}, "is no range of the source"),
        ({"prefix": "forged "}, "what stands before it is not 'forged '"),
        ({"suffix": " forged"}, "what stands after it is not ' forged'"),
        ({"source": "S9"}, "Q1 refers to S9, which is not among the sources"),
    ],
)
def test_a_citation_that_points_elsewhere_is_named(
    tmp_path: Path, change: dict[str, object], told: str
) -> None:
    sound = a_sound_briefing()
    first, second = sound.citations
    citations = (first.model_copy(update=change), second)
    problems = problems_of(tmp_path, sound.model_copy(update={"citations": citations}).identified())
    assert any("Q1" in problem and told in problem for problem in problems)


@pytest.mark.parametrize("exact", [TITLE.strip(), CAPTION.strip(), f"{SECOND}\n\n{CAPTION}"[:60]])
def test_a_quotation_outside_the_body_is_named(tmp_path: Path, exact: str) -> None:
    sound = a_sound_briefing(
        citations=(a_citation("Q1", "S1", exact, TEXT), a_citation("Q2", "S1", SECOND, TEXT))
    )
    (problem,) = problems_of(tmp_path, sound)
    assert re.fullmatch(rf"Q1 in {LOCATION}: \d+ to \d+ is not in the article's body", problem)


def test_a_quotation_may_run_over_a_gap_between_two_body_segments(tmp_path: Path) -> None:
    gap = START + len(FIRST)
    segments = (
        Segment(start=0, end=START, kind="title"),
        Segment(start=START, end=gap, kind="body"),
        Segment(start=gap, end=gap + 1, kind="boilerplate"),
        Segment(start=gap + 1, end=gap + 1 + len(SECOND), kind="body"),
        Segment(start=gap + 1 + len(SECOND), end=len(TEXT), kind="caption"),
    )
    sound = a_sound_briefing(
        sources=(a_harbor_source(segments=segments),),
        citations=(
            a_citation("Q1", "S1", f"{FIRST} {SECOND}", TEXT),
            a_citation("Q2", "S1", SECOND, TEXT),
        ),
    )
    assert problems_of(tmp_path, sound) == ()


@pytest.mark.parametrize(
    ("segments", "told"),
    [
        (
            (Segment(start=0, end=9, kind="body"),),
            f"the segments end at 9, the text at {len(TEXT)}",
        ),
        ((Segment(start=1, end=len(TEXT), kind="body"),), "leave a gap or overlap at 0"),
        (
            (
                Segment(start=0, end=90, kind="body"),
                Segment(start=80, end=len(TEXT), kind="body"),
            ),
            "leave a gap or overlap at 90",
        ),
    ],
)
def test_segments_that_do_not_cover_the_text_are_named(
    tmp_path: Path, segments: tuple[Segment, ...], told: str
) -> None:
    sound = a_sound_briefing(sources=(a_harbor_source(segments=segments),))
    assert any(told in problem for problem in problems_of(tmp_path, sound))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"location": "news/gone.txt"}, "S1 news/gone.txt: not found here or beside the briefing"),
        ({"location": "news/gone.txt"}, "run verify from the folder that was the working folder"),
        ({"location": "gone.txt"}, "run verify from the folder that holds the article, or put it"),
        ({"location": "../secret.txt"}, "points outside the folders"),
        ({"location": "/etc/hostname"}, "points outside the folders"),
        ({"location": "bad\0name"}, "not found here or beside the briefing"),
        ({"text_sha256": "0" * 64}, "the text_sha256 is not that of the file's text"),
        ({"duplicate_of": "S7"}, "S1 refers to S7, which is not among the sources"),
    ],
)
def test_a_source_that_is_not_what_it_says_is_named(
    tmp_path: Path, change: dict[str, object], told: str
) -> None:
    sound = a_sound_briefing(sources=(a_harbor_source(**change),))
    assert any(told in problem for problem in problems_of(tmp_path, sound))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"claims": (a_claim("C1", "A.", "Q1"), a_claim("C2", "B."))},
            "C2 has no citation",
        ),
        (
            {"claims": (a_claim("C1", "A.", "Q1"), a_claim("C2", "B.", "Q9"))},
            "C2 refers to Q9, which is not among the citations",
        ),
        (
            {"claims": (a_claim("C1", "A.", "Q1"), a_claim("C1", "B.", "Q2"))},
            "the id C1 is used 2 times",
        ),
        ({"origins": ()}, "C1 refers to O1, which is not among the origins"),
        ({"findings": ()}, "J1 refers to F1, which is not among the findings"),
        ({"judgements": ()}, "section headline, sentence 1, refers to J1, which is nowhere"),
        (
            {"sections": (a_section("why", "Why", a_sentence("claim", "No refs.")),)},
            "section why, sentence 1, rests on nothing",
        ),
        (
            {"sections": (a_section("why", "Why", a_sentence("claim", "A source.", "S1")),)},
            "section why, sentence 1, leads to no citation",
        ),
        (
            {"sections": (a_section("t", "T", columns=("a",), rows=((("x", ("C77",)),),)),)},
            "section t, row 1, refers to C77, which is nowhere",
        ),
        (
            {"ledger": a_harbor_ledger(claims_used=3)},
            "the ledger does not add up: 2 claims, but 3 used",
        ),
        (
            {"ledger": a_harbor_ledger(refused=1)},
            "the ledger counts 1 refused articles, but 0 are listed",
        ),
        ({"status": "approved"}, "the status is approved, but there is no review"),
    ],
)
def test_what_does_not_hold_together_is_named(
    tmp_path: Path, changes: dict[str, object], told: str
) -> None:
    problems = problems_of(tmp_path, a_sound_briefing(**changes))
    assert any(told in problem for problem in problems)


def test_a_review_of_another_draft_is_named(tmp_path: Path) -> None:
    review = Review(by=("Ana",), at="2026-11-20", of="0" * 64, events=(), chain="0" * 64)
    sound = a_sound_briefing(status="approved", review=review)
    assert problems_of(tmp_path, sound) == (f"the review is of another draft: {'0' * 64}",)


def test_any_altered_word_breaks_the_seal(tmp_path: Path) -> None:
    path = placed(tmp_path, a_sound_briefing())
    text = path.read_text(encoding="utf-8").replace("Who closed it?", "Who opened it?")
    path.write_text(text, encoding="utf-8")
    (problem,) = verify(path, tmp_path).problems
    assert problem.startswith("the contents were altered after the briefing was made")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is not a briefing file"),
        (b"\xff\xfe", "is not a briefing file"),
        (b"no JSON", "is not a briefing file"),
        (b"[]", "is not a briefing file"),
        (b"[" * 100_000, "is not a briefing file"),
        (b'{"format": "briefing/1"}', "at id: Field required"),
    ],
)
def test_what_is_no_briefing_is_refused_in_one_line(
    tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=told) as raised:
        verify(path, tmp_path)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot read"):
        verify(tmp_path / name, tmp_path)


def edited(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_key_that_the_format_does_not_know_is_refused(tmp_path: Path) -> None:
    path = placed(tmp_path, a_sound_briefing())
    edited(path, '"format"', '"extra": 1, "format"')
    with pytest.raises(InputError, match="at extra"):
        verify(path, tmp_path)


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = placed(tmp_path, a_sound_briefing())
    edited(path, '"title": ', '"title": "Forged", "title": ')
    with pytest.raises(InputError, match="the key 'title' stands twice"):
        verify(path, tmp_path)


def test_a_key_that_is_left_out_is_refused(tmp_path: Path) -> None:
    path = placed(tmp_path, a_sound_briefing())
    content = json.loads(path.read_bytes())
    del content["citations"][0]["page"]
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError, match="keys are missing"):
        verify(path, tmp_path)


@pytest.mark.parametrize(
    ("old", "new"), [('"points": 1', '"points": "1"'), ('"points": 1', '"points": 1.0')]
)
def test_a_value_of_another_type_is_refused(tmp_path: Path, old: str, new: str) -> None:
    path = edited(placed(tmp_path, a_sound_briefing()), old, new)
    with pytest.raises(InputError, match=r"confidence\.points"):
        verify(path, tmp_path)
