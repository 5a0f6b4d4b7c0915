import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.references import dangling

STANDS_ALONE = [
    "The ministry closed the port on Monday.",
    "Norland said its profit had doubled.",
    "Workers said they would strike.",
    "Maria Keller said she would resign.",
    "It is unclear whether the port will reopen.",
    "“We are ready,” said Maria Keller.",
    "Residents fled to the city that the army had left.",
    "Norland denied that the company had known.",
    "Prices rose 4 percent this year.",
    "Those who stayed were fed.",
    "Karl Berg succeeded Olof Rand when the latter died.",
]

HANGS = [
    ("He said the talks had failed.", "He"),
    ("In her speech, Maria Keller resigned.", "her"),
    ("It has made a coalition with the Greens.", "It"),
    ("They voted to strike.", "They"),
    ("The group denied the report.", "The group"),
    ("This came as a surprise.", "This"),
    ("These figures were wrong.", "These"),
    ("Some of them returned home.", "Some of them"),
    ("I am hoping for rain.", "I"),
    ("Our plan is simple.", "Our"),
    ("The two have agreed to a truce.", "The two"),
    ("Four years later, the opposite is happening.", "the opposite"),
    ("After that success, Norland expanded.", "After that"),
    ("The latter refused to sign.", "The latter"),
]


@pytest.mark.parametrize("sentence", STANDS_ALONE)
def test_a_sentence_with_its_antecedents_stands_alone(sentence: str) -> None:
    assert dangling(sentence) is None


@pytest.mark.parametrize(("sentence", "word"), HANGS)
def test_the_word_that_points_outside_is_named(sentence: str, word: str) -> None:
    assert dangling(sentence) == word


@given(st.text())
def test_any_string_can_be_judged(text: str) -> None:
    found = dangling(text)
    assert found is None or found in text
