"""Put a briefing's files into a folder: whole or not at all, and never over somebody else's."""

import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from briefing.errors import InputError


def require_writable(folder: Path) -> None:
    """Find out before any work is done whether files can be put into `folder`.

    Raises:
        InputError: It is a file, or may not be written to or created.
    """
    try:
        nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    except OSError as error:
        raise _refused(folder, error.strerror) from error
    if not nearest.is_dir():
        raise _refused(folder, f"{str(nearest)!r} is not a folder")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise _refused(folder, "permission denied")


def write_files(
    texts: Mapping[str, str], *, folder: Path, stem: str, identity: str
) -> tuple[Path, ...]:
    """Write one briefing in all its formats under one name.

    A name is taken when its JSON holds another id, or a signature, or when a file of that name
    has no JSON that says whose it is. Then `-2`, `-3`, … is tried.

    Args:
        texts: Extension to content; `json` is always among them.
        folder: Made if it is missing.
        stem: The name to begin with, without extension.
        identity: The id of the briefing.

    Returns:
        The paths written, in the order of `texts`.

    Raises:
        InputError: The folder cannot be written to. No file has changed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _staged(texts, folder) as staged:
            for number in count(1):
                name = stem if number == 1 else f"{stem}-{number}"
                targets = {extension: folder / f"{name}.{extension}" for extension in texts}
                if _place(staged, targets, identity):
                    break
    except OSError as error:
        raise _refused(folder, error.strerror) from error
    return tuple(targets.values())


@contextmanager
def _staged(texts: Mapping[str, str], folder: Path) -> Iterator[dict[str, Path]]:
    """Write each text to a hidden file in the folder, and remove what was not moved from there."""
    token = secrets.token_hex(6)
    staged = {extension: folder / f".{token}.{extension}" for extension in texts}
    try:
        for extension, path in staged.items():
            with path.open("xb") as file:
                file.write(texts[extension].encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
        yield staged
    finally:
        for path in staged.values():
            path.unlink(missing_ok=True)


def _is_draft_of(path: Path, identity: str) -> bool:
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return (
        isinstance(held, dict)
        and held.get("id") == identity
        and held.get("status") == "draft"
        and held.get("review") is None
    )


def _place(staged: Mapping[str, Path], targets: Mapping[str, Path], identity: str) -> bool:
    """Move the staged files to their names, JSON first; `False` if the name is taken."""
    pages = [extension for extension in targets if extension != "json"]
    if os.path.lexists(targets["json"]):
        if not _is_draft_of(targets["json"], identity):
            return False
        os.replace(staged["json"], targets["json"])
    elif not (_are_absent(targets, pages) and _claim(staged["json"], targets["json"])):
        return False
    for page in pages:
        os.replace(staged[page], targets[page])
    return True


def _are_absent(targets: Mapping[str, Path], pages: Iterable[str]) -> bool:
    return not any(os.path.lexists(targets[page]) for page in pages)


def _claim(staged: Path, target: Path) -> bool:
    """Give a file its name; `False` if another run took the name meanwhile."""
    try:
        os.link(staged, target)  # unlike a rename, this fails where a file is
    except FileExistsError:
        return False
    except OSError:
        os.replace(staged, target)  # a file system without links
    return True


def _refused(folder: Path, reason: str | None) -> InputError:
    return InputError(f"cannot write to {str(folder)!r}: {reason}; name another folder with --out")
