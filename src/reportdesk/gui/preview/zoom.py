"""How large pages are shown: fitted to the room there is, or as the officer wants them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QWidget

_STEP = 1.15
_LEAST, _MOST = 0.25, 4.0
_LARGEST_FIT = 1.6
_KEYS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}
_ENDS = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
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


class Ground(QAbstractScrollArea):
    """Grey ground for sheets of paper: scrolled, and made larger or smaller by keys and wheel.

    Attributes:
        zoom: how large the sheets are wanted.
    """

    AROUND = 16  # pixels of ground around a sheet

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = Zoom()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def scale(self) -> float:
        """Pixels of the screen for one of a sheet."""
        return self.zoom.scale(self.viewport().width() - 2 * self.AROUND, self.sheet_width())

    def sheet_width(self) -> float:
        """Return how wide a sheet is at its full size."""
        raise NotImplementedError

    def change_zoom(self, steps: int) -> None:
        """Make the sheets larger or smaller by that many steps; none fits them to the room."""
        raise NotImplementedError

    def fit(self) -> None:
        """Say to the scroll bars how large the sheets are now."""
        raise NotImplementedError

    def set_reach(self, width: float, height: float) -> None:
        """Let the scroll bars reach over that many pixels of the screen."""
        room = self.viewport().size()
        for bar, length, seen in (
            (self.verticalScrollBar(), height, room.height()),
            (self.horizontalScrollBar(), width, room.width()),
        ):
            bar.setRange(0, max(0, round(length) - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(self.fontMetrics().lineSpacing() * 2)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.change_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = _steps(event)
        if steps is not None:
            self.change_zoom(steps)
        elif event.key() in _ENDS:
            bar.triggerAction(_ENDS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def scrollContentsBy(self, across: int, down: int) -> None:
        self.viewport().update()


def _steps(event: QKeyEvent) -> int | None:
    """The steps that a key asks for, or None for any other key."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return _KEYS.get(Qt.Key(event.key()))
