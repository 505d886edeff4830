"""Put edits on Qt's undo stack."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoCommand

from reportdesk.core.edits import Edit, SetAnswer
from reportdesk.services.session import Session

_TYPING = 1


class EditCommand(QUndoCommand):
    """One edit and its inverse; typing on in one field is one step."""

    def __init__(self, session: Session, edit: Edit, title: str) -> None:
        super().__init__(title)
        self._session = session
        self._edit = edit
        self._inverse: Edit = edit

    def id(self) -> int:
        """Only answers to one field can become one step."""
        return _TYPING if isinstance(self._edit, SetAnswer) else -1

    def redo(self) -> None:
        self._inverse = self._session.apply(self._edit)

    def undo(self) -> None:
        self._session.apply(self._inverse)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand):
            return False
        mine, later = self._edit, other._edit
        if not (isinstance(mine, SetAnswer) and isinstance(later, SetAnswer)):
            return False
        if mine.path != later.path:
            return False
        self._edit = later
        return True


class UndoKeys(QObject):
    """Keep text widgets from answering Ctrl+Z themselves; the draft's undo has it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not _asks_undo(event):
            return super().eventFilter(watched, event)
        event.ignore()
        return True


def _asks_undo(event: QEvent) -> bool:
    keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in keys)
