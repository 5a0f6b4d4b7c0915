"""Look phrases up in the word list of what surrounds an article.

A line is folded first, so that the list needs one spelling of each phrase. Look-ups are hashed by
the first word; no phrase becomes a pattern.
"""

import re
from collections.abc import Iterator
from functools import cache

from briefing.tradecraft.word_lists import load_words

_LINK = re.compile(r"!?\[([^\][]{0,300})\]\([^()\s]{0,1000}\)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LEADING = " \t#*_>|•·▪●◦-–—=~+["
_TRAILING = " \t#*_:.…>»|-–—[](){}!?"
_FIRST_WORD = re.compile(r"\w+|\S")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def fold(line: str) -> str:
    """Return a line as the word list spells it.

    Lower case, without decoration, each number as `#`, white space single, a link as its text.
    """
    plain = _LINK.sub(r"\1", line) if "](" in line else line
    plain = " ".join(plain.lower().replace("’", "'").split())
    return _NUMBER.sub("#", plain.lstrip(_LEADING).rstrip(_TRAILING))


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case, with straight apostrophes."""
    return (word.lower() for word in spelled_words(text))


def spelled_words(text: str) -> Iterator[str]:
    """Yield the words of a text as they are spelled, with straight apostrophes."""
    return (match.group().replace("’", "'") for match in _WORD.finditer(text))


@cache
def phrases(key: str) -> frozenset[str]:
    """Return one list of the word list as a set."""
    return frozenset(load_words("boilerplate")[key])


def opens(folded: str, key: str) -> str | None:
    """Return the longest phrase of the list that `folded` begins with, up to the end of a word."""
    first = _FIRST_WORD.match(folded)
    if first is None:
        return None
    return next(
        (
            phrase
            for phrase in _by_first_word(key).get(first.group(), ())
            if folded.startswith(phrase) and _ends_word(folded, len(phrase))
        ),
        None,
    )


def holds(folded: str, key: str) -> bool:
    """Return whether a phrase of the list occurs in `folded`, at the ends of words."""
    for phrase in phrases(key):
        found = folded.find(phrase)
        if found < 0:
            continue
        starts_word = found == 0 or not folded[found - 1].isalnum()
        if starts_word and _ends_word(folded, found + len(phrase)):
            return True
    return False


def _ends_word(folded: str, position: int) -> bool:
    if not folded[position - 1].isalnum():
        return True
    return not folded[position : position + 1].isalnum()


@cache
def _by_first_word(key: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for phrase in sorted(phrases(key), key=len, reverse=True):
        first = _FIRST_WORD.match(phrase)
        found.setdefault(first.group() if first else phrase, []).append(phrase)
    return {word: tuple(group) for word, group in found.items()}
