"""Read the word lists that ship beside the rules, and turn phrases into one pattern."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def load_words(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of `words/<name>.toml`, by key, in file order."""
    path = files("briefing.tradecraft") / "words" / f"{name}.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: tuple(values) for key, values in lists.items()}


def phrase_pattern(phrases: Iterable[str], flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Compile whole phrases into one pattern: longest first, any white space between words.

    Straight apostrophes also match curly ones. An alternation of literals: it cannot backtrack
    further than the longest phrase.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    literals = (
        re.escape(phrase).replace(r"\ ", r"\s{1,4}").replace("'", "['’]") for phrase in ordered
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(literals)})(?![\w-])", flags)
