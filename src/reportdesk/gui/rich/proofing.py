"""What all rich texts of a window are looked through for, and who helps with what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QWidget

_Underline = QTextCharFormat.UnderlineStyle


class Concern(Enum):
    """Why letters are marked; each has a line of its own shape, not of its own colour alone."""

    SPELLING = _Underline.SpellCheckUnderline
    QUOTATION = _Underline.DashUnderline


@dataclass(frozen=True, slots=True)
class Mark:
    """Letters of a paragraph that want a look."""

    start: int
    end: int
    concern: Concern


Finder = Callable[[str], Iterable[Mark]]


class Proofing(QObject):
    """Belongs to a window, for all its rich texts; whoever checks adds a finder.

    Signals:
        changed: the finders would answer otherwise now; what is shown is looked through again.
        wanted: a rich text came into view for the first time.
        menu_asked: a rich text is about to show its context menu; the payload is the
            ``TextMenu``, which helpers may add to.
        line_menu_asked: the same of a single line; the payload is a ``LineMenu``.
    """

    changed = Signal()
    wanted = Signal()
    menu_asked = Signal(object)
    line_menu_asked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._finders: list[Finder] = []

    def add(self, finder: Finder) -> None:
        """Let the finder look through every paragraph that is shown, at every change of it."""
        self._finders.append(finder)
        self.changed.emit()

    def marks(self, text: str) -> list[Mark]:
        """Return what all finders find in a paragraph."""
        return [mark for finder in self._finders for mark in finder(text)]


def proofing_of(widget: QWidget) -> Proofing | None:
    """Return what the widget's window looks for, None where it has no such thing."""
    found = widget.window().findChild(Proofing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Proofing) else None
