"""Pictures of pages, one below the other on grey ground."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import (
    QAccessible,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QWidget

from reportdesk.core.i18n import _
from reportdesk.gui.preview.zoom import Ground
from reportdesk.gui.roles import told_as
from reportdesk.services.pages import PagePicture

_KEPT = 6  # pages unpacked at once


@told_as(QAccessible.Role.Graphic)
class PageView(Ground):
    """Shows pages, fitted to its width or as large as the officer wants them.

    Signals:
        turned: another page is at the top; its number from 1.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: tuple[PagePicture, ...] = ()
        self._image = lru_cache(_KEPT)(image_of)
        self.setAccessibleName(_("Pages as they will be printed"))

    def show_pages(self, pictures: Sequence[PagePicture]) -> None:
        """Show these pages from the first."""
        self._pictures = tuple(pictures)
        self._image.cache_clear()
        self.fit()
        self.turned.emit(1)

    def change_zoom(self, steps: int) -> None:
        """Make the pages larger or smaller by that many steps; none fits them to the window."""
        bar = self.verticalScrollBar()
        part = bar.value() / max(bar.maximum(), 1)
        self.zoom.change(steps, self.scale)
        self.fit()
        bar.setValue(round(part * bar.maximum()))

    def places(self) -> list[QRectF]:
        """Return where each page stands, from the top of the first."""
        scale, top, places = self.scale, float(self.AROUND), []
        room = self.viewport().width()
        for picture in self._pictures:
            width, height = picture.width * scale, picture.height * scale
            places.append(QRectF(max((room - width) / 2, self.AROUND), top, width, height))
            top += height + self.AROUND
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

    def scrollContentsBy(self, across: int, down: int) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        above = sum(place.top() <= middle for place in self.places())
        self.turned.emit(max(above, 1))
        super().scrollContentsBy(across, down)

    def sheet_width(self) -> float:
        """Return how wide the widest page is at its full size."""
        return max((picture.width for picture in self._pictures), default=0)

    def fit(self) -> None:
        """Say to the scroll bars how large the pages are now."""
        places = self.places()
        width = max((place.right() for place in places), default=0.0)
        height = places[-1].bottom() if places else 0.0
        self.set_reach(width + self.AROUND, height + self.AROUND)


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
