"""Earlier versions of a file, kept where only its owner reads them: the last ten and one a day.

They lie in the user's own folder, not beside the draft: a shared folder stays tidy, an exempt
text does not multiply there, and they outlive the folder.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reportdesk.core.errors import SaveError
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.storage.atomic import save
from reportdesk.storage.places import make_private
from reportdesk.storage.removing import remove

LAST = 10
DAYS = 30

_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
_WHOSE = "path.txt"


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a file, and when it was replaced."""

    path: Path
    at: datetime


@dataclass(frozen=True, slots=True)
class Backups:
    """Keeps earlier versions below a folder; its ``keep`` suits ``save``."""

    folder: Path

    def keep(self, path: Path, data: bytes) -> None:
        """Keep the version, and let go of those that are no longer wanted.

        Where the folder cannot be written, a hidden copy is kept beside the file.
        Raises SaveError where neither can.
        """
        now = datetime.now(UTC)
        try:
            kept = make_private(self._folder_of(path))
            save(kept / _WHOSE, os.fsencode(_real(path)), None, private=True)
            save(kept / now.strftime(_STAMP), data, None, private=True)
        except (OSError, SaveError):
            save(_beside(path), data, None, private=True)
            return
        for version in unwanted(self.versions(path), now):
            version.path.unlink(missing_ok=True)

    def versions(self, path: Path) -> tuple[Version, ...]:
        """Return the versions that are kept of the file, the latest first."""
        folder = self._folder_of(path)
        found = [_version(entry) for entry in folder.iterdir()] if folder.is_dir() else []
        known = [version for version in found if version is not None]
        return tuple(sorted(known, key=lambda version: version.at, reverse=True))

    def forget(self, path: Path) -> None:
        """Remove all that is kept of the file; raises SaveError with what stays."""
        folder = self._folder_of(path)
        kept = (*folder.iterdir(), folder) if folder.is_dir() else ()
        remove((*kept, _beside(path)))

    def _folder_of(self, path: Path) -> Path:
        return self.folder / hashlib.sha256(os.fsencode(_real(path))).hexdigest()[:32]


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:60]}.backup")


def unwanted(versions: Sequence[Version], now: datetime) -> tuple[Version, ...]:
    """Return which versions may go: not among the last ten, nor the last of its day in a month.

    The versions come with the latest first.
    """
    days: dict[str, Version] = {}
    for version in versions:
        if now - version.at <= timedelta(days=DAYS):
            days.setdefault(version.at.date().isoformat(), version)
    wanted = {version.path for version in (*versions[:LAST], *days.values())}
    return tuple(version for version in versions if version.path not in wanted)


def _version(path: Path) -> Version | None:
    with suppress(ValueError):
        return Version(path, datetime.strptime(path.name, _STAMP).replace(tzinfo=UTC))
    return None


def _real(path: Path) -> str:
    return os.path.realpath(path)
