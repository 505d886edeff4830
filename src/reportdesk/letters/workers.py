"""Starts the scripts that open PDFs, each in a limited process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent
_LIMITS = _HERE / "limits.py"
_QUIET = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))


def start(
    script: str, argument: str, *, memory: int, seconds: int, stdin: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """Return the process of a script of this folder; bytes and seconds are the most it may use."""
    limits = [str(_LIMITS), str(memory), str(seconds)]
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", *limits, str(_HERE / script), argument],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_QUIET,
        env={**os.environ, "PYTHONFAULTHANDLER": ""},
    )
