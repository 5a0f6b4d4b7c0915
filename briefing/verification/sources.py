"""Are a briefing's sources what they were, and do its quotations stand in their bodies?"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Set
from pathlib import Path, PurePosixPath

from briefing.records.articles import Segment
from briefing.records.briefings import Briefing, Source
from briefing.records.claims import Citation
from briefing.records.pages import Page, Refusal
from briefing.sources.files import read_page

_SHOWN_CHARS = 24
_SEARCH_CHARS = 2000  # how far from its place a moved quotation is looked for, in code points


def source_problems(briefing: Briefing, roots: tuple[Path, ...]) -> Iterator[str]:
    """Yield a line for each source that changed and each citation that does not hold.

    Args:
        briefing: The briefing, with references that may lead nowhere.
        roots: Folders that the locations of sources may be relative to, best first.
    """
    by_source = defaultdict(list)
    for citation in briefing.citations:
        by_source[citation.source].append(citation)
    taken = {(source.location, source.sha256) for source in briefing.sources}
    for source in briefing.sources:
        found = _find(source, roots, taken)
        if isinstance(found, str):
            yield f"{source.id} {source.location}: {found}"
            continue
        yield from (f"{source.id} {source.location}: {line}" for line in _changes(source, found))
        body = _Body(source.segments)
        for citation in by_source[source.id]:
            for line in _citation_problems(citation, found.text, body):
                yield f"{citation.id} in {source.location}: {line}"


def _find(source: Source, roots: tuple[Path, ...], taken: Set[tuple[str, str]]) -> Page | str:
    """Return the page at a source's location, unchanged if there is one, else why not.

    Two sources from outside the working folder may share a location, their file's name: a page
    whose location and hash are `taken` by the other one is not this one changed.
    """
    location = PurePosixPath(source.location)
    if location.is_absolute() or ".." in location.parts:
        return "the location points outside the folders where sources may be"
    changed: Page | None = None
    reason = _what_to_do(location)
    for path in (root / location for root in roots):
        if not path.is_file():
            continue
        page = read_page(path, source.location)
        if isinstance(page, Refusal):
            reason = page.reason
        elif page.sha256 == source.sha256:
            return page
        elif (source.location, page.sha256) not in taken:
            changed = changed or page
    return changed or reason


def _what_to_do(location: PurePosixPath) -> str:
    if len(location.parts) > 1:
        return (
            "not found here or beside the briefing: run verify from the folder that was the "
            f"working folder, or put the article beside the briefing, as {str(location)!r}"
        )
    # A bare name is what is kept of an article outside the working folder.
    return (
        "not found here or beside the briefing: run verify from the folder that holds the "
        "article, or put it beside the briefing"
    )


def _changes(source: Source, page: Page) -> Iterator[str]:
    if page.sha256 != source.sha256:
        yield (
            "the file has changed since the briefing was made: "
            f"sha256 was {source.sha256[:16]}…, is {page.sha256[:16]}…"
        )
    elif page.text_sha256 != source.text_sha256:
        yield "the text_sha256 is not that of the file's text"
    end = 0
    for segment in source.segments:
        if segment.start != end or segment.end <= segment.start:
            yield f"the segments leave a gap or overlap at {end}"
            return
        end = segment.end
    if end != len(page.text):
        yield f"the segments end at {end}, the text at {len(page.text)}"


class _Body:
    """Tells whether a range of a text is body. Segments need not be in order, nor cover it."""

    def __init__(self, segments: tuple[Segment, ...]) -> None:
        self._segments = sorted(segments, key=lambda segment: segment.start)
        self._starts = [segment.start for segment in self._segments]

    def holds(self, text: str, start: int, end: int) -> bool:
        """Return whether every character but white space lies in a body segment."""
        position = start
        for segment in self._segments[max(0, bisect_right(self._starts, start) - 1) :]:
            if segment.start >= end:
                break
            if segment.kind == "body" and segment.end > position:
                if text[position : segment.start].strip():
                    return False
                position = segment.end
        return not text[position:end].strip()


def _citation_problems(citation: Citation, text: str, body: _Body) -> Iterator[str]:
    start, end = citation.start, citation.end
    if not 0 <= start < end <= len(text):
        yield f"{start} to {end} is no range of the source, which ends at {len(text)}"
        return
    if text[start:end] != citation.exact:
        yield _difference(citation, text)
    elif not body.holds(text, start, end):
        yield f"{start} to {end} is not in the article's body"
    if text[max(0, start - len(citation.prefix)) : start] != citation.prefix:
        yield f"what stands before it is not {citation.prefix[-_SHOWN_CHARS:]!r}"
    if text[end : end + len(citation.suffix)] != citation.suffix:
        yield f"what stands after it is not {citation.suffix[:_SHOWN_CHARS]!r}"


def _difference(citation: Citation, text: str) -> str:
    """Say what differs and where, or where the quotation has gone."""
    start, end, quoted = citation.start, citation.end, citation.exact
    moved = text.find(quoted, max(0, start - _SEARCH_CHARS), end + _SEARCH_CHARS) if quoted else -1
    if moved >= 0:
        return f"the quotation is not at {start} but at {moved}"
    found = text[start:end]
    pairs = zip(found, quoted, strict=False)
    shortest = min(len(found), len(quoted))
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), shortest)
    shown = slice(at, at + _SHOWN_CHARS)
    return (
        f"at {start + at} the source has {found[shown]!r} where the quotation has {quoted[shown]!r}"
    )
