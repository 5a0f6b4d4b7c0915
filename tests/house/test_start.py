"""What importing costs, by what it imports: a guard that does not depend on a clock."""

import subprocess
import sys
from pathlib import Path

import pytest

import briefing
from tests.builders_cli import run_briefing

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("openai", "pydantic", "jinja2", "numpy", "sentencex", "py3langid", "llama_cpp")


def imported_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("statement", ["import briefing", "import briefing.cli"])
def test_importing_the_command_line_imports_nothing_heavy(statement: str) -> None:
    assert imported_by(statement).isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("generate", "--help"), ("verify", "--help")]
)
def test_help_and_version_end_well_on_standard_output(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    run = run_briefing(*arguments, cwd=tmp_path)
    assert run.returncode == 0
    assert run.stdout
    assert run.stderr == ""


def test_version_is_that_of_the_package(tmp_path: Path) -> None:
    run = run_briefing("--version", cwd=tmp_path)
    assert run.stdout == f"briefing {briefing.__version__}\n"
