"""What a text is about, reduced to what two reports of it would share."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.content_words import (
    Rarity,
    content_words,
    fold,
    is_opposed,
    is_shifted,
    plain_words,
    stem,
    tokenize,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed", "deaths"), ("planned", "planning"), ("parties", "party"), ("tried", "try"),
        ("closes", "closure"), ("strikes", "striking"), ("Valparaíso", "valparaiso"),
        ("Norway’s", "Norway"), ("houses", "house"), ("persons", "people"), ("fled", "fleeing"),
    ],
)  # fmt: skip
def test_stem_joins_forms_of_a_word_and_words_that_stand_for_it(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("bus", "bu"), ("string", "str"), ("miner", "mine"), ("police", "policy"),
     ("united", "union"), ("injured", "killed"), ("king", "k")],
)  # fmt: skip
def test_stem_keeps_different_words_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_content_words_leave_out_stop_words_of_several_languages() -> None:
    assert content_words("The port of Genoa is to be closed") == ("port", "genoa", "close")
    assert content_words("El puerto de Génova fue cerrado") == ("puerto", "genova", "cerrado")
    assert content_words("Der Hafen von Genua wurde geschlossen") == (
        "hafen",
        "genua",
        "geschlossen",
    )


def test_tokenize_keeps_separators_in_numbers_and_says_where_words_start() -> None:
    assert tokenize("In 2.5 years’ time") == [("In", 0), ("2.5", 3), ("years", 7), ("time", 14)]


def test_plain_words_cut_writing_without_spaces_into_pairs() -> None:
    assert plain_words("東京電力 said") == ["東京", "京電", "電力", "said"]


@given(st.text(max_size=60))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[start : start + len(word)] == word for word, start in tokens)
    assert [word for word, _ in tokens] == plain_words(text)
    assert all(fold(word) and stem(word) for word, _ in tokens)


def test_words_of_a_long_hostile_text_are_cut_in_proportion_to_it() -> None:
    start = time.perf_counter()
    plain_words("1.1," * 250_000 + "a'" * 250_000)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("one", "other", "outcome", "contrast"),
    [
        ("rose sharply", "fell sharply", True, False),
        ("the north wing", "the south wing", False, True),
        ("rose and fell", "fell and rose", False, False),
        ("rose sharply", "rose slowly", False, False),
    ],
)
def test_opposed_words_are_told_apart_by_kind(
    one: str, other: str, outcome: bool, contrast: bool
) -> None:
    here, there = frozenset(map(stem, one.split())), frozenset(map(stem, other.split()))
    assert is_opposed(here, there, ("outcomes",)) is outcome
    assert is_opposed(here, there, ("contrasts",)) is contrast


def test_a_shifting_word_on_one_side_only_makes_another_thing() -> None:
    assert is_shifted({"deputy", "mayor"}, {"mayor"})
    assert not is_shifted({"deputy", "mayor"}, {"deputy", "governor"})


def test_rarity_weighs_rare_words_more_and_never_by_nothing() -> None:
    rarity = Rarity([["port", "genoa"], ["port"], ["port"]])
    assert rarity.weight("unheard") > rarity.weight("genoa") > rarity.weight("port") > 0
    assert rarity.count("port") == 3
    assert rarity.total(["port", "genoa"]) == rarity.weight("port") + rarity.weight("genoa")
