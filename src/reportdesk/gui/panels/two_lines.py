"""Draws a list's items as a title with quieter words below it, as tall as they need."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

Index = QModelIndex | QPersistentModelIndex
_APART = 2.0  # pixels between title and words


class TwoLines(QStyledItemDelegate):
    """The first line of an item is its title; what follows is said quietly.

    Law: words wrap, and are never cut.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        pad = _pad(option)
        height = sum(_height(part) + _APART for part in self._laid(option, index))
        return QSize(_width(option), round(height - _APART) + 2 * pad)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # Loaded late because its many constants take a while, and no item is painted at first.
        from PySide6.QtWidgets import QStyle

        self.initStyleOption(option, index)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the list's own edge tells it
        style = option.widget.style() if option.widget else QApplication.style()
        element = QStyle.ControlElement.CE_ItemViewItem
        style.drawControl(element, option, painter, option.widget)
        pad = _pad(option)
        place = QPointF(option.rect.left() + 1.5 * pad, option.rect.top() + pad)
        roles = (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
        painter.save()
        for part, role in zip(self._laid(option, index), roles, strict=False):
            painter.setPen(option.palette.color(role))
            part.draw(painter, place)
            place.setY(place.y() + _height(part) + _APART)
        painter.restore()

    def _laid(self, option: QStyleOptionViewItem, index: Index) -> list[QTextLayout]:
        title, _line, rest = str(index.data() or "").partition("\n")
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        room = _width(option) - 2.5 * _pad(option)
        parts = [_layout(title, bold, room)]
        return [*parts, _layout(rest, option.font, room)] if rest else parts


def _layout(text: str, font: QFont, room: float) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return layout.boundingRect().height()


def _pad(option: QStyleOptionViewItem) -> int:
    return max(option.fontMetrics.lineSpacing() // 2, 6)


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else option.rect.width()
