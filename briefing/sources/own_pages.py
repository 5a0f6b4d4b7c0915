"""Tells the briefings that this program wrote from articles.

A briefing read as an article would count its own claims a second time, as one more source.
"""

import re
import stat
from pathlib import Path

_OPENING_BYTES = 200
_BRIEFING_FILE = re.compile(rb'\s*\{\s*"format"\s*:\s*"briefing/1"')
_MARKINGS = rb"TLP:(?:CLEAR|GREEN|AMBER|AMBER\+STRICT|RED)"
# The first line of every page in Markdown: a page that lost its JSON is known by it.
_FIRST_LINE = re.compile(
    rb"\*\*" + _MARKINGS + rb"\*\* \xc2\xb7 \*\*(?:DRAFT, NOT REVIEWED|REVIEWED)\*\*\r?\n"
)
_PAGE_SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm"})


def is_own_page(path: Path) -> bool:
    """Return whether a file is a briefing, or a page made from the briefing file beside it.

    Only the first bytes are looked at. A file that cannot be read is not one.
    """
    opening = _opening(path)
    if _BRIEFING_FILE.match(opening) or _FIRST_LINE.match(opening):
        return True
    beside = path.with_suffix(".json") if path.suffix.lower() in _PAGE_SUFFIXES else path
    return beside != path and _BRIEFING_FILE.match(_opening(beside)) is not None


def _opening(path: Path) -> bytes:
    """Return the first bytes of a regular file, and none of anything else: a pipe may block."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as file:
            return file.read(_OPENING_BYTES)
    except OSError:
        return b""
