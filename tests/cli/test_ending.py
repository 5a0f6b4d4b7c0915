import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from tests.builders_cli import ROOT, run_briefing
from tests.builders_verification import a_sound_briefing, placed

PROGRAM = """
import click, sys
from briefing.cli.ending import Status, run
from briefing.errors import InputError, ModelError, ReplyError

@click.group()
def program(): pass

@program.command()
@click.option("--json", is_flag=True)
def do(json):
    {body}

sys.exit(run(program))
"""


def run_program(
    body: str,
    *arguments: str,
    debug: bool = False,
    stdout: int | IO[str] = subprocess.PIPE,
    stderr: int | IO[str] = subprocess.PIPE,
) -> subprocess.CompletedProcess[str]:
    """Run a program of one command with this body."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(body=body), "do", *arguments],
        cwd=ROOT,
        env={**os.environ, **({"BRIEFING_DEBUG": "1"} if debug else {})},
        stdout=stdout,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ("return Status.DONE", 0, ""),
        ("return Status.INCOMPLETE", 4, ""),
        ("return Status.CHECK_FAILED", 5, ""),
        ("raise InputError('no such audience')", 2, "Error: no such audience\n"),
        ("raise ModelError('no answer')", 3, "Error: no answer\n"),
        ("raise ReplyError('bad answer', ('{',))", 3, "Error: bad answer\n"),
        ("raise KeyboardInterrupt", 130, "Interrupted.\n"),
    ],
)
def test_each_way_to_end_has_its_status_and_its_words(body: str, status: int, told: str) -> None:
    run = run_program(body)
    assert (run.returncode, run.stderr.lstrip("\n"), run.stdout) == (status, told, "")


def test_a_fault_is_one_line_that_says_what_where_and_how_to_report_it() -> None:
    run = run_program("{}['key']")
    assert run.returncode == 1
    assert run.stderr.startswith("Error: a fault of this program")
    assert "KeyError in <string>, do: 'key'" in run.stderr
    assert "BRIEFING_DEBUG=1" in run.stderr
    assert run.stderr.count("\n") == 1


def test_a_fault_shows_its_traceback_when_asked_to() -> None:
    run = run_program("{}['key']", debug=True)
    assert run.returncode == 1
    assert "Traceback (most recent call last)" in run.stderr


def test_a_message_cannot_steer_the_terminal() -> None:
    run = run_program("raise InputError('a\\x1b[2Jb\\nsecond line')")
    assert run.stderr == "Error: a [2Jb\nsecond line\n"


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ("raise InputError('no such audience')", 2, "no such audience"),
        ("raise KeyboardInterrupt", 130, "interrupted"),
    ],
)
def test_programs_are_told_of_an_error_as_well(body: str, status: int, error: str) -> None:
    run = run_program(body, "--json")
    assert json.loads(run.stdout) == {"status": status, "error": error}
    assert run.returncode == status


def test_a_reader_that_goes_away_is_no_fault() -> None:
    body = "click.echo('x' * 10_000_000); return Status.INCOMPLETE"
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(body=body), "do"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "arguments", [("--help",), ("verify", "harbor.json"), ("verify", "harbor.json", "--json")]
)
def test_output_that_cannot_be_printed_is_said_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    path = placed(tmp_path, a_sound_briefing())
    with FULL.open("w") as full:
        run = run_briefing(*arguments, cwd=path.parent, stdout=full)
    assert run.returncode == 1
    assert run.stderr.startswith("Error: the result could not be printed (No space left")
    assert run.stderr.count("\n") == 1


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_a_long_output_that_cannot_be_printed_is_said_in_one_line() -> None:
    with FULL.open("w") as full:
        run = run_program("click.echo('x' * 10_000_000)", stdout=full)
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
    assert "could not be printed" in run.stderr


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_a_status_does_not_hang_on_standard_error() -> None:
    with FULL.open("w") as full:
        assert run_program("raise InputError('x')", stderr=full).returncode == 2
        assert run_program("raise click.UsageError('x')", stderr=full).returncode == 2


def test_a_fault_in_a_file_is_not_taken_for_one_of_the_output() -> None:
    run = run_program("open('/nowhere/at/all')")
    assert run.returncode == 1
    assert "a fault of this program" in run.stderr


def test_closed_streams_are_no_fault(tmp_path: Path) -> None:
    command = f"{shlex.quote(sys.executable)} -m briefing --help >&- 2>&-"
    assert subprocess.run(["sh", "-c", command], cwd=ROOT, timeout=60, check=False).returncode == 0


@pytest.mark.parametrize("module", ["click", "json"])
def test_an_interrupt_during_the_first_imports_is_quiet(tmp_path: Path, module: str) -> None:
    (tmp_path / f"{module}.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    paths = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    run = run_briefing("--help", cwd=tmp_path, environment=paths)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")


def test_an_interrupt_does_not_wait_for_work_in_flight() -> None:
    body = (
        "from concurrent.futures import ThreadPoolExecutor; import time; "
        "pool = ThreadPoolExecutor(1); pool.submit(time.sleep, 60); "
        "print('waiting', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(body=body), "do"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("generat",), "Did you mean generate?"),
        (("generate", "--audiense", "analyst"), "--audience"),
        (("generate", "--concurrency", "0"), "--concurrency"),
        (("generate", "--concurrency", "many"), "--concurrency"),
        (("generate", "--format", "pdff"), "unknown format 'pdff'"),
        (("generate", "--format", ""), "'--format': it is empty"),
        (("generate", "--out", ""), "'--out': it is empty"),
        (("generate", ""), "a name is empty"),
        (("generate", "--as-of", "yesterday"), "'yesterday' is not a day"),
        (("generate", "--as-of", "0026-11-20"), "'0026-11-20' is not a day to speak from"),
        (("verify",), "FILE"),
        ((), "Usage: briefing"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    run = run_briefing(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert told.lower().replace("'", "") in run.stderr.lower().replace("'", "")
    assert "Traceback" not in run.stderr
