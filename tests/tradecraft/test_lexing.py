"""Tokens and blocks: they cover the text, and each token has a code."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.lexing import blocks, lex


def test_each_token_has_the_code_of_its_class() -> None:
    lexed = lex("In 2014,\n\nrain_", {"In": "i"})
    assert lexed.tokens == ["In", " ", "2014", ",", "\n\n", "rain", "_"]
    assert lexed.codes == "i_9!|x!"
    assert lexed.offsets == [0, 2, 3, 7, 8, 10, 14, 15]


def test_a_long_text_is_cut_before_a_paragraph() -> None:
    first, second = "a " * 25_000, "\n\n" + "b " * 25_000
    assert list(blocks(first + second)) == [(0, first), (len(first), second)]


def test_a_text_without_any_gap_is_cut_all_the_same() -> None:
    assert max(len(block) for _, block in blocks("a" * 200_000)) <= 1 << 16


@given(st.text())
def test_tokens_cover_the_text(text: str) -> None:
    lexed = lex(text, {}, 7)
    assert "".join(lexed.tokens) == text
    assert len(lexed.codes) == len(lexed.tokens) == len(lexed.offsets) - 1
    assert (lexed.offsets[0], lexed.offsets[-1]) == (7, 7 + len(text))


@given(st.text(alphabet="a. \n", max_size=40), st.integers(0, 9000))
def test_blocks_cover_the_text(text: str, times: int) -> None:
    whole = text * times
    place = 0
    for offset, block in blocks(whole):
        assert offset == place
        place += len(block)
    assert "".join(block for _, block in blocks(whole)) == whole
