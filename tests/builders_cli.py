"""Runs the program as users do: in a process of its own, with its exit status and its output."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")


def run_briefing(
    *arguments: str,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    stdout: int | IO[str] = subprocess.PIPE,
) -> subprocess.CompletedProcess[str]:
    """Run `briefing` with these arguments and only the environment named here."""
    own = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=cwd,
        env={**own, "PYTHONPATH": str(ROOT), **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def a_folder_of_articles(parent: Path, *texts: str) -> Path:
    """Make `parent/news` with one file for each text."""
    folder = parent / "news"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


HARBOR = """Harbor of Velmora closed after strike vote

By Ana Reyes

VELMORA, 3 March 2026 - The port of Velmora closed on Tuesday after dock workers voted to strike, \
the harbor authority said. About 400 workers walked out, said Jon Harker, a spokesman for the \
authority.

"We do not know how long the port will stay shut," Harker told reporters on Tuesday.

The union denied that its members had blocked the road to the terminal. The ministry of transport \
said it would send a mediator to Velmora next week.
"""

FERRY = """Ferries diverted as Velmora port stays shut

By Tom Lind

4 March 2026 - Ferries bound for Velmora were diverted to Aldport on Wednesday, the operator \
Northline said. Northline said 12 sailings had been moved.

The harbor authority said 600 workers had walked out. A union leader, Mara Voss, said the strike \
would last until wages were raised.
"""
