import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.rendering.display import anchor, direction, language_tag, section_anchor, shown


def test_bidi_overrides_and_isolates_are_spelled_out() -> None:
    assert shown("a\u202egpj.exe\u2069") == "a⟨U+202E⟩gpj.exe⟨U+2069⟩"


def test_terminal_escapes_null_and_lone_surrogates_are_spelled_out() -> None:
    assert shown("\x1b[31m\x00\ud800") == "⟨U+001B⟩[31m⟨U+0000⟩⟨U+D800⟩"


def test_line_ends_become_line_feeds() -> None:
    assert shown("one\r\ntwo\rthree") == "one\ntwo\nthree"


def test_arabic_direction_marks_and_joiners_stay() -> None:
    text = "قال\u200f: لا\u200c"
    assert shown(text) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs"])))
def test_text_without_controls_stays_verbatim(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "ltr"),
        ("The port is shut.", "ltr"),
        ("وزارة النقل said the port stays closed.", "ltr"),
        ("قالت وزارة النقل إن الميناء (port) مغلق", "rtl"),
        ("12 %", "ltr"),
    ],
)
def test_direction_follows_most_letters(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_ids_of_the_program_are_their_own_anchors() -> None:
    assert anchor("C12") == "C12"
    assert section_anchor("key-judgements") == "section-key-judgements"


@given(st.text(min_size=1), st.text(min_size=1))
def test_anchors_are_safe_and_distinct(one: str, other: str) -> None:
    assert anchor(one).isalnum()
    assert anchor(one).isascii()
    assert section_anchor(one).replace("-", "").isalnum()
    assert (anchor(one) == anchor(other)) == (one == other)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "en"), ("pt-BR", "pt-BR"), (None, "und"), ('en" onload="x', "und"), ("", "und")],
)
def test_language_is_a_tag_or_unknown(language: str | None, expected: str) -> None:
    assert language_tag(language) == expected
