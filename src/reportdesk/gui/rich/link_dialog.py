"""Ask for the address of a link."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.gui.rich.looks import looks_at, set_link

_WHOLE = re.compile(r"(?:https?://|mailto:)[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


def ask_link(text: QTextEdit) -> None:
    """Ask for the address that the selection, or the link at the cursor, shall lead to."""
    dialog = LinkDialog(looks_at(text).link, text)
    dialog.given.connect(lambda address: set_link(text, address))
    dialog.open()


def whole_address(typed: str) -> str:
    """Return what was typed as an address that can be linked to, or empty where it is none."""
    typed = typed.strip()
    if _MAIL.fullmatch(typed):
        typed = f"mailto:{typed}"
    elif _BARE.fullmatch(typed):
        typed = f"https://{typed}"
    return typed if _WHOLE.fullmatch(typed) else ""


class LinkDialog(QDialog):
    """A line for the address, and a button that takes the link away.

    Signals:
        given: the officer gave an address, or took the link away; the payload is the address.
    """

    given = Signal(str)

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Link"))
        self.line = QLineEdit(address, self)
        self.line.setPlaceholderText(_("such as https://www.example.org or name@example.org"))
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        label = QLabel(_("&Web address or email address"), self)
        label.setBuddy(self.line)
        self.line.setAccessibleName(_("Web address or email address"))
        buttons = QDialogButtonBox(self)
        self.set = buttons.addButton(_("Set link"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.remove = QPushButton(_("Remove link"), self)
        self.remove.setEnabled(bool(address))
        buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = QVBoxLayout(self)
        for widget in (label, self.line, buttons):
            layout.addWidget(widget)
        self.line.textChanged.connect(self._typed)
        self.remove.clicked.connect(self._remove)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        self._typed(address)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.set.setEnabled(bool(whole_address(text)))

    @Slot()
    def _give(self) -> None:
        self.given.emit(whole_address(self.line.text()))
        self.accept()

    @Slot()
    def _remove(self) -> None:
        self.given.emit("")
        self.accept()
