"""What every editor of a field is: a widget with a value that tells when it was edited."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.edits import SetAnswer
from reportdesk.core.fields import Field, Value
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.gui.announcing import describe_and_say
from reportdesk.gui.roles import name_list, told_as


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
        self._described: str | None = None  # what takes the keys, while nothing is wrong
        self._fault = ""

    def value(self) -> Value:
        """Return the value as it is shown."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show the value without telling anybody; what is shown already is left alone."""
        raise NotImplementedError

    def give(self, value: Value) -> None:
        """Tell that the officer gave this value, or None for no answer."""
        self.edited.emit(SetAnswer(self.path, value))

    def reach(self, path: FieldPath) -> None:
        """See that the editor at the path, which may lie within this one, is there to be seen."""

    def focus_widget(self) -> QWidget:
        """Return the widget that takes the keys, for the label's mnemonic and for jumps."""
        return self

    def stops(self) -> Iterator[QWidget]:
        """Yield what takes the keys, in the order in which Tab is to go through it."""
        yield from stops_in(self)

    def call(self, name: str) -> None:
        """Let a screen reader call what takes the keys by that name."""
        self.focus_widget().setAccessibleName(name)

    @Slot(str)
    def describe_fault(self, message: str) -> None:
        """Let a screen reader find what is wrong with the answer where the answer is."""
        widget = self.focus_widget()
        if self._described is None:
            self._described = widget.accessibleDescription()
        if self._fault != message:
            self._fault = message
            told = " ".join(filter(None, (message, self._described)))
            describe_and_say(widget, told, message)


@told_as(QAccessible.Role.Grouping)
class PartsEditor(Editor):
    """An editor made of several, which a screen reader names as a group when one comes into it."""

    def call(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.field.help)


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


class LengthLabel(QLabel):
    """Says how long a text is, where the council limits it."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = editor.field
        self._text = editor.focus_widget()
        self.setProperty("role", "help")
        if isinstance(self._text, QLineEdit | QTextEdit):
            self._text.textChanged.connect(self._count)
        self._count()
        told = (self._text.accessibleDescription(), *_limits(self._field))
        self._text.setAccessibleDescription(" ".join(filter(None, told)))

    @Slot()
    def _count(self) -> None:
        text = _text_in(self._text)
        said = []
        if most := self._field.max_words:
            count = len(text.split())
            said.append(_("{count:,} of {most:,} words").format(count=count, most=most))
        if most := self._field.max_characters:
            said.append(_("{count:,} of {most:,} characters").format(count=len(text), most=most))
        self.setText(", ".join(said))


class Framed(QWidget):
    """An editor with its help above, and its length and what is wrong with it below."""

    def __init__(self, editor: Editor, parent: QWidget | None = None, *, told: bool = True) -> None:
        """``told`` is false where there is no room to say the field's help."""
        super().__init__(parent)
        self.editor = editor
        self.error = ErrorLabel(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if told and editor.field.help:
            layout.addWidget(_help(editor.field.help, self))
        layout.addWidget(editor)
        if editor.field.max_words or editor.field.max_characters:
            layout.addWidget(LengthLabel(editor, self))
        layout.addWidget(self.error)
        editor.refused.connect(self.error.say)
        editor.refused.connect(editor.describe_fault)


def label_of(editor: Editor, parent: QWidget) -> QLabel:
    """Return the label of an editor, whose name screen readers say too."""
    title = title_of(editor.field)
    editor.call(title)
    label = QLabel(title.replace("&", "&&"), parent)
    label.setWordWrap(True)
    if not isinstance(editor, PartsEditor):
        label.setBuddy(editor.focus_widget())
    return label


def call_alone(editor: Editor, name: str) -> None:
    """Name an editor that has no label of its own."""
    editor.call(name)
    if isinstance(box := editor.focus_widget(), QComboBox):
        name_list(box, name)


def title_of(field: Field) -> str:
    """Return the field's label; what is required is said in words."""
    return _("{label} (required)").format(label=field.label) if field.required else field.label


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keys in a widget whose parts were made in their order."""
    window = widget.window()
    for part in widget.findChildren(QWidget):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.window() is window:
            yield part


def editor_around(widget: QWidget | None) -> Editor | None:
    """Return the innermost editor that the widget is a part of, if any."""
    while widget is not None and not isinstance(widget, Editor):
        widget = widget.parentWidget()
    return widget


def widget_at(editor: Editor, path: FieldPath) -> QWidget:
    """Return what takes the keys for that path: of the innermost editor that stands on it."""
    editor.reach(path)
    best = editor
    for inner in editor.findChildren(Editor):
        if path[: len(inner.path)] == inner.path and len(inner.path) > len(best.path):
            best = inner
    return best.focus_widget()


def _limits(field: Field) -> Iterator[str]:
    if field.max_words:
        yield _("At most {most:,} words.").format(most=field.max_words)
    if field.max_characters:
        yield _("At most {most:,} characters.").format(most=field.max_characters)


def _text_in(widget: QWidget) -> str:
    if isinstance(widget, QTextEdit):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, QLineEdit) else ""


def _help(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setProperty("role", "help")
    return label
