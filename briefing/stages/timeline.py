"""Stage `timeline`: what happened, in the order in which it happened, not that of the files."""

from collections.abc import Sequence
from datetime import date

from briefing.records.claims import AssessedClaim, Time
from briefing.records.findings import Finding, TimelineEntry
from briefing.tradecraft.dates_edtf import bounds


def order(
    claims: Sequence[AssessedClaim], findings: Sequence[Finding]
) -> tuple[TimelineEntry, ...]:
    """Put the findings that say in which year they happened in the order of their dates.

    Args:
        claims: The claims of the findings.
        findings: Told by their leads.

    Returns:
        Without what may be or may come, and what goes on "since" a time: those are no events.
        By first day; of two that begin together the shorter first, then in the order given. A
        time that only says "not after" stands at its last day.
    """
    by_id = {claim.id: claim for claim in claims}
    dated: list[tuple[date, date, int, Time]] = []
    for place, finding in enumerate(findings):
        lead = by_id[finding.lead]
        time = lead.time if lead.kind != "forecast" and lead.certainty != "possible" else None
        covered = bounds(time.value) if time is not None and _ends(time) else None
        if time is not None and covered is not None:
            first, last = covered
            dated.append((last if first == date.min else first, last, place, time))
    dated.sort(key=lambda entry: entry[:3])
    return tuple(
        TimelineEntry(
            id=f"T{number}",
            time=time,
            text=by_id[findings[place].lead].statement,
            claims=findings[place].claims,
        )
        for number, (_, _, place, time) in enumerate(dated, start=1)
    )


def _ends(time: Time) -> bool:
    return not time.value.endswith("/..")
