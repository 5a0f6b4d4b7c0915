from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.articles import Article
from briefing.records.passages import Sentence
from briefing.stages.chunks import chunk
from tests.builders import a_segment, an_article


def sentences(article: Article, max_tokens: int = 50) -> tuple[Sentence, ...]:
    return tuple(s for passage in chunk(article, max_tokens) for s in passage.sentences)


def texts(text: str, language: str | None = "en") -> list[str]:
    return [sentence.text for sentence in sentences(an_article(text, language=language))]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any text, cut anywhere into segments that are body or not."""
    words = st.sampled_from(["Rain fell.", "“Yes,” she said.", "]", "\n\n", " ", "\n", "a.B", "é"])
    text = draw(st.one_of(st.text(), st.lists(words).map("".join)))
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=4))
    marks = sorted({0, *cuts, len(text)})
    segments = tuple(
        a_segment(start, end, draw(st.sampled_from(["body", "comment", "caption"])))
        for start, end in pairwise(marks)
    )
    language = draw(st.sampled_from(["en", "de", "fr", "ar", "xx", None]))
    return an_article(text, segments=segments, language=language)


@given(articles(), st.integers(0, 20))
def test_each_body_character_is_in_exactly_one_sentence(article: Article, max_tokens: int) -> None:
    covered = [
        position
        for sentence in sentences(article, max_tokens)
        for position in range(sentence.start, sentence.end)
    ]
    assert len(covered) == len(set(covered))
    body = {p for segment in article.body() for p in range(segment.start, segment.end)}
    assert set(covered) <= body
    assert all(article.text[position].isspace() for position in body - set(covered))


@given(articles(), st.integers(0, 20))
def test_sentences_are_exact_trimmed_slices_numbered_in_order(
    article: Article, max_tokens: int
) -> None:
    found = sentences(article, max_tokens)
    assert [s.text for s in found] == [article.text[s.start : s.end] for s in found]
    assert all(s.text == s.text.strip() != "" for s in found)
    assert [s.number for s in found] == list(range(1, len(found) + 1))
    assert [s.start for s in found] == sorted(s.start for s in found)
    steps = [b.paragraph - a.paragraph for a, b in pairwise(found)]
    assert all(step in {0, 1} for step in steps)


@given(articles(), st.integers(0, 20))
def test_passages_stay_within_bounds_unless_one_sentence_exceeds_them(
    article: Article, max_tokens: int
) -> None:
    for passage in chunk(article, max_tokens):
        sizes = [-(-len(sentence.text) // 4) for sentence in passage.sentences]
        assert sum(sizes) <= max_tokens or len(sizes) == 1


def test_passages_are_filled_before_a_new_one_is_opened() -> None:
    passages = chunk(an_article("Rain fell. Rivers rose. Dams broke. Fish fled."), 6)
    assert [[s.text for s in passage.sentences] for passage in passages] == [
        ["Rain fell.", "Rivers rose."],
        ["Dams broke.", "Fish fled."],
    ]
    assert [passage.id for passage in passages] == ["S1.1", "S1.2"]


def test_before_is_the_two_sentences_that_precede_a_passage() -> None:
    passages = chunk(an_article("One came.\n\nTwo came. Three came.\n\nFour came."), 1)
    assert [[s.number for s in passage.before] for passage in passages] == [[], [1], [1, 2], [2, 3]]


def test_article_without_body_has_no_passages() -> None:
    assert chunk(an_article("Rain.", segments=(a_segment(0, 5, "comment"),)), 50) == ()
    assert chunk(an_article(""), 50) == ()


def test_sentences_do_not_run_across_what_is_not_body() -> None:
    text = "Rain fell\nPhoto: Jane\non Senn."
    parts = (a_segment(0, 10), a_segment(10, 22, "caption"), a_segment(22, len(text)))
    article = an_article(text, segments=parts)
    assert [s.text for s in sentences(article)] == ["Rain fell", "on Senn."]


def test_paragraphs_are_counted_through_the_body() -> None:
    article = an_article("One came. Two came.\n\nThree came.\nFour came.")
    assert [s.paragraph for s in sentences(article)] == [1, 1, 2, 3]


@pytest.mark.parametrize("max_tokens", [0, 1, 3])
def test_sentence_longer_than_a_passage_is_not_cut(max_tokens: int) -> None:
    text = "The ferry between Aldo and Senn was cancelled."
    assert [s.text for s in sentences(an_article(text), max_tokens)] == [text]


def test_language_of_the_article_decides_its_abbreviations() -> None:
    text = "Am 3. Oktober kam er. Er blieb."
    assert texts(text, "de") == ["Am 3. Oktober kam er.", "Er blieb."]
