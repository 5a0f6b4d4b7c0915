import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders_cli import FERRY, HARBOR, ROOT, a_folder_of_articles, run_briefing

DAY = ("--as-of", "2026-11-20")
STEM = "2026-11-20-policymaker"


def names_below(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_generate_writes_every_format_and_says_what_it_wrote(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR, FERRY)
    run = run_briefing("generate", "news", *DAY, cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert names_below(tmp_path / "briefings") == {f"{STEM}.{e}" for e in ("md", "html", "json")}
    written = json.loads((tmp_path / "briefings" / f"{STEM}.json").read_bytes())
    assert " ".join(run.stdout.split()).startswith(" ".join(written["title"].split()))
    assert re.search(r"Confidence: (low|moderate|high)\. \[S\d", run.stdout)
    assert "2 articles: 2 used, 0 merged, 0 refused, 0 failed." in " ".join(run.stdout.split())
    assert f"Written: briefings/{STEM}.html" in run.stdout
    assert str(tmp_path) not in run.stdout


def test_generate_takes_the_seeds_of_the_working_folder_when_nothing_is_named(
    tmp_path: Path,
) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    run = run_briefing("generate", "--audience", "policymaker", *DAY, cwd=tmp_path)
    assert run.returncode == 0
    assert run_briefing("verify", f"briefings/{STEM}.json", cwd=tmp_path).returncode == 0


def test_generate_twice_gives_the_same_files_with_the_same_bytes(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR, FERRY)
    run_briefing("generate", "news", *DAY, cwd=tmp_path)
    first = {path.name: path.read_bytes() for path in (tmp_path / "briefings").iterdir()}
    run_briefing("generate", "news", *DAY, cwd=tmp_path, environment={"PYTHONHASHSEED": "7"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "briefings").iterdir()} == first


def test_generate_does_not_read_what_it_wrote(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR, FERRY)
    for _ in range(2):
        run = run_briefing("generate", ".", *DAY, "--out", "news", cwd=tmp_path)
        assert "2 articles: 2 used" in " ".join(run.stdout.split())
    assert len(names_below(tmp_path / "news")) == 5


def test_generate_writes_beside_a_page_that_was_edited(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR, FERRY)
    run_briefing("generate", "news", *DAY, cwd=tmp_path)
    edited = tmp_path / "briefings" / f"{STEM}.md"
    edited.write_text("my notes", encoding="utf-8")
    run = run_briefing("generate", "news", *DAY, cwd=tmp_path)
    assert f"Written: briefings/{STEM}-2.md" in run.stdout
    assert edited.read_text(encoding="utf-8") == "my notes"


def test_generate_gives_another_briefing_a_name_of_its_own(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR, FERRY)
    run_briefing("generate", "news", *DAY, "--format", "md", cwd=tmp_path)
    run_briefing("generate", "news/0.txt", *DAY, "--format", "md", cwd=tmp_path)
    assert names_below(tmp_path / "briefings") == {
        f"{stem}.{extension}" for stem in (STEM, f"{STEM}-2") for extension in ("md", "json")
    }


def test_generate_quietly_prints_only_the_names_of_the_files(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR)
    run = run_briefing(
        "generate", "news", *DAY, "--quiet", "--out", "a/b", "--format", "json", cwd=tmp_path
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, f"a/b/{STEM}.json\n", "")


def test_generate_tells_programs_in_json_and_people_on_standard_error(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR)
    run = run_briefing("generate", "news", *DAY, "--json", cwd=tmp_path)
    result = json.loads(run.stdout)
    written = json.loads((tmp_path / "briefings" / f"{STEM}.json").read_bytes())
    assert result["status"] == run.returncode == 0
    assert result["id"] == written["id"]
    assert result["files"] == [f"briefings/{STEM}.{e}" for e in ("md", "html", "json")]
    assert result["ledger"] == written["ledger"]
    assert (result["complete"], result["refused"]) == (True, [])
    assert "Written:" in run.stderr


def test_generate_takes_a_title_a_question_and_an_audience(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR)
    run_briefing(
        *("generate", "news", *DAY, "--audience", "analyst", "--format", "json"),
        *("--title", "The port of Velmora", "--question", "When will it open?"),
        cwd=tmp_path,
    )
    path = tmp_path / "briefings" / "2026-11-20-analyst.json"
    written = json.loads(path.read_bytes())
    assert written["audience"] == "analyst"
    assert written["title"] == "The port of Velmora"
    assert written["question"] == "When will it open?"


def test_generate_names_the_bad_ones_of_a_mixture_and_exits_with_4(tmp_path: Path) -> None:
    folder = a_folder_of_articles(tmp_path, HARBOR)
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    run = run_briefing("generate", "news", "missing.txt", *DAY, cwd=tmp_path)
    assert run.returncode == 4
    for name in ("news/empty.txt", "news/binary.txt", "missing.txt"):
        assert f"Refused: {name}:" in run.stdout
    written = json.loads((tmp_path / "briefings" / f"{STEM}.json").read_bytes())
    assert written["ledger"]["articles"]["refused"] == 3
    status = next(section for section in written["sections"] if section["id"] == "status")
    assert "3" in " ".join(sentence["text"] for sentence in status["sentences"])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "no sources"),
        (("missing.txt",), "missing.txt: there is no such file"),
        (("empty",), "empty: the folder is empty"),
        (("nothing.txt",), "nothing.txt"),
        (("good.txt", "--audience", "polcymaker"), "Did you mean 'policymaker'?"),
        (("good.txt", "--audience", "../x"), "Known: analyst, policymaker"),
        (("good.txt", "--model", "extractiv"), "Did you mean 'extractive'?"),
        (("good.txt", "--model", "openai:"), "Known: extractive, openai:NAME"),
        (("good.txt", "--model", "openai:some-model"), "OPENAI_API_KEY"),
        (("good.txt", "--model", "openai:m", "--base-url", "nonsense"), "base URL of a model"),
        (("good.txt", "--base-url", "http://127.0.0.1:1/v1"), "--model openai:NAME"),
        (("good.txt", "--since", "2026-03-02", "--until", "2026-03-01"), "no day is left"),
        (("good.txt", "--out", "good.txt"), "'good.txt' is not a folder"),
    ],
)
def test_a_wrong_call_exits_with_2_says_why_and_writes_nothing(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "good.txt").write_text(HARBOR, encoding="utf-8")
    (tmp_path / "nothing.txt").touch()
    (tmp_path / "empty").mkdir()
    run = run_briefing("generate", *arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr.startswith("Error: ")
    assert told in run.stderr
    assert run.stdout == ""
    assert names_below(tmp_path) == {"good.txt", "nothing.txt", "empty"}


def test_a_server_that_is_down_exits_with_3_and_writes_nothing(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR)
    run = run_briefing(
        *("generate", "news", "--model", "openai:m", "--base-url", "http://127.0.0.1:9/v1"),
        cwd=tmp_path,
    )
    assert run.returncode == 3
    assert run.stderr.startswith("Error: ")
    assert names_below(tmp_path / "briefings") == set()


def test_articles_cannot_steer_the_terminal(tmp_path: Path) -> None:
    hostile = HARBOR.replace("Harbor of Velmora", "Harbor\x1b]0;owned\x07 of \u202eVelmora")
    a_folder_of_articles(tmp_path, hostile.replace("Jon Harker", "Jon\x1b[2J Harker"), FERRY)
    run = run_briefing("generate", "news", *DAY, cwd=tmp_path)
    assert not set("\x1b\x07\u202e") & set(run.stdout + run.stderr)


def test_nothing_is_drawn_when_standard_error_is_no_terminal(tmp_path: Path) -> None:
    a_folder_of_articles(tmp_path, HARBOR, FERRY)
    run = run_briefing("generate", "news", *DAY, cwd=tmp_path)
    assert run.stderr == ""


@pytest.fixture
def silent_server() -> Iterator[str]:
    """Take connections and never answer."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/v1"


def test_an_interrupt_ends_the_run_at_once_and_leaves_no_file(
    tmp_path: Path, silent_server: str
) -> None:
    a_folder_of_articles(tmp_path, HARBOR, FERRY)
    command = [sys.executable, "-m", "briefing", "generate", "news", "--model", "openai:m"]
    with subprocess.Popen(
        [*command, "--base-url", silent_server],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        time.sleep(4)  # long enough for both requests to be waiting for their answers
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)
    assert (process.returncode, told.strip()) == (130, "Interrupted.")
    assert names_below(tmp_path) == {"news"}
