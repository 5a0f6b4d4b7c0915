"""The Python that README.md shows does what it says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from briefing.verification.loading import load_briefing

ROOT = Path(__file__).resolve().parents[2]


def test_the_python_of_the_readme_makes_a_briefing_that_holds(tmp_path: Path) -> None:
    (block,) = re.findall(r"^```python\n(.*?)^```$", text_of_readme(), re.DOTALL | re.MULTILINE)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    # `-c` looks for modules in the working folder, which holds only the articles.
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{block}"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    made = load_briefing(tmp_path / "briefing.json")
    assert (made.audience, len(made.sources)) == ("analyst", 5)
    assert run.stdout == f"{made.title} ()\n"


def text_of_readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")
