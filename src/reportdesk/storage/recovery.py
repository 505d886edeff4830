"""Unsaved text in the user's own folder, so that no crash takes it; the draft is never touched."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from reportdesk.core.errors import ReportDeskError, SaveError
from reportdesk.storage.atomic import save
from reportdesk.storage.disk import DISK
from reportdesk.storage.files import read_file
from reportdesk.storage.places import make_private
from reportdesk.storage.removing import remove
from reportdesk.storage.yaml_bytes import MAX_BYTES

_NOTE = b"# recovery: "
_TEXT, _LOCK = ".yaml", ".lock"


@dataclass(frozen=True, slots=True)
class RecoveryNote:
    """Whose text it is.

    Attributes:
        draft: path of the draft's file, empty where it was never saved.
        digest: of that file as it was last read or written.
        at: when the text was kept, in seconds since 1970.
    """

    draft: str
    digest: str
    at: float

    @property
    def moment(self) -> datetime:
        """When the text was kept."""
        return datetime.fromtimestamp(self.at, UTC)


@dataclass(frozen=True, slots=True)
class Recovered:
    """Text that a window left behind when it died; ``data`` is a whole draft."""

    path: Path
    note: RecoveryNote
    data: bytes

    def is_of(self, draft: Path) -> bool:
        """Return whether it is the text of the draft in that file."""
        theirs, ours = self.note.draft, os.path.realpath(draft)
        return bool(theirs) and os.path.realpath(theirs) == ours


class RecoveryFile:
    """The recovery file of one window, and the lock that says the window is alive.

    It may be written from several threads; of two texts the later one stays.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / (os.urandom(8).hex() + _TEXT)
        self._handle: int | None = None
        self._turn = threading.Lock()
        self._latest = 0

    @property
    def path(self) -> Path:
        """Where the text lies."""
        return self._path

    def write(self, text: str, note: RecoveryNote, number: int) -> None:
        """Keep the text, unless a later number was kept or let go; raises SaveError."""
        with self._turn:
            if number < self._latest:
                return
            self._latest = number
            self._hold()
            head = _NOTE + json.dumps(asdict(note)).encode("ascii") + b"\n"
            save(self._path, head + text.encode("utf-8"), None, private=True)

    def remove(self, number: int) -> None:
        """Let the text go: it is safe elsewhere, or no longer wanted."""
        with self._turn:
            self._latest = max(number, self._latest)
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            if self._handle is not None:
                DISK.free(self._handle, self._path.with_suffix(_LOCK))
                self._handle = None

    def _hold(self) -> None:
        if self._handle is not None:
            return
        try:
            make_private(self._folder)
            self._handle = DISK.open_lock(self._path.with_suffix(_LOCK))
            DISK.lock(self._handle)
        except OSError as error:
            raise SaveError.of("recovery", error.strerror or str(error)) from None


def left_over(folder: Path, own: Path | None = None) -> tuple[Recovered, ...]:
    """Return what dead windows left behind, the latest first; those of living ones stay theirs."""
    found = list(_readable(folder, own))
    return tuple(sorted(found, key=lambda one: one.note.at, reverse=True))


def discard(recovered: Recovered) -> None:
    """Remove what was recovered; raises SaveError with what stays."""
    remove((recovered.path, recovered.path.with_suffix(_LOCK)))


def _readable(folder: Path, own: Path | None) -> Iterator[Recovered]:
    for path in sorted(folder.glob("*" + _TEXT)) if folder.is_dir() else ():
        if path == own or not _is_orphan(path):
            continue
        with suppress(ReportDeskError):
            data = read_file(path, MAX_BYTES, SaveError)
            yield Recovered(path, _note_of(path, data), data)


def _is_orphan(path: Path) -> bool:
    """Whether the window that wrote it is no longer alive: its lock is free."""
    lock = path.with_suffix(_LOCK)
    if not lock.exists():
        return True
    try:
        handle = os.open(lock, os.O_RDWR)
    except OSError:
        return False
    try:
        return DISK.lock(handle)
    finally:
        DISK.close(handle)


def _note_of(path: Path, data: bytes) -> RecoveryNote:
    """The note in the first line; a text without one is nobody's draft yet."""
    first = data.partition(b"\n")[0]
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        told = json.loads(first.removeprefix(_NOTE))
        return RecoveryNote(str(told["draft"]), str(told["digest"]), float(told["at"]))
    return RecoveryNote("", "", path.stat().st_mtime)
