"""Hold a finished briefing against its sources: does everything it cites stand where it says?

Nothing is believed: not the id, not the offsets, not that a reference leads anywhere.
The rules are those of `docs/tradecraft.md`, "Citations" and "Nothing is lost".
"""

from collections.abc import Iterator
from pathlib import Path

from briefing.records.briefings import Briefing
from briefing.records.record import Record
from briefing.verification.loading import load_briefing
from briefing.verification.references import reference_problems
from briefing.verification.sources import source_problems

__all__ = ["Counts", "Report", "verify"]


class Counts(Record):
    """How much was looked at."""

    sources: int
    citations: int
    claims: int
    judgements: int
    sentences: int


class Report(Record):
    """What came of it. `problems` are lines for people, `()` when `ok`."""

    ok: bool
    problems: tuple[str, ...]
    counts: Counts


def verify(briefing_path: Path, root: Path) -> Report:
    """Resolve every citation and reference of a briefing file again.

    Args:
        briefing_path: The briefing's JSON.
        root: The folder that locations of sources are relative to. The folder of the briefing and
            the one above it are tried as well.

    Raises:
        InputError: The file cannot be read, or is no briefing.
    """
    briefing = load_briefing(briefing_path)
    home = briefing_path.absolute().parent
    problems = (
        *_identity_problems(briefing),
        *_ledger_problems(briefing),
        *reference_problems(briefing),
        *source_problems(briefing, (root, home, home.parent)),
    )
    counts = Counts(
        sources=len(briefing.sources),
        citations=len(briefing.citations),
        claims=len(briefing.claims),
        judgements=len(briefing.judgements),
        sentences=sum(len(section.sentences) for section in briefing.sections),
    )
    return Report(ok=not problems, problems=problems, counts=counts)


def _identity_problems(briefing: Briefing) -> Iterator[str]:
    content_id = briefing.content_id()
    if briefing.id != content_id:
        yield (
            "the contents were altered after the briefing was made: "
            f"its id is {briefing.id}, its contents give {content_id}"
        )
    if briefing.status == "approved" and briefing.review is None:
        yield "the status is approved, but there is no review"
    if briefing.review is not None and briefing.review.of != content_id:
        yield f"the review is of another draft: {briefing.review.of}"


def _ledger_problems(briefing: Briefing) -> Iterator[str]:
    for name, counts in briefing.ledger:
        outcomes = {key: value for key, value in counts if key != "total"}
        if min(outcomes.values()) < 0 or sum(outcomes.values()) != counts.total:
            parts = ", ".join(f"{value} {key}" for key, value in outcomes.items())
            yield f"the ledger does not add up: {counts.total} {name}, but {parts}"
    listed, counted = len(briefing.refused), briefing.ledger.articles.refused
    if listed != counted:
        yield f"the ledger counts {counted} refused articles, but {listed} are listed"
    kept = briefing.ledger.claims.used + briefing.ledger.claims.merged
    if kept != len(briefing.claims):
        yield f"the ledger counts {kept} claims kept, but {len(briefing.claims)} are listed"
