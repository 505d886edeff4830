"""What a crash leaves for the next start: where it happened, and never a word of a draft."""

from __future__ import annotations

import traceback
from datetime import datetime
from types import TracebackType

from reportdesk import __version__
from reportdesk.storage.crash_log import CrashLog

__all__ = ["CrashLog", "ended_badly", "report_of"]

# What Python's own fault handler begins with, by system.
_FATAL = ("Fatal Python error", "Windows fatal exception")


def report_of(kind: type[BaseException] | None, trace: TracebackType | None) -> str:
    """Return the kind of error and the lines it passed; its message could hold an answer."""
    name = kind.__name__ if kind else "unknown"
    lines = [f"{datetime.now():%Y-%m-%d %H:%M:%S} ReportDesk {__version__}: {name}"]
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {frame.filename}:{frame.lineno} in {frame.name}")
    return "\n".join(lines) + "\n"


def ended_badly(last_words: str) -> bool:
    """Return whether the program that left these words died; errors it lived through were told."""
    return any(fatal in last_words for fatal in _FATAL)
