"""`briefing verify`: hold a finished briefing against its sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.ending import Status
from briefing.cli.terminal import fitted, say

if TYPE_CHECKING:
    from briefing.verification import Report


_HELP = """Resolve every citation of a briefing again.

FILE is the .json of a briefing. Its sources are looked for where they were when it was made:
relative to the working folder, then to the folder of FILE, then to the one above.

\b
Examples:
  briefing verify briefings/2026-11-20-policymaker.json

\b
Exit status:
  0 everything holds   2 FILE is missing, or no briefing   5 something does not hold
"""


@click.command("verify", help=_HELP)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print the result as JSON on standard output, text for people on standard error.",
)
def verify_command(file: Path, *, as_json: bool) -> Status:
    """Check, and say what does not hold."""
    from briefing.verification import verify

    report = verify(file, Path.cwd())
    status = Status.DONE if report.ok else Status.CHECK_FAILED
    if as_json:
        say(json.dumps({"status": int(status), **report.model_dump(mode="json")}))
    say(_for_people(report), error=as_json)
    return status


def _for_people(report: Report) -> str:
    counts = report.counts
    lines = [
        f"Checked: citations {counts.citations}, sources {counts.sources}, claims {counts.claims}, "
        f"judgements {counts.judgements}, sentences {counts.sentences}."
    ]
    lines += [fitted(problem, first="- ", rest="  ") for problem in report.problems]
    number = len(report.problems)
    if report.ok:
        lines.append("Everything holds.")
    else:
        lines.append("1 problem." if number == 1 else f"{number} problems.")
    return "\n".join(lines)
