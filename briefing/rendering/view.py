"""A briefing as the reader meets it: what Markdown and HTML have in common before their syntax.

Nothing is chosen, dropped or reordered here: sections come as the layout made them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain, groupby

from briefing.records.briefings import (
    Briefing,
    Cell,
    Section,
    SectionSentence,
    SentenceKind,
    Source,
)
from briefing.records.claims import AssessedClaim
from briefing.rendering import wording
from briefing.rendering.citing import Citing, Link, Rating, printed
from briefing.rendering.context import Contexts, Quotation
from briefing.rendering.display import anchor, section_anchor
from briefing.tradecraft.wording import listed

# Ids a reader may quote back stand beside an item; those of claims and sources stand in its links.
_LABELLED = frozenset("JDVGIURXW")
_OUTSIDE_THE_BODY = frozenset({"status", "headline"})


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive sentences of one kind."""

    kind: SentenceKind
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return all sentences."""
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Item:
    """Consecutive sentences that rest on the same references: one bullet. `runs` is not empty."""

    runs: tuple[Run, ...]
    ids: tuple[str, ...]
    rating: Rating | None
    links: tuple[Link, ...]
    source: str | None
    """The source this item describes, in the source list only."""

    @property
    def kind(self) -> SentenceKind:
        """Return the kind of the first sentence."""
        return self.runs[0].kind

    @property
    def text(self) -> str:
        """Return all sentences."""
        return " ".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a table with its links."""

    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A section of the page: items first, then the table if it has one."""

    id: str
    anchor: str
    heading: str
    items: tuple[Item, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[CellView, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its quotations, and the sections it is used in."""

    claim: AssessedClaim
    anchor: str
    quotations: tuple[Quotation, ...]
    spoken: str
    graded: str
    used_in: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """A source and the entries of the claims quoted from it, in reading order."""

    id: str
    source: Source | None
    words: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A whole page. `headline` is `None` only if no section has that id."""

    briefing: Briefing
    status_words: str
    generator_words: str
    incomplete: str
    status: tuple[Item, ...]
    headline: Item | None
    blocks: tuple[Block, ...]
    quoted: tuple[QuotedSource, ...]

    @property
    def title(self) -> str:
        """Return the text of the headline."""
        return self.headline.text if self.headline is not None else self.briefing.title

    @property
    def how_to_read_after(self) -> str:
        """Return the id of the first block: the reading box follows the main point."""
        return self.blocks[0].id if self.blocks else ""


def view(briefing: Briefing, texts: Mapping[str, str]) -> PageView:
    """Lay a briefing out as a page.

    Args:
        briefing: The briefing; ids that it refers to but does not hold are left without a link.
        texts: Stored text by source id; may lack any.

    Returns:
        The page: every sentence and every row of the sections, in order, and each claim they
        lead to once among the quotations.
    """
    citing = Citing(briefing, Contexts(briefing.sources, texts))
    blocks = {section.id: _block(section, citing) for section in briefing.sections}
    headline = next((s for s in briefing.sections if s.id == "headline"), None)
    return PageView(
        briefing=briefing,
        status_words=wording.status_words(briefing),
        generator_words=wording.generator_words(briefing),
        incomplete=wording.incomplete_words(briefing),
        status=blocks["status"].items if "status" in blocks else (),
        headline=_headline(headline, citing),
        blocks=tuple(block for id_, block in blocks.items() if id_ not in _OUTSIDE_THE_BODY),
        quoted=_quoted(briefing, citing, _uses(briefing.sections, blocks, citing)),
    )


def _headline(section: Section | None, citing: Citing) -> Item | None:
    if section is None or not section.sentences:
        return None
    refs = tuple(dict.fromkeys(chain.from_iterable(s.refs for s in section.sentences)))
    return _item(refs, section.sentences, citing)


def _block(section: Section, citing: Citing) -> Block:
    return Block(
        id=section.id,
        anchor=section_anchor(section.id),
        heading=section.heading,
        items=_items(section, citing),
        columns=section.columns,
        rows=tuple(_row(row, citing) for row in section.rows),
    )


def _row(row: tuple[Cell, ...], citing: Citing) -> tuple[CellView, ...]:
    """Give each link of a row to one cell: the one it stands for most, then the longest."""
    links = [citing.links(cell.refs) for cell in row]
    places = sorted(range(len(row)), key=lambda n: (len(links[n]), -len(row[n].text)))
    owner: dict[Link, int] = {}
    for place in places:
        for link in links[place]:
            owner.setdefault(link, place)
    return tuple(
        _cell(cell.text, tuple(link for link in links[place] if owner[link] == place))
        for place, cell in enumerate(row)
    )


def _cell(text: str, links: tuple[Link, ...]) -> CellView:
    # A cell that only names its sources is those links.
    return CellView(text="" if text == listed(tuple(map(printed, links))) else text, links=links)


def _items(section: Section, citing: Citing) -> tuple[Item, ...]:
    items = []
    for (refs, _), sentences in groupby(section.sentences, key=_belonging):
        item = _item(refs, tuple(sentences), citing)
        described = section.id == "sources" and len(refs) == 1
        items.append(replace(item, links=(), source=refs[0]) if described else item)
    return tuple(items)


def _belonging(sentence: SectionSentence) -> tuple[tuple[str, ...], SentenceKind | None]:
    # Sentences without references have only their kind in common.
    return sentence.refs, None if sentence.refs else sentence.kind


def _item(refs: tuple[str, ...], sentences: tuple[SectionSentence, ...], citing: Citing) -> Item:
    runs = tuple(
        Run(kind=kind, sentences=tuple(_without_id(sentence) for sentence in same))
        for kind, same in groupby(sentences, key=lambda sentence: sentence.kind)
    )
    return Item(
        runs=runs,
        ids=tuple(ref for ref in refs if ref[:1] in _LABELLED),
        rating=citing.rating(refs),
        links=citing.links(refs),
        source=None,
    )


def _without_id(sentence: SectionSentence) -> str:
    # The id of what a line is about stands beside it.
    text = sentence.text
    for mark in (": ", ", "):
        if len(sentence.refs) == 1 and text.startswith(sentence.refs[0] + mark):
            return text.removeprefix(sentence.refs[0] + mark)
    return text


def _quoted(
    briefing: Briefing, citing: Citing, uses: dict[str, tuple[Block, ...]]
) -> tuple[QuotedSource, ...]:
    sources = {source.id: source for source in briefing.sources}
    entries: dict[str, list[Entry]] = {source.id: [] for source in briefing.sources}
    for claim in citing.claims(uses):
        quotations = citing.quotations(claim)
        if not quotations:
            continue
        source_id = quotations[0].citation.source
        entry = _entry(claim, quotations, sources.get(source_id), uses[claim.id])
        entries.setdefault(source_id, []).append(entry)
    return tuple(
        QuotedSource(
            id=source_id,
            source=sources.get(source_id),
            words=wording.source_words(sources[source_id]) if source_id in sources else "",
            entries=tuple(sorted(found, key=_position)),
        )
        for source_id, found in entries.items()
        if found
    )


def _uses(
    sections: tuple[Section, ...], blocks: dict[str, Block], citing: Citing
) -> dict[str, tuple[Block, ...]]:
    uses: dict[str, tuple[Block, ...]] = {}
    for section in sections:
        for claim in citing.claims(_all_refs(section)):
            uses[claim.id] = (*uses.get(claim.id, ()), blocks[section.id])
    return uses


def _all_refs(section: Section) -> tuple[str, ...]:
    cells = (cell.refs for row in section.rows for cell in row)
    return tuple(chain.from_iterable((*(s.refs for s in section.sentences), *cells)))


def _entry(
    claim: AssessedClaim,
    quotations: tuple[Quotation, ...],
    source: Source | None,
    used_in: tuple[Block, ...],
) -> Entry:
    return Entry(
        claim=claim,
        anchor=anchor(claim.id),
        quotations=quotations,
        spoken=wording.speaker_words(claim),
        graded=wording.grade_words(claim, source),
        used_in=used_in,
    )


def _position(entry: Entry) -> int:
    return entry.quotations[0].citation.start
