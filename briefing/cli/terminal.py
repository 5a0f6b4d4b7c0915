"""What people read in a terminal: plain text that fits its width, and how far the work is."""

import re
import shutil
import sys
import textwrap
import time
from types import TracebackType

import click

# Control characters (with escape, which begins terminal commands) and the invisible marks that
# turn the reading direction around: article text holding them could rewrite the screen.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
_WIDEST = 100
_LONGEST_BAR = 30
_SHORTEST_BAR = 5
_SECONDS_BETWEEN_DRAWINGS = 0.1


def plain(text: str) -> str:
    """Return outside text as one line without characters that steer a terminal."""
    return _UNSAFE.sub(" ", text).strip()


def say(text: str, *, error: bool = False) -> None:
    """Print a line; nothing happens when nobody reads any more.

    Raises:
        OSError: Standard output cannot be written to. Of standard error nobody could be told.
    """
    try:
        click.echo(text, err=error)
    except BrokenPipeError:
        return
    except OSError:
        if not error:
            raise


def fitted(text: str, *, first: str = "", rest: str | None = None) -> str:
    """Lay outside text out as a paragraph that fits the terminal.

    Args:
        text: Any text; it is made plain first.
        first: What the first line begins with.
        rest: What every other line begins with; as wide as `first` if not given.
    """
    return textwrap.fill(
        plain(text),
        width=min(shutil.get_terminal_size().columns, _WIDEST),
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


class ProgressLine:
    """One line on standard error that is drawn over itself; a context manager that removes it.

    It draws nothing when standard error is not a terminal or `quiet` is set.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._drawn_at = float("-inf")

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            self._draw("")

    def update(self, *, done: int, failed: int, total: int) -> None:
        """Take note that `done` of `total` passages ended, `failed` of them without a draft."""
        now = time.monotonic()
        if not self._shown or (done < total and now - self._drawn_at < _SECONDS_BETWEEN_DRAWINGS):
            return
        self._drawn_at = now
        columns = shutil.get_terminal_size().columns
        self._draw(progress_line(done=done, failed=failed, total=total, columns=columns))

    def _draw(self, line: str) -> None:
        sys.stderr.write(f"\r\x1b[2K{line}")
        sys.stderr.flush()


def progress_line(*, done: int, failed: int, total: int, columns: int) -> str:
    """Return a bar and its figures, shorter than `columns`."""
    figures = f" {done - failed} of {total} passages done, {failed} failed, {total - done} left"
    room = min(columns - len(figures) - 3, _LONGEST_BAR)
    if room < _SHORTEST_BAR:
        return figures.strip()[: columns - 1]
    filled = room * done // max(total, 1)
    return f"[{'#' * filled}{'.' * (room - filled)}]{figures}"
