"""The page about itself: status, scope, sourcing, what was withheld, how it was made."""

from collections import Counter
from collections.abc import Iterator

from briefing.audiences import Audience, SectionPlan
from briefing.records.briefings import SectionSentence
from briefing.records.claims import Time
from briefing.stages.layout.contents import Contents
from briefing.stages.layout.fitting import Item, process
from briefing.stages.layout.phrases import DIRECTNESS, day, source_line
from briefing.tradecraft.dates import latest, wording
from briefing.tradecraft.wording import counted

_BEST_FIRST = tuple(DIRECTNESS)
_ASIDE = {"comment": "comment passage", "caption": "caption"}


def status(contents: Contents) -> str:
    """Return marking, date, state, and how much was read."""
    articles = counted(contents.ledger.articles.used, "article")
    origins = counted(_named(contents), "named origin")
    return (
        f"{contents.marking}. As of {day(contents.request.as_of)}. First issue. "
        f"DRAFT, NOT REVIEWED. {articles}, {origins}."
    )


def scope(contents: Contents) -> str:
    """Return question, period, what was read and what was not."""
    request = contents.request
    asked = f"Question: {request.question}. " if request.question else "No question was set. "
    period = f"from {request.since or 'the first'} to {request.until or 'the last'} article"
    counts = contents.ledger.articles
    return (
        f"{asked}Read: {counted(counts.used, 'article')}, {period}; cut-off {day(request.as_of)}. "
        f"Not read: {counted(counts.refused, 'refused input')}, "
        f"{counted(counts.merged, 'duplicate')}. Nothing outside these texts was consulted."
    )


def sourcing(contents: Contents, _audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    """Yield origins, weakest link, what was withheld, who drafted, its age, what was not read.

    In the order in which a short section may least do without them.
    """
    read = counted(len(contents.sources), "article")
    rest = "rests" if len(contents.sources) == 1 else "rest"
    unnamed = len(contents.origins) - _named(contents)
    do = "corroborates" if unnamed == 1 else "corroborate"
    others = f"; {counted(unnamed, 'unnamed voice')} {do} nothing" if unnamed else ""
    yield (process(f"{read} {rest} on {counted(_named(contents), 'named origin')}{others}."),)
    used = {claim.origin for claim in contents.claims if claim.origin}
    kinds = [origin.directness for origin in contents.origins if origin.id in used]
    if kinds:
        yield (process(f"Weakest link: {DIRECTNESS[max(kinds, key=_BEST_FIRST.index)]}."),)
    yield (_withheld_count(contents),)
    yield (process(_drafted_by(contents)),)
    yield (process(_age(contents)),)
    aside = tuple(
        counted(number, noun)
        for kind, noun in _ASIDE.items()
        if (number := contents.set_aside.get(kind, 0))
    )
    if aside:
        yield (process(f"Set aside: {', '.join(aside)}."),)


def _age(contents: Contents) -> str:
    """Say how old the newest dated article is: a page reads as if it spoke of today."""
    stated = [s.date.value for s in contents.sources if s.date and s.date.basis == "stated"]
    undated = len(contents.sources) - len(stated)
    rest = f"; {undated} undated" if undated else ""
    if not stated:
        return "No article states its date."
    newest = wording(Time(text="", value=latest(stated) or stated[0], basis="stated"))
    return f"Newest date: {newest}{rest}."


def _named(contents: Contents) -> int:
    """Count the origins that have a name: nobody knows how many the others are."""
    return sum(origin.name is not None for origin in contents.origins)


def source_lines(contents: Contents, _audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    """Yield one line for each source."""
    for source in contents.sources:
        yield (process(f"{source.id}: {source_line(source)}", source.id),)


def withheld(contents: Contents, audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    """Yield each draft claim that was left out, with its rule; its words only where allowed."""
    for place, left in enumerate(contents.rejections, 1):
        words = f" “{left.statement}”" if audience.show_withheld else ""
        text = f"W{place}, {left.source}, {left.outcome} ({left.rule}): {left.reason}.{words}"
        yield (SectionSentence(kind="withheld", text=text, refs=(f"W{place}",)),)


def making(contents: Contents, _audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    """Yield what made the page, and what became of everything that went in."""
    yield (process(_drafted_by(contents)),)
    yield (
        process(f"Made by briefing {contents.version}; every quotation was cut from its source."),
    )
    ledger = contents.ledger
    for name, counts in (
        ("Articles", ledger.articles), ("Passages", ledger.passages), ("Claims", ledger.claims)
    ):  # fmt: skip
        parts = ", ".join(f"{value} {key}" for key, value in counts.model_dump().items())
        yield (process(f"{name}: {parts}."),)
    for reason in contents.composition.refused:
        yield (process(f"Composed and refused: {reason}."),)


def _withheld_count(contents: Contents) -> SectionSentence:
    rules = Counter(left.rule for left in contents.rejections)
    if not rules:
        return SectionSentence(kind="withheld", text="No claim was withheld.", refs=())
    reasons = {
        "dangling": "mean nothing alone",
        "relative-date": "turn on an unstated day",
        "nameless-quotation": "quote nobody by name",
        "adds-to-its-source": "say more than their quotation",
        "no-such-sentence": "cite no sentence",
        "speaker-not-in-source": "name a speaker the text does not",
    }
    parts = [f"{count} {reasons.get(rule, rule)}" for rule, count in rules.most_common(2)]
    total = counted(sum(rules.values()), "claim")
    was = "was" if sum(rules.values()) == 1 else "were"
    text = f"{total} {was} withheld: {', '.join(parts)}. No judgement rests on them."
    return SectionSentence(kind="withheld", text=text, refs=())


def _drafted_by(contents: Contents) -> str:
    if contents.model == "extractive":
        return "No language model was used: rules chose the sentences."
    return f"Drafted with a language model ({contents.model}); quotations checked by program."
