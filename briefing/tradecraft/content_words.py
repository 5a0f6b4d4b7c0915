"""What a text is about: its words, reduced to what two reports of one matter would share.

Stop words and calendar words are in `words/stopwords.toml`, words that stand for one another in
`words/synonyms.toml`, words that exclude one another in `words/opposites.toml`.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Set
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from briefing.tradecraft.word_lists import load_words

Token = tuple[str, int]
"""A word or number as written, and where it starts, in code points."""
Contrast = Literal["outcomes", "contrasts"]

# A number with its separators, or letters with inner apostrophes. Neither can backtrack: the
# parts of each repetition begin with a character the part before it cannot hold.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LANGUAGES = ("en", "de", "es", "fr")
_LONGEST_STEM = 24  # code points; no word of a language is told from another only after that
_VOWELS = frozenset("aeiouy")
# How many texts of the language at large stand behind a corpus when rarity is estimated: in a
# small corpus all words then weigh about the same, in a large one its own counts decide.
_PRIOR_TEXTS = 1000
_THOUSANDTHS = 1000


class Word(NamedTuple):
    """A word by itself: lower case without accents, its stem, and what sort of word it is."""

    folded: str
    stem: str
    is_stop: bool
    is_calendar: bool
    is_speech: bool
    is_capitalised: bool
    is_number: bool


class Rarity:
    """How much a shared word says, from how many texts of a corpus hold it."""

    def __init__(self, documents: Iterable[Collection[str]]) -> None:
        """Count the words of each document once."""
        self._counts: Counter[str] = Counter()
        total = _PRIOR_TEXTS
        for words in documents:
            self._counts.update(words)
            total += 1
        self._weights = {word: _weight(total / (count + 1)) for word, count in self._counts.items()}
        self._unseen = _weight(total)

    def weight(self, word: str) -> int:
        """Return the inverse document frequency of a word, smoothed, in thousandths; above 0.

        A whole number, so that a sum does not depend on the order in which a set gives its words.
        """
        return self._weights.get(word, self._unseen)

    def total(self, words: Iterable[str]) -> int:
        """Return the summed weight of words."""
        known, unseen = self._weights.get, self._unseen
        return sum([known(word, unseen) for word in words])

    def count(self, word: str) -> int:
        """Return how many documents hold a word."""
        return self._counts[word]


def tokenize(text: str) -> list[Token]:
    """Cut a text into words and numbers, in reading order.

    Writing without spaces between words (Chinese, Japanese, Thai) comes in pairs of characters.
    """
    tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
    if text.isascii() or not _UNSPACED.search(text):
        return tokens
    return [pair for token in tokens for pair in _in_pairs(token)]


def plain_words(text: str) -> list[str]:
    """Return the words and numbers of a text as written, in reading order."""
    if text.isascii():
        return _TOKEN.findall(text)
    return [word for word, _ in tokenize(text)]


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Return a word in lower case, without accents, possessive and curly apostrophes."""
    plain = word.casefold().replace("’", "'")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        # Some letters are nothing but a mark (half-width voicing signs): they stay.
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)) or plain
    return plain.removesuffix("'s").rstrip("'") or plain


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return what the inflected forms of a word share, or the word that stands for it.

    Light on purpose: English plural, past and -ing endings only. Two words wrongly joined cost
    more than two forms left apart.
    """
    folded = fold(word)
    return _canonical().get(folded) or _canonical().get(_strip(folded)) or _strip(folded)


@lru_cache(maxsize=1 << 17)
def read_word(word: str) -> Word:
    """Return what is known of a word by itself.

    "May" and "March" are taken as the verbs they also are.
    """
    folded = fold(word)
    return Word(
        folded=folded,
        stem=stem(word),
        is_stop=folded in _stop_words(),
        is_calendar=folded in _calendar(),
        is_speech=folded in _speech(),
        is_capitalised=word[:1].isupper(),
        is_number=word[:1].isdigit(),
    )


def is_stop_word(word: str) -> bool:
    """Tell whether a word, in any case, says nothing about a matter."""
    return read_word(word).is_stop


def content_words(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words, in reading order, without stop words."""
    words = map(read_word, plain_words(text))
    return tuple(word.stem for word in words if not word.is_stop)


def is_opposed(words: Set[str], others: Set[str], kinds: tuple[Contrast, ...]) -> bool:
    """Tell whether one of two sets of stems holds a word that excludes one only the other holds.

    Args:
        words: Stems of a statement, stop words included.
        others: Stems of another.
        kinds: Which lists of `words/opposites.toml` to go by.
    """
    here, there = words - others, others - words
    return any(not opposites(here, kind).isdisjoint(there) for kind in kinds)


def opposites(words: Set[str], kind: Contrast) -> frozenset[str]:
    """Return the stems that exclude one of these."""
    known = _opposites(kind)
    return frozenset(opposite for word in words for opposite in known.get(word, ()))


def is_shifted(words: Set[str], others: Set[str]) -> bool:
    """Tell whether one of two sets of stems has a word that makes another thing of the same words.

    "The deputy mayor" is not the mayor, and an "attempted coup" is no coup.
    """
    return not _shifts().isdisjoint(words ^ others)


@cache
def _shifts() -> frozenset[str]:
    return frozenset(stem(word) for word in load_words("opposites")["shifts"])


def _weight(rarity: float) -> int:
    return 1 + round(_THOUSANDTHS * math.log(rarity))


@cache
def _stop_words() -> frozenset[str]:
    lists = load_words("stopwords")
    return frozenset(fold(word) for language in _LANGUAGES for word in lists[language])


@cache
def _calendar() -> frozenset[str]:
    return frozenset(load_words("stopwords")["calendar"])


@cache
def _speech() -> frozenset[str]:
    return frozenset(load_words("stopwords")["speech"])


@cache
def _canonical() -> dict[str, str]:
    standing: dict[str, str] = {}
    for word, others in load_words("synonyms").items():
        for other in (word, *others):
            standing[fold(other)] = word
            standing[_strip(fold(other))] = word
    return standing


@cache
def _opposites(kind: Contrast) -> dict[str, frozenset[str]]:
    excluded: dict[str, set[str]] = {}
    for pair in load_words("opposites")[kind]:
        one, other = (stem(word.strip()) for word in pair.split("/"))
        excluded.setdefault(one, set()).add(other)
        excluded.setdefault(other, set()).add(one)
    return {word: frozenset(others - {word}) for word, others in excluded.items()}


def _in_pairs(token: Token) -> list[Token]:
    word, start = token
    if len(word) < 2 or not _UNSPACED.search(word):
        return [token]
    return [(word[i : i + 2], start + i) for i in range(len(word) - 1)]


def _strip(word: str) -> str:
    """Cut an English ending off a folded word."""
    if not word.isalpha() or len(word) < 4:
        return word
    if word.endswith(("ies", "ied")) and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if len(rest) < len(word) and len(rest) > 2 and not _VOWELS.isdisjoint(rest):
            word = _undouble(rest)
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:_LONGEST_STEM]


def _undouble(word: str) -> str:
    """Undo the doubling before an ending ("plann" of "planned"), but not of l, s and z."""
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeioulsz"
    return word[:-1] if doubled else word
