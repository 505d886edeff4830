"""Editors made of several editors: a person, a group, a range of days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from reportdesk.core.dates import DateRange
from reportdesk.core.edits import SetAnswer
from reportdesk.core.fields import Field, Kind, Row, Value
from reportdesk.core.i18n import _
from reportdesk.core.people import Person, filled, is_person
from reportdesk.core.places import FieldPath
from reportdesk.gui.forms.editor import Editor, Framed, PartsEditor, label_of
from reportdesk.gui.forms.people import EarlierPeople
from reportdesk.gui.forms.typed import DateEditor, TypedEditor

_WIDE = (Kind.RICH, Kind.ROWS, Kind.GROUP)
MakeEditor = Callable[[Field, FieldPath, QWidget], Editor]


class GroupEditor(PartsEditor):
    """A form within the form, for the fields of a group, a person or one row."""

    def __init__(
        self,
        field: Field,
        path: FieldPath,
        make: MakeEditor,
        parent: QWidget | None = None,
        laid_out: bool = True,
    ) -> None:
        """``laid_out`` is false where somebody else puts the editors in their places."""
        super().__init__(field, path, parent)
        self.editors: dict[str, Editor] = {}
        self._row: Row = {}
        for inner in field.fields:
            editor = make(inner, (*path, inner.id), self)
            editor.edited.connect(self.edited)
            self.editors[inner.id] = editor
        self._offer_people()
        if laid_out:
            self._lay_out()
        else:
            self.hide()

    def value(self) -> Value:
        given = {id: editor.value() for id, editor in self.editors.items()}
        return {id: value for id, value in given.items() if value is not None} or None

    def set_value(self, value: Value) -> None:
        """An editor whose answer is the very same as before is left alone."""
        before, self._row = self._row, cast(Row, value or {})
        for id, editor in self.editors.items():
            answer = self._row.get(id)
            if answer is None or answer is not before.get(id):
                editor.set_value(answer)

    def focus_widget(self) -> QWidget:
        first = next(iter(self.editors.values()), None)
        return first.focus_widget() if first else self

    def stops(self) -> Iterator[QWidget]:
        for editor in self.editors.values():
            yield from editor.stops()

    def reach(self, path: FieldPath) -> None:
        inner = self.editors.get(str(path[len(self.path)])) if len(path) > len(self.path) else None
        if inner:
            inner.reach(path)

    def _offer_people(self) -> None:
        """Offer earlier people where this is a form for one."""
        name = self.editors.get("name")
        if is_person(self.field) and isinstance(name, TypedEditor):
            earlier = EarlierPeople(name.line, name)
            earlier.chosen.connect(self._fill)
            name.add_beside(earlier.button)

    @Slot(object)
    def _fill(self, person: Person) -> None:
        self.edited.emit(SetAnswer(self.path, filled(self.field, self._row, person)))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        told = any(editor.field.help for editor in self.editors.values())
        for editor in self.editors.values():
            label = label_of(editor, self)
            if told or editor.field.kind in _WIDE:
                label.setProperty("role", "label")
                label.setContentsMargins(0, self.fontMetrics().lineSpacing() // 3, 0, 0)
                form.addRow(label)
                form.addRow(Framed(editor, self))
            else:
                form.addRow(label, Framed(editor, self))


class DatesEditor(PartsEditor):
    """A first and a last day; the last may be left empty for a single day."""

    def __init__(self, field: Field, path: FieldPath, parent: QWidget | None = None) -> None:
        super().__init__(field, path, parent)
        self.start = self._day(_("first day"))
        self.end = self._day(_("last day"))
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.start)
        layout.addWidget(QLabel(_("to"), self))
        layout.addWidget(self.end)

    def value(self) -> Value:
        start, end = self.start.value(), self.end.value()
        if start is None:
            return None
        return DateRange(start, end or start)  # type: ignore[arg-type]  # date editors give dates

    def set_value(self, value: Value) -> None:
        if value == self.value():
            return
        days = cast(DateRange | None, value)
        self.start.set_value(days.start if days else None)
        self.end.set_value(days.end if days else None)

    def focus_widget(self) -> QWidget:
        return self.start.focus_widget()

    @Slot(str)
    def describe_fault(self, message: str) -> None:
        """Each day tells its own fault; what is wrong with both is told at the last."""
        if not (self.start.refusal or self.end.refusal):
            self.end.describe_fault(message)

    def minimumSizeHint(self) -> QSize:
        """Where room is short the days stand one above the other."""
        return QSize(self.start.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QHBoxLayout.Direction
        roomy = self.width() >= self.start.minimumSizeHint().width() * 2.2
        self._row.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)

    def _day(self, title: str) -> DateEditor:
        label = f"{self.field.label}, {title}"
        day = Field(self.field.id, label, Kind.DATE, help=self.field.help)
        editor = DateEditor(day, self.path, self)
        editor.refused.connect(self.refused)
        editor.refused.connect(editor.describe_fault)
        editor.edited.connect(self._edited)
        return editor

    @Slot(object)
    def _edited(self, _edit: SetAnswer) -> None:
        days = cast(DateRange | None, self.value())
        if days and days.end < days.start:
            self.refused.emit(_("the last day is before the first; change one of them."))
            return
        self.refused.emit("")
        self.give(days)
