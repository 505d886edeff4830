"""Runs the worker that reads PDFs, and turns any end of it into pages or one clear error."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reportdesk.core.errors import LetterError
from reportdesk.core.i18n import _
from reportdesk.core.letter import SetLine, Sheet
from reportdesk.core.places import Place
from reportdesk.letters.lines import RawPage
from reportdesk.letters.workers import start

_MEMORY = 700 << 20
_SECONDS = 30  # of the processor
_TICK = 0.05


def pdf_pages(path: Path, seconds: float, cancelled: Callable[[], bool]) -> tuple[RawPage, ...]:
    """Return the PDF's pages, read in a process of its own.

    Raises LetterError where the file cannot be read, the time is over or the officer cancels.
    """
    answer = _ask(path, seconds, cancelled)
    if "fault" in answer:
        raise _fault(path, str(answer["fault"]))
    pages = tuple(_page(page) for page in answer["pages"])
    if not any(page.texts for page in pages):
        raise _fault(path, "scan")
    return pages


def _page(page: dict[str, Any]) -> RawPage:
    lines = page["lines"]
    sheet = Sheet(page["height"], tuple(SetLine(*line[1:]) for line in lines))
    return RawPage(tuple(line[0] for line in lines), sheet)


def _ask(path: Path, seconds: float, cancelled: Callable[[], bool]) -> dict[str, Any]:
    process = start("worker.py", str(path.resolve()), memory=_MEMORY, seconds=_SECONDS)
    try:
        output = _output(process, path, seconds, cancelled)
    finally:
        process.kill()
        process.communicate()
    try:
        answer = json.loads(output.splitlines()[-1])
    except (ValueError, IndexError):
        raise _fault(path, "broken") from None
    return answer if isinstance(answer, dict) else {}


def _output(
    process: subprocess.Popen[bytes], path: Path, seconds: float, cancelled: Callable[[], bool]
) -> bytes:
    end = time.monotonic() + seconds
    while True:
        try:
            return process.communicate(timeout=_TICK)[0]
        except subprocess.TimeoutExpired:
            if cancelled():
                raise _fault(path, "cancelled") from None
            if time.monotonic() > end:
                raise _fault(path, "time") from None


def _fault(path: Path, code: str) -> LetterError:
    message, fix = _words().get(code, _words()["broken"])
    problem = LetterError.of(f"letter-{code}", message, fix, Place(file=path.name))
    assert isinstance(problem, LetterError)
    return problem


def _words() -> dict[str, tuple[str, str]]:
    paste = _("open it in a PDF reader, copy the letter’s text and paste it")
    return {
        "password": (
            _("the PDF is locked with a password"),
            _("save a copy without the password, or copy the letter’s text and paste it"),
        ),
        "pages": (
            _("the PDF has more than 300 pages or none"),
            _("save the letter’s own pages as a file, and read that"),
        ),
        "characters": (
            _("the PDF holds more than 2,000,000 characters"),
            _("save the letter’s own pages as a file, and read that"),
        ),
        "scan": (
            _("no text was found in the PDF; it is probably a scan"),
            _("ask for the original, or run text recognition on it first"),
        ),
        "memory": (_("the PDF is too complex to read"), paste),
        "time": (_("reading the PDF took too long"), paste),
        "cancelled": (_("reading was cancelled"), _("nothing was changed")),
        "broken": (_("the PDF is damaged or too complex to read"), paste),
    }
