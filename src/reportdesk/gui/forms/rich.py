"""The editor of a rich text field."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reportdesk.core.fields import Field, Value
from reportdesk.core.places import FieldPath
from reportdesk.core.richtext import RichText
from reportdesk.gui.forms.editor import Editor, title_of
from reportdesk.gui.rich.text_edit import RichTextEdit
from reportdesk.gui.rich.tools import RichTools
from reportdesk.gui.undo import UndoKeys

_SHOWN_LINES = 7


class RichEditor(Editor):
    """A rich text with its small bar of buttons."""

    def __init__(self, field: Field, path: FieldPath, parent: QWidget | None = None) -> None:
        super().__init__(field, path, parent)
        self.text = RichTextEdit(self)
        self.text.setAccessibleName(title_of(field))
        self.text.setAccessibleDescription(field.help)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * _SHOWN_LINES)
        self.text.installEventFilter(UndoKeys(self.text))
        self.text.typed.connect(self._typed)
        self.text.noticed.connect(self.refused)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(RichTools(self.text, field.label, self))
        layout.addWidget(self.text)

    def value(self) -> Value:
        return self.text.rich() or None

    def set_value(self, value: Value) -> None:
        self.text.set_rich(cast(RichText, value or RichText()))

    def focus_widget(self) -> QWidget:
        return self.text

    @Slot(object)
    def _typed(self, value: RichText) -> None:
        self.give(value or None)
