"""Stage `gaps`: what the sources leave open, found from what is missing and what disagrees.

"We do not know" is a part of the page (`docs/tradecraft.md`, "Gaps"): each gap is a question, why
it matters, and what would close it.
"""

from collections.abc import Iterator, Mapping, Sequence

from briefing.records.articles import Article
from briefing.records.claims import AssessedClaim
from briefing.records.findings import Conflict, Finding, Origin
from briefing.records.judgements import Assumption, Gap, Judgement
from briefing.records.record import Record
from briefing.tradecraft.wording import counted, listed

_MAX_GAPS = 8


class Ground(Record):
    """What gaps are looked for in."""

    articles: tuple[Article, ...]
    claims: tuple[AssessedClaim, ...]
    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    judgements: tuple[Judgement, ...]


def find_gaps(ground: Ground) -> tuple[Gap, ...]:
    """Find the open questions, those on which judgements rest first; `()` if there are none."""
    found = [
        *_conflicting(ground.conflicts),
        *_undated(ground.articles),
        *_uncorroborated(ground),
        *_unnamed(ground),
    ]
    return tuple(
        gap.model_copy(update={"id": f"G{n}"}) for n, gap in enumerate(found[:_MAX_GAPS], 1)
    )


def find_assumptions(ground: Ground) -> tuple[Assumption, ...]:
    """Name what the page takes for granted, at most three, with the effect if it is wrong."""
    affected = tuple(judgement.id for judgement in ground.judgements)
    unnamed = sum(origin.name is None for origin in ground.origins)
    undated = [article.id for article in ground.articles if not _is_dated(article)]
    texts = []
    if unnamed > 1:
        texts.append(
            f"The {unnamed} unnamed origins are not counted as corroboration; if they are "
            "distinct, confidence is understated."
        )
    if undated and len(ground.articles) > 1:
        texts.append(
            f"{listed(tuple(undated[:4]))} state no date and are taken to speak of one period; if "
            "not, developments may look like conflicts."
        )
    if ground.claims:
        texts.append("Quoted words were said as quoted; if an article misquotes, its claims fall.")
    return tuple(
        Assumption(id=f"U{n}", text=text, judgements=affected)
        for n, text in enumerate(texts[:3], 1)
    )


def _conflicting(conflicts: Sequence[Conflict]) -> Iterator[Gap]:
    matters = {
        "who": "on who did it",
        "whether": "on whether it is so",
        "when": "on when it was",
        "how-many": "on the number",
        "why": "on the reason",
        "label": "on the name",
        "copy": "on what the first report said",
    }
    for conflict in conflicts:
        yield Gap(
            id="",
            text=f"Which account holds {matters[conflict.type]}, as set out in {conflict.id}?",
            why="Two claims exclude each other and neither is settled.",
            closed_by=conflict.settled_by,
        )


def _uncorroborated(ground: Ground) -> Iterator[Gap]:
    """Ask for a second origin behind each judgement that has only one."""
    origins = {origin.id: origin for origin in ground.origins}
    findings = {finding.id: finding for finding in ground.findings}
    for judgement in ground.judgements:
        behind = {o for f in judgement.findings for o in findings[f].origins}
        if len(behind) != 1:
            continue
        name = origins[next(iter(behind))].name
        if name is None:
            text = f"Who is the unnamed origin of {judgement.id}, and is there another?"
        else:
            known = name if name[0].isupper() else f"the {name}"
            text = f"Is there any origin besides {known} for {judgement.id}?"
        yield Gap(
            id="",
            text=text,
            why=f"{judgement.id} rests on one origin.",
            closed_by="A second, independent origin.",
        )


def _undated(articles: Sequence[Article]) -> Iterator[Gap]:
    undated = tuple(article.id for article in articles if not _is_dated(article))
    if undated:
        yield Gap(
            id="",
            text=f"When {'was' if len(undated) == 1 else 'were'} {_some(undated)} published?",
            why="Their texts state no date, so the order of events is uncertain.",
            closed_by="The original pages, or an archive that dates them.",
        )


def _unnamed(ground: Ground) -> Iterator[Gap]:
    used = {claim for judgement in ground.judgements for claim in judgement.claims}
    anonymous = {"anonymous", "anonymous-official", "unattributed"}
    kinds: Mapping[str, str] = {origin.id: origin.directness for origin in ground.origins}
    behind = {
        claim.origin for claim in ground.claims if claim.id in used and claim.origin is not None
    }
    count = sum(kinds[origin] in anonymous for origin in behind)
    if count:
        yield Gap(
            id="",
            text=f"Who are the {counted(count, 'unnamed origin')} behind the judgements?",
            why="Nobody can weigh a source that is not named.",
            closed_by="The authors of the articles.",
        )


def _some(ids: tuple[str, ...]) -> str:
    return listed(ids) if len(ids) <= 4 else f"{listed(ids[:3])} and {len(ids) - 3} more"


def _is_dated(article: Article) -> bool:
    return article.date is not None and article.date.basis == "stated"
