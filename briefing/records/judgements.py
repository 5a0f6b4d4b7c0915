"""Stage `judgements`: what a drafter composed from the findings and the checks let through."""

from briefing.records.claims import Confidence
from briefing.records.record import Record


class Supported(Record):
    """A checked sentence and the ids of the claims it rests on."""

    text: str
    claims: tuple[str, ...]


class Dissent(Record):
    """A named reviewer's other view, printed under the judgement it concerns."""

    by: str
    at: str
    text: str


class Judgement(Record):
    """A key judgement. Its confidence comes from rules over its claims."""

    id: str
    text: str
    findings: tuple[str, ...]
    claims: tuple[str, ...]
    confidence: Confidence
    alternative: Supported | None
    dissent: tuple[Dissent, ...]


class Gap(Record):
    """A question the sources leave open, why it matters, and what would close it."""

    id: str
    text: str
    why: str
    closed_by: str


class Indicator(Record):
    """Something observable that would raise or lower a judgement."""

    id: str
    text: str
    judgements: tuple[str, ...]


class Assumption(Record):
    """What a judgement takes for granted, with the effect if it is wrong."""

    id: str
    text: str
    judgements: tuple[str, ...]


class Composition(Record):
    """All that was composed: the sentences that passed, and what did not."""

    headline: Supported | None
    bottom_line: tuple[Supported, ...]
    judgements: tuple[Judgement, ...]
    consequences: tuple[Supported, ...]
    gaps: tuple[Gap, ...]
    indicators: tuple[Indicator, ...]
    assumptions: tuple[Assumption, ...]
    refused: tuple[str, ...]
    """Reasons, one for each composed sentence that the checks turned down."""
