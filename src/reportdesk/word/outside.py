"""Run another program with all that it starts, and end them together when nobody waits any more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

LOOK_EVERY = 0.1  # seconds
_TO_END = 10.0  # seconds for what was killed to be gone

GoingOn = Callable[[], bool]


def run_outside(command: Sequence[str], seconds: float, going_on: GoingOn) -> bool:
    """Run the program; return whether it ended by itself, false where ``going_on`` called it off.

    Raises OSError where it cannot be started, SubprocessError where it fails or takes too long.
    """
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        creationflags=_FLAGS,
        start_new_session=True,
    ) as running:
        try:
            return _wait(running, seconds, going_on)
        finally:
            if running.poll() is None:
                _end(running)


def _wait(running: subprocess.Popen[bytes], seconds: float, going_on: GoingOn) -> bool:
    last = time.monotonic() + seconds
    while going_on():
        with suppress(subprocess.TimeoutExpired):
            code = running.wait(LOOK_EVERY)
            if code:
                raise subprocess.CalledProcessError(code, running.args)
            return True
        if time.monotonic() > last:
            raise subprocess.TimeoutExpired(running.args, seconds)
    return False


if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW

    def _end(running: subprocess.Popen[bytes]) -> None:
        # LibreOffice's launcher starts the real program, which a kill of the launcher would leave.
        system = os.environ.get("SYSTEMROOT", r"C:\Windows")
        command = [rf"{system}\System32\taskkill.exe", "/F", "/T", "/PID", str(running.pid)]
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(command, capture_output=True, timeout=_TO_END)
        running.kill()
        running.wait(_TO_END)

else:
    _FLAGS = 0

    def _end(running: subprocess.Popen[bytes]) -> None:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait(_TO_END)
