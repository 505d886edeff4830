"""Editors that choose: one of several, several of several, yes or no."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.fields import Choice, Field, Value
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.gui.forms.editor import Editor, PartsEditor

_NARROWEST = 18  # letters


class QuietCombo(QComboBox):
    """A list to choose from that leaves the wheel to the form: scrolling changes no answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        """A long choice is no reason for a form to be wider than its room."""
        least, narrow = (
            super().minimumSizeHint(),
            self.fontMetrics().averageCharWidth() * _NARROWEST,
        )
        return QSize(min(least.width(), narrow), least.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class WrappedBox(QCheckBox):
    """A box to tick whose words stand on several lines where room is short."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        narrow = self.fontMetrics().averageCharWidth() * _NARROWEST
        return super().minimumSizeHint().boundedTo(QSize(narrow, super().sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxContents
        self._wrap(self.style().subElementRect(part, option, self).width())

    def _wrap(self, room: int) -> None:
        lines = [""]
        for word in self.text().split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.fontMetrics().horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        self.setText("\n".join(lines))


class ChoiceEditor(Editor):
    """One of the field's choices, or none yet."""

    def __init__(self, field: Field, path: FieldPath, parent: QWidget | None = None) -> None:
        super().__init__(field, path, parent)
        self.combo = QuietCombo(self)
        self.combo.setAccessibleDescription(field.help)
        self._values: list[Value] = [None, *self.options(field)]
        self.combo.addItem(_("Choose…"))
        self.combo.addItems([self.title(value) for value in self._values[1:]])
        self.combo.activated.connect(self._chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo, 0, Qt.AlignmentFlag.AlignLeft)

    def options(self, field: Field) -> Iterable[Value]:
        """Return the values to choose from."""
        return field.choices

    def title(self, value: Value) -> str:
        """Return a value as it is listed."""
        return cast(Choice, value).label

    def value(self) -> Value:
        return self._values[self.combo.currentIndex()]

    def set_value(self, value: Value) -> None:
        if value != self.value() or type(value) is not type(self.value()):
            self.combo.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def focus_widget(self) -> QWidget:
        return self.combo

    def call(self, name: str) -> None:
        self.combo.setAccessibleName(name)
        self.combo.view().setAccessibleName(name)

    @Slot(int)
    def _chosen(self, _index: int) -> None:
        self.give(self.value())


class YesNoEditor(ChoiceEditor):
    """Yes, no, or not answered."""

    def options(self, field: Field) -> Iterable[Value]:
        return (True, False)

    def title(self, value: Value) -> str:
        return _("Yes") if value else _("No")


class ChoicesEditor(PartsEditor):
    """Any of the field's choices, a box for each."""

    def __init__(self, field: Field, path: FieldPath, parent: QWidget | None = None) -> None:
        super().__init__(field, path, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.boxes = [WrappedBox(choice.label, self) for choice in field.choices]
        for box in self.boxes:
            box.clicked.connect(self._ticked)
            layout.addWidget(box)

    def value(self) -> Value:
        ticked = zip(self.field.choices, self.boxes, strict=True)
        return tuple(choice for choice, box in ticked if box.isChecked()) or None

    def set_value(self, value: Value) -> None:
        chosen = cast(tuple[Choice, ...], value or ())
        for choice, box in zip(self.field.choices, self.boxes, strict=True):
            box.setChecked(choice in chosen)

    def focus_widget(self) -> QWidget:
        return self.boxes[0] if self.boxes else self

    @Slot()
    def _ticked(self) -> None:
        self.give(self.value())
