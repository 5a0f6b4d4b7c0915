"""The program `briefing`: its commands, held together."""

import click

from briefing import __version__
from briefing.cli.generate import generate_command
from briefing.cli.verify import verify_command

_HELP = """Turn news articles into one short briefing, every claim cited to its source.

\b
Examples:
  briefing generate --audience policymaker seeds/
  briefing verify briefings/2026-11-20-policymaker.json
"""


@click.group(help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def program() -> None:
    """Hold the commands together."""


program.add_command(generate_command)
program.add_command(verify_command)
