"""The form of one section: a label and an editor for each of its fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reportdesk.core.fields import Answers, Field
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.core.template import Section
from reportdesk.gui.forms.editor import Editor, Framed
from reportdesk.gui.forms.registry import make_editor


class SectionPage(QScrollArea):
    """Shows the answers of a section and tells of edits; it holds no truth of its own.

    Signals:
        edited: the officer changed an answer; the payload is a core ``Edit``.
    """

    edited = Signal(object)

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.editors: dict[str, Editor] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget(self)
        self._column = QVBoxLayout(body)
        self._column.addWidget(_heading(section.title, body))
        if section.help:
            self._column.addWidget(_wrapped(section.help, "help", body))
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setVerticalSpacing(14)
        self._column.addLayout(self._form)
        self._column.addStretch(1)
        for field in section.fields:
            self._add(field, body)
        self.setWidget(body)

    def show_answers(self, answers: Answers) -> None:
        """Show these answers; an editor that shows its answer already is left alone."""
        for id, editor in self.editors.items():
            editor.set_value(answers.get(id))

    def go_to(self, path: FieldPath) -> None:
        """Put the focus on the field at that path and scroll to it."""
        editor = self.editors.get(str(path[0])) if path else None
        target = _within(editor, path) if editor else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(target)

    def _add(self, field: Field, parent: QWidget) -> None:
        editor = make_editor(field, (field.id,), parent)
        editor.edited.connect(self.edited)
        self.editors[field.id] = editor
        title = _("{label} (required)").format(label=field.label) if field.required else field.label
        label = QLabel(title, parent)
        label.setBuddy(editor.focus_widget())
        label.setProperty("role", "label")
        self._form.addRow(label, Framed(editor, parent))


def _within(editor: Editor, path: FieldPath) -> QWidget:
    """The widget of the innermost editor that stands on the path."""
    best = editor
    for inner in editor.findChildren(Editor):
        if path[: len(inner.path)] == inner.path and len(inner.path) > len(best.path):
            best = inner
    return best.focus_widget()


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    return label


def _wrapped(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
