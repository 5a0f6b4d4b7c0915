"""Stage `evidence`: each draft claim is cited to the source, or left out with a reason.

The only place where a `Citation` is made. A draft names sentences by number; the quotation is cut
from the article here, so it cannot be invented.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from briefing.records.articles import Article
from briefing.records.claims import Citation, Claim, Rejection, Speaker, Summary, Time
from briefing.records.drafts import Certainty, DraftClaim, DraftSummary
from briefing.records.passages import Passage, Sentence
from briefing.tradecraft.absolute_dates import Dated, make_absolute, times_of
from briefing.tradecraft.attribution import is_all_quotation
from briefing.tradecraft.hedges import certainty, find_hedges
from briefing.tradecraft.names import find_names
from briefing.tradecraft.references import dangling, is_generic
from briefing.tradecraft.speakers import is_pronoun
from briefing.tradecraft.support import differences

# The evidence holds, but the sentence may not stand on a page by itself.
_WITHHELD = frozenset({"relative-date", "dangling", "nameless-quotation"})
_CONTEXT = 32  # code points before and after a quotation: W3C TextQuoteSelector, as commonly used
_FIRMNESS: tuple[Certainty, ...] = ("possible", "probable", "certain")
_WORD = re.compile(r"[^\W\d_]{2,}")


def names_of(article: Article) -> frozenset[str]:
    """Return every name the article's body uses: an alias of its own adds nothing to a sentence."""
    body = "\n".join(article.text[part.start : part.end] for part in article.body())
    return frozenset(name.text for name in find_names(body))


def check(
    draft: DraftSummary, passage: Passage, article: Article, names: frozenset[str]
) -> Summary:
    """Turn the drafts of one passage into claims or rejections; none is dropped.

    Args:
        draft: What a drafter read in the passage.
        passage: Holds the sentences that the drafts name.
        article: Where the passage comes from.
        names: `names_of(article)`, found once for all its passages.

    Returns:
        Claims whose ids are unique only within the passage until `number` gives them out.
    """
    outcomes = [_check_one(claim, passage, article, names) for claim in draft.claims]
    claims = [outcome[0] for outcome in outcomes if isinstance(outcome, tuple)]
    citations = {c.id: c for outcome in outcomes if isinstance(outcome, tuple) for c in outcome[1]}
    return Summary(
        claims=tuple(claims),
        citations=tuple(citations.values()),
        rejections=tuple(outcome for outcome in outcomes if isinstance(outcome, Rejection)),
    )


