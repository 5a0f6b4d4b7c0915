"""Put a briefing's files into a folder: whole or not at all, and never over another file."""

import os
import secrets
from collections.abc import Iterator, Mapping
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


def write_files(texts: Mapping[str, str], *, folder: Path, stem: str) -> tuple[Path, ...]:
    """Write one briefing in all its formats under one name.

    A name is taken when one of its files is there and differs by a byte: it is another briefing,
    signed, or edited by hand. Then `-2`, `-3`, … is tried. No file is overwritten.

    Args:
        texts: Extension to content; `json` is always among them.
        folder: Made if it is missing.
        stem: The name to begin with, without extension.

    Returns:
        The paths of the files, in the order of `texts`, whether written now or found as they
        are to be.

    Raises:
        InputError: The folder cannot be written to. No file has changed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _staged(texts, folder) as staged:
            for number in count(1):
                name = stem if number == 1 else f"{stem}-{number}"
                targets = {extension: folder / f"{name}.{extension}" for extension in texts}
                if _place(staged, targets):
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


def _place(staged: Mapping[str, Path], targets: Mapping[str, Path]) -> bool:
    """Give the staged files their names, JSON first; `False` if the name is taken."""
    present = [extension for extension in targets if os.path.lexists(targets[extension])]
    if not all(_is_copy(targets[extension], staged[extension]) for extension in present):
        return False
    claimed: list[Path] = []
    for extension in sorted(targets.keys() - present, key=_json_first):
        if _claim(staged[extension], targets[extension]):
            claimed.append(targets[extension])
        elif not _is_copy(targets[extension], staged[extension]):
            for path in claimed:
                path.unlink()
            return False
    return True


def _json_first(extension: str) -> tuple[bool, str]:
    return extension != "json", extension


def _is_copy(path: Path, original: Path) -> bool:
    try:
        return path.is_file() and path.read_bytes() == original.read_bytes()
    except PermissionError:
        return False


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
