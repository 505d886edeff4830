"""The one way to save a file: whole or not at all, and never over another's work."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from reportdesk.core.i18n import _
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.storage.disk import DISK, Disk
from reportdesk.storage.files import digest_of
from reportdesk.storage.locks import commit_lock
from reportdesk.storage.names import name_fault
from reportdesk.storage.refusals import conflict, explain, refusal
from reportdesk.storage.side_files import temp_beside

_T = TypeVar("_T")
Keep = Callable[[Path, bytes], None]

# Scanners and Word hold a file for moments.
_WAITS = (0.02, 0.04, 0.08, 0.16, 0.3, 0.6, 0.9, 0.9)


def save(
    path: Path,
    data: bytes,
    expected: str | None,
    keep: Keep | None = None,
    private: bool = False,
    disk: Disk = DISK,
) -> str:
    """Save the bytes and return their digest, once they are safe on the disk.

    ``expected`` is the digest of the file as it was opened, empty for a new file, None to save
    over whatever is there. ``keep`` is given the version that is replaced, to back it up.
    A private file can be read by its owner alone. A link is followed.

    Raises ConflictError where another saved the file since, else SaveError; both name the file,
    and what is on disk is as it was.
    """
    try:
        target = Path(os.path.realpath(path))
        saving = _Saving(path, target, data, expected, keep, private, disk)
        return saving.run()
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise explain(path, error) from None


@dataclass(frozen=True, slots=True)
class _Saving:
    """One save: the path as it was given, which messages name, and the file it leads to."""

    path: Path
    target: Path
    data: bytes
    expected: str | None
    keep: Keep | None
    private: bool
    disk: Disk

    def run(self) -> str:
        before = self.disk.state(self.target)
        if before is not None:
            _refuse_unsuitable(self.path, self.target, before)
        elif fault := name_fault(self.target.name):
            raise refusal(self.path, "name", fault, _("choose another name"))
        with self._temp_file(before) as temp:
            if self.disk.read(temp) != self.data:
                message = _("the disk gave back other bytes than were written")
                raise refusal(self.path, "read-back", message, _("save on another disk"))
            with commit_lock(self.target, self.path, self.disk):
                self._commit(temp)
        return digest_of(self.data)

    @contextmanager
    def _temp_file(self, before: os.stat_result | None) -> Iterator[Path]:
        """Give the data in a file beside the target; whatever becomes of it, it is gone after."""
        temp = temp_beside(self.target, os.urandom(8).hex())
        # A new file gets the rights that the system gives; an old one keeps its own.
        shared = before is None and not self.private
        try:
            self._write(temp, 0o666 if shared else 0o600)
            if before is not None and not self.private:
                self.disk.set_mode(temp, stat.S_IMODE(before.st_mode))
            yield temp
        finally:
            with suppress(OSError):
                self.disk.remove(temp)

    def _write(self, temp: Path, mode: int) -> None:
        handle = self.disk.create(temp, mode)
        try:
            left = memoryview(self.data)
            while left:
                left = left[self.disk.write(handle, left) :]
            self.disk.sync(handle)
        finally:
            self.disk.close(handle)

    def _commit(self, temp: Path) -> None:
        """Put the temp file in the target's place; the lock is ours."""
        state = self.disk.state(self.target)
        current = None if state is None else self._patiently(lambda: self.disk.read(self.target))
        if self.expected is not None and current != self.data:
            found = "" if current is None else digest_of(current)
            if found != self.expected:
                raise conflict(self.path, state, new=not self.expected)
        if self.keep and current is not None and current != self.data:
            self.keep(self.target, current)
        self._patiently(lambda: self.disk.replace(temp, self.target))
        try:
            self.disk.sync_folder(self.target.parent)
        except OSError as error:
            message = _("it was written, but the disk did not confirm it: {reason}")
            said = message.format(reason=error.strerror)
            raise refusal(self.path, "unconfirmed", said, _("save again")) from None

    def _patiently(self, act: Callable[[], _T]) -> _T:
        """Return what the act gives; where another holds the target it is tried again."""
        for pause in _WAITS:
            try:
                return act()
            except OSError as error:
                if not self.disk.passes(error):
                    raise
                self.disk.wait(pause)
        return act()


def _refuse_unsuitable(path: Path, target: Path, state: os.stat_result) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise refusal(path, "folder", _("this is a folder"), _("choose another name"))
    if not stat.S_ISREG(state.st_mode):
        raise refusal(path, "not-a-file", _("this is not a file"), _("choose another name"))
    if not state.st_mode & 0o222 or not os.access(target, os.W_OK):
        message = _("it is marked read-only, or belongs to another")
        raise refusal(path, "read-only", message, _("save under another name"))
