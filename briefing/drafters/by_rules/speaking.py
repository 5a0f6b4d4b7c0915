"""Who is speaking in a sentence, by what the sentences before it say: pronouns and inheritance."""

import re

from briefing.records.passages import Sentence
from briefing.records.record import Record
from briefing.tradecraft.attribution import Attribution, is_all_quotation
from briefing.tradecraft.names import find_names
from briefing.tradecraft.references import is_generic
from briefing.tradecraft.speakers import is_pronoun, looks_like_a_person


class Context(Record):
    """What the sentences before say about who is speaking."""

    speaker: str | None = None
    sentence: int | None = None
    quoted: bool = False
    announced: tuple[str, int, int] | None = None
    """Who "reports:", the sentence that says so, and the paragraph it announces."""
    full_names: tuple[tuple[str, str, int], ...] = ()
    """Surname, the words that first introduced the person, and the sentence that did."""


class Spoken(Record):
    """A sentence with its speaker put in words, and the sentences that show who it is."""

    text: str
    speaker: str | None
    evidence: tuple[int, ...]


def speak(
    text: str, sentence: Sentence, attribution: Attribution | None, context: Context
) -> Spoken:
    """Put the speaker of a sentence in words, as far as the sentences before it show who it is.

    A quotation without a speaker takes the one before it, a block after "X reports:" is X's, and a
    pronoun gives way to the last speaker if it fits. `speaker` is `None` if nothing shows it.
    """
    own = (sentence.number,)
    if attribution is None:
        if context.announced and context.announced[2] == sentence.paragraph:
            speaker, announced_by, _ = context.announced
            said = f"{_short_name(speaker)} reports: {text}"
            return Spoken(text=said, speaker=speaker, evidence=(sentence.number, announced_by))
        if context.speaker and context.quoted and is_all_quotation(text):
            evidence = own if context.sentence is None else (sentence.number, context.sentence)
            lead = _short_name(context.speaker)
            return Spoken(text=f"{lead} said: {text}", speaker=context.speaker, evidence=evidence)
        return Spoken(text=text, speaker=None, evidence=own)
    if is_pronoun(attribution.speaker) or is_generic(attribution.speaker):
        return _resolve_pronoun(text, sentence, attribution, context)
    surname = attribution.speaker.split()[-1]
    for known, introduction, number in context.full_names:
        if known == surname and len(attribution.speaker.split()) <= 2:
            both = own if number == sentence.number else (sentence.number, number)
            return Spoken(text=text, speaker=introduction, evidence=both)
    return Spoken(text=text, speaker=attribution.speaker, evidence=own)


def _resolve_pronoun(
    text: str, sentence: Sentence, attribution: Attribution, context: Context
) -> Spoken:
    """Put the last speaker for "he", "she" or "the group", if they fit."""
    pointer, verb = attribution.speaker, re.escape(attribution.verb)
    unresolved = Spoken(text=text, speaker=None, evidence=(sentence.number,))
    if context.speaker is None or context.sentence is None or not _fits(pointer, context.speaker):
        return unresolved
    name, points = _short_name(context.speaker), re.escape(pointer)
    pattern = re.compile(rf"(?<![\w-]){points}(?=\s+(?:\w+\s+)?{verb})|(?<={verb}\s){points}")
    inner = re.sub(r"^The\s", "the ", name)
    resolved = pattern.sub(lambda match: inner if match.start() else name, text, count=1)
    if resolved == text:
        return unresolved
    return Spoken(
        text=resolved, speaker=context.speaker, evidence=(sentence.number, context.sentence)
    )


def _fits(pointer: str, speaker: str) -> bool:
    """Tell whether "he" can be this speaker, or "the group" this "… Group"."""
    if pointer.lower() in {"he", "she"}:
        return looks_like_a_person(speaker) or len(_short_name(speaker).split()) == 1
    return is_generic(pointer) and pointer.split()[-1].lower() in speaker.lower().split()


def remember(
    sentence: Sentence, attribution: Attribution | None, spoken: Spoken, context: Context
) -> Context:
    """Carry over who spoke last: forgotten as soon as a sentence is in another voice."""
    announces = attribution is not None and sentence.text.rstrip().endswith(":")
    if attribution and spoken.speaker and announces and not attribution.quoted:
        heard = (spoken.speaker, sentence.number, sentence.paragraph + 1)
        return Context(announced=heard, full_names=context.full_names)
    if spoken.speaker is None or (attribution is None and not is_all_quotation(sentence.text)):
        return Context(announced=context.announced, full_names=context.full_names)
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
    return Context(speaker=spoken.speaker, sentence=shown_by, quoted=quoted, full_names=names)


def _short_name(speaker: str) -> str:
    """Return a speaker's name without role: "counter-terrorism expert David Otto" is David Otto."""
    core = speaker.split(",")[0]
    names = find_names(core)
    return names[-1].text if looks_like_a_person(core) and names else core
