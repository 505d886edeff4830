"""A mark that stands while the program starts, so that a start which failed is known of."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from reportdesk.storage.places import make_private

_FLAGS = os.O_WRONLY | os.O_CREAT


class StartMark:
    """Set before the window is made, and taken away once it is shown.

    A mark that cannot be set is no reason not to start.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "starting"
        self._failed = False

    @property
    def failed_before(self) -> bool:
        """Whether the start before this one did not reach its window."""
        return self._failed

    def set(self) -> None:
        """Say that a start has begun."""
        self._failed = self._path.exists()
        with suppress(OSError):
            make_private(self._path.parent)
            os.close(os.open(self._path, _FLAGS, 0o600))

    def clear(self) -> None:
        """Say that the window is shown."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
