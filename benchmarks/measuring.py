"""Run the program as users do, in a process of its own, and see what that took."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_KILOBYTES = 1024 if sys.platform != "darwin" else 1  # the unit of ru_maxrss differs
_WORKED = (0, 4)


@dataclass(frozen=True)
class Cost:
    """Wall and processor time in seconds, and the most memory held at once, in bytes."""

    wall_s: float
    cpu_s: float
    peak_bytes: int


def cost_of(*arguments: str, cwd: Path = ROOT) -> Cost:
    """Run `briefing` with these arguments.

    Raises:
        RuntimeError: It ended with a status other than 0 or 4.
    """
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": paths},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in _WORKED:
        raise RuntimeError(f"briefing {' '.join(arguments)} ended with {process.returncode}")
    return Cost(
        wall_s=wall_s,
        cpu_s=usage.ru_utime + usage.ru_stime,
        peak_bytes=usage.ru_maxrss * _KILOBYTES,
    )
