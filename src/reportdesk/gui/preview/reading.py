"""Lets keys and screen readers go through the preview paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from reportdesk.core.i18n import _
from reportdesk.gui.announcing import announce
from reportdesk.gui.preview.view import PaperView

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReadingAloud(QObject):
    """Says each paragraph that is gone to; Enter goes to its field."""

    def __init__(self, view: PaperView) -> None:
        super().__init__(view)
        self._view = view
        view.setAccessibleDescription(
            _("Ctrl+Down and Ctrl+Up read paragraph by paragraph; Enter goes to the field.")
        )
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and self._handles(cast(QKeyEvent, event)):
            return True
        return super().eventFilter(watched, event)

    def _handles(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go(step)
            return True
        if event.key() in _ENTER and self._view.marked >= 0:
            self._view.clicked.emit(self._view.marked)
            return True
        return False

    def _go(self, step: int) -> None:
        said = [pair for pair in zip(*self._view.paper.texts(), strict=True) if pair[0].strip()]
        if not said:
            return
        texts, numbers = zip(*said, strict=True)
        here = self._view.marked
        at = bisect_right(numbers, here) if step > 0 else bisect_left(numbers, here) - 1
        at = min(max(at, 0), len(numbers) - 1)
        self._view.show_block(numbers[at])
        self._say(texts[at])

    def _say(self, text: str) -> None:
        """A screen reader hears the paragraph now, and finds it again as the description."""
        self._view.setAccessibleDescription(text)
        announce(self._view, text)
