"""`python -m benchmarks.start`: how long a user waits for the first word, and for the seeds."""

import tempfile
from statistics import median

from benchmarks.measuring import cost_of

_TIMES = 20
_TIMES_SEEDS = 5


def main() -> None:
    """Print the table."""
    helped = median(cost_of("--help").wall_s for _ in range(_TIMES))
    print(f"briefing --help, median of {_TIMES}:                   {helped:6.3f} s")
    with tempfile.TemporaryDirectory() as folder:
        call = ("generate", "--as-of", "2026-11-20", "--out", folder, "--quiet")
        seeds = median(cost_of(*call).wall_s for _ in range(_TIMES_SEEDS))
    print(f"briefing generate on the seeds, median of {_TIMES_SEEDS}:      {seeds:6.3f} s")
    print(f"the same after start:                          {seeds - helped:6.3f} s")


if __name__ == "__main__":
    main()
