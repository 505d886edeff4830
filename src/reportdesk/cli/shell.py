"""Runs one command and gives its exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reportdesk.cli.arguments import parser
from reportdesk.cli.telling import FAILED, STOPPED, tell
from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _


def main(arguments: Sequence[str]) -> int:
    """Return the exit code: 0 fine, 1 problems that stop, 2 cannot be read or written."""
    _speak_utf8()
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ReportDeskError as error:
        tell(error.problems)
        return FAILED
    except KeyboardInterrupt:
        print(_("stopped; no file was left half-written"), file=sys.stderr)
        return STOPPED


def _speak_utf8() -> None:
    """A Windows console may speak another encoding, in which our words cannot be printed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
