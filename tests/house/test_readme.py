"""README.md says how to install, run and check; what it says is what is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from briefing.cli.generate import generate_command
from briefing.cli.verify import verify_command

ROOT = Path(__file__).resolve().parents[2]
RUN_COMMAND = "pip install . && briefing generate --audience policymaker"
TEST_COMMAND = "pip install -e '.[test,llama]' && pytest"
COMMANDS = (generate_command, verify_command)


@pytest.fixture(scope="module")
def readme() -> str:
    path = ROOT / "README.md"
    assert path.is_file(), "README.md is missing"
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [RUN_COMMAND, TEST_COMMAND])
def test_readme_shows_the_two_commands_on_lines_of_their_own(readme: str, command: str) -> None:
    lines = [line.removeprefix("$ ").strip() for line in readme.splitlines()]
    assert command in lines


def test_ci_runs_exactly_the_test_command_of_the_readme() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == TEST_COMMAND


def names() -> Iterator[str]:
    for command in COMMANDS:
        yield f"briefing {command.name}"
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield from parameter.opts


@pytest.mark.parametrize("name", sorted(set(names())))
def test_readme_names_every_command_and_option(readme: str, name: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", readme), f"{name} is not in README"


def test_readme_links_lead_to_files_that_are_there(readme: str) -> None:
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", readme)
    missing = [target for target in targets if not (ROOT / target).exists()]
    assert missing == []
