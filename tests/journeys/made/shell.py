"""The shell as officers have it: a process of its own, timed and weighed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]

# A busy machine is no fault; a hang is.
_LONGEST = 60
_LOOK_EVERY = 0.005  # seconds


@dataclass(frozen=True, slots=True)
class Run:
    """What came of one command.

    Attributes:
        seconds: processor time, which a busy machine does not change.
        megabytes: the most memory held.
    """

    code: int
    out: str
    err: str
    seconds: float
    megabytes: int

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


Shell = Callable[..., Run]


def run_shell(*arguments: object, folder: Path) -> Run:
    """Run one command of the shell to its end."""
    command = [sys.executable, "-m", "reportdesk", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    out, err = folder / ".out", folder / ".err"
    with out.open("wb") as to_out, err.open("wb") as to_err:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=to_out, stderr=to_err
        )
        killer = threading.Timer(_LONGEST, process.kill)
        killer.start()
        seconds, megabytes = _weighed(process)
        killer.cancel()
    said = [path.read_text("utf-8") for path in (out, err)]
    out.unlink()
    err.unlink()
    return Run(process.returncode, *said, seconds, megabytes)


def _weighed(process: subprocess.Popen[bytes]) -> tuple[float, int]:
    """Seconds of the processor, and the most memory held.

    ``ru_maxrss`` cannot be asked: across ``exec`` it keeps the size of the process that started
    this one, and a whole run of the tests holds more than any command may.
    """
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0, 0
    most, ended = 0, 0
    while not ended:
        most = max(most, _held(process.pid))
        time.sleep(_LOOK_EVERY)
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, most


def _held(process: int) -> int:
    """The process's own high-water mark in megabytes; 0 where the system does not tell."""
    try:
        told = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", told)
    return int(found[1]) // 1024 if found else 0
