import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders_cli import ROOT, run_briefing

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


def run_program(body: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program of one command with this body."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(body=body), "do", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
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
    run = run_program("{}['key']", BRIEFING_DEBUG="1")
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
        (("generate", "--as-of", "yesterday"), "'yesterday' is not a day"),
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
