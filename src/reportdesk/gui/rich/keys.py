"""What keys do in a rich text beyond typing letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reportdesk.core.richtext import BlockKind
from reportdesk.gui.rich.kinds import change_level, kind_of, leave_list, level_of, toggle_kind
from reportdesk.gui.rich.looks import leave_link
from reportdesk.gui.rich.smart import instead_of, list_begun

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_HARD_SPACE = "\u00a0"


class Keys:
    """The keys of one text; it lives as long as the text does."""

    def __init__(self, text: QTextEdit) -> None:
        self._text = text

    def handle(self, event: QKeyEvent) -> bool:
        """Do what the key asks for and return True, or leave it to the text."""
        if event.key() in _RETURN and not event.modifiers() & (_SHIFT | _CONTROL):
            return self._return()
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            return self._backspace()
        if event.key() == Qt.Key.Key_Space and event.modifiers() == _SHIFT | _CONTROL:
            self._text.insertPlainText(_HARD_SPACE)
            return True
        if event.text().isprintable():
            leave_link(self._text)
        return False

    def improve(self, event: QKeyEvent) -> None:
        """Make a curly quote, a dash or a list of what was just typed, as a change of its own."""
        typed = event.text()
        cursor = self._text.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if not typed or len(typed) > 1 or not before.endswith(typed):
            return
        before = before[:-1]
        if instead := instead_of(before, typed):
            cursor.beginEditBlock()
            _take_away(cursor, instead.away)
            cursor.insertText(instead.text)
            cursor.endEditBlock()
        elif kind_of(cursor.block()) is BlockKind.PARAGRAPH and (kind := list_begun(before, typed)):
            cursor.beginEditBlock()
            _take_away(cursor, len(before) + 1)
            toggle_kind(cursor, kind)
            cursor.endEditBlock()

    def _return(self) -> bool:
        cursor = self._text.textCursor()
        kind = kind_of(cursor.block())
        if kind is BlockKind.PARAGRAPH or cursor.hasSelection():
            return False
        if not cursor.block().text():
            self._step_out(cursor)
            return True
        if kind is BlockKind.HEADING and cursor.atBlockEnd():
            cursor.beginEditBlock()
            cursor.insertBlock()
            leave_list(cursor)
            cursor.endEditBlock()
            self._text.ensureCursorVisible()
            return True
        return False

    def _backspace(self) -> bool:
        cursor = self._text.textCursor()
        special = kind_of(cursor.block()) is not BlockKind.PARAGRAPH
        if not special or cursor.hasSelection() or not cursor.atBlockStart():
            return False
        leave_list(cursor)
        return True

    def _step_out(self, cursor: QTextCursor) -> None:
        """An empty item goes up one level, and out of the list from the first."""
        if level_of(cursor.block()) > 1:
            change_level(cursor, -1)
        else:
            leave_list(cursor)


def _take_away(cursor: QTextCursor, count: int) -> None:
    back = QTextCursor.MoveOperation.PreviousCharacter
    cursor.movePosition(back, QTextCursor.MoveMode.KeepAnchor, count)
    cursor.removeSelectedText()
