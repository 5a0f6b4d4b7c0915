"""The tables of a page: conflicts, and the annexes an analyst builds on."""

from collections.abc import Callable, Iterable, Iterator

from briefing.audiences import Audience, Content, SectionPlan
from briefing.records.briefings import Cell, Section
from briefing.stages.layout.contents import Contents
from briefing.stages.layout.fitting import process
from briefing.stages.layout.phrases import DIRECTNESS, grade
from briefing.tradecraft.dates import wording
from briefing.tradecraft.shortening import words
from briefing.tradecraft.wording import listed

Row = tuple[Cell, ...]


def _conflicts(contents: Contents, _audience: Audience, plan: SectionPlan) -> Section:
    rows = []
    for conflict in contents.conflicts:
        first, second = (contents.claim[claim] for claim in conflict.claims[:2])
        origins = tuple(dict.fromkeys(o for o in (first.origin, second.origin) if o))
        rows.append(
            (
                Cell(text=f"{conflict.id} ({conflict.type})", refs=(conflict.id,)),
                Cell(text=first.statement, refs=(first.id,)),
                Cell(text=second.statement, refs=(second.id,)),
                Cell(text=listed(tuple(_origin_name(contents, o) for o in origins)), refs=origins),
                Cell(text=conflict.settled_by, refs=(conflict.id,)),
            )
        )
    columns = ("Conflict", "One claim", "Another", "Origins", "What would decide")
    return _table(plan, columns, _within(rows, plan.max_words))


def _claims(contents: Contents, _audience: Audience, plan: SectionPlan) -> Section:
    columns = ("Claim", "Statement", "Who says it", "When", "Sourcing", "Grade", "Source")
    return _table(plan, columns, _claim_rows(contents))


def _claim_rows(contents: Contents) -> Iterator[Row]:
    for claim in contents.claims:
        chain = (claim.speaker.name if claim.speaker else "the article itself", *claim.via)
        sources = contents.sources_of(claim)
        reliability = contents.source[sources[0]].reliability.grade
        level, points = claim.confidence.level, claim.confidence.points
        sure = f"{level} ({points}): {', '.join(claim.confidence.reasons)}"
        yield (
            Cell(text=claim.id, refs=(claim.id,)),
            Cell(text=claim.statement, refs=(claim.id,)),
            Cell(text=", via ".join(chain), refs=()),
            Cell(
                text=f"{wording(claim.time)} ({claim.time.basis})" if claim.time else "not stated",
                refs=(),
            ),
            Cell(text=sure, refs=()),
            Cell(text=grade(claim.credibility, reliability), refs=()),
            Cell(text=listed(sources), refs=sources),
        )


def _actors(contents: Contents, _audience: Audience, plan: SectionPlan) -> Section:
    rows = (
        (
            Cell(text=actor.id, refs=(actor.id,)),
            Cell(text=actor.name, refs=(actor.id,)),
            Cell(text=actor.type, refs=()),
            Cell(text=str(actor.mentions), refs=()),
            Cell(
                text="; ".join(
                    f"{alias.text} ({alias.rule})"
                    for alias in actor.aliases
                    if alias.text != actor.name
                )
                or "none",
                refs=(),
            ),
        )
        for actor in contents.actors
    )
    return _table(plan, ("Actor", "Name", "Type", "Mentions", "Other names"), rows)


def _origins(contents: Contents, _audience: Audience, plan: SectionPlan) -> Section:
    carried: dict[str, list[str]] = {}
    for claim in contents.claims:
        if claim.origin:
            carried.setdefault(claim.origin, []).append(claim.id)
    rows = (
        (
            Cell(text=origin.id, refs=(origin.id,)),
            Cell(text=origin.name or "not named", refs=(origin.id,)),
            Cell(text=DIRECTNESS[origin.directness], refs=()),
            Cell(text=listed(origin.sources), refs=origin.sources),
            Cell(
                text=", ".join(carried.get(origin.id, ())) or "none",
                refs=tuple(carried.get(origin.id, ())),
            ),
        )
        for origin in contents.origins
    )
    return _table(plan, ("Origin", "Name", "How close", "Sources", "Claims"), rows)


def _table(plan: SectionPlan, columns: tuple[str, ...], rows: Iterable[Row]) -> Section:
    """Return a table, or the plan's empty text as a list."""
    filled = tuple(rows)
    if not filled:
        return Section(
            id=plan.id, heading=plan.heading, form="list", columns=(),
            sentences=(process(plan.empty),), rows=(),
        )  # fmt: skip
    return Section(
        id=plan.id, heading=plan.heading, form="table", columns=columns, sentences=(), rows=filled
    )


def _within(rows: Iterable[Row], max_words: int | None) -> Iterator[Row]:
    spent = 0
    for row in rows:
        spent += sum(words(cell.text) for cell in row)
        if max_words is not None and spent > max_words:
            return
        yield row


def _origin_name(contents: Contents, origin: str) -> str:
    return f"{origin} ({contents.origin[origin].name or 'not named'})"


TABLES: dict[Content, Callable[[Contents, Audience, SectionPlan], Section]] = {
    "conflict-table": _conflicts,
    "claim-table": _claims,
    "actor-table": _actors,
    "origin-table": _origins,
}
