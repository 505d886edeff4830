"""Files in: whole, of a bounded size, and only real files."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.storage.far_paths import far


def read_file(path: Path, most: int, error: type[ReportDeskError]) -> bytes:
    """Return the file's bytes, closed at once so that nobody's save is kept waiting.

    Raises the given error where it is not there, not a file, too large or unreadable.
    """
    try:
        state = far(path).stat()
        if not stat.S_ISREG(state.st_mode):
            what = _("this is a folder") if stat.S_ISDIR(state.st_mode) else _("this is not a file")
            raise _refused(error, "not-a-file", what, _("choose a file"), path)
        if state.st_size > most:
            raise _refused(error, "too-large", *_too_large(state.st_size, most), path)
        return far(path).read_bytes()
    except FileNotFoundError:
        message = _("there is no such file")
        fix = _("check its name and folder")
        raise _refused(error, "missing", message, fix, path) from None
    except PermissionError:
        message = _("you may not read this file")
        fix = _("ask its owner, or close the program that holds it")
        raise _refused(error, "unreadable", message, fix, path) from None
    except (OSError, ValueError) as fault:  # ValueError: a name with a NUL in it
        said = getattr(fault, "strerror", None) or str(fault)
        message = _("it cannot be read: {reason}").format(reason=said)
        fix = _("check the disk or network")
        raise _refused(error, "unreadable", message, fix, path) from None


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of the bytes, by which changes on disk are told."""
    return hashlib.sha256(data).hexdigest()


def shown(path: Path) -> str:
    """Return the path as messages name it; what no terminal can print is escaped."""
    return os.fspath(path).encode("utf-8", "backslashreplace").decode("utf-8")


def _too_large(size: int, most: int) -> tuple[str, str]:
    message = _("the file has {size:,} bytes; at most {most:,} can be read")
    return message.format(size=size, most=most), _("check that it is the right file")


def _refused(
    error: type[ReportDeskError], code: str, message: str, fix: str, path: Path
) -> ReportDeskError:
    return error.of(code, message, fix, Place(shown(path)))
