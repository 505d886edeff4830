"""Which files we exported and what was in them, so that others' changes to them are noticed."""

from __future__ import annotations

import os
from pathlib import Path

from reportdesk.core.errors import ReportDeskError, SaveError
from reportdesk.storage.files import digest_of, read_file
from reportdesk.storage.private_files import read_json, save_private_json
from reportdesk.storage.removing import remove

_MOST = 500
_MAX_BYTES = 1_000_000
_MAX_EXPORT = 500_000_000


class ExportLog:
    """Digests of the files that were exported last, by path."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "exports.json"

    def add(self, path: Path, data: bytes) -> None:
        """Remember that we wrote these bytes there; raises SaveError."""
        known = self._read()
        known.pop(os.fspath(path.absolute()), None)
        known[os.fspath(path.absolute())] = digest_of(data)
        save_private_json(self._path, dict(list(known.items())[-_MOST:]))

    def clear(self) -> None:
        """Forget all exports; raises SaveError. Each file counts as another's work then."""
        remove((self._path,))

    def changed(self, path: Path) -> bool:
        """Return whether a file lies there that holds other than what we exported last."""
        if not path.exists():
            return False
        try:
            found = digest_of(read_file(path, _MAX_EXPORT, SaveError))
        except ReportDeskError:
            return True
        return self._read().get(os.fspath(path.absolute())) != found

    def _read(self) -> dict[str, str]:
        told = read_json(self._path, _MAX_BYTES)
        known = told.items() if isinstance(told, dict) else ()
        return {str(path): str(digest) for path, digest in known}
