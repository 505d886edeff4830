"""The widget that rich text is typed into: what Word users expect, and nothing that is lost."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, QMimeData, QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget
from shiboken6 import isValid

from reportdesk.core.richtext import RichText
from reportdesk.gui.rich.from_qt import read_rich
from reportdesk.gui.rich.highlighter import Highlighter
from reportdesk.gui.rich.keys import Keys
from reportdesk.gui.rich.pasting import paste_rich
from reportdesk.gui.rich.patching import place_of, settle, show_change, shown_block
from reportdesk.gui.rich.proofing import proofing_of
from reportdesk.gui.rich.telling import Telling
from reportdesk.gui.rich.text_menu import TextMenu
from reportdesk.gui.rich.tree_reader import TreeReader
from reportdesk.services import paste

_PASTE_PLAIN = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_V
)
_LEAVING = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_FEWEST_LINES = 3
_MOST_LINES = 24


class RichTextEdit(QTextEdit):
    """Shows and changes one tree of rich text; Tab leaves it.

    Signals:
        typed: the officer changed the text; the payload is the new tree.
        noticed: something to tell about what was pasted; empty for nothing any more.
    """

    typed = Signal(object)
    noticed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = RichText()
        self._telling = True
        self._was_seen = False
        self._highlighter: Highlighter | None = None  # made when the text comes into view
        self._keys = Keys(self)
        self._reader = TreeReader(self.document())
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().contentsChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._resized)

    def rich(self) -> RichText:
        """Return the text as it is shown."""
        return self._shown

    def set_rich(self, value: RichText) -> None:
        """Show the tree without telling anybody; what is shown already is left alone."""
        if value == self._shown:
            return
        self._telling = False
        at = show_change(self.document(), self._shown, value)
        self._telling = True
        self._shown = value
        self._put_cursor(at)

    def select(self, block: int, start: int, end: int) -> None:
        """Select characters of a block of the tree, as ``rich()`` counts them."""
        shown = shown_block(self.document(), block)
        if shown is None:
            return
        told = self._shown.blocks[block].text
        cursor = self.textCursor()
        cursor.setPosition(place_of(shown, told, start))
        cursor.setPosition(place_of(shown, told, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def paste_plain(self) -> None:
        """Put the clipboard's words where the cursor stands, a paragraph for each line."""
        self.take(paste.read_plain(QGuiApplication.clipboard().text()))

    def take(self, pasted: paste.Pasted) -> None:
        """Put what was pasted where the cursor stands, and tell what became of it."""
        if pasted.value:  # what was refused leaves what is selected alone
            paste_rich(self.textCursor(), pasted.value, (pasted.lead, pasted.trail))
            self.ensureCursorVisible()
        self.noticed.emit(" ".join(pasted.notices))

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasHtml():
            self.take(paste.read_html(source.html(), source.text()))
        elif source.hasText():
            self.take(paste.read_plain(source.text()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        from_files = any(url.isLocalFile() for url in source.urls())
        return not from_files and (source.hasHtml() or source.hasText())

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QTextDocument()
        QTextCursor(copied).insertFragment(self.textCursor().selection())
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        data.setHtml(paste.write_html(read_rich(copied)))
        return data

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever fetched for a text."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.keyCombination() == _PASTE_PLAIN:
            self.paste_plain()
        elif not self._keys.handle(event):
            super().keyPressEvent(event)
            self._keys.improve(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        place = event.globalPos() if by_mouse else self.mapToGlobal(self.cursorRect().bottomLeft())
        menu = TextMenu(self, at, self.paste_plain)
        if proofing := proofing_of(self):
            proofing.menu_asked.emit(menu)
        menu.popup(place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _LEAVING:
            at = self.textCursor().position()
            self._telling = False
            if settle(self.document(), self._shown):
                self._put_cursor(at)
            self._telling = True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form scrolls, unless this text has the focus and more than it can show."""
        if self.hasFocus() and self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_seen:
            self._was_seen = True
            QTimer.singleShot(0, self, self._come_into_view)  # not once it is gone

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        frame = self.height() - self.viewport().height()
        content = int(self.document().size().height())
        height = min(max(content, line * _FEWEST_LINES), line * _MOST_LINES)
        return QSize(super().sizeHint().width(), height + max(frame, 0))

    def _put_cursor(self, at: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @Slot()
    def _tell(self) -> None:
        if not self._telling or not isValid(self):  # a text that goes has nothing to tell
            return
        now = self._reader.read()
        if now != self._shown:
            self._shown = now
            self.typed.emit(now)

    @Slot()
    def _come_into_view(self) -> None:
        proofing = proofing_of(self)
        self._highlighter = Highlighter(self, proofing)
        Telling(self)
        if proofing is not None:
            proofing.wanted.emit()

    @Slot()
    def _resized(self) -> None:
        self.updateGeometry()
