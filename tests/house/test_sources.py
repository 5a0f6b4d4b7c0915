"""The shape of the source files themselves."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("briefing", "benchmarks")
MAX_MODULE_LINES = 300
MAX_FUNCTION_LINES = 40
# Paths of somebody's machine, hosts that only somebody's network has, and notes to oneself.
STRANGE = re.compile(
    r"/h[o]me/\w|/Users/\w|/r[o]ot/|/w[o]rk/|/t[m]p/\w|[A-Z]:\\\\Users|file:///\w"
    r"|\bp[y]pi\b|p[y]thonhosted|\.internal\b|\.corp\b|--(?:extra-)?i[n]dex-url"
)
TEXT_SUFFIXES = {".py", ".md", ".toml", ".yaml", ".yml", ".html", ".css", ".js", ".j2", ""}
# Data and legal text that is quoted as it is.
QUOTED = ("seeds/", "LICENSE")


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def tracked() -> list[Path]:
    """Return the files under version control, or those that are not ignored in an export."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    found = [ROOT / name for name in names if name] or [*modules(), *ROOT.glob("*.*")]
    return sorted(path for path in found if path.is_file())


@pytest.mark.parametrize("path", modules(), ids=shown)
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_MODULE_LINES
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", modules(), ids=shown)
def test_functions_are_short(path: Path) -> None:
    for function in functions(path):
        lines = (function.end_lineno or 0) - function.body[0].lineno + 1
        first = function.body[0]
        if ast.get_docstring(function):
            lines -= (first.end_lineno or 0) - first.lineno + 1
        assert lines <= MAX_FUNCTION_LINES, f"{function.name} has {lines} lines"


def test_no_file_holds_a_path_of_a_machine_or_a_private_host() -> None:
    found = [
        f"{shown(path)}: {match[0]}"
        for path in tracked()
        if path.suffix in TEXT_SUFFIXES
        and not shown(path).startswith(QUOTED)
        and path != Path(__file__)
        for match in STRANGE.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "common", "misc", "base", "manager", "types", "io"}
    assert [shown(path) for path in modules() if path.stem in drawers] == []
