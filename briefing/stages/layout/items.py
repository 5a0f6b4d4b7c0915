"""What fills the list sections of a page, item by item, best first."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from briefing.audiences import Audience, Content, SectionPlan
from briefing.records.briefings import SectionSentence, SentenceKind
from briefing.records.findings import Finding
from briefing.records.judgements import Judgement
from briefing.stages.layout.contents import Contents
from briefing.stages.layout.fitting import Item, process
from briefing.stages.layout.notes import making, scope, source_lines, sourcing, status, withheld
from briefing.stages.layout.phrases import confidence_sentence, grade
from briefing.tradecraft.content_words import content_words
from briefing.tradecraft.dates import wording
from briefing.tradecraft.shortening import shorten, without_opening_date, words
from briefing.tradecraft.wording import attributed, counted, listed, told

_SHORT_REASONS = 9  # words of a confidence sentence beside a judgement on one page
_LONG_REASONS = 40
_EVENT_WORDS = 22
_GAP_WORDS = 15
_PER_MATTER = 4
_MORE_WORDS = 10  # kept free for the line that says how many conflicts did not fit

Filler = Callable[[Contents, Audience, SectionPlan], Iterator[Item]]


def _headline(contents: Contents, _audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    found = contents.composition.headline
    if contents.request.title is not None:
        # The user's own words: nothing was checked, so it is no judgement of the briefing's.
        yield (process(contents.request.title),)
    elif found is not None:
        yield (_judged(found.text, found.claims),)


def _bottom_line(contents: Contents, _audience: Audience, plan: SectionPlan) -> Iterator[Item]:
    """Yield what and so what as one item; the second only while the whole fits."""
    lines = contents.composition.bottom_line
    if not lines:
        return
    first = lines[0]
    sure = confidence_sentence(
        contents.claim[first.claims[0]].confidence, _SHORT_REASONS, "Sourcing"
    )
    item = (_judged(first.text, first.claims), _judged(sure, first.claims))
    rest = [_judged(line.text, line.claims) for line in lines[1:]]
    while rest and plan.max_words and _length((*item, *rest)) > plan.max_words:
        rest.pop()
    yield (*item, *rest)


def _key_judgements(contents: Contents, audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    for judgement in contents.composition.judgements:
        yield tuple(_judgement_sentences(judgement, audience))


def _judgement_sentences(judgement: Judgement, audience: Audience) -> Iterator[SectionSentence]:
    limit = _LONG_REASONS if audience.show_points else _SHORT_REASONS
    yield SectionSentence(kind="judgement", text=judgement.text, refs=(judgement.id,))
    sure = confidence_sentence(judgement.confidence, limit)
    if audience.show_points:
        sure = f"{sure[:-1]} (points: {judgement.confidence.points})."
    yield SectionSentence(kind="judgement", text=sure, refs=(judgement.id,))
    if judgement.alternative and audience.show_points:
        text = f"Another reading: {judgement.alternative.text}"
        yield _judged(text, judgement.alternative.claims)
    for dissent in judgement.dissent:
        text = f"Dissent, {dissent.by}, {dissent.at}: {dissent.text}"
        yield SectionSentence(kind="judgement", text=text, refs=(judgement.id,))


def _changes(_contents: Contents, _audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    yield from ()


def _timeline(contents: Contents, _audience: Audience, plan: SectionPlan) -> Iterator[Item]:
    """Yield dated lines in order of time; where there are too many, those nearest the page."""
    page = _page_words(contents)
    lines = []
    for entry in contents.timeline:
        claim = contents.claim[entry.claims[0]]
        text = told(claim, contents.outlet(claim), _EVENT_WORDS)
        if text is None:
            continue
        line = f"{wording(entry.time)} ({entry.time.basis}): {without_opening_date(text)}"
        near = sum(page[word] for word in set(content_words(claim.statement)))
        lines.append((near, SectionSentence(kind="claim", text=line, refs=entry.claims)))
    nearest = sorted(range(len(lines)), key=lambda place: (-lines[place][0], place))
    for place in sorted(_fitting(nearest, [line for _, line in lines], plan)):
        yield (lines[place][1],)


def _page_words(contents: Contents) -> Counter[str]:
    """Count the words of headline, bottom line and judgements: what the page is about."""
    composed = contents.composition
    texts = [line.text for line in composed.bottom_line]
    texts += [judgement.text for judgement in composed.judgements]
    texts += [composed.headline.text] if composed.headline else []
    return Counter(word for text in texts for word in set(content_words(text)))


def _fitting(
    order: Sequence[int], lines: Sequence[SectionSentence], plan: SectionPlan
) -> Iterator[int]:
    """Yield places in this order while their lines fit the section."""
    spent = taken = 0
    for place in order:
        length = words(lines[place].text)
        fits = plan.max_words is None or spent + length <= plan.max_words
        if fits and taken != plan.max_items and length <= (plan.max_item_words or length):
            spent, taken = spent + length, taken + 1
            yield place


def _consequences(contents: Contents, _audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    """Yield consequences: as reported where they are a source's own words, else as judged."""
    kind: SentenceKind = "claim" if contents.model == "extractive" else "judgement"
    for found in contents.composition.consequences:
        yield (SectionSentence(kind=kind, text=found.text, refs=found.claims),)


