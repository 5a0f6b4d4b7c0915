"""Stage `ledger`: every article, passage and draft claim in exactly one outcome.

The counts come from two sides, what went in and what came out, so that they can disagree; a run
whose ledger does not add up fails rather than print a page.
"""

from collections import defaultdict
from collections.abc import Sequence

from briefing.errors import BriefingError
from briefing.records.briefings import ArticleCounts, ClaimCounts, Ledger, PassageCounts
from briefing.records.claims import Claim, Rejection
from briefing.records.findings import Finding
from briefing.records.record import Record


class Inputs(Record):
    """What went in. `passages` gives each passage's source and whether it was drafted."""

    articles: int
    read: int
    merged: int
    refused: int
    passages: tuple[tuple[str, bool], ...]
    drafts: int


def balance(
    inputs: Inputs,
    claims: Sequence[Claim],
    rejections: Sequence[Rejection],
    findings: Sequence[Finding],
) -> Ledger:
    """Count outcomes, and hold them against what went in.

    Raises:
        BriefingError: Something is counted twice or not at all; names which.
    """
    drafted: defaultdict[str, bool] = defaultdict(bool)
    for source, succeeded in inputs.passages:
        drafted[source] |= succeeded
    failed = sum(not succeeded for succeeded in drafted.values())
    done = sum(succeeded for _, succeeded in inputs.passages)
    withheld = sum(left.outcome == "withheld" for left in rejections)
    ledger = Ledger(
        articles=ArticleCounts(
            total=inputs.articles,
            used=inputs.read - failed,
            merged=inputs.merged,
            refused=inputs.refused,
            failed=failed,
        ),
        passages=PassageCounts(
            total=len(inputs.passages), used=done, failed=len(inputs.passages) - done
        ),
        claims=ClaimCounts(
            total=inputs.drafts,
            used=len(findings),
            merged=sum(len(finding.claims) - 1 for finding in findings),
            withheld=withheld,
            rejected=len(rejections) - withheld,
        ),
    )
    _require(ledger, len(claims))
    return ledger


def _require(ledger: Ledger, claims: int) -> None:
    for name, counts in (
        ("articles", ledger.articles), ("passages", ledger.passages), ("claims", ledger.claims)
    ):  # fmt: skip
        values = counts.model_dump()
        total = values.pop("total")
        if total != sum(values.values()):
            raise BriefingError(f"the ledger of {name} does not add up: {total} is not {values}")
    kept = ledger.claims.used + ledger.claims.merged
    if kept != claims:
        raise BriefingError(f"{claims} claims were kept, and {kept} stand in findings")
