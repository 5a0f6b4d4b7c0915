import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.terminal import ProgressLine, fitted, plain, progress_line


@given(st.text())
def test_plain_text_is_one_line_that_steers_no_terminal(text: str) -> None:
    for character in plain(text):
        assert character.isprintable() or character.isspace() or ord(character) > 0x9F
        assert character not in "\x1b\x9b\n\r\x07\x08\u202e\u2066\u2028"


def test_plain_takes_the_escape_from_a_terminal_command() -> None:
    assert plain("a\x1b]0;title\x07b\x1b[2Jc") == "a ]0;title b [2Jc"


def test_plain_leaves_other_scripts_and_their_joiners_as_they_are() -> None:
    persian = "می\u200cخواهم «Ñandú» 日本"
    assert plain(persian) == persian


def test_fitted_keeps_to_the_width_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    lines = fitted("word " * 40, first=" 1. ").split("\n")
    assert all(len(line) <= 30 for line in lines)
    assert lines[0].startswith(" 1. word")
    assert lines[1].startswith("    word")


def test_fitted_does_not_break_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    path = "briefings/2026-11-20-policymaker.json"
    assert path in fitted(path, first="Written: ")


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(10, 300))
def test_the_progress_line_is_shorter_than_the_terminal_is_wide(
    used: int, failed: int, left: int, columns: int
) -> None:
    line = progress_line(
        done=used + failed, failed=failed, total=used + failed + left, columns=columns
    )
    assert len(line) < columns


def test_the_progress_line_says_what_is_done_failed_and_left() -> None:
    line = progress_line(done=5, failed=1, total=8, columns=100)
    assert line.endswith("4 of 8 passages done, 1 failed, 3 left")
    assert line.count("#") > line.count(".")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_on_a_terminal_and_removed_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with ProgressLine(quiet=False) as progress:
        progress.update(done=8, failed=0, total=8)
    assert "8 of 8 passages done" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[2K")


@pytest.mark.parametrize(("stream", "quiet"), [(Terminal(), True), (io.StringIO(), False)])
def test_progress_is_not_drawn_when_unwanted_or_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, quiet: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with ProgressLine(quiet=quiet) as progress:
        progress.update(done=8, failed=0, total=8)
    assert stream.getvalue() == ""
