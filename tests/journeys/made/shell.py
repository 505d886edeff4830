"""The shell as officers have it: a process of its own, timed and weighed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]

# A busy machine is no fault; a hang is.
_LONGEST = 60


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
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0, 0
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
