"""The sheet on its grey ground: scrolled, made larger or smaller, and clicked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QAccessible,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
)
from PySide6.QtWidgets import QWidget

from reportdesk.core.i18n import _
from reportdesk.gui.preview.paper import Paper
from reportdesk.gui.preview.zoom import Ground
from reportdesk.gui.roles import told_as

_MARK = QColor("#0b5cad")


@told_as(QAccessible.Role.Document)
class PaperView(Ground):
    """Shows a paper as wide as there is room, or as large as the officer wants it.

    Signals:
        clicked: the officer clicked a paragraph; the payload is the number of its block.
        zoomed: the size is another now; the payload is in per cent.
    """

    clicked = Signal(int)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = Paper(self)
        self._marked = -1
        self._held: tuple[QTextBlock, float] | None = None
        self.setAccessibleName(_("Preview of the report"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.paper.documentLayout().documentSizeChanged.connect(self.fit)
        self.paper.documentLayout().update.connect(self._redraw)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)

    @property
    def marked(self) -> int:
        """The number of the paragraph that is marked, -1 for none."""
        return self._marked

    def sheet_width(self) -> float:
        """Return how wide the sheet is at its full size."""
        return self.paper.textWidth()

    def change_zoom(self, steps: int) -> None:
        """Make the sheet larger or smaller by that many steps; none fits it to the pane."""
        self.hold()
        self.zoom.change(steps, self.scale)
        self.fit()
        self.zoomed.emit(round(self.scale * 100))

    def hold(self) -> None:
        """Remember what stands at the top, to have it there whenever the sheet has grown.

        It stays there until a paragraph is shown or the officer scrolls.
        """
        at = self._to_paper(QPointF(0, 0))
        position = self.paper.documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit)
        block = self.paper.findBlock(max(position, 0))
        self._held = block, at.y() - self._place(block).top()

    def keep(self) -> None:
        """Bring back to the top what stood there."""
        if self._held and self._held[0].isValid():
            block, off = self._held
            top = (self._place(block).top() + off) * self.scale + self.AROUND
            self.verticalScrollBar().setValue(round(top))

    def show_block(self, number: int) -> None:
        """Mark a paragraph and scroll it into view; a place in view already stays."""
        block = self.paper.findBlockByNumber(number)
        if not block.isValid():
            return
        self._marked = number
        place = self._place(block)
        top, bottom = (y * self.scale + self.AROUND for y in (place.top(), place.bottom()))
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or min(bottom, top + room / 2) > bar.value() + room:
            self._held = block, -room / 3 / self.scale
            self.keep()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(letter * 70, letter * 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        painter.translate(self._origin())
        painter.scale(self.scale, self.scale)
        seen = QRectF(self._to_paper(event.rect().topLeft().toPointF()), self._size_of(event))
        sheet = self._sheet()
        painter.fillRect(sheet & seen.adjusted(-1, -1, 1, 1), Qt.GlobalColor.white)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = seen
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        painter.setClipRect(sheet & seen.adjusted(-1, -1, 1, 1))
        self.paper.documentLayout().draw(painter, context)
        self._paint_mark(painter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            at = self._to_paper(event.position())
            position = self.paper.documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit)
            if position >= 0:
                self.clicked.emit(self.paper.findBlock(position).blockNumber())
        super().mouseReleaseEvent(event)

    @Slot()
    def fit(self) -> None:
        """Say to the scroll bars how large the sheet is now."""
        size = self._sheet().size() * self.scale
        self.set_reach(size.width() + 2 * self.AROUND, size.height() + 2 * self.AROUND)
        if self._held:
            self.keep()

    @Slot()
    def _let_go(self) -> None:
        self._held = None

    @Slot()
    def _redraw(self) -> None:
        self.viewport().update()

    def _paint_mark(self, painter: QPainter) -> None:
        block = self.paper.findBlockByNumber(self._marked)
        if self._marked >= 0 and block.isValid():
            place = self._place(block)
            left = max(place.left() - 10, 2.0)
            painter.fillRect(QRectF(left, place.top(), 3, place.height()), _MARK)

    def _sheet(self) -> QRectF:
        return QRectF(0, 0, self.paper.textWidth(), self.paper.size().height())

    def _place(self, block: QTextBlock) -> QRectF:
        return self.paper.documentLayout().blockBoundingRect(block)

    def _origin(self) -> QPointF:
        free = self.viewport().width() - self.paper.textWidth() * self.scale
        left = max(free / 2, self.AROUND) - self.horizontalScrollBar().value()
        return QPointF(left, self.AROUND - self.verticalScrollBar().value())

    def _to_paper(self, at: QPointF) -> QPointF:
        return (at - self._origin()) / self.scale

    def _size_of(self, event: QPaintEvent) -> QSize:
        return QSize(*(int(side / self.scale) + 2 for side in event.rect().size().toTuple()))
