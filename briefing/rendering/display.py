"""Text from outside as it may stand on a page: nothing in it steers how the page is shown."""

import re
from typing import Literal

# C0 and C1 controls but tab and line feed, lone surrogates, and the characters that open or close
# an embedding, an override or an isolate (Unicode Standard Annex 9). The plain direction marks
# U+200E, U+200F and U+061C stay: they are invisible, act on neighbours only, and Arabic needs them.
_STEERING = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# Hebrew, Arabic and the other scripts that run right to left, in and beyond the first plane.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LINE_END = re.compile(r"\r\n?")


def shown(text: str) -> str:
    """Return text with its control characters spelled out as `⟨U+202E⟩`.

    Line ends become line feeds; everything else is untouched, so that a quotation stays verbatim.
    """
    return _STEERING.sub(_spelled_out, _LINE_END.sub("\n", text))


def anchor(identifier: str) -> str:
    """Return a record's id for use in an attribute, a fragment and a selector.

    The ids the program makes (`C4`) stay as they are. Any other, which only a briefing file made
    elsewhere can hold, becomes the hexadecimal of its UTF-8 bytes.
    """
    return identifier if re.fullmatch(r"[A-Z]{1,2}[0-9]{1,9}", identifier) else _hex(identifier)


def section_anchor(identifier: str) -> str:
    """Return a section's id likewise, told apart from all ids of records and of the page."""
    plain = re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", identifier)
    return f"section-{identifier if plain else _hex(identifier)}"


def direction(text: str) -> Literal["ltr", "rtl"]:
    """Return the direction of most letters: a name in Arabic does not turn an English sentence."""
    turned = len(_RIGHT_TO_LEFT.findall(text))
    if not turned:
        return "ltr"
    return "rtl" if 2 * turned > sum(map(str.isalpha, text)) else "ltr"


def language_tag(language: str | None) -> str:
    """Return a well-formed BCP 47 tag, `und` where the language is not known."""
    if language is not None and re.fullmatch(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}", language):
        return language
    return "und"


def _hex(identifier: str) -> str:
    return "x" + identifier.encode("utf-8", "backslashreplace").hex()


def _spelled_out(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"
