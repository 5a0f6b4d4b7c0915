"""Find the dates in running text, in the text's own words.

Explicit dates ("19 January 2018", "in 2014", "late summer 2014") come with their EDTF value.
Relative ones ("last month", "on Sunday", "two years ago") come without: only together with the
day of publication do they mean anything, see `resolve`. Dates in English, and explicit dates in
French, German and Spanish. Codes in the patterns: `dates_lexicon`; the patterns: `dates_grammar`.
"""

import re
from collections.abc import Iterator

from briefing.records.articles import ArticleDate
from briefing.records.claims import Time
from briefing.records.record import Record
from briefing.tradecraft.dates_edtf import bounds, in_words, latest, sort_key
from briefing.tradecraft.dates_grammar import EXPLICIT, PATTERN
from briefing.tradecraft.dates_lexicon import date_words, month_numbers, token_codes
from briefing.tradecraft.dates_resolving import resolve_relative, resolve_without_year
from briefing.tradecraft.dates_values import DateKind, read, read_parts
from briefing.tradecraft.lexing import Lexed, blocks, lex

__all__ = [
    "DateMention",
    "bounds",
    "is_named_day",
    "latest",
    "mentions",
    "resolve",
    "sort_key",
    "wording",
]

# Codes of the words that govern a date: prepositions, "of", "at least", "the".
_GOVERNING = "ipod>c"
_MAX_GOVERNING = 3
# The codes of what may be the noun that a date belongs to.
_NOUN = re.compile("_[xnSfEUuP]")
# Codes of words after which a year might as well count the noun that follows.
_WEAK = "po>"


class DateMention(Record):
    """Words of a text that say when. `text == whole[start:end]`, half-open, code points.

    `value` is EDTF, `None` for what is relative. `lead` is where the words that govern the
    mention start ("in", "on", "since the"), `start` if there are none: cutting
    `whole[lead:end]` takes the whole phrase out, unless the mention is `attributive` ("a
    September recording", "last year's budget", "the 2017 fall"): then the sentence needs it.
    """

    start: int
    end: int
    text: str
    kind: DateKind
    value: str | None
    lead: int
    attributive: bool = False


def mentions(text: str, language: str = "en") -> tuple[DateMention, ...]:
    """Find what a text says about when.

    Args:
        text: Any string.
        language: ISO 639-1 code of the text. Decides only what `03/04/2018` means.

    Returns:
        In reading order, without overlap; `()` for a text without dates.
    """
    return tuple(
        mention
        for offset, block in blocks(text)
        for mention in _mentions_in(lex(block, token_codes(), offset), language)
    )


def resolve(mention: DateMention, published: ArticleDate | None) -> Time | None:
    """Work out when a mention means, given when its article was published.

    - Explicit dates are `stated`. A month, day or season without a year becomes the latest one
      not after a *stated* day or month of publication, `inferred`; else it stays `XXXX-07`.
    - Relative dates are `inferred` from the day or month of publication, whatever its basis,
      as precisely as their words are: "yesterday" a day, "last month" a month, "two years ago"
      a year, "last week" the days from Monday to Sunday, "over the past seven months" an
      interval. An approximate publication (`2017-10~`) makes the result approximate.
    - A bare weekday is the last one on or before publication: news looks back more than ahead.
      Winters are given by their months, because no year names one.

    Returns:
        `None` for relative words that are vague ("in recent months"), that count from another
        date of the text ("four years later"), or that need more of the publication's date
        than is known.
    """
    if mention.value is None:
        value = None if published is None else resolve_relative(mention.text, published.value)
        return None if value is None else Time(text=mention.text, value=value, basis="inferred")
    if published is not None and published.basis == "stated":
        value = resolve_without_year(mention.value, published.value)
        if value is not None:
            return Time(text=mention.text, value=value, basis="inferred")
    return Time(text=mention.text, value=mention.value, basis="stated")


def wording(time: Time) -> str:
    """Write a resolved time in English as a page shows it: "summer 2017", "19 January 2018"."""
    return in_words(time.value)


def is_named_day(month: str, after: str) -> bool:
    """Say whether a month and the word after its day name an event: "September 11 attacks"."""
    return after.lower() in date_words().names.events and month.lower() in month_numbers()


def _mentions_in(lexed: Lexed, language: str) -> Iterator[DateMention]:
    place = 0
    while (match := PATTERN.search(lexed.codes, place)) is not None:
        mention = None if _is_name(lexed, match) else _mention(lexed, match, language)
        if mention is not None:
            yield mention
        # What was no date after all may hold one that starts later.
        place = match.end() if mention is not None else match.start() + 1


def _mention(lexed: Lexed, match: re.Match[str], language: str) -> DateMention | None:
    rule, (first, last) = match.lastgroup or "", match.span()
    kind: DateKind = "relative"
    value = None
    if rule in EXPLICIT:
        if rule == "year" and _counts(lexed, first, last):
            return None
        parts = read_parts(lexed.tokens[first:last], match.group(), language)
        reading = read(rule, parts)
        if reading is None:
            return None
        kind, value = reading
    if lexed.codes[last - 1] == "." and _is_stop(lexed, last):
        last -= 1
    start, end = lexed.offsets[first], lexed.offsets[last]
    return DateMention(
        start=start,
        end=end,
        text="".join(lexed.tokens[first:last]),
        kind=kind,
        value=value,
        lead=lexed.offsets[_lead(lexed.codes, first)],
        attributive=_is_attributive(lexed, first, last),
    )


def _lead(codes: str, first: int) -> int:
    for _ in range(_MAX_GOVERNING):
        if first < 2 or codes[first - 1] != "_" or codes[first - 2] not in _GOVERNING:
            break
        first -= 2
    return first


def _is_attributive(lexed: Lexed, first: int, last: int) -> bool:
    """Say whether the mention is part of a noun phrase: "a July report", "Sunday's vote"."""
    if lexed.codes.startswith("'#", last):
        return True
    governed = first >= 2 and lexed.codes[first - 2] in "dkg"
    return governed and _NOUN.match(lexed.codes, last) is not None


def _is_stop(lexed: Lexed, last: int) -> bool:
    """Say whether the full stop that a mention ends with ends the sentence as well.

    It belongs to an abbreviation ("Sept.") only if the sentence goes on.
    """
    following = "".join(lexed.tokens[last : last + 2]).lstrip()
    return len(lexed.tokens[last - 2]) > 4 or not following or following[:1].isupper()


def _is_name(lexed: Lexed, match: re.Match[str]) -> bool:
    """Say whether the words are a name: "Black Friday", "Sunday Times", "September 11 attacks"."""
    names = date_words().names
    first, last = match.span()
    before = lexed.tokens[first - 2] if first >= 2 and lexed.codes[first - 1] in "_-" else ""
    after = "".join(lexed.tokens[last + 1 : last + 2]) if lexed.codes.startswith("_", last) else ""
    if match.lastgroup == "month_day" and "Y" not in match.group():
        return after.lower() in names.events
    if match.lastgroup in ("month", "weekday"):
        return before in names.before or after in names.after
    return False


def _counts(lexed: Lexed, first: int, last: int) -> bool:
    """Say whether a bare year counts the noun after it: "of 2014 voters", but "in 2014 voters"."""
    weak = lexed.codes[first - 2 : first - 1] in _WEAK
    if not weak or not lexed.codes.startswith("_x", last):
        return False
    noun = lexed.tokens[last + 1]
    return noun.islower() and noun.endswith("s") and noun not in date_words().not_plural
