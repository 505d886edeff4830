"""Data that can be made anew at any time, kept between starts in the user's cache folder.

Law: whatever is wrong with a kept file, it counts as not there; it never stops any work.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from reportdesk.core.errors import SaveError
from reportdesk.storage.atomic import save
from reportdesk.storage.places import make_private

_MOST_BYTES = 64 * 1024 * 1024
_MOST_FILES = 40
_ENDING = ".json"
# Lists, texts and numbers, as JSON can hold them: a file's edge.
Data = Any


class KeptFiles:
    """A private folder of files, each named after what its data was made of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> Data:
        """Return the data kept under the key, or None where there is none that is whole."""
        path = self._folder / (key + _ENDING)
        try:
            if path.stat().st_size > _MOST_BYTES:
                return None
            told, _line, content = path.read_bytes().partition(b"\n")
            whole = told == _digest(content)
            return json.loads(content) if whole else None
        except (OSError, ValueError, RecursionError):
            return None

    def write(self, key: str, data: Data) -> None:
        """Keep the data under the key, where that can be done; the oldest files make room."""
        content = json.dumps(data, separators=(",", ":")).encode()
        path = self._folder / (key + _ENDING)
        with suppress(OSError, SaveError):
            make_private(self._folder)
            self._make_room()
            save(path, _digest(content) + b"\n" + content, None, private=True)

    def _make_room(self) -> None:
        files = sorted(self._folder.glob("*" + _ENDING), key=lambda path: path.stat().st_mtime)
        for path in files[: max(0, len(files) - _MOST_FILES + 1)]:
            path.unlink(missing_ok=True)


def key_of(*parts: bytes) -> str:
    """Return the name for data that is made of these parts alone."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode("ascii")
