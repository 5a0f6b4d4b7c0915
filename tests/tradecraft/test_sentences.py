from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.sentences import paragraphs, split

fragments = st.sampled_from([
    "Rain fell.", " ", "\n", "\r\n", "\u2028", "“It rained.”", ")", "]", "a.Bc", "Dr. ", "e.g.",
    "🙂", "你好。", "\ufeff", "\u200b", "!!", "U.S.", "\ud800", "The river rose and rose and",
])  # fmt: skip
text_of_any_kind = st.one_of(st.text(), st.lists(fragments, max_size=30).map("".join))


def parts(text: str, language: str | None = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


@given(text_of_any_kind, st.sampled_from(["en", "de", "ja", "xx", None]))
def test_every_character_but_white_space_is_in_exactly_one_sentence(
    text: str, language: str | None
) -> None:
    spans = split(text, language)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    outside = list(text)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
        outside[start:end] = " " * (end - start)
    assert "".join(outside).strip() == ""


@given(text_of_any_kind)
def test_paragraphs_leave_out_only_white_space(text: str) -> None:
    spans = paragraphs(text)
    assert "".join(text[a:b] for a, b in spans).split() == [] or spans
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    kept = sum(not c.isspace() for a, b in spans for c in text[a:b])
    assert kept == sum(not c.isspace() for c in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Near Damascus.After reports it fell.", ["Near Damascus.", "After reports it fell."]),
        ("He left (at once).Then it rained.", ["He left (at once).", "Then it rained."]),
        ("“It is done.”Then he left.", ["“It is done.”", "Then he left."]),
        ("It fell?Then it rose.", ["It fell?", "Then it rose."]),
    ],
)  # fmt: skip
def test_sentences_run_together_are_parted(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It runs on Node.Js and little else.",
        "The page is at www.example.Com and nowhere else.",
        "They sold rooms on Booking.Com for years.",
        "The U.S.A.The and the rest.",
        "The report by Mr.Smith was late.",
        "See example.org/Index.Html for more.",
        "Dr. A. B. Jones of St. Moritz spoke to Gen. Roe.",
        "The U.S.-led force cost $3.5 million at 4 p.m. on Friday.",
    ],
)
def test_full_stops_inside_names_end_nothing(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am 3. Oktober kam Dr. Meier z. B. an. Er blieb.", 2),
        ("es", "El Sr. López y la Sra. Ruiz llegaron. Se fueron.", 2),
        ("fr", "M. Dupont et Mme. Roy ont parlé. C'est tout.", 2),
        ("zh", "你好。再見。", 2),
        ("ar", "مرحبا. كيف الحال؟ نعم.", 3),
    ],
)
def test_other_languages_are_split_by_their_own_rules(
    language: str, text: str, expected: int
) -> None:
    assert len(parts(text, language)) == expected


def test_line_is_a_paragraph_of_its_own() -> None:
    assert parts("Ice on the lake\nBy Jane Doe\nThe ferry sank.") == [
        "Ice on the lake",
        "By Jane Doe",
        "The ferry sank.",
    ]


def test_wrapped_lines_are_one_paragraph_whatever_ends_them() -> None:
    wrapped = "The ferry between Aldo and Senn was cancelled on Friday\r\nbecause of ice, it said."
    assert parts(wrapped) == [wrapped]
    listed = f"- {wrapped}\n- {wrapped}"
    assert len(parts(listed)) == 2


def test_lines_with_room_for_the_next_word_are_not_wrapped() -> None:
    lines = [
        "The ferry was cancelled",
        "because of the thick ice that had formed on the lake overnight.",
    ]
    assert parts("\n".join(lines)) == lines


def test_unit_without_letters_belongs_to_the_sentence_before_it() -> None:
    assert parts("He left. ]") == ["He left. ]"]
    assert parts("… He left.") == ["… He left."]
    assert parts("***") == ["***"]
