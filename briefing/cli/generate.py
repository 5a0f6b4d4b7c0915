"""`briefing generate`: articles in, one cited briefing out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.choices import a_day, a_folder, an_issue_day, formats, sources, unknown
from briefing.cli.ending import Status
from briefing.cli.terminal import ProgressLine, say
from briefing.cli.writing import require_writable, write_files
from briefing.errors import InputError

if TYPE_CHECKING:
    from briefing.pipeline import Outcome
    from briefing.records.pages import Intake
    from briefing.settings import Request

_DEFAULT_SOURCES = Path("seeds")
_HELP = """Make one briefing from articles.

A SOURCE is a text or Markdown file, or a folder of them; without one, the folder ./seeds.
Undated articles are kept under --since and --until, marked and counted.

\b
Examples:
  briefing generate --audience policymaker seeds/
  briefing generate --audience analyst --since 2026-11-01 --out monday news/ wire.txt
  briefing generate --model openai:NAME --base-url http://127.0.0.1:8080/v1 news/

\b
Exit status:
  0 done   2 the call is wrong, or every input was refused
  3 the model could not be used, nothing written
  4 written, but incomplete: inputs refused or passages failed   130 interrupted
"""


@dataclass(frozen=True)
class Call:
    """The arguments and options of one `briefing generate`, as click read them."""

    sources: tuple[Path, ...]
    audience: str
    model: str
    base_url: str | None
    out: Path
    formats: tuple[str, ...]
    since: str | None
    until: str | None
    as_of: str | None
    title: str | None
    question: str | None
    concurrency: int
    quiet: bool
    as_json: bool


@click.command("generate", help=_HELP)
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, callback=sources)
@click.option(
    "--audience",
    metavar="NAME",
    default="policymaker",
    show_default=True,
    help="Who will read it: `policymaker` (one page to decide by) or `analyst` (all that is known, "
    "to check and build on).",
)
@click.option(
    "--model",
    metavar="MODEL",
    default="extractive",
    show_default=True,
    help="Who drafts. `extractive`: rules, no language model, nothing leaves this machine. "
    "`openai:NAME`: a hosted model, with the key in OPENAI_API_KEY.",
)
@click.option(
    "--base-url",
    metavar="URL",
    help="Address of another server that speaks the OpenAI protocol; else OPENAI_BASE_URL.",
)
@click.option(
    "--out",
    metavar="DIR",
    default="briefings",
    show_default=True,
    callback=a_folder,
    help="Folder for the files.",
)
@click.option(
    "--format",
    "formats",
    metavar="LIST",
    default="md,html,json",
    show_default=True,
    callback=formats,
    help="Formats to write. JSON is always written: the others are made from it.",
)
@click.option("--since", metavar="DAY", callback=a_day, help="Leave out articles before this day.")
@click.option("--until", metavar="DAY", callback=a_day, help="Leave out articles after this day.")
@click.option(
    "--as-of",
    metavar="DAY",
    callback=an_issue_day,
    help="The day the briefing speaks from, YYYY-MM-DD.  [default: today, UTC]",
)
@click.option("--title", metavar="TEXT", help="A headline of your own.")
@click.option("--question", metavar="TEXT", help="What the reader wants to know.")
@click.option(
    "--concurrency",
    metavar="N",
    default=8,
    show_default=True,
    type=click.IntRange(min=1, max=1000),
    help="Requests to the model that are in flight at once.",
)
@click.option("--quiet", is_flag=True, help="Print only the names of the files written.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print the result as JSON on standard output, text for people on standard error.",
)
@click.pass_context
def generate_command(context: click.Context, /, **_: object) -> Status:
    """Read, check, write, and say how it went."""
    call = Call(**context.params)
    request = _request(call)
    require_writable(call.out)
    outcome = _outcome(call, request)
    written = write_files(
        _rendered(outcome, call.formats),
        folder=call.out,
        stem=f"{request.as_of}-{request.audience}",
    )
    status = Status.DONE if outcome.complete else Status.INCOMPLETE
    _report(call, outcome, written, status)
    return status


def _request(call: Call) -> Request:
    from briefing.audiences import audience_names
    from briefing.settings import Request

    if call.audience not in audience_names():
        raise InputError(unknown("audience", call.audience, audience_names()))
    if call.since and call.until and call.since > call.until:
        raise InputError(f"--since {call.since} is after --until {call.until}: no day is left")
    return Request(
        audience=call.audience,
        as_of=call.as_of or datetime.now(UTC).date().isoformat(),
        title=call.title,
        question=call.question,
        since=call.since,
        until=call.until,
    )


def _outcome(call: Call, request: Request) -> Outcome:
    from briefing.cli.drafting import open_drafter
    from briefing.pipeline import generate
    from briefing.settings import Settings

    settings = Settings(concurrency=call.concurrency)
    drafter = open_drafter(call.model, call.base_url, settings)
    intake = _read(call.sources)
    with ProgressLine(quiet=call.quiet) as progress:
        return generate(intake, drafter, request, settings, progress)


def _read(sources: tuple[Path, ...]) -> Intake:
    from briefing.records.pages import Intake
    from briefing.sources.files import read

    if not sources and not _DEFAULT_SOURCES.is_dir():
        raise InputError(
            "no sources: name files or folders of articles, as in `briefing generate news/`, or "
            f"put them into a folder {_DEFAULT_SOURCES.name!r} here"
        )
    pages, refused = read(sources or (_DEFAULT_SOURCES,), Path.cwd())
    return Intake(pages=pages, refused=refused)


def _rendered(outcome: Outcome, extensions: tuple[str, ...]) -> dict[str, str]:
    """Render every format before the first file is written."""
    from briefing.rendering.html import render_html
    from briefing.rendering.json_text import render_json
    from briefing.rendering.markdown import render_markdown

    renderers = {
        "md": lambda: render_markdown(outcome.briefing),
        "html": lambda: render_html(outcome.briefing, outcome.texts),
        "json": lambda: render_json(outcome.briefing),
    }
    return {extension: renderers[extension]() for extension in extensions}


def _report(call: Call, outcome: Outcome, written: tuple[Path, ...], status: Status) -> None:
    from briefing.cli import results

    names = tuple(map(results.shown, written))
    if call.as_json:
        say(results.for_programs(outcome, names, status))
    if call.quiet and not call.as_json:
        say("\n".join(names))
    if not call.quiet:
        say(results.for_people(outcome, names), error=call.as_json)
