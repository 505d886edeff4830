"""The list of all keys: of menus, of texts, and of what has no menu."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence

from reportdesk.core.i18n import _
from reportdesk.gui.actions import Actions, key_hint
from reportdesk.gui.rich.tools import TOOLS


def key_rows(menus: Actions) -> Iterator[tuple[str, str, str]]:
    """Yield what keys do, the keys as the system calls them, and where they do it."""
    for menu, action in menus.all():
        if not action.shortcut().isEmpty():
            does = str(action.data() or action.text())
            yield _plain(does), key_hint(action), _plain(menu.value)
    for tool in TOOLS:
        yield _plain(tool.does), _native(tool.keys), _TEXT
    yield from _OTHERS


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…")


def _native(*keys: str) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(one).toString(native) for one in keys)


_TEXT, _ROWS, _PREVIEW = _("In a text"), _("In rows"), _("In the preview")
_OTHERS = (
    (_("Paste without formatting"), _native("Ctrl+Shift+V"), _TEXT),
    (_("Space that no line breaks at"), _native("Ctrl+Shift+Space"), _TEXT),
    (_("Suggestions and other choices"), _native("Shift+F10"), _TEXT),
    (_("Next field, field before"), _native("Tab", "Shift+Tab"), _("In a form")),
    (_("Move the row up or down"), _native("Alt+Up", "Alt+Down"), _ROWS),
    (_("Remove the row chosen in the list"), _native("Delete"), _ROWS),
    (_("Read the next paragraph"), _native("Ctrl+Down"), _PREVIEW),
    (_("Read the paragraph before"), _native("Ctrl+Up"), _PREVIEW),
    (_("Read the next heading, the heading before"), _native("H", "Shift+H"), _PREVIEW),
    (_("Read the next table, the table before"), _native("T", "Shift+T"), _PREVIEW),
    (_("Go to the paragraph’s field"), _native("Return"), _PREVIEW),
    (_("Larger, smaller"), _native("Ctrl++", "Ctrl+-"), _PREVIEW),
    (_("Fit to the pane"), _native("Ctrl+0"), _PREVIEW),
    (_("Close the bar or the dialog"), _native("Escape"), _("Everywhere")),
)
