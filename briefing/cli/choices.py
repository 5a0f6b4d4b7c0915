"""Option values that are days, or some of a known set."""

import re
from collections.abc import Iterable
from datetime import date

import click

FORMATS = ("md", "html", "json")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


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


def formats(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """Take a list such as `md,html`.

    Returns:
        The formats named, each once, in the order of `FORMATS`; `json` is always among them.

    Raises:
        click.BadParameter: One of them is not known.
    """
    named = {part.strip().lower() for part in value.split(",")} - {""}
    for name in sorted(named - set(FORMATS)):
        raise click.BadParameter(unknown("format", name, FORMATS))
    return tuple(name for name in FORMATS if name in named or name == "json")
