"""How a command ends: its exit status, and one clear line when it does not end well."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from enum import IntEnum
from io import TextIOWrapper
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

import click

from briefing.cli.terminal import plain, say
from briefing.errors import InputError, ModelError

DEBUG_VARIABLE = "BRIEFING_DEBUG"


class Status(IntEnum):
    """Exit statuses that scripts may rely on."""

    DONE = 0
    FAULT = 1
    """A fault of the program, or its output could not be printed."""
    WRONG_CALL = 2
    """The call is wrong, or every input was refused."""
    NO_MODEL = 3
    """The model could not be used; nothing was written."""
    INCOMPLETE = 4
    """A briefing was written, but inputs were refused or passages failed."""
    CHECK_FAILED = 5
    """A check said no."""
    INTERRUPTED = 130


def run(program: click.Group) -> int:
    """Run the command named on the command line.

    Returns:
        The exit status. An error nobody foresaw is not returned but passed on to
        `sys.excepthook`, which this function sets and after which Python exits with 1.
    """
    sys.excepthook = _report_fault
    for stream in _streams():
        # A name that the terminal cannot show must not end the run.
        stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(program)
    except OSError as error:
        if error.filename is not None:
            raise
        # Only writing to a stream fails without the name of a file.
        status = _unprinted(error)
    _flush()
    return int(status or 0)


def _streams() -> Iterator[TextIOWrapper]:
    """Yield standard output and standard error, unless the caller closed them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            yield stream


def _run(program: click.Group) -> Status | None:
    try:
        status: Status | None = program.main(prog_name="briefing", standalone_mode=False)
    except click.UsageError as error:
        with suppress(OSError):  # nobody reads standard error
            error.show()
        return _ended(Status.WRONG_CALL, error.format_message())
    except InputError as error:
        return _failed(Status.WRONG_CALL, str(error))
    except ModelError as error:
        return _failed(Status.NO_MODEL, str(error))
    except (click.Abort, KeyboardInterrupt):
        _leave_at_once()
    except SystemExit:
        # Click's way to say that nobody reads the output any more: whoever did had enough.
        return Status.DONE
    return status


def _unprinted(error: OSError) -> Status:
    say(
        f"Error: the result could not be printed ({error.strerror}): send standard output "
        "elsewhere; files that were written are whole",
        error=True,
    )
    return Status.FAULT


def _failed(status: Status, message: str) -> Status:
    lines = [plain(line) for line in message.split("\n")]
    say("\n".join(["Error: " + lines[0], *lines[1:]]), error=True)
    return _ended(status, message)


def _ended(status: Status, message: str) -> Status:
    """Tell programs as well, if `--json` asked for it."""
    if "--json" in sys.argv:
        say(json.dumps({"status": int(status), "error": message}, ensure_ascii=False))
    return status


def _leave_at_once() -> None:
    """Exit with 130 without waiting for requests that worker threads still have in flight."""
    _ended(Status.INTERRUPTED, "interrupted")
    say("Interrupted.", error=True)
    _flush()
    os._exit(Status.INTERRUPTED)


def _flush() -> None:
    """Write out what is left; where that fails, Python would complain of it after `main`."""
    for stream in _streams():
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _report_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say in one line what happened, where, and how to report it."""
    if os.environ.get(DEBUG_VARIABLE):
        sys.__excepthook__(kind, error, trace)
    frames = extract_tb(trace)
    place = f" in {Path(frames[-1].filename).name}, {frames[-1].name}" if frames else ""
    message = f"{kind.__name__}{place}: {error}"
    _failed(
        Status.FAULT,
        f"a fault of this program, not of your call: {message}. Please report it together with "
        f"what the same command prints when {DEBUG_VARIABLE}=1 is set.",
    )
