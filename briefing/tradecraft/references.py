"""References that leave a sentence hanging when it stands alone: pronouns and "the group".

A sentence on a page has lost its neighbours, so whatever points at them must be resolved first
(`docs/tradecraft.md`, "Sentences that stand alone"). The test is by order: a pronoun is at home if
something it can stand for comes before it in the same sentence.
"""

import re
from functools import cache
from itertools import chain

from briefing.tradecraft.attribution import quotation_spans
from briefing.tradecraft.names import find_names
from briefing.tradecraft.word_lists import load_words, phrase_pattern

_PERSONAL = re.compile(r"(?<![\w'’-])(?:he|she|him|her|his|hers|himself|herself)(?![\w-])", re.I)
_IMPERSONAL = re.compile(
    r"(?<![\w'’-])(?:it|its|they|them|their|theirs|itself|themselves)(?![\w-])", re.I
)
_EXPLETIVE = re.compile(
    r"(?<![\w-])it\s(?:is|was|would be|will be|may be|might be|seems?|appears?|takes?|took|"
    r"remains?)\s"
    r"(?:\w+\s){0,2}(?:that|to|whether|how|if|when|unclear|clear|likely|unlikely|said|possible)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"(?<![\w'’-])(?:I|me|[Mm]y|myself|[Ww]e|us|[Oo]ur|ours|ourselves)(?!\w|\.\w)"
)
_SECOND_PERSON = re.compile(r"(?<![\w'’-])(?:you|your|yours)(?!\w)", re.IGNORECASE)
_POINTER = re.compile(
    r"(?<![\w-])(?:this|these|those|such|the above|the following|the two|the opposite|"
    r"the other(?! hand)|(?<!one )another|(?:after|before|since|in|at|by|of|on|for|during|"
    r"following|with|from) that(?= [a-z]+\b(?<!the)))(?![\w-])",
    re.IGNORECASE,
)
_SAME = re.compile(r"(?<![\w-])(?<!and )(?<!at )the same(?! time)(?![\w-])", re.IGNORECASE)
_LATTER = re.compile(
    r"(?<![\w-])the (?:latter|former(?=\s(?:is|was|has|had|and)|,))", re.IGNORECASE
)
_CONTRAST = re.compile(r"[,(]\s?(?:although|though|but|he|she|they)\s", re.IGNORECASE)
_IDENTIFIED = re.compile(r"\s(?:that|who|which|where|whose|of|to|led|behind|known|called|named)\b")
_POINTER_IN_PLACE = re.compile(
    r"(?<![\w-])(?:those who|those in|those of|such as|at the same time|the two (?:sides|countries|"
    r"leaders|parties|companies|groups)|this (?:year|month|week|summer|spring|autumn|winter|fall|"
    r"morning|evening|afternoon|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|"
    r"February|March|April|May|June|July|August|September|October|November|December))(?![\w-])",
    re.IGNORECASE,
)
_ONES = re.compile(
    r"^(?:some of them|most of them|many of them|one of them|others|another|both|neither|either|"
    r"the (?:first|second|third|last)(?=,|\s(?:was|is|came|said)\b)|if (?:that|so)|then)\b",
    re.IGNORECASE,
)
# After these the speaker is not whom "he" means: "Wells alleged that he had forged it".
_ANOTHER_MEANT = re.compile(
    r"(?<![\w-])(?:alleged|alleges|accused|claimed|claims|charged|complained) that (?:he|she)\b"
)
# "the Islamist outfit", "the Danish firm": described, but still not named.
_DESCRIBED = re.compile(
    r"(?<![\w-])[Tt]he (?:[A-Za-z]+ )(?:groups?|outfit|organi[sz]ations?|company|firm|coalition|"
    r"alliance|man|woman|pair|giant|maker|agency)(?=\s(?:is|was|has|had|said|says|will|would|also|"
    r"denied|did|does|did|\w+ed)\b)"
)
_THING = re.compile(r"\b(?:the|a|an|each|every)\s[a-z]{3,}", re.IGNORECASE)


def dangling(sentence: str) -> str | None:
    """Name the first word that points outside a sentence; `None` if it stands alone.

    Quoted speech may say "I" and "we" (its speaker is named); nothing else may. A personal pronoun
    needs a name before it in the sentence, "it" and "they" a name or a noun, and a definite generic
    noun ("the group") a name.
    """
    own_voice = _without_quotations(sentence)
    first_person = _FIRST_PERSON.search(own_voice) or _SECOND_PERSON.search(own_voice)
    if first_person:
        return first_person.group()
    first_name = min((name.start for name in find_names(own_voice)), default=len(sentence))
    ones = _ONES.match(own_voice.strip())
    if ones:
        return ones.group()
    another = _ANOTHER_MEANT.search(own_voice)
    if another:
        return another.group().split()[-1]
    return (
        _pointing(own_voice)
        or _same(own_voice)
        or _latter(own_voice)
        or _before(_PERSONAL, own_voice, first_name)
        or _generic_noun(own_voice, first_name)
        or _before(_DESCRIBED, own_voice, first_name)
        or _before_noun(own_voice, first_name)
    )


def is_generic(phrase: str) -> bool:
    """Tell whether a noun phrase only points: "the group", "the company"."""
    return _generic().fullmatch(phrase.strip()) is not None


def _pointing(text: str) -> str | None:
    """Find "this", "these", "such": at home only after a break, with a name and a noun before."""
    allowed = [match.span() for match in _POINTER_IN_PLACE.finditer(text)]
    for match in _POINTER.finditer(text):
        if any(start <= match.start() < end for start, end in allowed):
            continue
        before = text[: match.start()]
        contrast = _CONTRAST.search(before)
        if contrast is None or not find_names(before[: contrast.start()]):
            return match.group()
    return None


def _same(text: str) -> str | None:
    """Find "the same", which compares with what is not there unless two names stand before it."""
    match = _SAME.search(text)
    if match is None:
        return None
    return None if len(find_names(text[: match.start()])) > 1 else match.group()


def _latter(text: str) -> str | None:
    match = _LATTER.search(text)
    if match is None:
        return None
    named = [name for name in find_names(text) if name.end <= match.start()]
    return None if len({name.text for name in named}) > 1 else match.group()


def _before(pattern: re.Pattern[str], text: str, first_name: int) -> str | None:
    match = pattern.search(text)
    return match.group() if match and match.start() < first_name else None


def _generic_noun(text: str, first_name: int) -> str | None:
    nameless = first_name == len(text)
    found = [_generic().finditer(text, 0, first_name)]
    found += [_topical().finditer(text)] if nameless else []
    for match in chain.from_iterable(found):
        noun = match.group().split()[-1]
        if noun.islower() and not _IDENTIFIED.match(text, match.end()):
            return match.group()
    return None


def _before_noun(text: str, first_name: int) -> str | None:
    expletives = [match.span() for match in _EXPLETIVE.finditer(text)]
    for match in _IMPERSONAL.finditer(text, 0, first_name):
        if any(start <= match.start() < end for start, end in expletives):
            continue
        singular = match.group().lower() in {"it", "its", "itself"}
        antecedent = (_THING if singular else _people()).search(text, 0, match.start())
        if antecedent is None:
            return match.group()
    return None


@cache
def _people() -> re.Pattern[str]:
    listed = phrase_pattern(load_words("references")["people"]).pattern
    return re.compile(
        rf"{listed}|(?<![\w-])[a-z]{{3,}}(?:ers|ors|ists|ians|ees|ants|eers)(?![\w-])", re.I
    )


@cache
def _generic() -> re.Pattern[str]:
    return phrase_pattern(
        f"{determiner} {noun}"
        for noun in load_words("references")["generic"]
        for determiner in ("the", "that", "both")
    )


@cache
def _topical() -> re.Pattern[str]:
    return phrase_pattern(f"the {noun}" for noun in load_words("references")["topical"])


def _without_quotations(sentence: str) -> str:
    chars = list(sentence)
    for start, end in quotation_spans(sentence):
        chars[start:end] = " " * (end - start)
    return "".join(chars)
