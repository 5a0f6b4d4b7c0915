"""What the words of a relative date are: its unit, its number, its name, and which way it goes."""

from typing import NamedTuple

from briefing.tradecraft import dates_lexicon as lexicon

_STEPS = {"L": -1, "T": 0, "X": 1}


class RelativeWords(NamedTuple):
    """The words of a relative date by what they are.

    `step` is -1 for last, 0 for this, 1 for next. `how_many` is `None` if there is none, 0 if it
    is vague. `unit` is in the singular. `name` is the number of a month, season or weekday.
    """

    codes: str
    first: str
    step: int
    unit: str
    plural: bool
    how_many: int | None
    name: int


def read_words(tokens: list[str], codes: str) -> RelativeWords:
    """Sort the tokens of a relative date by their codes."""
    units = lexicon.date_words().units
    plurals = units.short | units.long
    lowered = [token.lower() for token in tokens]
    unit = next((t for t, code in zip(lowered, codes, strict=True) if code in "UuE"), "")
    return RelativeWords(
        codes=codes,
        first=lowered[0],
        step=next((_STEPS[code] for code in codes if code in _STEPS), 0),
        unit=plurals.get(unit, unit),
        plural=unit.endswith("s"),
        how_many=_how_many(lowered, codes),
        name=next((_name(t, c) for t, c in zip(lowered, codes, strict=True) if c in "MmSfW"), 0),
    )


def _how_many(lowered: list[str], codes: str) -> int | None:
    counts = lexicon.date_words().counts
    numbers = [
        int(token) if code in "DN" else counts.get(token, 1)
        for token, code in zip(lowered, codes, strict=True)
        if code in "CkDN"
    ]
    if not numbers:
        return None
    return 0 if 0 in numbers or "&" in codes else sum(numbers)


def _name(token: str, code: str) -> int:
    if code == lexicon.WEEKDAY:
        return lexicon.date_words().weekdays.plain[token.capitalize()]
    if code in lexicon.SEASON + lexicon.FALL:
        return lexicon.date_words().seasons[token]
    return lexicon.month_numbers()[token]
