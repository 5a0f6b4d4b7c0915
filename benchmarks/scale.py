"""`python -m benchmarks.scale`: do time and memory grow in proportion to the articles?

Each row is a run of its own over so many synthetic articles. The columns `x` say how many times
the figure of the first row it is: in proportion, they are like those of the articles.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.articles import write_articles
from benchmarks.measuring import Cost, cost_of

_NUMBERS = (250, 500, 1000, 2000)


def main(numbers: tuple[int, ...] = _NUMBERS) -> None:
    """Print the table, a row as soon as it is known."""
    heads = ("articles", "x", "wall s", "x", "cpu s", "x", "peak MB", "x")
    print(" ".join(f"{head:>{6 if head == 'x' else 8}}" for head in heads))
    first: Cost | None = None
    for number in numbers:
        cost = _cost(number)
        first = first or cost
        print(
            f"{number:>8} {number / numbers[0]:>6.2f} "
            f"{cost.wall_s:>8.2f} {cost.wall_s / first.wall_s:>6.2f} "
            f"{cost.cpu_s:>8.2f} {cost.cpu_s / first.cpu_s:>6.2f} "
            f"{cost.peak_bytes / 1e6:>8.0f} {cost.peak_bytes / first.peak_bytes:>6.2f}",
            flush=True,
        )


def _cost(number: int) -> Cost:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        write_articles(folder / "articles", number)
        return cost_of("generate", "articles", "--as-of", "2026-11-20", "--quiet", cwd=folder)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or _NUMBERS)
