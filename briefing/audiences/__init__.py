"""Audiences are data: which sections, in which order, how long. A new audience is a TOML file."""

import tomllib
from importlib.resources import files
from typing import Literal

from pydantic import ValidationError

from briefing.errors import InputError
from briefing.records.record import Record

Content = Literal[
    "status", "headline", "bottom-line", "key-judgements", "changes", "timeline", "consequences",
    "conflicts", "conflict-table", "gaps-and-indicators", "gaps", "sourcing", "sources", "scope",
    "evidence-by-matter", "assumptions", "claim-table", "actor-table", "origin-table",
    "withheld-list", "making",
]  # fmt: skip


class SectionPlan(Record):
    """One section: what fills it, how long it may be, and what it says when empty.

    `max_words` and `max_item_words` are `None` where there is no limit. Words of a section with
    `counted = false` do not count towards the page.
    """

    id: str
    heading: str
    content: Content
    max_words: int | None = None
    max_items: int | None = None
    max_item_words: int | None = None
    counted: bool = True
    empty: str


class Audience(Record):
    """Who a page is for. `show_withheld` lets it print what withheld claims say."""

    name: str
    purpose: str
    max_words: int
    show_points: bool = False
    show_withheld: bool = False
    sections: tuple[SectionPlan, ...]


def audience_names() -> tuple[str, ...]:
    """Return the names of the shipped audiences, in alphabetical order."""
    folder = files("briefing.audiences")
    found = (entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(sorted(name.removesuffix(".toml") for name in found))


def load_audience(name: str) -> Audience:
    """Read a shipped audience.

    Raises:
        InputError: There is none of that name; the message lists those there are.
    """
    if name not in audience_names():
        known = ", ".join(audience_names())
        raise InputError(f"no audience is called {name!r}; there are: {known}")
    path = files("briefing.audiences") / f"{name}.toml"
    try:
        return Audience.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"the audience {name!r} is not valid at {where}: {first['msg']}"
        ) from error
