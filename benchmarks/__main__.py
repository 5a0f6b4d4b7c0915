"""`python -m benchmarks`: every table."""

from benchmarks import scale, start

if __name__ == "__main__":
    start.main()
    print()
    scale.main()
