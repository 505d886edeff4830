"""What every editor of a field is: a widget with a value that tells when it was edited."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reportdesk.core.edits import SetAnswer
from reportdesk.core.fields import Field, Value
from reportdesk.core.places import FieldPath


class Editor(QWidget):
    """One field's editor.

    It never writes the draft and never reads it: the form sets its value, and hears of edits.

    Signals:
        edited: the officer changed the answer; the payload is a core ``Edit``.
        refused: what was typed does not suit the field; the payload says why, or is empty.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, field: Field, path: FieldPath, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.path = path

    def value(self) -> Value:
        """Return the value as it is shown."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show the value without telling anybody; what is shown already is left alone."""
        raise NotImplementedError

    def give(self, value: Value) -> None:
        """Tell that the officer gave this value, or None for no answer."""
        self.edited.emit(SetAnswer(self.path, value))

    def focus_widget(self) -> QWidget:
        """Return the widget that takes the keys, for the label's mnemonic and for jumps."""
        return self


class ErrorLabel(QLabel):
    """The line under an editor that says what is wrong with what was typed; else hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setVisible(False)
        self.setProperty("role", "error")

    def say(self, message: str) -> None:
        """Show the message, or nothing for an empty one."""
        self.setText(message)
        self.setVisible(bool(message))


class Framed(QWidget):
    """An editor with its help above and its error line below."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.error = ErrorLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if editor.field.help:
            layout.addWidget(_help(editor.field.help, self))
        layout.addWidget(editor)
        layout.addWidget(self.error)
        editor.refused.connect(self.error.say)
        self.setFocusProxy(editor.focus_widget())


def _help(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setProperty("role", "help")
    return label
