"""Pictures of pages, one below the other on grey ground."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reportdesk.core.i18n import _
from reportdesk.gui.preview.zoom import Zoom, zoom_key
from reportdesk.services.pages import PagePicture

_AROUND = 16  # pixels of ground around and between pages
_KEPT = 6  # pages unpacked at once


class PageView(QAbstractScrollArea):
    """Shows pages, fitted to its width or as large as the officer wants them.

    Signals:
        turned: another page is at the top; its number from 1.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: tuple[PagePicture, ...] = ()
        self._zoom = Zoom()
        self._image = lru_cache(_KEPT)(image_of)
        self.setAccessibleName(_("Pages as they will be printed"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pages(self, pictures: Sequence[PagePicture]) -> None:
        """Show these pages from the first."""
        self._pictures = tuple(pictures)
        self._image.cache_clear()
        self._fit()
        self.turned.emit(1)

    def change_zoom(self, steps: int) -> None:
        """Make the pages larger or smaller by that many steps; none fits them to the window."""
        bar = self.verticalScrollBar()
        part = bar.value() / max(bar.maximum(), 1)
        self._zoom.change(steps, self._scale())
        self._fit()
        bar.setValue(round(part * bar.maximum()))

    def places(self) -> list[QRectF]:
        """Return where each page stands, from the top of the first."""
        scale, top, places = self._scale(), float(_AROUND), []
        room = self.viewport().width()
        for picture in self._pictures:
            width, height = picture.width * scale, picture.height * scale
            places.append(QRectF(max((room - width) / 2, _AROUND), top, width, height))
            top += height + _AROUND
        return places

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(letter * 110, letter * 110)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )
        for picture, place in zip(self._pictures, self.places(), strict=True):
            if place.intersects(seen):
                painter.drawImage(place, self._image(picture))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.change_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = zoom_key(event)
        if steps is not None:
            self.change_zoom(steps)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, across: int, down: int) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        above = sum(place.top() <= middle for place in self.places())
        self.turned.emit(max(above, 1))
        self.viewport().update()

    def _scale(self) -> float:
        width = max((picture.width for picture in self._pictures), default=0)
        return self._zoom.scale(self.viewport().width() - 2 * _AROUND, width)

    def _fit(self) -> None:
        places = self.places()
        for bar, length, room in (
            (
                self.verticalScrollBar(),
                places[-1].bottom() if places else 0.0,
                self.viewport().height(),
            ),
            (
                self.horizontalScrollBar(),
                max((place.right() for place in places), default=0.0),
                self.viewport().width(),
            ),
        ):
            bar.setRange(0, max(0, round(length) + _AROUND - room))
            bar.setPageStep(room)
            bar.setSingleStep(self.fontMetrics().lineSpacing() * 2)
        self.viewport().update()


def image_of(picture: PagePicture) -> QImage:
    """Return a page's picture as Qt draws it."""
    made = QImage(
        picture.pixels(),
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_BGR888,
    )
    return made.copy()
