"""When two names are one: keys under which spellings of a name fall together.

Wrong merges are worse than missed ones (`docs/tradecraft.md`, "Actors"), so every rule here needs
the whole name to agree, and short names never join by sound.
"""

import re
import unicodedata
from functools import cache, lru_cache

from briefing.records.actors import ActorType
from briefing.tradecraft.names import plain_name
from briefing.tradecraft.speakers import looks_like_a_person
from briefing.tradecraft.word_lists import load_words, phrase_pattern

_MIN_CONSONANTS = 5  # of two words or more: fewer and strangers would join
_NOT_LETTERS = re.compile(r"[^\w]+")
_VOWELS = re.compile(r"[aeiouyw]+")
_TRANSLITERATED = (("kh", "k"), ("ph", "f"), ("q", "k"), ("dj", "j"), ("gh", "g"), ("ou", "u"))
_ABBREVIATIONS = re.compile(
    r"\s\((?P<list>[A-Z][A-Za-z&.-]{1,9}(?:(?:/|,\s?| or )[A-Z][A-Za-z&.-]{1,9}){0,3})\)"
)


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Return a name without case, accents, marks, leading article or title."""
    folded = "".join(
        char
        for char in unicodedata.normalize("NFKD", plain_name(after_title(name)))
        if not unicodedata.combining(char)
    )
    words = [word for word in _NOT_LETTERS.split(folded.lower().replace(".", "")) if word]
    if len(words) > 1 and words[0] in {"al", "el", "the"}:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=1 << 16)
def sound_key(name: str) -> str | None:
    """Return the consonants of a name of several words, `None` if they are too few to tell."""
    key = name_key(name)
    for old, new in _TRANSLITERATED:
        key = key.replace(old, new)
    words = [word for word in key.split() if word not in {"al", "el", "bin", "ben", "ibn"}]
    bones = re.sub(r"(.)\1+", r"\1", "".join(_VOWELS.sub("", word) for word in words))
    return bones if len(words) > 1 and len(bones) >= _MIN_CONSONANTS else None


@cache
def known_names() -> dict[str, tuple[str, ActorType]]:
    """Return the shipped table: key of any spelling → canonical name and type."""
    table: dict[str, tuple[str, ActorType]] = {}
    kinds: tuple[tuple[str, ActorType], ...] = (
        ("states", "state"), ("organizations", "organization"), ("groups", "group"),
    )  # fmt: skip
    for key, kind in kinds:
        for line in load_words("names")[key]:
            spellings = line.split("|")
            for spelling in spellings:
                table[name_key(spelling)] = (spellings[0], kind)
    return table


def after_title(name: str) -> str:
    """Return a name without what stands before and in its title: "U.S. President X Y" is "X Y"."""
    words = name.split()
    places = [i for i, word in enumerate(words[:-1]) if word.rstrip(".") in _titles()]
    return " ".join(words[places[-1] + 1 :]) if places else name


@cache
def _titles() -> frozenset[str]:
    lists = load_words("names")
    return frozenset((*lists["titles"], *(role.capitalize() for role in lists["role_nouns"])))


def abbreviations(text: str, end: int) -> tuple[str, ...]:
    """Return the short forms in brackets right after a name: "… (WHO)", "… (ISIS/ISIL)"."""
    match = _ABBREVIATIONS.match(text, end)
    return tuple(re.split(r"/|,\s?| or ", match.group("list"))) if match else ()


def is_abbreviation_of(short: str, name: str) -> bool:
    """Tell whether a short form's letters stand in a name in order, starting with its first."""
    letters = [char.lower() for char in short if char.isalpha()]
    rest = iter(char.lower() for char in name if char.isalpha())
    if len(letters) < 2 or not name or name[:1].lower() != letters[0]:
        return False
    return short[1:] != short[1:].lower() and all(letter in rest for letter in letters)


def type_of(name: str, *, introduced: bool) -> ActorType:
    """Say what a name stands for, by its words.

    Args:
        name: As written.
        introduced: Whether a text puts a title or a role before it: "leader", "Dr".

    Returns:
        `other` unless the words tell: two capitalised words are no proof of a person.
    """
    words = [word.strip("“”\"'’") for word in name.split()]
    if any(_nouns("body_nouns").fullmatch(word) for word in words):
        return "organization"
    if any(_nouns("place_nouns").fullmatch(word) for word in words):
        return "place"
    if introduced and looks_like_a_person(name):
        return "person"
    return "other"


@cache
def role_before() -> re.Pattern[str]:
    """Return the pattern of a role noun or title at the end of the words before a name."""
    words = load_words("names")
    nouns = phrase_pattern((*words["role_nouns"], *words["titles"])).pattern
    return re.compile(rf"(?:{nouns})\.?,?\s*$")


@cache
def role_after() -> re.Pattern[str]:
    """Return the pattern of a role in apposition right after a name: ", the former minister"."""
    nouns = phrase_pattern(load_words("names")["role_nouns"]).pattern
    return re.compile(
        rf",\s(?:who\s|(?:(?:the|a|an|then|former|its|their)\s)?(?:[\w’'-]+\s){{0,4}}?{nouns})"
    )


@cache
def _nouns(key: str) -> re.Pattern[str]:
    return phrase_pattern(load_words("names")[key], re.RegexFlag(0))
