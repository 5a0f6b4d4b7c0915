"""The shapes of quantities, as patterns over the codes of `numbers_lexicon`.

Each rule is one named group; the first that fits wins, and what a `skip` rule fits is no
quantity. No rule repeats anything without a bound on the way back, so a search takes time in
proportion to the text.
"""

import re
from functools import cache
from typing import Final

# Languages that write 2.500,75 where English writes 2,500.75.
DECIMAL_COMMA: Final = ("de", "es", "fr", "it", "nl", "pt")

_ANY = "[1349]"
_POINT = (
    rf"(?:[13](?:,3){{1,6}}|1(?:,1){{1,4}},3|[13](?:[~_]3){{1,6}}|[13](?:'3){{1,6}}|{_ANY})"
    rf"(?:\.{_ANY})?"
)
_COMMA = rf"(?:[13](?:\.3){{1,6}}|[13](?:[~_]3){{1,6}}|{_ANY})(?:,{_ANY})?"

# Figures stand alone: "S1", "COVID-19", "F-16" and "#5" hold none.
_STARTS = r"(?<![A-Za-z1349/:#+.'@])(?<![A-Za-z1349)][-.,])"
_ENDS = r"(?![A-Za-z1349@]|[.,:/'][1349])"
_MAGNITUDE = r"(?:[_~-]?[GV]|K)"
_WORD = r"(?:T(?:[-_][UO])?|U|O)"
# "twenty-one", "two and a half million", "a hundred and five", "half a dozen".
_IN_WORDS = (
    rf"(?<![A-Za-z1349'])(?:{_WORD}(?:_&_k_A)?|k(?=_G)|A(?:[-_]k)?(?=[-_]G))"
    rf"(?:[-_]G|(?<=G)_(?:&_)?{_WORD}){{0,6}}"
)
_MONEY = r"(?:[xky]?\$[_~]?|u[_~]?)?"
_AFTER = r"(?:[_~-]?%|[_~-]P|[_~]c[_~]C|[_~](?:y['_])?u|-u)?"
_FIRST = r"[1349UTOkAsnVRu$+(]|[xky]\$"
_RULES: Final = {
    # 10:30, 10.30 a.m., 5pm, 10 o'clock
    "skip_time": r"1(?:[.:]1){0,2}_?(?:t|[kp]\.K)|1(?::1){1,2}",
    # 555-123-4567, +44 20 7946 0958, (202) 555-0100
    "skip_phone": rf"\+{_ANY}(?:[-_.()~]{{1,2}}{_ANY}){{1,6}}"
    rf"|{_ANY}(?:-{_ANY}){{2,8}}|\(3\)_?3-4|3-4",
    # 9/11, 24/7, 1.2.3
    "skip_code": rf"{_ANY}(?:/{_ANY}){{1,8}}|{_ANY}(?:\.1){{2,8}}(?!3)",
    # "1. ", which opens an item of a list
    "skip_item": r"(?<![^|])1\.(?=_)",
    "between": "(?<=b_)(?P<low>AMOUNT)_&_(?P<high>SECOND)TAIL",
    # "3-5", "3 to 5"; the hyphen of "twenty-one" joins no figures
    "range": "(?P<from>AMOUNT)(?:(?<=[1349KGV%])-(?=[1349$])|_-_|_>_)(?P<to>SECOND)TAIL",
    # a third of, two-thirds, half of
    "fraction": rf"(?<![A-Za-z1349-])(?:(?:k|O)[-_]f(?=_o)|O-f|{_WORD}(?:-F|_F(?=_o))|A(?=_[ox]))",
    # hundreds, tens of thousands, a few hundred
    "vague": r"(?<![A-Za-z1349])(?:s_[GV]|[nV]_o_V|V|R(?=_o))(?![A-Za-z])",
    # 30kg
    "measured": rf"{_STARTS}FIGURES(?=w(?![A-Za-z1349]))",
    "amount": "AMOUNTTAIL",
}


def figures(language: str) -> str:
    """Return the pattern of a number in figures, as a language writes it."""
    return _COMMA if language in DECIMAL_COMMA else _POINT


@cache
def quantity_pattern(language: str) -> re.Pattern[str]:
    """Return the rules for the way a language writes figures.

    The groups `low` and `high` or `from` and `to` are the ends of a range.
    """
    rules = "|".join(f"(?P<{name}>{rule})" for name, rule in _RULES.items())
    spelled = (
        rules.replace("AMOUNT", rf"{_MONEY}(?:{_STARTS}(?:FIGURES){_MAGNITUDE}?|{_IN_WORDS})%?")
        .replace("SECOND", rf"{_MONEY}(?:(?:FIGURES){_MAGNITUDE}?|{_IN_WORDS})")
        .replace("TAIL", f"{_ENDS}{_AFTER}{_ENDS}")
    )
    # Most tokens start no quantity: they are passed over before any rule is tried.
    return re.compile(f"(?={_FIRST})(?:{spelled.replace('FIGURES', figures(language))})")
