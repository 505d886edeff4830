"""A letter on screen with marks: by colour, and by words in the margin."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from reportdesk.core.i18n import _
from reportdesk.core.letter import SourceText, Span
from reportdesk.gui.letters.letter_text import PagedText, paged
from reportdesk.gui.theme import dark_ground
from reportdesk.services.letter_marks import Mark, MarkKind

_MARGIN = 17  # characters of the margin in which marks are named
# Hue of each kind; light and dark take them in other strengths. Words in the margin say the same.
_HUES = {
    MarkKind.FACT: 210,
    MarkKind.HEADING: 270,
    MarkKind.HEADLINE: 180,
    MarkKind.PRIORITY: 0,
    MarkKind.IMPROVEMENT: 42,
    MarkKind.FINDING: 125,
}


class LetterView(QPlainTextEdit):
    """Shows the pages of a letter, which can be read, searched by eye and selected from.

    Signals:
        selected: what is selected changed; the payload says whether anything is.
    """

    selected = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paged: PagedText | None = None
        self._marks: tuple[Mark, ...] = ()
        self._place: tuple[Span, ...] = ()
        self._labels: dict[int, str] = {}
        self.setReadOnly(True)
        self.setAccessibleName(_("Text of the letter"))
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self._margin = _Margin(self)
        self.updateRequest.connect(self._scrolled)
        self.copyAvailable.connect(self.selected)

    def show_letter(self, source: SourceText, marks: Iterable[Mark] = ()) -> None:
        """Show this letter from its beginning."""
        self._paged, self._marks, self._place = paged(source), tuple(marks), ()
        self.setPlainText(self._paged.text)
        self._labels = self._labelled()
        self._make_margin()
        self._colour()

    def show_place(self, spans: Iterable[Span]) -> None:
        """Scroll to the place and mark it above all others."""
        self._place = tuple(spans)
        self._colour()
        if self._paged and self._place:
            self._scroll_to(self._paged.shown(self._place[0])[0])

    def place(self) -> tuple[Span, ...]:
        """Return the place that is shown marked, empty for none."""
        return self._place

    def selection(self) -> tuple[str, tuple[Span, ...]]:
        """Return the selected words in one line, and where the letter says them."""
        cursor = self.textCursor()
        if self._paged is None or not cursor.hasSelection():
            return "", ()
        spans = self._paged.spans(cursor.selectionStart(), cursor.selectionEnd())
        words = " ".join(self._paged.source.slice(span) for span in spans)
        return " ".join(words.split()), spans

    def paint_margin(self, painter: QPainter) -> None:
        """Write beside each line that begins a mark what it was taken for."""
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        block, metrics = self.firstVisibleBlock(), self.fontMetrics()
        width = self._margin.width() - metrics.averageCharWidth()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > self.viewport().height():
                break
            label = self._labels.get(block.position(), "")
            if label:
                row = QRect(0, int(area.top()), width, metrics.height() + 2)
                said = metrics.elidedText(label, Qt.TextElideMode.ElideRight, width)
                painter.drawText(row, Qt.AlignmentFlag.AlignRight, said)
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_margin()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_margin"):
            self._make_margin()
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_margin"):
            self._colour()

    def _make_margin(self) -> None:
        """Make room for the words of marks, where there are marks."""
        width = self.fontMetrics().averageCharWidth() * _MARGIN if self._marks else 0
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def _scrolled(self, _area: QRect, _by: int) -> None:
        self._margin.update()

    def _scroll_to(self, start: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        self.centerCursor()

    def _labelled(self) -> dict[int, str]:
        """The margin's words by the place of the line that they stand beside."""
        found: dict[int, list[str]] = {}
        for mark in self._marks:
            if self._paged is not None:
                start, _end = self._paged.shown(mark.span)
                line = self.document().findBlock(start).position()
                labels = found.setdefault(line, [])
                if mark.label not in labels:
                    labels.append(mark.label)
        return {line: ", ".join(labels) for line, labels in found.items()}

    def _colour(self) -> None:
        if self._paged is None:
            return
        dark = dark_ground(self.palette())
        looks = {kind: _tint(hue, dark) for kind, hue in _HUES.items()}
        chosen = [(self._paged.shown(span), self._chosen()) for span in self._place]
        marked = [(self._paged.shown(mark.span), looks[mark.kind]) for mark in self._marks]
        titles = [(title, self._title()) for title in self._paged.titles]
        self.setExtraSelections([self._stretch(*one) for one in (*titles, *marked, *chosen)])

    def _stretch(self, place: tuple[int, int], look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = look
        return made

    def _title(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        look.setFontUnderline(True)
        return look

    def _chosen(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        look.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        return look


class _Margin(QWidget):
    """The strip beside the text in which marks are named."""

    def __init__(self, view: LetterView) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        self._view.paint_margin(painter)
        painter.end()


def _tint(hue: int, dark: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QColor.fromHsl(hue, 110, 52) if dark else QColor.fromHsl(hue, 190, 224))
    return look
