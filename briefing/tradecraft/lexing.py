"""A text as tokens and one letter for each, so that grammars over words can be plain patterns.

`dates` and `numbers` give every token a *code*: one character that names its class (a month,
a four-digit number, a preposition). Their grammars are regular expressions over the string of
codes, which is short, needs no nested repetition, and is searched in linear time.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

# Every code point is in exactly one token: letters, digits, white space, or one sign.
_TOKEN = re.compile(r"[^\W\d_]+|\d+|\s+|[\W_]", re.DOTALL)
# White space before which a long text is cut: nothing we look for goes across a paragraph.
_CUTS = ("\n\n", "\n", ". ", " ")
_MAX_BLOCK = 1 << 16  # Code points; bounds the memory that tokens take, whatever the text.

SPACE, BREAK, DIGITS, WORD, SIGN = "_", "|", "9", "x", "!"


class Lexed(NamedTuple):
    """Tokens that cover a text without a gap, and one code for each.

    `offsets[i]` is where token `i` starts, in code points; one more entry says where all end.
    """

    tokens: list[str]
    codes: str
    offsets: list[int]


def lex(text: str, codes: Mapping[str, str], offset: int = 0) -> Lexed:
    """Cut a text into tokens and look up the code of each.

    Args:
        text: Any string.
        codes: From a token, exactly as written, to one character. Tokens that are not there
            get `_` (white space), `|` (a blank line), `9` (digits), `x` (a word), `!` (a sign).
        offset: Added to all offsets: where `text` starts in a longer one.
    """
    tokens = _TOKEN.findall(text)
    get = codes.get
    letters = "".join([get(token) or _class(token) for token in tokens])
    return Lexed(tokens, letters, list(accumulate(map(len, tokens), initial=offset)))


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text in consecutive parts of bounded size, each with its offset.

    Parts end before a blank line where there is one in reach, else before a line, a sentence
    or a word, so that hardly any phrase is cut in two.
    """
    start = 0
    while len(text) - start > _MAX_BLOCK:
        end = _cut(text, start, start + _MAX_BLOCK)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, start: int, end: int) -> int:
    for mark in _CUTS:
        place = text.rfind(mark, start + _MAX_BLOCK // 2, end)
        if place >= 0:
            return place + (1 if mark == ". " else 0)
    return end


def _class(token: str) -> str:
    if token.isalpha():
        return WORD
    if token.isspace():
        return BREAK if token.count("\n") > 1 else SPACE
    if token.isdecimal():
        return DIGITS
    return SIGN
