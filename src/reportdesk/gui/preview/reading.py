"""Lets keys and screen readers go through the preview by paragraphs, headings and tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock

from reportdesk.core.i18n import _
from reportdesk.gui.announcing import describe_and_say
from reportdesk.gui.preview.looks import SPACER
from reportdesk.gui.preview.speaking import begins_table, is_heading, spoken
from reportdesk.gui.preview.view import PaperView

_Wanted = Callable[[QTextBlock], bool]
_Key, _Held = Qt.Key, Qt.KeyboardModifier
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


def _has_words(block: QTextBlock) -> bool:
    return not block.blockFormat().hasProperty(SPACER) and bool(block.text().strip())


_STEPS: dict[QKeyCombination, tuple[int, _Wanted]] = {
    QKeyCombination(_Held.ControlModifier, _Key.Key_Down): (1, _has_words),
    QKeyCombination(_Held.ControlModifier, _Key.Key_Up): (-1, _has_words),
    QKeyCombination(_Key.Key_H): (1, is_heading),
    QKeyCombination(_Held.ShiftModifier, _Key.Key_H): (-1, is_heading),
    QKeyCombination(_Key.Key_T): (1, begins_table),
    QKeyCombination(_Held.ShiftModifier, _Key.Key_T): (-1, begins_table),
}


class ReadingAloud(QObject):
    """Says each paragraph that is gone to; Enter goes to its field."""

    def __init__(self, view: PaperView) -> None:
        super().__init__(view)
        self._view = view
        view.setAccessibleDescription(
            _(
                "Ctrl+Down and Ctrl+Up read paragraph by paragraph, H goes to the next heading, "
                "T to the next table; Enter goes to the field."
            )
        )
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and self._handles(cast(QKeyEvent, event)):
            return True
        return super().eventFilter(watched, event)

    def _handles(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~_Held.KeypadModifier
        step = _STEPS.get(QKeyCombination(held, _Key(event.key())))
        if step:
            self._go(*step)
            return True
        if event.key() in _ENTER and self._view.marked >= 0:
            self._view.clicked.emit(self._view.marked)
            return True
        return False

    def _go(self, step: int, wanted: _Wanted) -> None:
        """Go to the next such paragraph; where there is none, say where one stands again."""
        paper = self._view.paper
        here = paper.findBlockByNumber(self._view.marked)
        first = paper.begin() if step > 0 else QTextBlock()
        there = _beside(here, step) if here.isValid() else first
        while there.isValid() and not (_has_words(there) and wanted(there)):
            there = _beside(there, step)
        if there.isValid():
            self._view.show_block(there.blockNumber())
            self._say(spoken(there, here))
        elif here.isValid():
            self._say(spoken(here, here))

    def _say(self, text: str) -> None:
        """A screen reader hears the paragraph now, and finds it again as the description."""
        describe_and_say(self._view, text, text)


def _beside(block: QTextBlock, step: int) -> QTextBlock:
    return block.next() if step > 0 else block.previous()
