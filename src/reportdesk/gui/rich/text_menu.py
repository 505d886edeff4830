"""The context menu of a rich text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from reportdesk.core.i18n import _


class TextMenu(QMenu):
    """What can be done at a place of the text; it frees itself once it is closed.

    Attributes:
        text: the text that it belongs to.
        at: where the menu was asked for.
    """

    def __init__(self, text: QTextEdit, at: QTextCursor, paste_plain: Callable[[], object]) -> None:
        super().__init__(text)
        self.text = text
        self.at = at
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        selected = text.textCursor().hasSelection()
        keys, may_paste = QKeySequence.StandardKey, text.canPaste()
        self._add(_("Cu&t"), text.cut, keys.Cut, selected)
        self._add(_("&Copy"), text.copy, keys.Copy, selected)
        self._add(_("&Paste"), text.paste, keys.Paste, may_paste)
        self._add(_("Paste &without formatting"), paste_plain, "Ctrl+Shift+V", may_paste)
        self._add(_("Select &all"), text.selectAll, keys.SelectAll)

    def put_above(self, actions: list[QAction]) -> None:
        """Put these above what the menu has, with a line between."""
        first = self.actions()[0]
        self.insertActions(first, actions)
        self.insertSeparator(first)

    def _add(
        self,
        title: str,
        act: Callable[[], object],
        keys: QKeySequence.StandardKey | str,
        enabled: bool = True,
    ) -> None:
        action = self.addAction(title, lambda: act())
        action.setShortcut(QKeySequence(keys))
        action.setEnabled(enabled)
