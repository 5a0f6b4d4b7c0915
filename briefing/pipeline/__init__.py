"""Articles in, one cited briefing out: the stages, in the order of `briefing.stages`.

`generate` reads as the way through: `reading` turns pages into articles, `working` makes claims and
weighs them, `composing` has judgements written and checks them, `binding` makes the file.
"""

from briefing.audiences import load_audience
from briefing.pipeline.binding import Work, bind, gather
from briefing.pipeline.composing import compose
from briefing.pipeline.reading import Reading, read
from briefing.pipeline.working import Evidence, assess, find_evidence
from briefing.ports import Drafter, Progress
from briefing.records.briefings import Briefing
from briefing.records.pages import Intake
from briefing.records.record import Record
from briefing.settings import Request, Settings


class Outcome(Record):
    """A briefing, the texts its citations point into, and how the run went.

    `texts` maps source ids to stored texts. `complete` is false if an input was refused or a
    passage failed. `notes` are lines for people about what was left out.
    """

    briefing: Briefing
    texts: dict[str, str]
    complete: bool
    notes: tuple[str, ...]


def generate(
    intake: Intake,
    drafter: Drafter,
    request: Request,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Make one briefing.

    Args:
        intake: Pages, in the order in which sources are to be numbered, and what could not be
            read, which is counted and named on the page.
        drafter: Who drafts.
        request: For whom, as of when, about what.
        settings: How articles are cut, and how many questions are in flight.
        progress: Told after every passage.

    Returns:
        The briefing with its texts. The same pages, drafts and request give the same bytes.

    Raises:
        InputError: The audience is unknown, or no page holds an article to read.
        ModelError: The drafter could not be used for any passage.
    """
    settings = settings or Settings()
    audience = load_audience(request.audience)
    reading = read(intake, drafter, request)
    found = find_evidence(reading.articles, drafter, settings, progress)
    assessed = assess(reading.articles, found, request)
    composed, notes = compose(reading.articles, found, assessed, drafter, request)
    work = Work(reading=reading, found=found, assessed=assessed, composed=composed)
    contents = gather(work, drafter, request)
    made = bind(contents, work, drafter, settings, audience)
    counts = made.ledger
    lost = counts.articles.refused or counts.articles.failed or counts.passages.failed
    return Outcome(
        briefing=made,
        texts={article.id: article.text for article in reading.articles},
        complete=not lost and not notes,
        notes=(*notes, *_notes(reading, found)),
    )


def _notes(reading: Reading, found: Evidence) -> tuple[str, ...]:
    notes = [f"{location}: the same text as another source" for location in reading.merged]
    notes += [f"{location}: dated outside the period asked for" for location in reading.outside]
    notes += [f"passage {one.passage.id}: {one.failure}" for one in found.drafted if one.failure]
    return tuple(notes)
