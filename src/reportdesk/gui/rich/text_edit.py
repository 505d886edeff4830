"""The widget that rich text is typed into: what Word users expect, and nothing that is lost."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from reportdesk.core.characters import without_forbidden
from reportdesk.core.i18n import _, plural
from reportdesk.core.richtext import MAX_LEVEL, BlockKind, RichText, plain
from reportdesk.gui.rich.from_qt import read_rich
from reportdesk.gui.rich.to_qt import block_format, insert_rich, list_format, show_rich

MAX_PASTE = 1_000_000


class RichTextEdit(QTextEdit):
    """Shows and changes one tree of rich text; Tab leaves it.

    Signals:
        typed: the officer changed the text; the payload is the new tree.
        noticed: something to tell about what was pasted.
    """

    typed = Signal(object)
    noticed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = RichText()
        self._telling = True
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.document().contentsChanged.connect(self._tell)

    def rich(self) -> RichText:
        """Return the text as it is shown."""
        return self._shown

    def set_rich(self, value: RichText) -> None:
        """Show the tree without telling anybody; what is shown already is left alone."""
        if value == self._shown:
            return
        at = self.textCursor().position()
        self._telling = False
        show_rich(self.document(), value)
        self._telling = True
        self._shown = value
        self._put_cursor(min(at, self.document().characterCount() - 1))

    def toggle_bold(self) -> None:
        """Make the selection bold, or not bold where it is."""
        look = QTextCharFormat()
        bold = self.fontWeight() >= QFont.Weight.DemiBold
        look.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(look)

    def toggle_italic(self) -> None:
        """Make the selection italic, or upright where it is."""
        self.setFontItalic(not self.fontItalic())

    def toggle_superscript(self) -> None:
        """Raise the selection, or lower it where it is raised."""
        raised = QTextCharFormat.VerticalAlignment.AlignSuperScript
        normal = QTextCharFormat.VerticalAlignment.AlignNormal
        look = QTextCharFormat()
        now = self.currentCharFormat().verticalAlignment()
        look.setVerticalAlignment(normal if now == raised else raised)
        self.mergeCurrentCharFormat(look)

    def set_link(self, address: str) -> None:
        """Link the selection to the address, or unlink it for an empty one."""
        look = QTextCharFormat()
        look.setAnchor(bool(address))
        look.setAnchorHref(address)
        look.setFontUnderline(bool(address))
        self.mergeCurrentCharFormat(look)

    def clear_looks(self) -> None:
        """Take all looks off the selection."""
        self.textCursor().setCharFormat(QTextCharFormat())

    def set_kind(self, kind: BlockKind) -> None:
        """Make the selected paragraphs of that kind; the same kind again makes them plain."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        known = self._kind_at(cursor)
        wanted = BlockKind.PARAGRAPH if known is kind else kind
        if found := cursor.currentList():
            found.remove(cursor.block())
        cursor.setBlockFormat(block_format(wanted, 1))
        if wanted in (BlockKind.BULLET, BlockKind.NUMBER):
            cursor.createList(list_format(wanted, 1))
        cursor.endEditBlock()

    def change_level(self, step: int) -> None:
        """Put a list item deeper or less deep, within 1 to 3."""
        cursor = self.textCursor()
        if found := cursor.currentList():
            look = found.format()
            level = min(max(look.indent() + step, 1), MAX_LEVEL)
            if level != look.indent():
                deeper = QTextListFormat(look)
                deeper.setIndent(level)
                cursor.createList(deeper)

    def paste_plain(self, text: str) -> None:
        """Put text without looks where the cursor stands, a paragraph for each line."""
        if len(text) > MAX_PASTE:
            message = _("That is too much to paste: a field holds at most {most:,} characters.")
            self.noticed.emit(message.format(most=MAX_PASTE))
            return
        kept, dropped = without_forbidden(text)
        if dropped:
            message = plural(
                "{count} character that cannot stand in a Word document was left out.",
                "{count} characters that cannot stand in a Word document were left out.",
                dropped,
            )
            self.noticed.emit(message.format(count=dropped))
        insert_rich(self.textCursor(), plain(kept))

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.paste_plain(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever fetched for a text."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_list = self.textCursor().currentList() is not None
        if in_list and event.key() == Qt.Key.Key_Return and not self.textCursor().block().text():
            self.set_kind(self._kind_at(self.textCursor()))
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form scrolls, unless this text has the focus and more than it can show."""
        if self.hasFocus() and self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _kind_at(self, cursor: QTextCursor) -> BlockKind:
        found = cursor.currentList()
        if found is None:
            level = cursor.blockFormat().headingLevel()
            return BlockKind.HEADING if level else BlockKind.PARAGRAPH
        bullet = found.format().style() == QTextListFormat.Style.ListDisc
        return BlockKind.BULLET if bullet else BlockKind.NUMBER

    def _tell(self) -> None:
        if not self._telling:
            return
        now = read_rich(self.document())
        if now != self._shown:
            self._shown = now
            self.typed.emit(now)

    def _put_cursor(self, at: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(at)
        self.setTextCursor(cursor)
