"""Words of likelihood, confidence and advice that a composed sentence may not bring in itself.

Likelihood belongs to whoever judged it, confidence is computed, advice is for people to give
(`docs/tradecraft.md`, "Likelihood").
"""

import re
from functools import cache

from briefing.tradecraft.word_lists import load_words, phrase_pattern

_LISTS = ("icd203_row1", "icd203_row2", "phia", "fillers", "advice", "vouching")


def brought_in(sentence: str, evidence: str) -> tuple[str, ...]:
    """Return the words of these lists that a sentence uses and its evidence does not.

    Words of confidence always count: whoever wrote the evidence, the level is for rules to say.
    """
    theirs = {match.group().lower() for match in _pattern().finditer(evidence)}
    used = (match.group() for match in _pattern().finditer(sentence))
    own = [word for word in used if word.lower() not in theirs]
    own += [match.group() for match in _confidence().finditer(sentence)]
    return tuple(dict.fromkeys(own))


def mixes_confidence_and_likelihood(sentence: str) -> bool:
    """Tell whether one sentence holds a word of confidence and one of likelihood (ICD 203)."""
    return bool(_confidence().search(sentence)) and bool(_likelihood().search(sentence))


@cache
def _pattern() -> re.Pattern[str]:
    words = load_words("likelihood")
    return phrase_pattern(word for key in _LISTS for word in words[key])


@cache
def _likelihood() -> re.Pattern[str]:
    words = load_words("likelihood")
    return phrase_pattern(word for key in _LISTS[:3] for word in words[key])


@cache
def _confidence() -> re.Pattern[str]:
    return phrase_pattern(load_words("likelihood")["confidence"])
