"""The file in which a dying program leaves its last words, read at the next start."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from reportdesk.storage.places import make_private

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND


class CrashLog:
    """Takes what went wrong, without any text of a draft; held open, so that a crash can write."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "crash.txt"
        self._handle = -1

    @property
    def path(self) -> Path:
        """Where the last words stand."""
        return self._path

    def last_words(self) -> str:
        """Return what the program before this one left, and clear it."""
        try:
            said = self._path.read_text("utf-8", "replace")
            os.truncate(self._path, 0)
        except OSError:
            return ""
        return said

    def open(self) -> int:
        """Return a handle to write with, or -1 where the folder cannot be written."""
        with suppress(OSError):
            make_private(self._path.parent)
            self._handle = os.open(self._path, _FLAGS, 0o600)
        return self._handle

    def add(self, words: str) -> None:
        """Write the words down; a full disk is no reason to fail again."""
        with suppress(OSError):
            if self._handle >= 0:
                os.write(self._handle, words.encode("utf-8", "backslashreplace"))

    def close(self) -> None:
        """Let the file go."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
