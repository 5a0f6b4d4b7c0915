"""A briefing as GitHub-flavoured Markdown that also reads well raw, in a pager."""

import re
from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from briefing.records.briefings import Briefing, SentenceKind
from briefing.rendering import wording
from briefing.rendering.citing import Link, Rating, printed
from briefing.rendering.display import shown
from briefing.rendering.view import Item, PageView, view

_BLANK = re.compile(r"[ \t\n\f\v]+")
# Everything that can start Markdown, HTML, a link, math or an emoji of GitHub's dialect, and
# nothing that merely looks like it: prose without those stays as it is in the source.
_ACTIVE = re.compile(
    r"""
      [\\`*\[\]<>|~]                  # escapes, code, emphasis, links, HTML, tables
    | _(?<![^\W_]_(?=[^\W_]))          # emphasis, but not inside a word
    | ^\#|(?<=\s)\#(?=\#*$)           # headings and their ends
    | ^[-+=:](?=[-+=:\s]|$)            # bullets, rules, underlines of headings and tables
    | &(?=\#?[0-9A-Za-z]{1,40};)       # character references
    | \$(?!\d)                        # math: a sum of money cannot close it
    | :(?=//) | (?<=\bwww)\.(?=\S)    # bare addresses
    """,
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.ASCII)
# A backslash does not stop these: an invisible word joiner (U+2060) does.
_JOINED = re.compile(r"@(?=\w)|(?<!\d):(?=[a-z0-9_+-]{1,40}:)", re.IGNORECASE)

_QUIET: frozenset[SentenceKind] = frozenset({"claim", "process"})


class Markdown(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


def render_markdown(briefing: Briefing) -> str:
    """Return a briefing as Markdown.

    Every sentence names its kind in words and ends in references such as `[S1 C4]`, which lead
    to the exact quotations at the end. All text of the briefing is escaped: none of it can make
    a link, an image, HTML, a heading, a table or code.
    """
    page = view(briefing, {})
    template = _environment().get_template("briefing.md.jinja")
    text = template.render(page=page, wording=wording, links=_all_links(page))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escaped(text: str) -> Markdown:
    """Return text as Markdown that shows exactly that text, on one line."""
    line = _BLANK.sub(" ", shown(text)).strip(" ")
    line = _NUMBERED.sub(r"\1\\\2", _ACTIVE.sub(r"\\\g<0>", line))
    return Markdown(_JOINED.sub("\\g<0>\u2060", line))


def quoted(text: str) -> Markdown:
    """Return text as a block quotation, line by line as it stands in the source."""
    lines = [line.strip() for line in shown(text).split("\n")]
    return Markdown("\n".join(f"> {escaped(line)}".rstrip() for line in lines))


def item_line(item: Item) -> Markdown:
    """Return an item on one line: each run of sentences behind its label, then the references."""
    first, *rest = item.runs
    rating = f", {rating_words(item.rating)}" if item.rating is not None else ""
    label = _emphasized(first.kind, " ".join((wording.KIND_LABELS[first.kind], *item.ids)))
    parts = [f"{label}{rating}: {escaped(first.text)}"]
    parts += [
        f"{_emphasized(run.kind, wording.KIND_LABELS[run.kind])}: {escaped(run.text)}"
        for run in rest
    ]
    return Markdown(" ".join((*parts, references(item.links))).rstrip())


def rating_words(rating: Rating) -> Markdown:
    """Return a confidence with its mark, such as `●●○ moderate confidence`."""
    return Markdown(f"{wording.LEVEL_GLYPHS[rating.level]} {rating.words}")


def references(links: Iterable[Link]) -> Markdown:
    """Return links as `[S1 C4] [S3 C9]`; what each leads to is defined at the end of the page."""
    return Markdown(
        " ".join(
            f"[{escaped(printed(link))}]" if link.to_quotations else f"({escaped(printed(link))})"
            for link in links
        )
    )


def _emphasized(kind: SentenceKind, label: str) -> str:
    mark = "*" if kind in _QUIET else "**"
    return f"{mark}{escaped(label)}{mark}"


def _finalized(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markdown):
        return escaped(value)
    return value


def _all_links(page: PageView) -> tuple[Link, ...]:
    items = [item for block in page.blocks for item in block.items]
    items += [*page.status, *([page.headline] if page.headline is not None else [])]
    links = [link for item in items for link in item.links]
    cells = (cell for block in page.blocks for row in block.rows for cell in row)
    links += [link for cell in cells for link in cell.links]
    by_text = {printed(link): link for link in links if link.to_quotations}
    return tuple(by_text[text] for text in sorted(by_text))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("briefing.rendering"),
        # What Jinja escapes is HTML; here `finalize` escapes every expression for Markdown.
        autoescape=False,
        finalize=_finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        item_line=item_line,
        printed=printed,
        quoted=quoted,
        rating_words=rating_words,
        references=references,
    )
    return environment
