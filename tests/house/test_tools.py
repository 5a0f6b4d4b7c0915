"""The linters, the type checker and the import contracts, so that `pytest` is the whole check."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# import-linter has no `python -m`; its script stands beside the interpreter.
LINT_IMPORTS = shutil.which("lint-imports", path=str(Path(sys.executable).parent))

COMMANDS = {
    "ruff check": (sys.executable, "-m", "ruff", "check", "--no-cache", "."),
    "ruff format": (sys.executable, "-m", "ruff", "format", "--no-cache", "--check", "."),
    "mypy": (sys.executable, "-m", "mypy"),
    "import contracts": (LINT_IMPORTS or "lint-imports", "--no-cache"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_the_tool_has_nothing_to_say(name: str) -> None:
    run = subprocess.run(COMMANDS[name], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"
