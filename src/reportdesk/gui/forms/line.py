"""A single line whose words are looked through as those of rich texts are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QStyle, QStyleOptionFrame, QWidget

from reportdesk.gui.rich.patching import units
from reportdesk.gui.rich.proofing import Concern, Mark, Proofing, proofing_of
from reportdesk.gui.theme import alarm

_STEP = 2.0  # pixels of a wave, to the side and up


@dataclass(frozen=True, slots=True)
class LineMenu:
    """The context menu of a line that is about to show.

    Attributes:
        at: the place that it was asked for, as Qt counts.
    """

    line: QLineEdit
    menu: QMenu
    at: int


class ProofedLine(QLineEdit):
    """Draws a wave under words that want a look; the word that is being typed is left alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._proofing: Proofing | None = None
        self._marks: tuple[str, list[Mark]] | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._proofing is None:
            self._proofing = proofing_of(self)
            if self._proofing is not None:
                self._proofing.changed.connect(self._look_again)
                self._proofing.wanted.emit()

    def marks(self) -> list[Mark]:
        """Return what is marked in the line as it stands."""
        text = self.text()
        if self._marks is None or self._marks[0] != text:
            found = self._proofing.marks(text) if self._proofing and text else []
            self._marks = text, [one for one in found if one.concern is Concern.SPELLING]
        return [one for one in self._marks[1] if not self._being_typed(text, one)]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        marks = self.marks()
        if marks:
            painter = QPainter(self)
            painter.setClipRect(self._inside())
            for mark in marks:
                self._draw_wave(painter, mark)
            painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is selected while a menu is opened by keys: its lines are about just that."""
        selected = self.selectionStart(), self.selectionLength()
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.MenuBarFocusReason and selected[1]:
            self.setSelection(*selected)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = self.cursorPositionAt(event.pos()) if by_mouse else self.cursorPosition()
        if self._proofing is not None:
            self._proofing.line_menu_asked.emit(LineMenu(self, menu, at))
        menu.popup(event.globalPos())

    @Slot()
    def _look_again(self) -> None:
        self._marks = None
        self.update()

    def _being_typed(self, text: str, mark: Mark) -> bool:
        return self.hasFocus() and self.cursorPosition() == units(text[: mark.end])

    def _draw_wave(self, painter: QPainter, mark: Mark) -> None:
        text, letters = self.text(), QFontMetricsF(self.font())
        cursor = letters.horizontalAdvance(text[: self._cursor_in_text()])
        zero = self.cursorRect().center().x() - cursor
        left = zero + letters.horizontalAdvance(text[: mark.start])
        right = zero + letters.horizontalAdvance(text[: mark.end])
        inside = self._inside()
        base = inside.center().y() + letters.height() / 2 - 1
        painter.setPen(QPen(alarm(self.palette()), 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolyline(_wave(left, right, base))

    def _cursor_in_text(self) -> int:
        """How many letters of the text, as Python counts, stand before the cursor."""
        at, text = self.cursorPosition(), self.text()
        return at if units(text) == len(text) else _letters(text, at)

    def _inside(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        return self.style().subElementRect(part, option, self)


def _wave(left: float, right: float, base: float) -> list[QPointF]:
    count = max(int((right - left) / _STEP), 1)
    return [QPointF(left + at * _STEP, base - _STEP * (at % 2)) for at in range(count + 1)]


def _letters(text: str, at: int) -> int:
    return next((count for count in range(len(text) + 1) if units(text[:count]) >= at), len(text))
