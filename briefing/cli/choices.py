"""Values of arguments and options: days, paths, or some of a known set."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

FORMATS = ("md", "html", "json")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099  # outside them a slip of the finger, as in 0206 for 2026


def unknown(what: str, value: str, known: Iterable[str]) -> str:
    """Return the message for a value that is not known: the nearest one that is, and all."""
    from difflib import get_close_matches

    names = sorted(known)
    nearest = get_close_matches(value, names, n=1)
    guess = f" Did you mean {nearest[0]!r}?" if nearest else ""
    return f"unknown {what} {value!r}.{guess} Known: {', '.join(names)}."


def a_day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Take `YYYY-MM-DD`, a day that exists.

    Raises:
        click.BadParameter: It is something else.
    """
    if value is None:
        return None
    if not _DAY.fullmatch(value):
        raise click.BadParameter(f"{value!r} is not a day; write it as YYYY-MM-DD.")
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a day: {error}.") from error


def an_issue_day(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """Take a day on which a briefing may be issued.

    Raises:
        click.BadParameter: It is something else, or far from our time.
    """
    day = a_day(context, parameter, value)
    if day is not None and not _FIRST_YEAR <= date.fromisoformat(day).year <= _LAST_YEAR:
        raise click.BadParameter(
            f"{day!r} is not a day to speak from; name one from {_FIRST_YEAR} to {_LAST_YEAR}."
        )
    return day


def a_folder(context: click.Context, parameter: click.Parameter, value: str) -> Path:
    """Take the name of a folder.

    Raises:
        click.BadParameter: It is empty, which as a path would be the working folder.
    """
    if not value.strip():
        raise click.BadParameter("it is empty; name a folder, or `.` for the one you are in.")
    return Path(value)


def sources(
    context: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> tuple[Path, ...]:
    """Take names of files and folders.

    Raises:
        click.BadParameter: One is empty, which as a path would be the working folder.
    """
    if not all(name.strip() for name in value):
        raise click.BadParameter("a name is empty; name a file or a folder of articles.")
    return tuple(map(Path, value))


def formats(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """Take a list such as `md,html`.

    Returns:
        The formats named, each once, in the order of `FORMATS`; `json` is always among them.

    Raises:
        click.BadParameter: One of them is not known, or there is none.
    """
    named = {part.strip().lower() for part in value.split(",")} - {""}
    if not named:
        raise click.BadParameter(f"it is empty; name at least one of {', '.join(FORMATS)}.")
    for name in sorted(named - set(FORMATS)):
        raise click.BadParameter(unknown("format", name, FORMATS))
    return tuple(name for name in FORMATS if name in named or name == "json")
