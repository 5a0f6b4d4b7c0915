"""Who wrote an article and who published it, from a line that says so."""

import re
from typing import NamedTuple

from briefing.stages.articles.cues import fold, phrases, words_of
from briefing.tradecraft.word_lists import load_words

Offsets = tuple[int, int]

_LONGEST = 200
_LONGEST_CREDIT = 400
_MOST_NAME_WORDS = 12
_DATELINE = 120
_PLACE = 70
_TOKEN = re.compile(r"[^\W_](?:[\w.'’-]*\w|\.)?|[^\w\s]")
_DECORATION = re.compile(r"[\s*_|•·(\[–—-]{0,10}")
_BRACKETED = re.compile(r"\(([^()]{2,60})\)")
_AFTER_DATELINE = re.compile(r"\s{0,3}(?:[-–—]|--)\s")
_FOR = re.compile(r"\b(?:for|für|para|pour)\s+(?=[^\W\d_a-z])")
_PARTS = re.compile(r"\s*(?:[|,/•·]|\s[–—-]+\s|\s{3,}|\t)\s*")


class Byline(NamedTuple):
    """What a byline says, as half-open offsets into its text; `None` where it does not."""

    author: Offsets | None
    publisher: Offsets | None


def read_byline(text: str) -> Byline | None:
    """Read a line such as "By Jane Doe | (Harbour Comment) | 3 March"; `None` if it is none.

    After "by" there must be a name and nothing that makes a sentence of it: "By Friday the port
    was shut" is no byline. A news agency named as the author is the publisher.
    """
    if len(text) > _LONGEST:
        return _read_credit(text) if len(text) <= _LONGEST_CREDIT else None
    if fold(text) in phrases("byline_lines"):
        return Byline(None, None)
    opening = _opening(text)
    if opening is None:
        return _read_credit(text)
    start, is_label = opening
    name = _name_at(text, start)
    if name is None or not _is_complete(text, name, is_label=is_label):
        return None
    publisher = _publisher_after(text, name[1])
    if text[slice(*name)].lower() in _agencies():
        return Byline(None, name)
    return Byline(name, publisher)


def read_dateline_agency(text: str) -> Offsets | None:
    """Return where a dateline names the agency: "PARIS, March 3 (Reuters) - …".

    One that is not known must have a name like a paper's, or stand behind a place in capitals.
    """
    match = _BRACKETED.search(text[:_DATELINE])
    if match is None or _AFTER_DATELINE.match(text, match.end()) is None:
        return None
    opening, name = text[: match.start()], match.group(1)
    if len(opening) > _PLACE or re.search(r"[a-zß-ÿ]{3}[.!?]\s", opening):
        return None
    is_place = opening[:3].isupper() and _may_be_outlet(name)
    return match.span(1) if is_place or is_outlet(name) else None


def read_publisher_label(value: str) -> Offsets | None:
    """Return the name at the start of a "Publisher: …" value, if it looks like one."""
    name = value.strip()
    fits = 0 < len(name) <= 60 and name[0].isupper() and "://" not in name
    return (value.index(name), value.index(name) + len(name)) if fits else None


def is_outlet(name: str) -> bool:
    """Return whether a name is an agency's, or of two words and more with "Times" among them."""
    words = tuple(words_of(name))
    if name.strip().lower() in _agencies():
        return True
    named = 2 <= len(words) <= 6 and any(word in phrases("outlet_words") for word in words)
    return named and name.strip()[:1].isupper() and not _has_role(words)


def _has_role(words: tuple[str, ...]) -> bool:
    return any(word in phrases("bio_roles") for word in words)


def _agencies() -> frozenset[str]:
    return frozenset(name.lower() for name in load_words("boilerplate")["agencies"])


def _opening(text: str) -> tuple[int, bool] | None:
    """Return where the name must begin, and whether a colon announces it."""
    decoration = _DECORATION.match(text)
    start = decoration.end() if decoration else 0
    head = text[start : start + 40].lower()
    for phrase in load_words("boilerplate")["byline_openings"]:
        if not head.startswith(phrase):
            continue
        behind = re.match(r"\s*:?[\s*_]+", text[start + len(phrase) :])
        if behind is not None:
            is_label = ":" in phrase or ":" in behind.group()
            return start + len(phrase) + behind.end(), is_label
    return None


def _name_at(text: str, start: int) -> Offsets | None:
    """Return the names at `start`: capitalised words, particles, "and" and lists."""
    tokens = list(_TOKEN.finditer(text, start))[:_MOST_NAME_WORDS]
    if not tokens or tokens[0].start() > start + 1 or not tokens[0].group()[0].isupper():
        return None
    end = first = tokens[0].start()
    for position, token in enumerate(tokens):
        word = token.group()
        if word[0].isupper():
            end = token.end()
        elif not (_is_inside_name(word) and _goes_on(tokens[position + 1 :], word)):
            break
    return (first, end) if end - first > 1 else None


def _is_inside_name(word: str) -> bool:
    folded = word.lower()
    return word in {",", "&"} or folded in phrases("name_particles") | phrases("name_joints")


def _goes_on(following: list[re.Match[str]], word: str) -> bool:
    """Return whether a name continues behind a particle, an "and", or the comma of a list."""
    later = [token.group() for token in following]
    if word == ",":
        is_list = any(token.lower() in phrases("name_joints") for token in later)
        return is_list and bool(later) and later[0][0].isupper()
    return any(token[0].isupper() for token in later[:2])


def _is_complete(text: str, name: Offsets, *, is_label: bool) -> bool:
    """Return whether what follows the name may follow a name in a byline."""
    rest = text[name[1] :].strip(" *_\t")
    value = text[slice(*name)]
    if len(value.split()) == 1 and not is_label and value.lower() not in _agencies():
        return rest[:1] in tuple("|(–—•·")
    if not rest or rest[0] in '|(,/–—-•·)]"':
        return not (rest.endswith(".") and len(rest.split()) > 6)
    first = rest.split()[0].lower().rstrip(",:;")
    return first in phrases("byline_followers") or first[0].isdigit() or rest == "."


def _publisher_after(text: str, end: int) -> Offsets | None:
    bracketed = _BRACKETED.match(text, end + len(text[end:]) - len(text[end:].lstrip(" |–—-,")))
    if bracketed is not None and _may_be_outlet(bracketed.group(1)):
        return bracketed.span(1)
    behind = _FOR.search(text, end)
    start = behind.end() if behind else end
    position = start
    for separator in [*_PARTS.finditer(text, start), None]:
        stop = separator.start() if separator else len(text)
        part = text[position:stop].rstrip(" .*_)")
        if is_outlet(part):
            return position, position + len(part)
        position = separator.end() if separator else stop
    return None


def _may_be_outlet(name: str) -> bool:
    words = tuple(words_of(name))
    is_name = 1 <= len(words) <= 5 and name[0].isupper() and not _has_role(words)
    return is_name and not any(mark in name for mark in "@:0123456789")


def _read_credit(text: str) -> Byline | None:
    """Read the credits at the end of a wire story: "(Reporting by Jane Doe; editing by …)"."""
    folded = fold(text).lstrip("(")
    if not any(
        folded.startswith(phrase) or (phrase.startswith("contributed") and phrase in folded)
        for phrase in phrases("byline_anywhere")
    ):
        return None
    match = re.search(r"reporting by\s+", text, re.IGNORECASE)
    return Byline(_name_at(text, match.end()) if match else None, None)
