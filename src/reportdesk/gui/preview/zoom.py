"""How large pages are shown: fitted to the room there is, or as the officer wants them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_STEP = 1.15
_LEAST, _MOST = 0.25, 4.0
_LARGEST_FIT = 1.6
_KEYS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}


class Zoom:
    """A scale: fitted as long as the officer has not chosen one."""

    def __init__(self) -> None:
        self._chosen: float | None = None

    def scale(self, room: float, width: float) -> float:
        """Return how large a page of that width is shown in the room there is."""
        if self._chosen is not None:
            return self._chosen
        return min(max(room / width, _LEAST), _LARGEST_FIT) if width > 0 else 1.0

    def change(self, steps: int, now: float) -> None:
        """Go that many steps from the present scale; none goes back to fitting."""
        self._chosen = min(max(now * _STEP**steps, _LEAST), _MOST) if steps else None


def zoom_key(event: QKeyEvent) -> int | None:
    """Return the steps that a key asks for, or None for any other key."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return _KEYS.get(Qt.Key(event.key()))
