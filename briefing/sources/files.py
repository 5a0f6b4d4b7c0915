"""Pages from text files, Markdown files, and folders of them."""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.records.pages import Page, Refusal
from briefing.sources.decoding import Unusable, decode
from briefing.sources.own_pages import is_own_page

_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
_LARGEST_BYTES = 50_000_000


class _Found(NamedTuple):
    """A file to be read, or why there is none."""

    path: Path
    problem: str | None = None


def read(paths: Sequence[Path], root: Path) -> tuple[tuple[Page, ...], tuple[Refusal, ...]]:
    """Read files, and folders with everything below them.

    In a folder only `.txt`, `.text`, `.md` and `.markdown` files count; hidden files and folders
    and the briefings that this program wrote are skipped, and links to folders are not followed.
    A file named directly may have any suffix, but a briefing is refused. A file that is reached
    twice is read once.

    Args:
        paths: Files and folders, in the order in which their pages are wanted. Within a folder
            pages are sorted by path.
        root: The working folder, which locations are relative to.

    Returns:
        The pages, and one refusal for each input that gives none. Nothing about an input raises.
    """
    pages: list[Page] = []
    refusals: list[Refusal] = []
    seen: set[str] = set()
    for path in paths:
        for found in _find(path):
            identity = os.path.realpath(found.path) if found.problem is None else str(found.path)
            if identity in seen:
                continue
            seen.add(identity)
            outcome = _read(found, _location(found.path, root))
            if isinstance(outcome, Page):
                pages.append(outcome)
            else:
                refusals.append(outcome)
    return tuple(pages), tuple(refusals)


def read_page(path: Path, location: str) -> Page | Refusal:
    """Read one file, whatever its name, as the page at `location`."""
    content = _content(path)
    if isinstance(content, Unusable):
        return Refusal(location=location, reason=content.reason)
    decoded = decode(content)
    if isinstance(decoded, Unusable):
        return Refusal(location=location, reason=decoded.reason)
    return Page(
        location=location,
        sha256=hashlib.sha256(content).hexdigest(),
        text_sha256=hashlib.sha256(decoded.text.encode("utf-8")).hexdigest(),
        text=decoded.text,
        charset=decoded.charset,
    )


def _find(path: Path) -> Iterator[_Found]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield _Found(path, _why_unreachable(path, error))
        return
    if is_folder:
        yield from _find_below(path)
    elif is_own_page(path):
        yield _Found(path, "it is a briefing this program wrote: name the articles themselves")
    else:
        yield _Found(path)


def _find_below(folder: Path) -> Iterator[_Found]:
    closed: list[_Found] = []

    def note(error: OSError) -> None:
        closed.append(_Found(Path(error.filename), _why_unreachable(folder, error)))

    articles: list[Path] = []
    others = own = 0
    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        visible = [Path(parent, name) for name in names if not name.startswith(".")]
        readable = [path for path in visible if path.suffix.lower() in _SUFFIXES]
        chosen = [path for path in readable if not is_own_page(path)]
        articles.extend(chosen)
        others += len(visible) - len(readable)
        own += len(readable) - len(chosen)
    yield from (_Found(path) for path in sorted(articles, key=lambda path: path.parts))
    yield from closed
    if not articles and not closed:
        yield _Found(folder, _why_nothing_below(own, others))


def _why_nothing_below(own: int, others: int) -> str:
    if own:
        return "the folder holds only briefings this program wrote: name a folder of articles"
    if others:
        return (
            "the folder holds no .txt or .md file: name a folder that does, or name a file "
            "directly to have it read whatever its suffix"
        )
    return "the folder is empty: put articles into it as .txt or .md files"


def _why_unreachable(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "it may not be read: change its permissions, or copy it to where you may read it"
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return "the link leads nowhere: name the file itself"
        return "there is no such file or folder: check the spelling and the working folder"
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"it could not be read ({reason}): check the path"


def _read(found: _Found, location: str) -> Page | Refusal:
    if found.problem is not None:
        return Refusal(location=location, reason=found.problem)
    return read_page(found.path, location)


def _content(path: Path) -> bytes | Unusable:
    """Return a file's bytes, of which no more than the limit are ever held in memory."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Unusable("it is not a regular file: save what it holds as a .txt file")
        if status.st_size > _LARGEST_BYTES:
            return _too_large(status.st_size)
        with path.open("rb") as file:
            content = file.read(_LARGEST_BYTES + 1)
    except OSError as error:
        return Unusable(_why_unreachable(path, error))
    return content if len(content) <= _LARGEST_BYTES else _too_large(len(content))


def _too_large(size: int) -> Unusable:
    return Unusable(
        f"it has {size:,} bytes and the limit is {_LARGEST_BYTES:,}: "
        "split it into one file for each article"
    )


def _location(path: Path, root: Path) -> str:
    """Return the path below `root` with forward slashes; outside it, only the name."""
    # Not `Path.resolve`, which would follow links.
    absolute, home = Path(os.path.abspath(path)), Path(os.path.abspath(root))
    inside = absolute.is_relative_to(home) and absolute != home
    return _printable(absolute.relative_to(home).as_posix() if inside else absolute.name) or "."


def _printable(name: str) -> str:
    """Replace what would break a line, hide text, or not encode as UTF-8."""
    return "".join(
        character if character.isprintable() or unicodedata.category(character) == "Zs" else "�"
        for character in name
    )
