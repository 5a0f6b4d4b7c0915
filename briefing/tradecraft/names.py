"""Proper names in running English text, by their shape and their neighbours.

A name is a run of capitalised words, with the small words that names hold ("of", "bin", "von").
Two names that lost the space between them ("Al-ShababNigerian") are no name at all: it is better
to miss an actor than to invent one.
"""

import re
from functools import cache

from briefing.records.record import Record
from briefing.tradecraft.word_lists import load_words

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:-[a-z]+)?|\w[\w’'&.-]*\w['’]?|\w")
_SMALL = frozenset({
    "of", "for", "bin", "ibn", "bint", "de", "del", "della", "der", "den", "di", "da", "dos", "du",
    "la", "le", "van", "von", "al", "el", "the", "&",
})  # fmt: skip
_ARTICLE = re.compile(r"^(?:al|el|an|as|at|ad|ar|az|ul)-(?=[A-ZÀ-Þ])")
_JOINED = re.compile(r"[a-zà-ÿ]{2}[A-ZÀ-Þ][a-zà-ÿ]{2}")
_OPENER_SHAPE = re.compile(r"[a-z](?:ing|ly|ed)$")  # "Seeing", "Basically": words, not names
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_SUFFIX = re.compile(
    r"-(?:[a-z]+(?:ed|born|style|wide|friendly|speaking)|led|era|held|run|born|wide|style)$"
)


class Name(Record):
    """A proper name where it stands. Half-open span, code points; possessive ending excluded."""

    text: str
    start: int
    end: int


def find_names(text: str, common: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """Find proper names, in reading order, without overlap.

    Args:
        text: Running text; names are not looked for across punctuation.
        common: Words the same article also writes in lower case; a sentence that begins with one
            of them does not begin with a name.

    Returns:
        Names with their spans; days, months and titles are not names by themselves.
    """
    found: list[Name] = []
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if run and not _continues(text, run[-1], token):
            found.extend(_close(text, run, common))
            run = []
        if _is_capitalised(token.group()) or (run and token.group().lower() in _SMALL):
            run.append(token)
            continue
        found.extend(_close(text, run, common))
        run = []
    found.extend(_close(text, run, common))
    return tuple(found)


def is_joined(word: str) -> bool:
    """Tell whether a word looks like two that lost their space: "ShababNigerian"."""
    return bool(_JOINED.search(word)) and not word.startswith(
        ("Mc", "Mac", "De", "Le", "La", "Fitz")
    )


def plain_name(name: str) -> str:
    """Return a name without a leading article or title, for comparison and display."""
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".") in _openers_and_titles():
        words = words[1:]
    return " ".join(words)


@cache
def _openers_and_titles() -> frozenset[str]:
    words = load_words("names")
    single = (part for title in words["titles"] for part in title.split())
    roles = (role.capitalize() for role in words["role_nouns"])
    return frozenset((*words["openers"], *single, *roles, "the"))


@cache
def _openers() -> frozenset[str]:
    return frozenset(load_words("names")["openers"])


@cache
def _never_alone() -> frozenset[str]:
    words = load_words("names")
    return frozenset((*words["calendar"], *words["adjectives"], *words["titles"]))


def _is_capitalised(token: str) -> bool:
    return token[0].isupper() or bool(_ARTICLE.match(token))


def _continues(text: str, before: re.Match[str], token: re.Match[str]) -> bool:
    gap = text[before.end() : token.start()]
    word = before.group()
    if gap == ". ":
        return len(word) == 1 or word in _openers_and_titles()
    return gap == " " and not _POSSESSIVE.search(word) and not _SUFFIX.search(word)


def _close(text: str, run: list[re.Match[str]], common: frozenset[str]) -> tuple[Name, ...]:
    """Turn a run of tokens into a name, or into none, after cutting what is not part of it."""
    tokens = list(run)
    while tokens and (
        tokens[0].group() in _openers()
        or tokens[0].group().lower() in _SMALL - {"al", "el", "la", "le", "de", "von", "van"}
        or (_starts_sentence(text, tokens[0]) and tokens[0].group().lower() in common)
    ):
        tokens.pop(0)
    while tokens and (
        tokens[-1].group().lower() in _SMALL
        or tokens[-1].group().rstrip(".") in _calendar()
        or (len(tokens) > 1 and tokens[-1].group() in _openers())
    ):
        tokens.pop()
    if not tokens or any(is_joined(token.group()) for token in tokens):
        return ()
    start, end = tokens[0].start(), _end_of(tokens[-1])
    name = text[start:end]
    opens = _starts_sentence(text, tokens[0]) and len(tokens) == 1
    if len(name) < 2 or name in _never_alone() or (opens and _OPENER_SHAPE.search(name)):
        return ()
    return (Name(text=name, start=start, end=end),)


@cache
def _calendar() -> frozenset[str]:
    return frozenset(load_words("names")["calendar"])


def _end_of(token: re.Match[str]) -> int:
    """Return where a last token ends without "'s", "-led" or a full stop that ends the sentence."""
    word = token.group()
    word = _POSSESSIVE.sub("", word)
    suffix = _SUFFIX.search(word)
    if suffix:
        word = word[: suffix.start()]
    return token.start() + len(word)


def _starts_sentence(text: str, token: re.Match[str]) -> bool:
    before = text[: token.start()].rstrip(" \"“«'‘(")
    return not before or before[-1] in ".!?:\n»”"
