"""Put edits on Qt's undo stack."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoCommand

from reportdesk.core.edits import Edit, SetAnswer
from reportdesk.core.richtext import RichText
from reportdesk.gui.strokes import Stroke, goes_on, is_typed, stroke
from reportdesk.services.session import Session

_TYPING = 1
_PAUSE = 2.0  # seconds
_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


class EditCommand(QUndoCommand):
    """One edit and its inverse; typing on in one field is one step, until a word or a pause."""

    def __init__(
        self, session: Session, edit: Edit, title: str, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(title)
        self._session = session
        self._edit = edit
        self._inverse: Edit = edit
        self._made = clock()
        self._stroke: Stroke | None = None

    @property
    def undone(self) -> tuple[Edit, Edit]:
        """The edit that undoing makes, and the one that it takes back."""
        return self._inverse, self._edit

    @property
    def redone(self) -> tuple[Edit, Edit]:
        """The edit that redoing makes, and the one that would take it back."""
        return self._edit, self._inverse

    def id(self) -> int:
        """Only answers to one field can become one step."""
        return _TYPING if isinstance(self._edit, SetAnswer) else -1

    def redo(self) -> None:
        self._inverse = self._session.apply(self._edit)
        if isinstance(self._inverse, SetAnswer) and isinstance(self._edit, SetAnswer):
            self._stroke = stroke(self._inverse.value, self._edit.value)

    def undo(self) -> None:
        self._session.apply(self._inverse)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or not self._takes_in(other):
            return False
        self._edit, self._stroke, self._made = other._edit, other._stroke, other._made
        return True

    def _takes_in(self, other: EditCommand) -> bool:
        mine, later = self._edit, other._edit
        if not (isinstance(mine, SetAnswer) and isinstance(later, SetAnswer)):
            return False
        if mine.path != later.path or other._made - self._made > _PAUSE:
            return False
        if isinstance(mine.value, str | RichText) or isinstance(later.value, str | RichText):
            return goes_on(self._stroke, other._stroke)
        return is_typed(mine.value) and is_typed(later.value)


class UndoKeys(QObject):
    """Keep text widgets from answering keys themselves that the menus have.

    Ctrl+Z is the draft's undo. Ctrl+E is export; on Linux Qt takes it for the end of a line.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not _menus_have(event):
            return super().eventFilter(watched, event)
        event.ignore()
        return True


def _menus_have(event: QEvent) -> bool:
    keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    return isinstance(event, QKeyEvent) and (
        event.keyCombination() == _EXPORT or any(event.matches(key) for key in keys)
    )
