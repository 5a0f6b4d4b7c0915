"""The command line: the only package that prints, exits and reads the environment.

One file per command. Whatever is slow to import is imported inside the commands, so that
`briefing --help` answers at once.
"""

import click

from briefing import __version__
from briefing.cli.ending import run
from briefing.cli.generate import generate_command
from briefing.cli.verify import verify_command

__all__ = ["main"]


_HELP = """Turn news articles into one short briefing, every claim cited to its source.

\b
Examples:
  briefing generate --audience policymaker seeds/
  briefing verify briefings/2026-11-20-policymaker.json
"""


@click.group(help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def _program() -> None:
    """Hold the commands together."""


_program.add_command(generate_command)
_program.add_command(verify_command)


def main() -> int:
    """Run the command that the process was called with and return its exit status."""
    return run(_program)
