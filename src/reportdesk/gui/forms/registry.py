"""Which editor each kind of field has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from reportdesk.core.fields import Field, Kind
from reportdesk.core.places import FieldPath
from reportdesk.gui.forms.choosing import ChoiceEditor, ChoicesEditor, YesNoEditor
from reportdesk.gui.forms.editor import Editor
from reportdesk.gui.forms.grouped import DatesEditor, GroupEditor
from reportdesk.gui.forms.rich import RichEditor
from reportdesk.gui.forms.rows import RowsEditor
from reportdesk.gui.forms.typed import DateEditor, TypedEditor


def make_editor(field: Field, path: FieldPath, parent: QWidget) -> Editor:
    """Return a new editor for the field at that path."""
    return _EDITORS[field.kind](field, path, parent)


def _group(field: Field, path: FieldPath, parent: QWidget) -> Editor:
    return GroupEditor(field, path, make_editor, parent)


def _rows(field: Field, path: FieldPath, parent: QWidget) -> Editor:
    return RowsEditor(field, path, make_editor, parent)


_EDITORS: Mapping[Kind, Callable[[Field, FieldPath, QWidget], Editor]] = {
    Kind.LINE: TypedEditor,
    Kind.RICH: RichEditor,
    Kind.WHOLE: TypedEditor,
    Kind.MONEY: TypedEditor,
    Kind.DATE: DateEditor,
    Kind.DATES: DatesEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.CHOICES: ChoicesEditor,
    Kind.YES_NO: YesNoEditor,
    Kind.PERSON: _group,
    Kind.ROWS: _rows,
    Kind.GROUP: _group,
    Kind.FILE: TypedEditor,
}
