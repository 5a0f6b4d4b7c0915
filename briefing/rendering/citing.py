"""From what a sentence refers to, down to the claims and sources behind it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from briefing.records.briefings import Briefing
from briefing.records.claims import AssessedClaim, Level
from briefing.rendering.context import Contexts, Quotation
from briefing.rendering.display import anchor
from briefing.tradecraft.wording import listed

# A reader follows a few references, not a row of them: the rest stands behind one last link.
_MAX_LINKS = 4
_MAX_SHOWN = 3
_LEVELS: tuple[Level, ...] = ("low", "moderate", "high")


@dataclass(frozen=True, slots=True)
class Link:
    """One compact reference: what is printed, what it is called aloud, and where it leads.

    `targets` are anchors of quotations, or of one entry of the source list.
    """

    source: str
    paragraphs: str
    claims: str
    name: str
    targets: tuple[str, ...]
    to_quotations: bool = True


@dataclass(frozen=True, slots=True)
class Rating:
    """A confidence in words, such as `moderate confidence` or `sourcing low to moderate`.

    `level` is the lowest of a range, which is the one an icon shows.
    """

    level: Level
    words: str


class Citing:
    """A briefing's ids, resolved. Ids that name nothing resolve to nothing."""

    def __init__(self, briefing: Briefing, contexts: Contexts) -> None:
        self._claims = {claim.id: claim for claim in briefing.claims}
        self._citations = {citation.id: citation for citation in briefing.citations}
        self._quotations = {
            citation.id: contexts.quotation(citation) for citation in briefing.citations
        }
        self._claims_behind = _claims_behind(briefing)
        self._levels = _levels(briefing)
        self._judgements = frozenset(judgement.id for judgement in briefing.judgements)
        self._listed = _listed_sources(briefing)

    def claims(self, refs: Iterable[str]) -> tuple[AssessedClaim, ...]:
        """Return the claims that refs lead to, each once, in the order they are reached."""
        ids = dict.fromkeys(
            chain.from_iterable(self._claims_behind.get(ref, ()) for ref in refs),
        )
        return tuple(self._claims[id_] for id_ in ids if id_ in self._claims)

    def quotations(self, claim: AssessedClaim) -> tuple[Quotation, ...]:
        """Return a claim's citations in their contexts, in the claim's order."""
        return tuple(self._quotations[id_] for id_ in claim.citations if id_ in self._quotations)

    def links(self, refs: Iterable[str]) -> tuple[Link, ...]:
        """Return one link for each source behind refs; the last may stand for several."""
        refs = tuple(refs)
        sources: dict[str, list[AssessedClaim]] = {}
        for claim in self.claims(refs):
            for source in dict.fromkeys(q.citation.source for q in self.quotations(claim)):
                sources.setdefault(source, []).append(claim)
        links = [self._link(source, claims) for source, claims in sources.items()]
        links += [_source_link(ref) for ref in refs if ref in self._listed and ref not in sources]
        if len(links) <= _MAX_LINKS:
            return tuple(links)
        return (*links[: _MAX_LINKS - 1], _remainder(links[_MAX_LINKS - 1 :]))

    def rating(self, refs: Iterable[str]) -> Rating | None:
        """Return the confidence of what refs name; `None` if nothing among it is graded."""
        refs = tuple(refs)
        levels = set(chain.from_iterable(self._levels.get(ref, ()) for ref in refs))
        ordered = [level for level in _LEVELS if level in levels]
        if not ordered:
            return None
        words = " to ".join(dict.fromkeys((ordered[0], ordered[-1])))
        judged = any(ref in self._judgements for ref in refs)
        # A judgement has confidence, a claim has sourcing: docs/tradecraft.md, "Confidence".
        return Rating(
            level=ordered[0], words=f"{words} confidence" if judged else f"sourcing {words}"
        )

    def _link(self, source: str, claims: list[AssessedClaim]) -> Link:
        numbers = dict.fromkeys(
            quotation.paragraph
            for claim in claims
            for quotation in self.quotations(claim)
            if quotation.citation.source == source
        )
        paragraphs = [f"¶{number}" for number in numbers if number is not None]
        ids = [claim.id for claim in claims]
        link = Link(
            source=source,
            paragraphs=_first_of(paragraphs),
            claims=_first_of(ids),
            name="",
            targets=tuple(map(anchor, ids)),
        )
        return _named(link, paragraphs, ids)


