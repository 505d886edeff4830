"""Where the letter comes from: a file, a file dropped here, or pasted text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.gui.announcing import show_and_say


class ChooseLetter(QWidget):
    """Asks for the letter, and says what was wrong with the last one.

    Signals:
        wants_file: the officer wants to choose a file.
        pasted: the officer gave the letter's text; the payload is the text.
    """

    wants_file = Signal()
    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.hide()
        self.file = QPushButton(_("Choose a &file…"), self)
        self.file.clicked.connect(self.wants_file)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._typed)
        self.read = QPushButton(_("&Read the pasted text"), self)
        self.read.setEnabled(False)
        self.read.clicked.connect(lambda: self.pasted.emit(self.text.toPlainText()))
        self._lay_out()

    def say(self, message: str) -> None:
        """Show what went wrong, or nothing for an empty message."""
        show_and_say(self.error, message)
        self.error.setVisible(bool(message))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.error)
        layout.addWidget(_heading(_("Which letter does the report answer?"), self))
        layout.addWidget(
            _help(_("A PDF, Word or text file, also one dropped onto the window."), self)
        )
        layout.addLayout(_left(self.file))
        label = _help(_("&Or paste the letter’s text here:"), self)
        label.setBuddy(self.text)
        layout.addWidget(label)
        layout.addWidget(self.text, 1)
        layout.addLayout(_left(self.read))

    def _typed(self) -> None:
        self.read.setEnabled(bool(self.text.toPlainText().strip()))


class ReadingLetter(QWidget):
    """Says that a letter is being read, and lets it be called off.

    Signals:
        cancelled: the officer does not want to wait.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _heading("", self)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(_("Reading the letter"))
        self.cancel = QPushButton(_("&Cancel"), self)
        self.cancel.clicked.connect(self.cancelled)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.title)
        layout.addWidget(bar)
        layout.addWidget(_help(_("This takes ten seconds at most."), self))
        layout.addLayout(_left(self.cancel))
        layout.addStretch(2)

    def show_name(self, name: str) -> None:
        """Say which letter is read."""
        self.title.setText(_("Reading {name}…").format(name=name))


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    label.setWordWrap(True)
    return label


def _help(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "help")
    label.setWordWrap(True)
    return label


def _left(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
