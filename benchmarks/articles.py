"""Articles that no one wrote, in the shape and length of the seeds, as many as are wanted."""

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

from benchmarks.measuring import ROOT

_SEED = 20261120
_NAMES = 3000
_SHARE_OF_WORDS_REPLACED = 0.4
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_LOWER = re.compile(r"\b[a-z]{5,}\b")
_TOKEN = re.compile(rf"{_NAME.pattern}|{_LOWER.pattern}|\d+")
_SYLLABLES = (
    "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu",
    "dra", "gor", "hen", "jas", "pel", "rim", "sol", "tar", "ven", "wick",
)  # fmt: skip
_KEPT = frozenset(month_name) | frozenset(day_name)


def write_articles(folder: Path, number: int) -> None:
    """Fill `folder` with that many articles; the same ones each time.

    Each takes the lines of one seed. Names become invented names out of a pool of 3,000, drawn so
    that few are frequent and most are rare; numbers become other numbers; two long words in five
    become other words of the seeds.
    """
    for index, text in zip(range(number), _articles(), strict=False):
        (folder / f"{index:06}.txt").write_text(text, encoding="utf-8")


def _articles() -> Iterator[str]:
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    words = sorted({word for text in seeds for word in _LOWER.findall(text)})
    pool = Random(_SEED)
    names = ["".join(pool.sample(_SYLLABLES, 3)).capitalize() for _ in range(_NAMES)]
    kept = _KEPT | {word.capitalize() for word in words}
    for index in count():
        random = Random(f"{_SEED} {index}")
        text = seeds[index % len(seeds)]
        renamed = _renamed(sorted(set(_NAME.findall(text)) - kept), names, random)
        yield _varied(text, renamed, words, random)


def _renamed(old: list[str], names: list[str], random: Random) -> dict[str, str]:
    """Give each name one of its own: the first of the pool are drawn often, the last seldom."""
    drawn: dict[str, None] = {}
    while len(drawn) < len(old):
        drawn[names[int(len(names) * random.random() ** 3)]] = None
    return dict(zip(old, drawn, strict=True))


def _varied(text: str, renamed: dict[str, str], words: list[str], random: Random) -> str:
    def other(match: re.Match[str]) -> str:
        token = match[0]
        if token.isdigit():
            return "".join(random.choice("123456789") for _ in token)
        if token[0].isupper():
            return renamed.get(token, token)
        return random.choice(words) if random.random() < _SHARE_OF_WORDS_REPLACED else token

    return _TOKEN.sub(other, text)
