"""Read the claims of a passage by rules: who says it, how firmly, about whom, when, how many."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.records.drafts import ClaimKind, DraftClaim
from briefing.records.passages import Passage, Sentence
from briefing.records.record import Record
from briefing.tradecraft.attribution import Attribution, quotation_spans, read_attribution
from briefing.tradecraft.dates import mentions
from briefing.tradecraft.hedges import certainty, find_hedges, has_negation
from briefing.tradecraft.names import find_names
from briefing.tradecraft.numbers import quantities
from briefing.tradecraft.references import is_generic
from briefing.tradecraft.shortening import sentence_case, shorten, words
from briefing.tradecraft.speakers import is_pronoun, looks_like_a_person
from briefing.tradecraft.word_lists import load_words, phrase_pattern

_MIN_WORDS = 5
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
    r"might|set to|plans to|plan to|about to|unlikely to)(?![\w-])"
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
_NO_STATEMENT = re.compile(r"(?:\?[\"”’»']*|:)$")  # a question, or what only announces


class _Context(Record):
    """What the sentences before say about who is speaking."""

    speaker: str | None = None
    sentence: int | None = None
    quoted: bool = False
    announced: tuple[str, int, int] | None = None
    """Who "reports:", the sentence that says so, and the paragraph it announces."""
    full_names: tuple[tuple[str, str, int], ...] = ()
    """Surname, the words that first introduced the person, and the sentence that did."""


def read(passage: Passage) -> tuple[DraftClaim, ...]:
    """Read the statements of a passage, in reading order, at most one a sentence."""
    return tuple(_claims(passage))[:40]


def _claims(passage: Passage) -> Iterator[DraftClaim]:
    common = frozenset(_WORD.findall(" ".join(s.text for s in passage.sentences)))
    context = _Context()
    for sentence in (*passage.before, *passage.sentences):
        attribution = read_attribution(sentence.text)
        claim, context = _read_sentence(sentence, attribution, context, common)
        if claim is not None and sentence.number >= passage.sentences[0].number:
            citable = tuple(n for n in claim.evidence if passage.sentence(n) is not None)
            if citable == claim.evidence:
                yield claim


def _read_sentence(
    sentence: Sentence,
    attribution: Attribution | None,
    context: _Context,
    common: frozenset[str],
) -> tuple[DraftClaim | None, _Context]:
    text = _without_lead_in(sentence.text)
    spoken = _spoken(text, sentence, attribution, context)
    after = _remember(sentence, attribution, spoken, context)
    if not _makes_a_statement(text):
        return None, after
    if attribution and spoken.speaker is None:
        spoken = spoken.model_copy(update={"speaker": attribution.speaker})
    statement = _fit(sentence_case(spoken.text))
    if statement is None:
        return None, after
    return _draft(statement, sentence, spoken, attribution, common), after


class _Spoken(Record):
    """A sentence with its speaker put in words, and the sentences that show who it is."""

    text: str
    speaker: str | None
    evidence: tuple[int, ...]


def _spoken(
    text: str, sentence: Sentence, attribution: Attribution | None, context: _Context
) -> _Spoken:
    own = (sentence.number,)
    if attribution is None:
        if context.announced and context.announced[2] == sentence.paragraph:
            speaker, announced_by, _ = context.announced
            said = f"{_short_name(speaker)} reports: {text}"
            return _Spoken(text=said, speaker=speaker, evidence=(sentence.number, announced_by))
        if context.speaker and context.quoted and _is_all_quotation(text):
            evidence = own if context.sentence is None else (sentence.number, context.sentence)
            lead = _short_name(context.speaker)
            return _Spoken(text=f"{lead} said: {text}", speaker=context.speaker, evidence=evidence)
        return _Spoken(text=text, speaker=None, evidence=own)
    if is_pronoun(attribution.speaker) or is_generic(attribution.speaker):
        return _resolve_pronoun(text, sentence, attribution, context)
    surname = attribution.speaker.split()[-1]
    for known, introduction, number in context.full_names:
        if known == surname and len(attribution.speaker.split()) <= 2:
            both = own if number == sentence.number else (sentence.number, number)
            return _Spoken(text=text, speaker=introduction, evidence=both)
    return _Spoken(text=text, speaker=attribution.speaker, evidence=own)


def _resolve_pronoun(
    text: str, sentence: Sentence, attribution: Attribution, context: _Context
) -> _Spoken:
    """Put the last speaker for "he", "she" or "the group", if they fit."""
    pointer, verb = attribution.speaker, re.escape(attribution.verb)
    unresolved = _Spoken(text=text, speaker=None, evidence=(sentence.number,))
    if context.speaker is None or context.sentence is None or not _fits(pointer, context.speaker):
        return unresolved
    name, points = _short_name(context.speaker), re.escape(pointer)
    pattern = re.compile(rf"(?<![\w-]){points}(?=\s+(?:\w+\s+)?{verb})|(?<={verb}\s){points}")
    inner = re.sub(r"^The\s", "the ", name)
    resolved = pattern.sub(lambda match: inner if match.start() else name, text, count=1)
    if resolved == text:
        return unresolved
    return _Spoken(
        text=resolved, speaker=context.speaker, evidence=(sentence.number, context.sentence)
    )


def _fits(pointer: str, speaker: str) -> bool:
    """Tell whether "he" can be this speaker, or "the group" this "… Group"."""
    if pointer.lower() in {"he", "she"}:
        return looks_like_a_person(speaker) or len(_short_name(speaker).split()) == 1
    return is_generic(pointer) and pointer.split()[-1].lower() in speaker.lower().split()


def _remember(
    sentence: Sentence, attribution: Attribution | None, spoken: _Spoken, context: _Context
) -> _Context:
    """Carry over who spoke last: forgotten as soon as a sentence is in another voice."""
    announces = attribution is not None and sentence.text.rstrip().endswith(":")
    if attribution and spoken.speaker and announces and not attribution.quoted:
        heard = (spoken.speaker, sentence.number, sentence.paragraph + 1)
        return _Context(announced=heard, full_names=context.full_names)
    if spoken.speaker is None or (attribution is None and not _is_all_quotation(sentence.text)):
        return _Context(announced=context.announced, full_names=context.full_names)
    names = context.full_names
    person = attribution and looks_like_a_person(attribution.speaker)
    if attribution and person:
        core = attribution.speaker.split(",")[0]
        entry = (_short_name(core).split()[-1], attribution.speaker, sentence.number)
        names = names if any(known[0] == entry[0] for known in names) else (*names, entry)
    quoted = attribution.quoted if attribution else True
    shown_by = context.sentence if attribution is None else sentence.number
    if attribution and is_pronoun(attribution.speaker):
        shown_by = context.sentence
    return _Context(speaker=spoken.speaker, sentence=shown_by, quoted=quoted, full_names=names)


def _draft(
    statement: str,
    sentence: Sentence,
    spoken: _Spoken,
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
        verb=attribution.verb if attribution else ("said" if spoken.speaker else None),
        polarity="negative" if has_negation(_main_clause(statement)) else "positive",
        certainty=certainty(hedges),
        hedges=hedges,
        actors=names[:_MAX_NAMES],
        time=dates[0].text[:60] if dates else None,
        place=None,
    )


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
    if words(text) < _MIN_WORDS or _NO_STATEMENT.search(text.strip()):
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
    plain = _DATELINE.sub("", plain)
    for _ in range(2):
        match = _lead_in().match(plain)
        if match is None:
            break
        plain = plain[match.end() :][:1].upper() + plain[match.end() + 1 :]
    return plain


def _is_all_quotation(text: str) -> bool:
    spans = quotation_spans(text)
    inside = sum(end - start for start, end in spans)
    return bool(spans) and inside >= 0.85 * len(text.strip())


def _short_name(speaker: str) -> str:
    """Return a speaker's name without role: "counter-terrorism expert David Otto" is David Otto."""
    core = speaker.split(",")[0]
    names = find_names(core)
    return names[-1].text if looks_like_a_person(core) and names else core


def _main_clause(statement: str) -> str:
    return re.split(r",?\s+(?:which|who|although|while|because|that)\s", statement, maxsplit=1)[0]
