from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.names import find_names, is_joined


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The port of Dalen closed.", ["Dalen"]),
        ("President Anna Berg met Karl von Rand in Oslo.",
         ["President Anna Berg", "Karl von Rand", "Oslo"]),
        ("Syria’s Idlib province", ["Syria", "Idlib"]),
        ("The U.S.-led force left.", ["U.S."]),
        ("The Bank of England and the Foundation for Defense of Democracies",
         ["Bank of England", "Foundation for Defense of Democracies"]),
        ("al-Qaeda leader Ayman al-Zawahiri spoke", ["al-Qaeda", "Ayman al-Zawahiri"]),
        ("On Monday, rain fell in May.", []),
        ("However, Norland denied it.", ["Norland"]),
        ("J. Smith said so.", ["J. Smith"]),
        ("Seeing the rain, they left.", []),
        ("Russian-backed Norland troops", ["Norland"]),
        ("Daveed Gartenstein-Ross spoke.", ["Daveed Gartenstein-Ross"]),
    ],
)  # fmt: skip
def test_names_are_found_where_they_stand(text: str, names: list[str]) -> None:
    found = find_names(text)
    assert [name.text for name in found] == names
    assert all(text[name.start : name.end] == name.text for name in found)


def test_a_word_the_article_also_writes_small_does_not_open_a_name() -> None:
    assert find_names("Militia fighters left.", frozenset({"militia"})) == ()


@pytest.mark.parametrize("word", ["Al-ShababNigerian", "DalenNorland"])
def test_joined_words_are_seen(word: str) -> None:
    assert is_joined(word)


@pytest.mark.parametrize("word", ["McDonald", "DeVries", "Gartenstein-Ross", "Norland"])
def test_names_with_a_capital_inside_are_not_joined(word: str) -> None:
    assert not is_joined(word)


@given(st.text())
def test_any_string_has_exact_ordered_names(text: str) -> None:
    found = find_names(text)
    assert all(text[name.start : name.end] == name.text for name in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
