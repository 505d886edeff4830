"""The few calls by which a save touches the disk, so that a test can let each of them fail."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from reportdesk.storage.far_paths import far

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
# Network folders that cannot sync a folder say so; there the server answers for it.
_CANNOT_SYNC = (errno.EINVAL, errno.ENOTSUP)
# Of Windows: access denied, sharing and lock violation.
_PASSING = (5, 32, 33)


class Disk:
    """The real disk; every call raises OSError as the system does."""

    def create(self, path: Path, mode: int) -> int:
        """Return a handle to a new file, which must not be there yet."""
        return os.open(far(path), _CREATE, mode)

    def write(self, handle: int, data: memoryview) -> int:
        """Return how many bytes were taken."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Return when the file's bytes are on the medium."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Let the handle go, and any lock with it."""
        os.close(handle)

    def read(self, path: Path) -> bytes:
        """Return the whole file."""
        return far(path).read_bytes()

    def state(self, path: Path) -> os.stat_result | None:
        """Return what is at the path, following links, or None where nothing is."""
        try:
            return os.stat(far(path))
        except FileNotFoundError:
            return None

    def set_mode(self, path: Path, mode: int) -> None:
        """Give the file these rights."""
        os.chmod(far(path), mode)

    def replace(self, source: Path, target: Path) -> None:
        """Put the source in the target's place in one step."""
        os.replace(far(source), far(target))

    def remove(self, path: Path) -> None:
        """Delete the file."""
        os.unlink(far(path))

    def open_lock(self, path: Path) -> int:
        """Return a handle to the lock's file, which anybody who may write here may open."""
        return os.open(far(path), os.O_RDWR | os.O_CREAT, 0o666)

    def lock(self, handle: int) -> bool:
        """Return whether the lock was free; the system drops it when its holder dies."""
        try:
            if sys.platform == "win32":
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                return False
            raise
        return True

    def free(self, handle: int, path: Path) -> None:
        """Let a lock go, and its file with it; what fails no longer matters to what was saved.

        Removed while it is held, so that whoever waits for it sees that it is another's. Windows
        removes no file that is open: there whoever waits keeps it, and removes it in turn.
        """
        with suppress(OSError):
            if sys.platform != "win32":
                self.remove(path)
        with suppress(OSError):
            self.close(handle)
        with suppress(OSError):
            if sys.platform == "win32":
                self.remove(path)

    def passes(self, error: OSError) -> bool:
        """Return whether it may go well in a moment: on Windows many hold a file for moments."""
        told = getattr(error, "winerror", None)
        if told is None:  # opening gives no code of Windows
            return sys.platform == "win32" and error.errno == errno.EACCES
        return told in _PASSING

    def same_file(self, handle: int, path: Path) -> bool:
        """Return whether the handle still is what lies at the path."""
        if sys.platform == "win32":
            return True  # nobody can remove or replace a file that we have open
        held, lying = os.fstat(handle), self.state(path)
        return lying is not None and os.path.samestat(held, lying)

    def sync_folder(self, folder: Path) -> None:
        """Return when the folder's entries are on the medium."""
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _CANNOT_SYNC:
                raise
        finally:
            os.close(handle)

    def wait(self, seconds: float) -> None:
        """Let another program finish."""
        time.sleep(seconds)


DISK = Disk()
