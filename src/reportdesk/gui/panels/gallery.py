"""The gallery of templates: a card each, with a picture of the first page and what it is for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.core.template import Template

Index = QModelIndex | QPersistentModelIndex
_SUMMARY = Qt.ItemDataRole.UserRole
_ID = Qt.ItemDataRole.UserRole + 1
_PAGE = 1.414  # an A4 page's height by its width
_PAGE_WIDE = 0.55  # of the card
_WIDE = 33  # letters across a card


class Gallery(QListWidget):
    """Cards to choose a template from; Enter or a click takes one.

    Signals:
        taken: a template was chosen; the payload is its id.
    """

    taken = Signal(str)

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.setAccessibleName(_("Templates"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(self.fontMetrics().averageCharWidth())
        self.setItemDelegate(_Card(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "gallery")
        self.setMouseTracking(True)
        self.itemClicked.connect(self._take)
        self.itemActivated.connect(self._take)

    def show_templates(self, templates: list[Template]) -> None:
        """Show a card for each."""
        self.clear()
        for template in templates:
            item = QListWidgetItem(template.title)
            item.setData(_SUMMARY, template.summary)
            item.setData(_ID, template.id)
            item.setData(Qt.ItemDataRole.DecorationRole, self._picture(template.id))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{template.title}. {template.summary}"
            )
            item.setToolTip(template.summary)
            self.addItem(item)
        self.setCurrentRow(0)

    def _picture(self, template_id: str) -> QPixmap:
        path = self._pictures / f"{template_id}.png"
        return QPixmap(str(path)) if path.is_file() else QPixmap()

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(_ID))


class _Card(QStyledItemDelegate):
    """Draws a card: the page, its title, and what it is for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All cards are as tall as the one with the most to say."""
        width = option.fontMetrics.averageCharWidth() * _WIDE
        room = width - 4 * option.fontMetrics.averageCharWidth()
        model = index.model()
        words = max(_height(option, room, model.index(row, 0)) for row in range(model.rowCount()))
        return QSize(
            width, round(width * _PAGE_WIDE * _PAGE) + words + option.fontMetrics.lineSpacing() * 3
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        margin = option.fontMetrics.averageCharWidth()
        inner = option.rect.adjusted(2 * margin, 2 * margin, -2 * margin, -margin)
        _paint_frame(painter, option)
        page = QRect(inner.topLeft(), QSize(round(option.rect.width() * _PAGE_WIDE), 0))
        page.setHeight(round(page.width() * _PAGE))
        page.moveLeft(inner.center().x() - page.width() // 2)
        _paint_page(painter, page, index.data(Qt.ItemDataRole.DecorationRole), option)
        inner.setTop(page.bottom() + margin)
        _paint_words(painter, inner, index, option)
        painter.restore()


def _height(option: QStyleOptionViewItem, room: int, index: Index) -> int:
    """How tall title and summary are in that width."""
    place, flags = QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap)
    bold = QFont(option.font)
    bold.setBold(True)
    title = QFontMetrics(bold).boundingRect(place, flags, index.data()).height()
    summary = option.fontMetrics.boundingRect(place, flags, index.data(_SUMMARY)).height()
    return title + summary


def _paint_frame(painter: QPainter, option: QStyleOptionViewItem) -> None:
    # Loaded late because its many constants take a while, and no card is painted at first.
    from PySide6.QtWidgets import QStyle

    state, palette = option.state, option.palette
    focused = state & QStyle.StateFlag.State_HasFocus
    marked = state & QStyle.StateFlag.State_MouseOver or focused
    colour = QPalette.ColorRole.Highlight if marked else QPalette.ColorRole.Mid
    pen = painter.pen()
    pen.setColor(palette.color(colour))
    pen.setWidth(3 if focused else 1)
    painter.setPen(pen)
    painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 6, 6)


def _paint_page(
    painter: QPainter, page: QRect, picture: QPixmap, option: QStyleOptionViewItem
) -> None:
    painter.setBrush(Qt.GlobalColor.white)
    painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
    painter.drawRect(page)
    if not picture.isNull():
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(page.adjusted(1, 1, 0, 0), picture)


def _paint_words(
    painter: QPainter, place: QRect, index: Index, option: QStyleOptionViewItem
) -> None:
    flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
    bold = QFont(option.font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    used = painter.drawText(place, flags, index.data())
    painter.setFont(option.font)
    painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(place.adjusted(0, used.height() + 2, 0, 0), flags, index.data(_SUMMARY))
