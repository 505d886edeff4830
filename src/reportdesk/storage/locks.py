"""The lock of a commit, held for moments: the system's own, so it dies with its holder."""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakValueDictionary

from reportdesk.core.i18n import _
from reportdesk.storage.disk import Disk
from reportdesk.storage.refusals import refusal
from reportdesk.storage.side_files import lock_beside

_PATIENCE = 10.0
_PAUSE = 0.005
_CANNOT_LOCK = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
# The system's lock knows processes only; these keep our own threads apart. There is one for each
# target, so that no file on a slow network folder keeps another from being saved.
_THREADS: WeakValueDictionary[Path, threading.Lock] = WeakValueDictionary()
_LOOKING_UP = threading.Lock()


@contextmanager
def commit_lock(target: Path, named: Path, disk: Disk) -> Iterator[None]:
    """Hold the lock of the target while in the context; ``named`` is what messages call it.

    Raises SaveError where another holds it too long, or the folder knows no locks.
    """
    path = lock_beside(target)
    with _among_threads(path):
        handle = _locked(named, path, disk)
        try:
            yield
        finally:
            disk.free(handle, path)


def _among_threads(path: Path) -> threading.Lock:
    """Return the lock of that file within this program; it goes with its last user."""
    with _LOOKING_UP:
        return _THREADS.setdefault(path, threading.Lock())


def _locked(named: Path, path: Path, disk: Disk) -> int:
    end = time.monotonic() + _PATIENCE
    while True:
        handle = _opened(path, disk, end)
        try:
            if disk.lock(handle) and disk.same_file(handle, path):
                return handle
        except OSError as error:
            disk.close(handle)
            if error.errno in _CANNOT_LOCK:
                message = _("this folder cannot lock files, so two could overwrite each other")
                fix = _("save in another folder")
                raise refusal(named, "no-locks", message, fix) from None
            raise
        disk.close(handle)
        if time.monotonic() > end:
            message = _("another program is saving this file")
            raise refusal(named, "locked", message, _("try again in a moment"))
        disk.wait(_PAUSE)


def _opened(path: Path, disk: Disk, end: float) -> int:
    """Return a handle to the lock's file, which on Windows is closed to all while it is removed."""
    while True:
        try:
            return disk.open_lock(path)
        except OSError as error:
            if time.monotonic() > end or not disk.passes(error):
                raise
            disk.wait(_PAUSE)
