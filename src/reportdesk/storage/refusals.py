"""Why a file was not saved, in words an officer can act on."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reportdesk.core.dates import long_date
from reportdesk.core.errors import ConflictError, ReportDeskError, SaveError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.storage.files import shown


def refusal(path: Path, code: str, message: str, fix: str) -> ReportDeskError:
    """Return the error for a save that was not made."""
    return SaveError.of(code, _("not saved: {why}").format(why=message), fix, Place(shown(path)))


def conflict(path: Path, state: os.stat_result | None, *, new: bool = False) -> ReportDeskError:
    """Return the error for a file that is not as it was when it was opened, or that is new."""
    if new:
        message = _("not saved: there is a file of this name already")
        fix = _("choose another name")
    elif state is None:
        message = _("not saved: the file was moved or deleted since you opened it")
        fix = _("save under another name")
    else:
        message = _("not saved: {who} changed the file on {when} since you opened it")
        message = message.format(who=_owner(path), when=_moment(state.st_mtime))
        fix = _("save under another name, then compare the two")
    return ConflictError.of("changed-on-disk", message, fix, Place(shown(path)))


def explain(path: Path, error: OSError | ValueError) -> ReportDeskError:
    """Return what the system's error means for the officer."""
    code, message, fix = _OTHER
    if isinstance(error, OSError):
        windows = _WINDOWS.get(getattr(error, "winerror", None) or 0)
        code, message, fix = windows or _REASONS.get(error.errno or 0, _OTHER)
        message = message.format(reason=error.strerror or error)
    else:
        message = message.format(reason=error)
    return refusal(path, code, message, fix)


def _owner(path: Path) -> str:
    if sys.platform != "win32":  # which does not tell
        with suppress(OSError, KeyError):
            return path.owner()
    return _("somebody")


def _moment(time: float) -> str:
    at = datetime.fromtimestamp(time)
    return f"{long_date(at.date())} {at:%H:%M}"


_Reason = tuple[str, str, str]
_OTHER: _Reason = ("system", _("{reason}"), _("save under another name or in another folder"))
_FULL: _Reason = ("full", _("the disk is full"), _("make space, or save on another disk"))
_DENIED: _Reason = (
    "denied",
    _("you may not write in this folder"),
    _("save in a folder of your own"),
)
_HELD: _Reason = (
    "held",
    _("another program holds the file"),
    _("is it open in Word? Close it there, or save under another name"),
)
_REASONS: dict[int, _Reason] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: ("too-large", _("the disk takes no file of this size"), _("save on another disk")),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: ("read-only-disk", _("the disk is read-only"), _("save on another disk")),
    errno.EBUSY: _HELD,
    errno.EIO: ("disk", _("the disk reports an error"), _("save on another disk")),
    errno.ENOENT: ("no-folder", _("the folder does not exist"), _("choose another folder")),
    errno.ENOTDIR: ("no-folder", _("the folder does not exist"), _("choose another folder")),
    errno.ENAMETOOLONG: ("name-too-long", _("the name is too long"), _("choose a shorter one")),
}
_WINDOWS: dict[int, _Reason] = {5: _HELD, 32: _HELD, 33: _HELD, 112: _FULL}
