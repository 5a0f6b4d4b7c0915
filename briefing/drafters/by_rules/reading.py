"""Read the claims of a passage by rules: who says it, how firmly, about whom, when, how many."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.drafters.by_rules.speaking import Context, Spoken, remember, speak
from briefing.records.drafts import ClaimKind, DraftClaim
from briefing.records.passages import Passage, Sentence
from briefing.tradecraft.attribution import Attribution, read_attribution
from briefing.tradecraft.content_words import content_words
from briefing.tradecraft.dates import mentions
from briefing.tradecraft.hedges import certainty, denial_pattern, find_hedges, has_negation
from briefing.tradecraft.names import find_names
from briefing.tradecraft.numbers import quantities
from briefing.tradecraft.shortening import sentence_case, shorten, words
from briefing.tradecraft.speakers import is_vouching
from briefing.tradecraft.word_lists import load_words, phrase_pattern

_MIN_WORDS = 5
_MIN_DENIAL = 3  # "He denies it." must not be lost for being short
_DENIED_WITHIN = 2  # sentences after an accusation in which its denial is looked for
_MAX_STATEMENT = 400  # `DraftClaim.statement`
_MAX_NAMES = 8
_WORD = re.compile(r"[a-z]{2,}")
_FINITE = re.compile(
    r"(?<![\w-])(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|"
    r"did|be|been|\w{3,}(?:ed|es|s)|said|told|took|fell|rose|made|went|came|saw|got|held|won|lost|"
    r"began|left|put|set|cut|hit|met|led|paid|sold|sent|built|shut|grew|chose|knew|wrote|found|"
    r"became|gave|kept|brought|bought|spoke|stood|thought|ran|drew|broke|say|believe|want)(?![\w-])",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"(?<![\w-])(?:will|would|shall|is likely to|are likely to|is expected to|are expected to|may|"
    r"might|set to|plans to|plan to|planned for|is planned|are planned|about to|unlikely to)"
    r"(?![\w-])"
)
_RELATIONSHIP = re.compile(
    r"(?<![\w-])(?:pledged? (?:allegiance|loyalty)|allied with|alliance with|merged? with|split "
    r"(?:from|with)|coalition with|partner(?:s|ed)? with|affiliate of|branch of|member of|part of|"
    r"backed by|supported by|joined|cooperat\w+ (?:with|between)|loyal to|at war with)(?![\w-])",
    re.IGNORECASE,
)
# Markdown links and emphasis: of the page, not of the sentence. The quotation keeps them.
_MARKUP = re.compile(
    r"!?\[([^\[\]]{1,200})\]\([^()\s]{1,500}\)|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)"
)
# "PARIS, March 4 (Reuters) - " and its like: where the article was filed, not what it says.
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ .’'/-]{2,40}(?:,\s[\w. ]{2,30}){0,2}\s?(?:\([^()]{2,40}\)\s?)?[-–—]{1,2}\s+"
    r"(?=[A-Z\"“])"
)
_WHERE = frozenset({"in", "at", "near", "across", "outside"})
_OF_WHERE = frozenset({"the", "northern", "southern", "eastern", "western", "central"})
_ACCUSES = re.compile(
    r"(?<![\w-])(?:accus\w+|alleg\w+|charged|blam(?:es|ed|ing)|blame(?!\s+for\b)|claims? that|"
    r"claimed that|fraud|stole|embezzl\w+|brib\w+|murder\w*|rape\w*|assault\w*|guilty|"
    r"forged|corrupt\w*|(?:court|jury|tribunal) (?:heard|was told)|"
    r"prosecutors? (?:[A-Z]\S* ){0,3}(?:said|says|told))(?![\w-])",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"(?<![\w-])(?:den(?:y|ies|ied)|reject(?:s|ed)|disput(?:es|ed)|not guilty|untrue|wrongdoing|"
    r"never (?:was|had|did)|there never was|no such|refut(?:es|ed)|contest(?:s|ed)|was false|"
    r"call(?:s|ed) (?:the|that|this|those) (?:claim|allegation|accusation|charge|report)s?)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_DENIES_ALL = re.compile(
    r"(?<![\w-])(?:den(?:y|ies|ied) (?:all|any|both|the) (?:the )?(?:charges?|allegations?|"
    r"accusations?|wrongdoing)|not guilty)(?![\w-])",
    re.IGNORECASE,
)
_DENIES_THAT = re.compile(r"(?<![\w-])den(?:y|ies|ied) that\s(?P<what>.+)$")
# A question, what only announces, an item of a list, what an article takes back.
_NO_STATEMENT = re.compile(
    r"(?:\?[\"”’»']*|:)$|^[-*•–]\s+[a-z]|^(?:Corrections?|Clarifications?)\s?:"
)
_CLOCK = re.compile(r"^\d{1,2}[:.]\d{2}\s+(?=[A-Z\"“])")  # of a live page: when it was posted


def read(passage: Passage) -> tuple[DraftClaim, ...]:
    """Read the statements of a passage, in reading order, at most one a sentence."""
    return tuple(_claims(passage))[:40]


def _claims(passage: Passage) -> Iterator[DraftClaim]:
    common = frozenset(_WORD.findall(" ".join(s.text for s in passage.sentences)))
    context = Context()
    for place, sentence in enumerate((*passage.before, *passage.sentences)):
        attribution = read_attribution(_CLOCK.sub("", sentence.text))
        claim, context = _read_sentence(sentence, attribution, context, common)
        everything = (*passage.before, *passage.sentences)
        before = everything[max(0, place - _DENIED_WITHIN) : place]
        after = everything[place + 1 : place + 1 + _DENIED_WITHIN]
        claim = claim and _with_denial(claim, before, after)
        if claim is not None and sentence.number >= passage.sentences[0].number:
            citable = tuple(n for n in claim.evidence if passage.sentence(n) is not None)
            if citable == claim.evidence:
                yield claim


def _with_denial(
    claim: DraftClaim, before: tuple[Sentence, ...], after: tuple[Sentence, ...]
) -> DraftClaim | None:
    """Put the denial of an accusation beside it: neither is published alone.

    `None` if both together are too long to be one claim.
    """
    denial = _denial(claim.statement, before, after)
    if denial is None:
        return claim
    both = f"{claim.statement.rstrip('.')} (denied: “{' '.join(denial.text.split()).strip('“”')}”)."
    if len(both) > _MAX_STATEMENT:
        return None
    evidence = tuple(dict.fromkeys((*claim.evidence, denial.number)))[:3]
    return claim.model_copy(update={"statement": both, "evidence": evidence})


def _denial(
    statement: str, before: tuple[Sentence, ...], after: tuple[Sentence, ...]
) -> Sentence | None:
    """Find who denies an accusation, or denies "that" what a statement says."""
    if _ACCUSES.search(statement) and not denial_pattern().search(statement):
        following = next((s for s in after if _DENIES.search(s.text)), None)
        blanket = next((s for s in reversed(before) if _DENIES_ALL.search(s.text)), None)
        if following or blanket:
            return following or blanket
    if _DENIES_THAT.search(statement):
        return None
    return next((s for s in after if _shares(statement, _DENIES_THAT.search(s.text))), None)


def _shares(statement: str, denial: re.Match[str] | None) -> bool:
    """Tell whether what is denied has a content word of a statement, names aside."""
    if denial is None:
        return False
    small = " ".join(word for word in denial["what"].split() if word[:1].islower())
    return bool(frozenset(content_words(small)) & frozenset(content_words(statement)))


def _read_sentence(
    sentence: Sentence,
    attribution: Attribution | None,
    context: Context,
    common: frozenset[str],
) -> tuple[DraftClaim | None, Context]:
    text = _without_lead_in(sentence.text)
    spoken = speak(text, sentence, attribution, context)
    after = remember(sentence, attribution, spoken, context)
    if not _makes_a_statement(text):
        return None, after
    if attribution and spoken.speaker is None:
        spoken = spoken.model_copy(update={"speaker": attribution.speaker})
    statement = _fit(sentence_case(_without_vouching(spoken.text, attribution)))
    if statement is None:
        return None, after
    return _draft(statement, sentence, spoken, attribution, common), after


def _without_vouching(text: str, attribution: Attribution | None) -> str:
    """Write "said" for "confirmed" and "revealed": a page does not vouch for its sources."""
    if attribution is None or not is_vouching(attribution.verb):
        return text
    return re.sub(rf"\b{re.escape(attribution.verb)}\b(?=\s+that\b)", "said", text, count=1)


def _draft(
    statement: str,
    sentence: Sentence,
    spoken: Spoken,
    attribution: Attribution | None,
    common: frozenset[str],
) -> DraftClaim:
    hedges = tuple(dict.fromkeys(hedge.text for hedge in find_hedges(statement)))[:6]
    dates = mentions(statement)
    names = tuple(dict.fromkeys(name.text for name in find_names(statement, common)))
    return DraftClaim(
        statement=statement,
        evidence=spoken.evidence,
        kind=_kind(statement, attribution),
        speaker=spoken.speaker,
        via=tuple(name[:120] for name in attribution.via) if attribution else (),
        verb=_verb(attribution) if attribution else ("said" if spoken.speaker else None),
        polarity="negative" if has_negation(_main_clause(statement)) else "positive",
        certainty=certainty(hedges),
        hedges=hedges,
        actors=names[:_MAX_NAMES],
        time=dates[0].text[:60] if dates else None,
        place=_place(statement),
    )


def _verb(attribution: Attribution) -> str:
    return "said" if is_vouching(attribution.verb) else attribution.verb


def _place(statement: str) -> str | None:
    """Return the first name that stands after "in", "at" or "near"."""
    for name in find_names(statement):
        before = statement[: name.start].lower().split()[-2:]
        if before and (before[-1] in _WHERE or (before[0] in _WHERE and before[-1] in _OF_WHERE)):
            return name.text[:80]
    return None


def _kind(statement: str, attribution: Attribution | None) -> ClaimKind:
    foretells = attribution and attribution.verb in load_words("attribution")["foretell"]
    if foretells or _FORECAST.search(statement):
        return "forecast"
    if _RELATIONSHIP.search(statement):
        return "relationship"
    if attribution and attribution.verb in load_words("attribution")["think"]:
        return "assessment"
    if any(any(char.isdigit() for char in amount.text) for amount in quantities(statement)):
        return "figure"
    if attribution:
        return "statement"
    hedged = find_hedges(statement)
    return "assessment" if hedged else "event"


def _makes_a_statement(text: str) -> bool:
    least = _MIN_DENIAL if has_negation(text) else _MIN_WORDS
    if words(text) < least or _NO_STATEMENT.search(text.strip()):
        return False
    return _FINITE.search(text) is not None


def _fit(statement: str) -> str | None:
    if len(statement) <= _MAX_STATEMENT:
        return statement
    shorter = shorten(statement, 60)
    return shorter if shorter and len(shorter) <= _MAX_STATEMENT else None


@cache
def _lead_in() -> re.Pattern[str]:
    lists = load_words("references")
    links = phrase_pattern(lists["lead_ins"], re.RegexFlag(0)).pattern
    vouching = phrase_pattern(lists["vouching"], re.RegexFlag(0)).pattern
    conjunctions = "|".join(lists["conjunctions"])
    return re.compile(
        rf"^(?:(?:{links}),\s+|(?:{vouching}),?\s+|(?:{conjunctions})\s+(?=[A-Za-z]))"
    )


def _without_lead_in(text: str) -> str:
    plain = " ".join(_MARKUP.sub(r"\1", text).split())
    plain = _DATELINE.sub("", _CLOCK.sub("", plain))
    for _ in range(2):
        match = _lead_in().match(plain)
        if match is None:
            break
        plain = plain[match.end() :][:1].upper() + plain[match.end() + 1 :]
    return plain


def _main_clause(statement: str) -> str:
    return re.split(r",?\s+(?:which|who|although|while|because|that)\s", statement, maxsplit=1)[0]
