"""Which dates a sentence can do without: it then says the same, only less."""

import re

from briefing.tradecraft.dates import DateMention
from briefing.tradecraft.hedges import has_negation

_PLAIN_GOVERNING = frozenset({
    "in", "on", "at", "during", "the", "of", "early", "late", "mid", "since", "after", "from", "as",
})  # fmt: skip
_LIMIT = re.compile(
    r"(?<![\w-])(?:before|until|till|by|to|within|between|than|prior|ahead|through|earliest|latest)"
    r"(?:\s(?:the|of|end|at))*$",
    re.IGNORECASE,
)
_SETS_LIMIT = re.compile(r"^(?:before|until|till|by|within|between)(?![\w-])", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?<![\w-])(?:must|or|if|unless|only|deadline|due)(?![\w-])", re.IGNORECASE
)


def may_be_left_out(sentence: str, mention: DateMention) -> bool:
    """Tell whether a sentence says the same, only less, without a date.

    "Not before Friday" without its date is "not": what sets a limit, and what stands in a clause
    with a negation or a condition, must stay.
    """
    governing = sentence[mention.lead : mention.start].lower().split()
    if mention.attributive or any(word not in _PLAIN_GOVERNING for word in governing):
        return False
    before = sentence[: mention.lead].rstrip()
    if _LIMIT.search(before) or _SETS_LIMIT.match(mention.text):
        return False
    return not has_negation(sentence) and not _CONDITION.search(sentence)
