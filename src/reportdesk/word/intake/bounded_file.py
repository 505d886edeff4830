"""Reads a file's bytes, if it can be a Word document at all."""

from __future__ import annotations

import stat
from pathlib import Path

from reportdesk.core.i18n import _
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.file_kinds import refuse_other_kinds
from reportdesk.word.intake.limits import MOST_FILE


def read_bounded(source: Path | bytes, faults: Faults) -> bytes:
    """Return the bytes, or nothing with the reason among the faults."""
    data = source if isinstance(source, bytes) else _read(source, faults)
    if faults:
        return b""
    if len(data) > MOST_FILE:
        _refuse_size(len(data), faults)
        return b""
    refuse_other_kinds(data, faults)
    return data


def _read(path: Path, faults: Faults) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            faults.add("package-not-file", _("this is not a file"), _("choose a Word file"))
        elif about.st_size > MOST_FILE:
            _refuse_size(about.st_size, faults)
        else:
            return path.read_bytes()
    except FileNotFoundError:
        faults.add("package-missing", _("there is no such file"), _("check its name and folder"))
    except (OSError, ValueError) as error:
        message = _("the file cannot be read ({reason})")
        reason = getattr(error, "strerror", None) or str(error)
        fix = _("close it elsewhere, or ask for the right to read it")
        faults.add("package-unreadable", message.format(reason=reason), fix)
    return b""


def _refuse_size(size: int, faults: Faults) -> None:
    message = _("the file is {size:,} bytes long; the limit is {most:,}")
    faults.too_large(message.format(size=size, most=MOST_FILE))