def printed(link: Link) -> str:
    """Return a link's text: `S1 ¶4 C4`."""
    return " ".join(part for part in (link.source, link.paragraphs, link.claims) if part)


def _named(link: Link, paragraphs: list[str], ids: list[str]) -> Link:
    # The name begins with the printed text, so that a link can be called by what is seen.
    parts = [f"source {link.source.removeprefix('S')}"]
    if paragraphs:
        parts.append(_numbered("paragraph", [number.removeprefix("¶") for number in paragraphs]))
    parts.append(_numbered("claim", ids))
    return replace(link, name=f"{printed(link)}: {', '.join(parts)}")


def _numbered(noun: str, numbers: list[str]) -> str:
    return f"{noun if len(numbers) == 1 else noun + 's'} {listed(tuple(numbers))}"


def _source_link(source: str) -> Link:
    return Link(
        source=source,
        paragraphs="",
        claims="",
        name=f"{source}: source {source.removeprefix('S')} in the source list",
        targets=(anchor(source),),
        to_quotations=False,
    )


def _remainder(links: list[Link]) -> Link:
    text = f"+{len(links)} sources"
    return Link(
        source=text,
        paragraphs="",
        claims="",
        name=f"{text}: {listed(tuple(link.source for link in links))}",
        targets=tuple(dict.fromkeys(chain.from_iterable(link.targets for link in links))),
        to_quotations=any(link.to_quotations for link in links),
    )


def _first_of(parts: list[str]) -> str:
    if len(parts) <= _MAX_SHOWN:
        return " ".join(parts)
    return " ".join((*parts[: _MAX_SHOWN - 1], f"+{len(parts) - _MAX_SHOWN + 1}"))


def _claims_behind(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    behind: dict[str, tuple[str, ...]] = {claim.id: (claim.id,) for claim in briefing.claims}
    for claim in briefing.claims:
        for citation in claim.citations:
            behind.setdefault(citation, (claim.id,))
    behind.update((f.id, (f.lead, *f.claims)) for f in briefing.findings)
    behind.update((j.id, j.claims) for j in briefing.judgements)
    behind.update((c.id, c.claims) for c in briefing.conflicts)
    behind.update((d.id, d.claims) for d in briefing.developments)
    behind.update((r.id, r.claims) for r in briefing.relations)
    behind.update((t.id, t.claims) for t in briefing.timeline)
    resting = [(i.id, i.judgements) for i in briefing.indicators]
    resting += [(a.id, a.judgements) for a in briefing.assumptions]
    for id_, judgements in resting:
        behind[id_] = tuple(chain.from_iterable(behind.get(j, ()) for j in judgements))
    behind.update((x.id, behind.get(x.finding or "", ())) for x in briefing.changes)
    return behind


def _levels(briefing: Briefing) -> dict[str, tuple[Level, ...]]:
    levels: dict[str, tuple[Level, ...]] = {c.id: (c.confidence.level,) for c in briefing.claims}
    levels.update((f.id, (f.confidence.level,)) for f in briefing.findings)
    levels.update((j.id, (j.confidence.level,)) for j in briefing.judgements)
    levels.update(
        (t.id, tuple(chain.from_iterable(levels.get(c, ()) for c in t.claims)))
        for t in briefing.timeline
    )
    return levels


def _listed_sources(briefing: Briefing) -> frozenset[str]:
    sections = [section for section in briefing.sections if section.id == "sources"]
    listed = chain.from_iterable(
        chain(
            (sentence.refs for sentence in section.sentences),
            (cell.refs for row in section.rows for cell in row),
        )
        for section in sections
    )
    sources = {source.id for source in briefing.sources}
    return frozenset(ref for refs in listed for ref in refs if ref in sources)
