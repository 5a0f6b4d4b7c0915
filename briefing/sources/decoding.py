"""Bytes to text: UTF-8 as it stands, older encodings by detection, or a reason why not."""

import codecs
from typing import NamedTuple

# WHATWG Encoding Standard, legacy single-byte and multi-byte encodings: what the web has used.
_CANDIDATES = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp866", "cp874", "iso8859_2", "iso8859_3", "iso8859_4", "iso8859_5", "iso8859_6", "iso8859_7",
    "iso8859_8", "koi8_r", "koi8_u", "big5", "cp932", "cp949", "euc_jp", "gb18030", "iso2022_jp",
]  # fmt: skip
# Their letters lie alike in several encodings; windows-1252 is what such files are in practice
# (the Encoding Standard reads even files labelled Latin-1 so).
_WESTERN = frozenset({
    "Danish", "Dutch", "English", "Finnish", "French", "German", "Indonesian", "Italian",
    "Norwegian", "Portuguese", "Spanish", "Swedish",
})  # fmt: skip
_WESTERN_CHARSET = "cp1252"
_SAMPLE_BYTES = 1_000_000
# Share of letters that fit the most likely language; wrong encodings of prose stay below.
_LEAST_COHERENCE = 0.2

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
)
_MARKUP_OPENINGS = (b"<!doctype html", b"<html", b"<?xml")
_OPENING_BYTES = 1000
_CONTROLS = bytes(code for code in range(32) if code not in b"\0\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.02
# The first byte of a UTF-16 unit in Latin, Greek, Cyrillic, Hebrew and Arabic script. It fills one
# half of such a file but for typographic marks; in the other, of letters, it is rare.
_SCRIPT_BYTES = bytes(range(7))
_LEAST_SCRIPT_BYTES = 0.8
_MOST_SCRIPT_BYTES = 0.2


class Decoded(NamedTuple):
    """The text of a file and the name of its encoding."""

    text: str
    charset: str


class Unusable(NamedTuple):
    """Why a file gives no text, and what to do about it, in one line."""

    reason: str


def decode(content: bytes) -> Decoded | Unusable:
    """Turn the bytes of a file into text.

    UTF-8 is decoded untouched: byte order mark and line ends stay. UTF-16 and UTF-32 are
    recognized by their mark, which is not part of the text. Other encodings are detected.

    Returns:
        The text, or why there is none: the bytes are empty, blank, binary, markup, hold NUL
        characters, or are in an encoding that cannot be told with confidence.
    """
    if not content:
        return Unusable("it is empty: put the text of an article into it")
    problem = _signature_problem(content)
    if problem is not None:
        return problem
    decoded = _decode_marked(content) or _decode_unmarked(content)
    if isinstance(decoded, Unusable):
        return decoded
    if not decoded.text.removeprefix("\ufeff").strip():
        return Unusable("it holds only white space: put the text of an article into it")
    if "\0" in decoded.text:
        return _nul_found(decoded.text.index("\0"))
    return decoded


def _signature_problem(content: bytes) -> Unusable | None:
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            return Unusable(f"it is {what}, not plain text: save its text as a .txt file")
    opening = content[:_OPENING_BYTES].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if opening.startswith(_MARKUP_OPENINGS):
        return Unusable("it is markup, not plain text: save the article's text as a .txt file")
    return None


def _decode_marked(content: bytes) -> Decoded | Unusable | None:
    charset = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if charset is None:
        return None
    try:
        return Decoded(content.decode(charset), charset)
    except UnicodeDecodeError:
        return Unusable(f"it begins like {charset.upper()} but is not: save it again as UTF-8")


def _decode_unmarked(content: bytes) -> Decoded | Unusable:
    if _looks_like_utf16(content):
        return Unusable("it looks like UTF-16 without a byte order mark: save it as UTF-8")
    if _is_binary(content):
        return Unusable("it is binary, not text: name a text file, or save its text as .txt")
    if b"\0" in content:
        return _nul_found(content.index(b"\0"))
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_by_detection(content)


def _looks_like_utf16(content: bytes) -> bool:
    """Return whether every second byte, and hardly one of the others, names a script."""
    sample = content[:_SAMPLE_BYTES]
    rarer, commoner = sorted(map(_script_share, (sample[::2], sample[1::2])))
    return rarer <= _MOST_SCRIPT_BYTES and commoner >= _LEAST_SCRIPT_BYTES


def _script_share(half: bytes) -> float:
    return (len(half) - len(half.translate(None, _SCRIPT_BYTES))) / max(len(half), 1)


def _is_binary(content: bytes) -> bool:
    """Return whether more than one byte in fifty is a control character no text holds."""
    sample = content[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(sample)


def _nul_found(position: int) -> Unusable:
    return Unusable(
        f"it holds a NUL character (first at {position}): remove these, or save it as UTF-8"
    )


def _decode_by_detection(content: bytes) -> Decoded | Unusable:
    # Only files that are not UTF-8 pay for loading the detector.
    import charset_normalizer  # noqa: PLC0415

    best = charset_normalizer.from_bytes(content[:_SAMPLE_BYTES], cp_isolation=_CANDIDATES).best()
    if best is None or best.coherence < _LEAST_COHERENCE:
        return Unusable(
            "it is not UTF-8 and its encoding could not be told with confidence: save it as UTF-8"
        )
    charset = _WESTERN_CHARSET if best.language in _WESTERN else best.encoding
    try:
        return Decoded(content.decode(charset), charset)
    except UnicodeDecodeError:
        return Unusable(f"it looks like {charset} but does not decode as such: save it as UTF-8")
