"""Cut, copy and paste by the menu, in whichever text has the focus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from reportdesk.core.i18n import _
from reportdesk.gui.actions import Actions, Command, Menu

_KEY = QKeySequence.StandardKey
_LINES = (
    (_("Cu&t"), _KEY.Cut, "cut"),
    (_("&Copy"), _KEY.Copy, "copy"),
    (_("&Paste"), _KEY.Paste, "paste"),
    (_("Select &all"), _KEY.SelectAll, "selectAll"),
)


def add_clipboard_lines(menus: Actions) -> None:
    """Add the lines; their keys are only told there: texts and lists take them by themselves."""
    menus.add_separator(Menu.EDIT)
    for text, keys, deed in _LINES:
        command = Command(text, partial(_do, deed), keys)
        menus.add(Menu.EDIT, command).setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    menus.add_separator(Menu.EDIT)


def _do(deed: str) -> None:
    text = QApplication.focusWidget()
    if isinstance(text, QLineEdit | QTextEdit):
        getattr(text, deed)()
