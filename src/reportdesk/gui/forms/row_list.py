"""The titles of many rows, to choose from, to drag and to move by keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from reportdesk.core.i18n import _
from reportdesk.gui.forms.card import DOWN, REMOVE, UP

_SHOWN = 8  # titles at once
_ASKS = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN}


class RowList(QListWidget):
    """Shows titles; the draft alone moves rows, so a drag only asks for it.

    Signals:
        chosen: another row was gone to; its index.
        moved: a row was dragged; where it stood and where it shall stand.
        asked: a key asks for something to be done with a row; its index and the ``Ask``.
    """

    chosen = Signal(int)
    moved = Signal(int, int)
    asked = Signal(int, object)

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("{label}: list of rows").format(label=label))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._chosen)

    def current(self) -> int:
        """Return the index of the row that is chosen."""
        return self.currentRow()

    def go_to(self, at: int) -> None:
        """Choose the row at that index, without telling."""
        self.blockSignals(True)
        self.setCurrentRow(at)
        self.blockSignals(False)

    def show_titles(self, count: int, titles: Mapping[int, str]) -> None:
        """Have that many rows, and show those titles that are others now."""
        now = self.currentRow()
        self.blockSignals(True)
        while self.count() > count:
            self.takeItem(self.count() - 1)
        while self.count() < count:
            self.addItem(QListWidgetItem())
        for at, title in titles.items():
            self.item(at).setText(title)
        self.setCurrentRow(min(max(now, 0), count - 1))
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        line = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing())
        frame = self.height() - self.viewport().height()
        height = line * min(max(self.count(), 1), _SHOWN) + max(frame, 0)
        return QSize(super().sizeHint().width(), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ask = _ASKS.get(Qt.Key(event.key()))
        if ask and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.asked.emit(self.currentRow(), ask)
        elif event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.asked.emit(self.currentRow(), REMOVE)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        source, target = self.currentRow(), self._target(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if source >= 0 and target != source:
            self.moved.emit(source, target)

    def _target(self, event: QDropEvent) -> int:
        """Where the row that is dragged stands once it is dropped."""
        under = self.indexAt(event.position().toPoint())
        if not under.isValid():
            return self.count() - 1
        places = QAbstractItemView.DropIndicatorPosition
        source, at, place = self.currentRow(), under.row(), self.dropIndicatorPosition()
        if place is places.BelowItem and at < source:
            return at + 1
        return at - 1 if place is places.AboveItem and at > source else at

    @Slot(int)
    def _chosen(self, at: int) -> None:
        self.chosen.emit(at)
