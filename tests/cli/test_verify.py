import json
from pathlib import Path

from tests.builders_cli import run_briefing
from tests.builders_verification import LOCATION, TEXT, a_sound_briefing, placed

FILE = "briefings/harbor.json"


def test_verify_exits_with_0_when_everything_holds(tmp_path: Path) -> None:
    placed(tmp_path, a_sound_briefing())
    run = run_briefing("verify", FILE, cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Checked: citations 2, sources 1, claims 2," in run.stdout
    assert run.stdout.endswith("Everything holds.\n")


def test_verify_exits_with_5_and_names_each_problem(tmp_path: Path) -> None:
    placed(tmp_path, a_sound_briefing(), text=TEXT.replace("Friday", "Monday", 1))
    run = run_briefing("verify", FILE, cwd=tmp_path, environment={"COLUMNS": "300"})
    assert run.returncode == 5
    assert f"- S1 {LOCATION}: the file has changed" in run.stdout
    assert f"- Q1 in {LOCATION}: at " in run.stdout
    assert run.stdout.endswith("2 problems.\n")


def test_verify_tells_programs_in_json(tmp_path: Path) -> None:
    placed(tmp_path, a_sound_briefing(), text="gone")
    run = run_briefing("verify", FILE, "--json", cwd=tmp_path)
    result = json.loads(run.stdout)
    assert result["status"] == run.returncode == 5
    assert result["ok"] is False
    assert result["counts"]["citations"] == 2
    assert any("Q1" in problem for problem in result["problems"])
    assert "problems." in run.stderr


def test_verify_exits_with_2_when_there_is_no_briefing(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Not JSON", encoding="utf-8")
    for name in ("missing.json", "note.md", "."):
        run = run_briefing("verify", name, cwd=tmp_path)
        assert run.returncode == 2
        assert run.stderr.startswith("Error: ")
        assert run.stderr.count("\n") == 1
