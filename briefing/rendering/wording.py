"""The fixed words of a page: labels, the reading box, and how sources and grades are put."""

from briefing.records.articles import ArticleDate
from briefing.records.briefings import Briefing, SentenceKind, Source
from briefing.records.claims import AssessedClaim, Cap, Level
from briefing.tradecraft.dates_edtf import in_words
from briefing.tradecraft.wording import counted, listed

KIND_LABELS: dict[SentenceKind, str] = {
    "claim": "Reported",
    "judgement": "Judgement",
    "conflict": "Conflict",
    "gap": "Gap",
    "withheld": "Withheld",
    "process": "Note",
}
KIND_GLYPHS: dict[SentenceKind, str] = {
    "claim": "❝",
    "judgement": "◆",
    "conflict": "≠",
    "gap": "?",
    "withheld": "⊘",
    "process": "–",
}
LEVEL_GLYPHS: dict[Level, str] = {"low": "●○○", "moderate": "●●○", "high": "●●●"}

HOW_TO_READ_HEADING = "How to read this"
# At most 60 words with its heading: `docs/tradecraft.md`, "Layout".
HOW_TO_READ_KINDS: tuple[tuple[SentenceKind, str], ...] = (
    ("claim", "a source says so"),
    ("judgement", "drawn from reports"),
    ("conflict", "sources disagree"),
    ("gap", "not known"),
    ("withheld", "left out, and why"),
    ("process", "about the work"),
)
HOW_TO_READ_LEVELS_HEADING = "Confidence rates sourcing, not likelihood"
HOW_TO_READ_LEVELS: tuple[tuple[Level, str], ...] = (
    ("high", "several good sources agree"),
    ("moderate", "plausible, thinly sourced"),
    ("low", "scant, hedged or disputed"),
)
HOW_TO_READ_GRADES = "F means not assessed, not bad."
HOW_TO_READ_REFERENCES = "S1 C4: source 1, claim 4."

_RELIABILITY = {
    "A": "source completely reliable",
    "B": "source usually reliable",
    "C": "source fairly reliable",
    "D": "source not usually reliable",
    "E": "source unreliable",
    "F": "source not assessed",
}
_CREDIBILITY = {
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
_CAPS: dict[Cap, str] = {
    "one-origin": "one origin only",
    "weak-origins": "no origin that is named and accountable",
    "possibility": "a possibility or a forecast",
    "conflict": "an open conflict",
    "responsibility": "responsibility for an attack or a crime",
    "high-bar": "the conditions for high are not met",
}


def status_words(briefing: Briefing) -> str:
    """Return the status in capitals. Without a review the word is DRAFT, whatever the field says.

    See `docs/tradecraft.md`, "Twelve rules": no reviewer and date, no release.
    """
    if briefing.status == "approved" and briefing.review is not None:
        return "REVIEWED"
    return "DRAFT, NOT REVIEWED"


def generator_words(briefing: Briefing) -> str:
    """Return the line that says what drafted, what checked, and who read it."""
    version = f"briefing {briefing.generator.version}"
    if briefing.generator.model == "extractive":
        drafted = f"Drafted without a language model, by the rules of {version}"
    else:
        drafted = f"Drafted with a language model ({briefing.generator.model}, {version})"
    reviewed = "not reviewed"
    if briefing.status == "approved" and briefing.review is not None:
        reviewed = f"reviewed by {', '.join(briefing.review.by)} on {briefing.review.at[:10]}"
    return f"{drafted}; quotations checked by program; {reviewed}."


def incomplete_words(briefing: Briefing) -> str:
    """Return what is missing from the briefing in one sentence; empty if nothing is."""
    articles, passages = briefing.ledger.articles, briefing.ledger.passages
    missing = []
    if briefing.refused:
        missing.append(f"{counted(len(briefing.refused), 'input')} refused")
    if articles.failed:
        missing.append(f"{counted(articles.failed, 'article')} failed")
    if passages.failed:
        missing.append(f"{passages.failed} of {counted(passages.total, 'passage')} not drafted")
    return f"This briefing is incomplete: {listed(tuple(missing))}." if missing else ""


def source_words(source: Source) -> str:
    """Return title, author, publisher and date of a source in one line."""
    title = f"“{source.title}”" if source.title else "untitled"
    author = source.author or "author not stated"
    names = [author] if source.publisher is None else [author, source.publisher]
    return ", ".join((title, *names, date_words(source.date)))


def date_words(date: ArticleDate | None) -> str:
    """Return when an article was published, and whether it says so itself."""
    if date is None:
        return "date not stated"
    if date.basis == "stated":
        return in_words(date.value)
    return f"date not stated; estimated {in_words(date.value.rstrip('~'))} from the text"


def speaker_words(claim: AssessedClaim) -> str:
    """Return who says a claim, through whom, and how firmly the text puts it."""
    name = claim.speaker.name if claim.speaker is not None else "the article’s own voice"
    via = f", via {', '.join(claim.via)}" if claim.via else ""
    hedges = f" (“{'”, “'.join(claim.hedges)}”)" if claim.hedges else ""
    denied = ", says that it is not so" if claim.polarity == "negative" else ""
    return f"From {name}{via}; put as {claim.certainty}{hedges}{denied}."


def grade_words(claim: AssessedClaim, source: Source | None) -> str:
    """Return the sourcing level with its reasons, and the pair of grades with words."""
    confidence = claim.confidence
    reasons = f": {'; '.join(confidence.reasons)}" if confidence.reasons else ""
    cap = f" (limited by: {_CAPS[confidence.cap]})" if confidence.cap else ""
    reliability = source.reliability.grade if source is not None else "F"
    pair = f"{reliability}{claim.credibility}"
    words = f"{_RELIABILITY[reliability]}; {_CREDIBILITY.get(claim.credibility, 'not graded')}"
    return f"Sourcing {confidence.level}{reasons}{cap}. {pair} ({words})."
