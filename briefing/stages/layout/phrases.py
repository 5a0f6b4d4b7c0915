"""Fixed phrases of a page: confidence, dates of sources, descriptors."""

from datetime import date

from briefing.records.articles import Article
from briefing.records.briefings import Source
from briefing.records.claims import Cap, Confidence, Time
from briefing.records.findings import Directness
from briefing.tradecraft.dates import wording
from briefing.tradecraft.shortening import words
from briefing.tradecraft.wording import counted

CREDIBILITY = {
    1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable",
    6: "cannot be judged",
}  # fmt: skip
DIRECTNESS: dict[Directness, str] = {
    "recording": "original recording",
    "document": "document",
    "on-record": "speaker on record",
    "institution": "institution on record",
    "specialist": "specialist body",
    "agency": "news agency’s own reporting",
    "expert": "named expert",
    "author": "author, without shown evidence",
    "anonymous-official": "unnamed official",
    "anonymous": "unnamed speaker",
    "unattributed": "not attributed",
    "party": "a party’s own account",
}


_CAPPED: dict[Cap | None, str] = {
    "possibility": "a possibility or a forecast",
    "conflict": "sources conflict",
    "responsibility": "blame for violence or crime",
}
_A_COMMENT = 200  # code points; less is the form that asks for comments
_SAID = "that it was said"  # of a speech act the level covers only this


def confidence_sentence(confidence: Confidence, max_words: int, label: str = "Confidence") -> str:
    """Return "Confidence is low: one origin, strong hedge." with as many reasons as fit.

    For what somebody is quoted with: "Confidence that it was said is low: one origin."
    """
    spoken = confidence.reasons[:1] == (_SAID,)
    text = f"{label}{f' {_SAID}' if spoken else ''} is {confidence.level}"
    reasons: list[str] = []
    capped = (_CAPPED[confidence.cap],) if confidence.cap in _CAPPED else ()
    against = [reason for reason in confidence.reasons if reason != "specific"]
    for reason in (*capped, *against[1 if spoken else 0 :]):
        longer = f"{text}: {', '.join([*reasons, reason])}."
        if words(longer) > max_words:
            break
        reasons.append(reason)
    return f"{text}: {', '.join(reasons)}." if reasons else f"{text}."


def day(iso: str) -> str:
    """Return "20 November 2026" for `2026-11-20`."""
    value = date.fromisoformat(iso)
    return f"{value.day} {value:%B %Y}"


def source_line(source: Source) -> str:
    """Return the one-line descriptor of a source: title, who, when, how it is graded."""
    title = f"“{source.title}”" if source.title else "Title not stated"
    who = [name for name in (source.author, source.publisher) if name]
    by = f"by {', '.join(who)}" if who else "author not stated"
    return f"{title}, {by}; {source_date(source)}. {source.descriptor}"


def source_date(source: Source) -> str:
    """Return when a source was published, and whether its text states it."""
    if source.date is None:
        return "date not stated"
    when = wording(Time(text="", value=source.date.value, basis=source.date.basis))
    return when if source.date.basis == "stated" else f"date not stated; {when}, inferred"


def grade(credibility: int, reliability: str) -> str:
    """Return the Admiralty pair with its words: "F3 (source not assessed; possibly true)"."""
    return (
        f"{reliability}{credibility} (source not assessed; {CREDIBILITY[credibility]})"
        if (reliability == "F")
        else f"{reliability}{credibility} ({CREDIBILITY[credibility]})"
    )


def descriptor(article: Article) -> str:
    """Return what a source is, how it is dated, and how it is graded, in one line.

    Nobody has assessed it: the grade is F until a person says otherwise, and F is no blame.
    """
    if article.date is None:
        dated = "undated"
    else:
        dated = (
            "dated by its text" if article.date.basis == "stated" else "date inferred from its text"
        )
    paragraphs = len(article.body())
    aside = sum(part.end - part.start for part in article.segments if part.kind == "comment")
    comments = "; reader comments set aside" if aside > _A_COMMENT else ""
    return f"Article of {counted(paragraphs, 'paragraph')}, {dated}{comments}. Not assessed (F)."
