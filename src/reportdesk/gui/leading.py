"""Undo and redo lead to what they changed, in whichever section it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from reportdesk.core.edits import Edit, InsertRow, MoveRow, SetAnswer, Together
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.gui.announcing import announce
from reportdesk.gui.rich.patching import units
from reportdesk.gui.stage import Stage
from reportdesk.gui.strokes import Stroke, stroke
from reportdesk.gui.undo import EditCommand


class Leading(QObject):
    """Goes to the field after each undo and redo that the officer asks for."""

    def __init__(self, stage: Stage, undo: QAction, redo: QAction) -> None:
        super().__init__(stage)
        self._stage = stage
        undo.triggered.connect(self._undone)
        redo.triggered.connect(self._redone)

    @Slot()
    def _undone(self) -> None:
        stack = self._stage.undo
        self._lead(stack.index(), undone=True)

    @Slot()
    def _redone(self) -> None:
        stack = self._stage.undo
        self._lead(stack.index() - 1, undone=False)

    def _lead(self, at: int, undone: bool) -> None:
        command, workplace = self._stage.undo.command(at), self._stage.workplace
        if workplace is None or not isinstance(command, EditCommand):
            return
        made, before = command.undone if undone else command.redone
        path = place_of(made)
        if path:
            workplace.go_to(path)
            _show_change(workplace.window().focusWidget(), _changed(made, before))
        said = _("Undone: {what}") if undone else _("Redone: {what}")
        announce(workplace.window(), said.format(what=command.text()))


def place_of(edit: Edit) -> FieldPath:
    """Return the path of what the edit changed, empty where that is nowhere."""
    if isinstance(edit, Together):
        return place_of(edit.edits[0]) if edit.edits else ()
    if isinstance(edit, SetAnswer):
        return edit.path
    if isinstance(edit, MoveRow):
        return (*edit.path, edit.target)
    return (*edit.path, edit.at) if isinstance(edit, InsertRow) else edit.path


def _changed(made: Edit, before: Edit) -> Stroke | None:
    """What the edit did to the text of one field, told by the edit that would take it back."""
    if isinstance(made, SetAnswer) and isinstance(before, SetAnswer):
        return stroke(before.value, made.value)
    return None


def _show_change(widget: object, change: Stroke | None) -> None:
    """Put the cursor behind what changed; a rich text has it there already."""
    if isinstance(widget, QLineEdit) and change is not None:
        end = change.start + len(change.came)
        widget.setCursorPosition(units(widget.text()[:end]))
