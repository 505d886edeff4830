"""Cells of a table to read, with room around their words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

_ACROSS, _DOWN = 6, 4  # pixels on each side


class Cells(QStyledItemDelegate):
    """Draws a cell's ground whole, and its words within a margin."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_ACROSS, _DOWN, -_ACROSS, -_DOWN)
        return super().sizeHint(inner, index) + QSize(2 * _ACROSS, 2 * _DOWN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_ACROSS, _DOWN, -_ACROSS, -_DOWN)
        inner.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, inner, index)


def make_readable(table: QTableView) -> None:
    """Give a table the looks of a printed one: quiet lines, words that wrap, heads at the left."""
    table.setItemDelegate(Cells(table))
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(True)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
