"""Go on with a start once the officer sees the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

_A_BREATH = 15  # milliseconds in which the system gets to show what was painted
_AT_LATEST = 1000  # milliseconds: a window that starts as an icon is not painted


class AfterPaint(QObject):
    """Calls once when the widget was painted for the first time."""

    def __init__(self, widget: QWidget, act: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._act: Callable[[], None] | None = act
        widget.installEventFilter(self)
        QTimer.singleShot(_AT_LATEST, self, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(_A_BREATH, self, self._go_on)
        return False

    @Slot()
    def _go_on(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()