def _conflicts(contents: Contents, _audience: Audience, plan: SectionPlan) -> Iterator[Item]:
    """Yield the conflicts that fit, nearest to the page first, and how many did not."""
    page = _page_words(contents)
    lines = [
        SectionSentence(kind="conflict", text=conflict.text, refs=(conflict.id,))
        for conflict in contents.conflicts
    ]
    near = [sum(page[word] for word in set(content_words(line.text))) for line in lines]
    order = sorted(range(len(lines)), key=lambda place: (-near[place], place))
    room = plan.model_copy(update={"max_words": (plan.max_words or 0) - _MORE_WORDS or None})
    shown = sorted(_fitting(order, lines, room))
    for place in shown:
        yield (lines[place],)
    if len(shown) < len(lines):
        more = counted(len(lines) - len(shown), "further conflict")
        yield (process(f"{more} between claims: see the analyst’s edition."),)


def _gaps_and_indicators(
    contents: Contents, _audience: Audience, plan: SectionPlan
) -> Iterator[Item]:
    half = (plan.max_items or 6) // 2
    gaps = [gap for gap in contents.composition.gaps if words(gap.text) <= _GAP_WORDS + 3]
    for gap in gaps[:half]:
        yield (SectionSentence(kind="gap", text=gap.text, refs=(gap.id,)),)
    for indicator in contents.composition.indicators[:half]:
        text = shorten(indicator.text, _GAP_WORDS)
        if text is not None:
            yield (SectionSentence(kind="gap", text=text, refs=(indicator.id,)),)


def _gaps(contents: Contents, _audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    for gap in contents.composition.gaps:
        text = f"{gap.text} {gap.why} Would close it: {gap.closed_by}"
        yield (SectionSentence(kind="gap", text=text, refs=(gap.id,)),)
    for indicator in contents.composition.indicators:
        yield (SectionSentence(kind="gap", text=indicator.text, refs=(indicator.id,)),)


def _assumptions(contents: Contents, _audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
    for assumption in contents.composition.assumptions:
        yield (SectionSentence(kind="process", text=assumption.text, refs=(assumption.id,)),)


def _evidence(contents: Contents, _audience: Audience, plan: SectionPlan) -> Iterator[Item]:
    """Yield the leads of findings, matter by matter, those behind the judgements first."""
    shown: list[str] = []
    spent = 0
    for matter in _by_weight(contents):
        for place, finding_id in enumerate(matter[:_PER_MATTER]):
            item = _evidence_item(contents, contents.finding[finding_id])
            label = _theme(contents, matter) if place == 0 and len(matter) > 1 else ()
            spent += _length((*label, *item))
            if plan.max_words is not None and spent > plan.max_words - _MORE_WORDS:
                break
            shown.append(finding_id)
            if label:
                yield label
            yield item
    rest = len(contents.findings) - len(shown)
    if rest:
        yield (process(f"{counted(rest, 'further finding')}: see the table of claims."),)


def _by_weight(contents: Contents) -> list[tuple[str, ...]]:
    """Return the matters with those that judgements rest on first, and their findings first."""
    judged = {f for judgement in contents.composition.judgements for f in judgement.findings}
    ordered = [tuple(sorted(matter, key=lambda f: f not in judged)) for matter in contents.matters]
    return sorted(ordered, key=lambda matter: matter[0] not in judged)


def _theme(contents: Contents, matter: tuple[str, ...]) -> Item:
    """Return a line that names what the findings of a matter are about, by their actors."""
    named = Counter(
        actor
        for finding in matter
        for actor in contents.claim[contents.finding[finding].lead].actors
    )
    names = {actor.id: actor.name for actor in contents.actors}
    top = tuple(names[actor] for actor, _ in named.most_common(2))
    return (process(f"On {listed(top)}:"),) if top else ()


def _evidence_item(contents: Contents, finding: Finding) -> Item:
    claim = contents.claim[finding.lead]
    sources = contents.sources_behind(finding)
    via = f" Via {listed(claim.via)}." if claim.via else ""
    hedges = f" Hedged: {', '.join(claim.hedges)}." if claim.hedges else ""
    where = f" In {listed(sources)}." if len(sources) > 1 else ""
    graded = grade(claim.credibility, contents.source[sources[0]].reliability.grade)
    text = f"{attributed(claim, contents.outlet(claim))}{via}{hedges}{where} {graded}."
    return (SectionSentence(kind="claim", text=text, refs=(claim.id,)),)


def _judged(text: str, claims: tuple[str, ...]) -> SectionSentence:
    return SectionSentence(kind="judgement", text=text, refs=claims)


def _length(item: Item) -> int:
    return sum(words(sentence.text) for sentence in item)


def _one(make: Callable[[Contents], str]) -> Filler:
    def fill(contents: Contents, _audience: Audience, _plan: SectionPlan) -> Iterator[Item]:
        yield (process(make(contents)),)

    return fill


ITEMS: dict[Content, Filler] = {
    "status": _one(status),
    "headline": _headline,
    "bottom-line": _bottom_line,
    "key-judgements": _key_judgements,
    "changes": _changes,
    "timeline": _timeline,
    "consequences": _consequences,
    "conflicts": _conflicts,
    "gaps-and-indicators": _gaps_and_indicators,
    "gaps": _gaps,
    "assumptions": _assumptions,
    "evidence-by-matter": _evidence,
    "scope": _one(scope),
    "sourcing": sourcing,
    "sources": source_lines,
    "withheld-list": withheld,
    "making": making,
}
