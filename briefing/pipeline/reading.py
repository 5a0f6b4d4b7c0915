"""Pages to articles: which are read, which are refused, which are copies."""

from collections.abc import Sequence

from briefing.errors import InputError
from briefing.ports import Drafter
from briefing.records.articles import Article
from briefing.records.pages import Intake, Refusal
from briefing.records.record import Record
from briefing.settings import Request
from briefing.stages.articles import extract

_LATIN_END = "\u0250"  # where the blocks of Latin letters end


class Reading(Record):
    """Every page in one outcome: an article, a duplicate, refused, or outside the period."""

    articles: tuple[Article, ...]
    refused: tuple[Refusal, ...]
    merged: tuple[str, ...]
    outside: tuple[str, ...]


def read(intake: Intake, drafter: Drafter, request: Request) -> Reading:
    """Read pages in order, and number the articles among them.

    Raises:
        InputError: None of them is an article that the drafter can read.
    """
    articles: list[Article] = []
    turned_down = list(intake.refused)
    merged: list[str] = []
    outside: list[str] = []
    seen: set[str] = set()
    for page in intake.pages:
        if page.text_sha256 in seen:
            merged.append(page.location)
            continue
        seen.add(page.text_sha256)
        article = extract(page, f"S{len(articles) + 1}")
        reason = _unreadable(article, drafter)
        if reason:
            turned_down.append(Refusal(location=page.location, reason=reason))
        elif _is_outside(article, request):
            outside.append(page.location)
        else:
            articles.append(article)
    if not articles:
        raise InputError(_nothing_to_read(turned_down, outside))
    return Reading(
        articles=tuple(articles),
        refused=tuple(turned_down),
        merged=tuple(merged),
        outside=tuple(outside),
    )


def _unreadable(article: Article, drafter: Drafter) -> str | None:
    if not article.body():
        return "no article text in it: only headings, captions, comments or navigation"
    read = drafter.languages
    if read is None:
        return None
    if article.language is None and not _is_latin(article):
        return f"in a script for which the {drafter.name} drafter has no rules; use --model"
    if article.language is not None and article.language not in read:
        return (
            f"written in {article.language!r}, for which the {drafter.name} drafter has no rules "
            f"(it reads {', '.join(sorted(read))}); use --model to have a language model read it"
        )
    return None


def _is_latin(article: Article) -> bool:
    """Tell whether most letters of a text too short to name its language are Latin ones."""
    letters = [char for part in article.body() for char in article.text[part.start : part.end]]
    letters = [char for char in letters if char.isalpha()]
    return 2 * sum(char < _LATIN_END for char in letters) >= len(letters)


def _is_outside(article: Article, request: Request) -> bool:
    """Tell whether an article is dated outside the period asked for; undated ones are kept."""
    if article.date is None or article.date.basis != "stated":
        return False
    day = article.date.value.rstrip("~")
    since, until = request.since, request.until
    too_old = since is not None and day < since[: len(day)]
    return too_old or (until is not None and day[: len(until)] > until)


def _nothing_to_read(refused: Sequence[Refusal], outside: Sequence[str]) -> str:
    named = [f"{refusal.location}: {refusal.reason}" for refusal in refused]
    named += [f"{location}: dated outside the period asked for" for location in outside]
    return "\n".join(["no article could be read", *named])
