"""The command line: the only package that prints, exits and reads the environment.

One file per command. Whatever is slow to import is imported inside the commands, so that
`briefing --help` answers at once.
"""

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> int:
    """Run the command that the process was called with and return its exit status."""
    # Nothing is imported outside this: an interrupt during the first imports is no fault.
    try:
        from briefing.cli.ending import run
        from briefing.cli.program import program

        return run(program)
    except KeyboardInterrupt:
        return _INTERRUPTED
