"""The form of one section: a label and an editor for each of its fields."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.fields import Answers, Field
from reportdesk.core.places import FieldPath
from reportdesk.core.template import Section
from reportdesk.gui.forms.editor import Editor, Framed, label_of, widget_at
from reportdesk.gui.forms.grouped import MakeEditor
from reportdesk.gui.forms.registry import make_editor

_WIDEST = 100  # letters, the editors' frames included


class SectionPage(QScrollArea):
    """Shows the answers of a section and tells of edits; it holds no truth of its own.

    Signals:
        edited: the officer changed an answer; the payload is a core ``Edit``.
    """

    edited = Signal(object)

    def __init__(
        self,
        section: Section,
        parent: QWidget | None = None,
        *,
        headed: bool = True,
        make: MakeEditor = make_editor,
    ) -> None:
        """``headed`` is false where something else says the section's title."""
        super().__init__(parent)
        self._make = make
        self.section = section
        self.editors: dict[str, Editor] = {}
        self._shown: Answers = {}
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._show_focus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget(self.viewport())
        self._body = body = QWidget(self._ground)
        self._column = QVBoxLayout(body)
        self._column.setSpacing(4)
        if headed:
            self._column.addWidget(_wrapped(section.title, "heading", body))
        if section.help:
            self._column.addWidget(_wrapped(section.help, "help", body))
        for field in section.fields:
            self._add(field, body)
        self._column.addStretch(1)
        beside = QHBoxLayout(self._ground)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(body, 1)
        beside.addStretch(0)
        self._limit_width()
        self.setWidget(self._ground)

    def show_answers(self, answers: Answers) -> None:
        """Show these answers; an editor whose answer is the very same as before is left alone.

        Edits keep what does not lie on their path, so only what was edited is looked at.
        """
        before, self._shown = self._shown, answers
        for id, editor in self.editors.items():
            answer = answers.get(id)
            if answer is None or answer is not before.get(id):
                editor.set_value(answer)

    def go_to(self, path: FieldPath) -> None:
        """Put the focus on the field at that path and scroll to it."""
        editor = self.editors.get(str(path[0])) if path else None
        target = widget_at(editor, path) if editor else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(target)
            self._settle.start()

    def add_part(self, part: QWidget) -> None:
        """Put something of another kind below the fields."""
        self._column.insertWidget(self._column.count() - 1, part)

    @Slot()
    def _show_focus(self) -> None:
        """Scroll once more: a row that was just opened has its place only now."""
        focused = self.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_body"):
            self._limit_width()

    def _limit_width(self) -> None:
        """Lines that are too long are hard to read."""
        self._body.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST)

    def _add(self, field: Field, parent: QWidget) -> None:
        editor = self._make(field, (field.id,), parent)
        editor.edited.connect(self.edited)
        self.editors[field.id] = editor
        label = label_of(editor, parent)
        label.setProperty("role", "label")
        self._column.addSpacing(self.fontMetrics().lineSpacing() // 2)
        self._column.addWidget(label)
        self._column.addWidget(Framed(editor, parent))


def _wrapped(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
