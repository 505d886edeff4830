"""The small bar of buttons over a rich text, with the keys that Word users know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QToolBar, QWidget

from reportdesk.core.i18n import _
from reportdesk.core.richtext import BlockKind
from reportdesk.gui.rich.text_edit import RichTextEdit

Tool = tuple[str, str, str, Callable[[RichTextEdit], None]]

# Text on the button, what it does, keys, and how.
_TOOLS: tuple[Tool, ...] = (
    ("B", "Bold", "Ctrl+B", RichTextEdit.toggle_bold),
    ("I", "Italic", "Ctrl+I", RichTextEdit.toggle_italic),
    ("x²", "Superscript", "Ctrl+Shift+=", RichTextEdit.toggle_superscript),
    ("•", "Bullets", "Ctrl+Shift+L", lambda text: text.set_kind(BlockKind.BULLET)),
    ("1.", "Numbers", "Ctrl+Shift+7", lambda text: text.set_kind(BlockKind.NUMBER)),
    ("→", "Deeper level", "Ctrl+]", lambda text: text.change_level(1)),
    ("←", "Higher level", "Ctrl+[", lambda text: text.change_level(-1)),
    ("H", "Sub-heading", "Ctrl+Alt+1", lambda text: text.set_kind(BlockKind.HEADING)),
    ("“ ”", "Quotation", "Ctrl+Shift+Q", lambda text: text.set_kind(BlockKind.QUOTATION)),
    ("🔗", "Link…", "Ctrl+K", lambda text: ask_link(text)),
    ("⌫", "Clear formatting", "Ctrl+Space", RichTextEdit.clear_looks),
)


class RichTools(QToolBar):
    """Buttons for one rich text; the keys work while that text has the focus."""

    def __init__(self, text: RichTextEdit, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("{label}: formatting").format(label=label))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for shown, does, keys, act in _TOOLS:
            self.addAction(_action(text, shown, _(does), keys, act))


def _action(
    text: RichTextEdit, shown: str, does: str, keys: str, act: Callable[[RichTextEdit], None]
) -> QAction:
    action = QAction(shown, text)
    action.setToolTip(f"{does} ({keys})")
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda: act(text))
    text.addAction(action)
    return action


def ask_link(text: RichTextEdit) -> None:
    """Ask for the address that the selection shall link to."""
    dialog = QInputDialog(text)
    dialog.setWindowTitle(_("Link"))
    dialog.setLabelText(_("Address of the page, beginning with https://"))
    dialog.setTextValue(text.currentCharFormat().anchorHref())
    dialog.textValueSelected.connect(text.set_link)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