def number(
    summaries: Sequence[Summary],
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """Give claims and citations their ids (`C1`, `Q1`, …), counted through all summaries.

    The same span of the same source is one citation, however many claims rest on it. Claims on the
    very same spans get different keys by their order.
    """
    ids: dict[str, str] = {}
    citations: list[Citation] = []
    claims: list[Claim] = []
    seen: Counter[str] = Counter()
    for summary in summaries:
        for citation in summary.citations:
            if citation.id not in ids:
                ids[citation.id] = f"Q{len(ids) + 1}"
                citations.append(citation.model_copy(update={"id": ids[citation.id]}))
        for claim in summary.claims:
            seen[claim.key] += 1
            nth = seen[claim.key]
            key = claim.key if nth == 1 else _hash(f"{claim.key}#{nth}")
            cited = tuple(ids[citation] for citation in claim.citations)
            update = {"id": f"C{len(claims) + 1}", "key": key, "citations": cited}
            claims.append(claim.model_copy(update=update))
    return tuple(claims), tuple(citations)


def _check_one(
    draft: DraftClaim, passage: Passage, article: Article, names: frozenset[str]
) -> tuple[Claim, tuple[Citation, ...]] | Rejection:
    sentences = [passage.sentence(n) for n in dict.fromkeys(draft.evidence)]
    cited = [sentence for sentence in sentences if sentence is not None]
    if not cited or len(cited) < len(sentences):
        return _left_out(
            draft, passage, "no-such-sentence", "it names a sentence that is not there"
        )
    quotations = [sentence.text for sentence in cited]
    dated = make_absolute(draft.statement, article.date)
    if dated.unresolved:
        why = f"it says {dated.unresolved!r}, for which the text gives no day"
        return _left_out(draft, passage, "relative-date", why)
    stated = [time.value for text in quotations for time in times_of(text, article.date)]
    added = differences(dated.text, quotations, names=names, dates=stated)
    if added:
        why = f"it {' and '.join(str(difference) for difference in added[:3])}"
        return _left_out(draft, passage, "adds-to-its-source", why)
    if draft.speaker and not _is_named(draft.speaker, quotations, names):
        return _left_out(draft, passage, "speaker-not-in-source", "its speaker is not in the text")
    loose = dangling(dated.text)
    speaker = draft.speaker
    if loose is None and speaker and (is_generic(speaker) or is_pronoun(speaker)):
        loose = speaker
    if loose:
        why = f"it says {loose!r}, which points at another sentence"
        return _left_out(draft, passage, "dangling", why)
    if speaker is None and is_all_quotation(dated.text):
        return _left_out(draft, passage, "nameless-quotation", "nobody is named as saying it")
    citations = tuple(_cite(sentence, article) for sentence in cited)
    return _claim(draft, dated, article, citations), citations


def _left_out(draft: DraftClaim, passage: Passage, rule: str, reason: str) -> Rejection:
    return Rejection(
        source=passage.source,
        statement=draft.statement,
        outcome="withheld" if rule in _WITHHELD else "rejected",
        rule=rule,
        reason=reason,
    )


def _claim(
    draft: DraftClaim, dated: Dated, article: Article, citations: tuple[Citation, ...]
) -> Claim:
    hedges = _hedges(draft, dated.text, citations)
    spans = ",".join(f"{citation.start}-{citation.end}" for citation in citations)
    checks = ["support:rules"]
    if any(time.basis == "inferred" for time in dated.times):
        checks.append("date:inferred")
    if dated.undated:
        checks.append("date:unstated")
    return Claim(
        id=f"{article.id}:{spans}",
        key=_hash(f"{article.text_sha256}:{spans}"),
        statement=dated.text,
        kind=draft.kind,
        speaker=Speaker(name=draft.speaker) if draft.speaker else None,
        via=draft.via,
        verb=draft.verb or "reports",
        polarity=draft.polarity,
        certainty=min(draft.certainty, certainty(hedges), key=_FIRMNESS.index),
        hedges=hedges,
        actors=tuple(dict.fromkeys(draft.actors)),
        time=_time(dated.times or _named_times(draft, article, citations)),
        place=draft.place if draft.place and _stands_in(draft.place, citations) else None,
        citations=tuple(citation.id for citation in citations),
        checks=tuple(checks),
    )


def _named_times(
    draft: DraftClaim, article: Article, citations: tuple[Citation, ...]
) -> tuple[Time, ...]:
    """Resolve the words a drafter gives for when, if the quotations hold them."""
    wanted = " ".join(draft.time.lower().split()) if draft.time else ""
    return tuple(
        time
        for citation in citations
        for time in times_of(citation.exact, article.date)
        if wanted and " ".join(time.text.lower().split()) in wanted
    )


def _time(times: tuple[Time, ...]) -> Time | None:
    """Pick the most exact of the times stated: a day before a month before a year."""
    exact = [time for time in times if not time.value.startswith("X")]
    candidates = exact or list(times)
    if not candidates:
        return None
    longest = max(len(time.value.split("/")[0]) for time in candidates)
    best = [time for time in candidates if len(time.value.split("/")[0]) == longest]
    # Of two years in one sentence only its reader knows which is the event's.
    return best[0] if len({time.value for time in best}) == 1 else None


def _hedges(draft: DraftClaim, statement: str, citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """Keep the hedges that the drafter names and the quotation holds, and the statement's own."""
    named = [hedge for hedge in draft.hedges if _stands_in(hedge, citations)]
    found = [hedge.text for hedge in find_hedges(statement)]
    lowered = {hedge.lower(): hedge for hedge in (*found, *named)}
    return tuple(lowered.values())


def _cite(sentence: Sentence, article: Article) -> Citation:
    text = article.text
    return Citation(
        id=f"{article.id}:{sentence.start}-{sentence.end}",
        source=article.id,
        start=sentence.start,
        end=sentence.end,
        exact=text[sentence.start : sentence.end],
        prefix=text[max(0, sentence.start - _CONTEXT) : sentence.start],
        suffix=text[sentence.end : sentence.end + _CONTEXT],
    )


def _is_named(speaker: str, quotations: Sequence[str], names: frozenset[str]) -> bool:
    known = {word.lower() for text in (*quotations, *names) for word in _WORD.findall(text)}
    words = [word.lower() for word in _WORD.findall(speaker)]
    return bool(words) and sum(word in known for word in words) >= max(1, len(words) // 2)


def _stands_in(words: str, citations: tuple[Citation, ...]) -> bool:
    wanted = " ".join(words.lower().split())
    return any(wanted in " ".join(citation.exact.lower().split()) for citation in citations)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
