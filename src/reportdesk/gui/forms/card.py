"""One row with its title, its buttons and its editors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reportdesk.core.i18n import _
from reportdesk.gui.forms.editor import stops_in
from reportdesk.gui.forms.grouped import GroupEditor
from reportdesk.gui.icons import icon_button, palette_icon
from reportdesk.gui.roles import told_as


@dataclass(frozen=True, slots=True)
class Ask:
    """What is to be done with a row.

    Attributes:
        does: the name of what ``RowsEditor`` does, called with the row's index.
        tip: what the button is called; translated when it is shown.
    """

    icon: str
    tip: str
    does: Callable[[RowChanger, int], None]


class RowChanger:
    """What a row can ask to be done with it; the editor of rows does it."""

    def duplicate_row(self, at: int) -> None:
        """Put a copy of a row after it and go there."""
        raise NotImplementedError

    def remove_row(self, at: int) -> None:
        """Take a row away and go to its neighbour."""
        raise NotImplementedError

    def move_row(self, at: int, step: int) -> None:
        """Move a row by that many places; at an end it stays."""
        raise NotImplementedError


UP = Ask("up", _("Move up (Alt+Up)"), lambda rows, at: rows.move_row(at, -1))
DOWN = Ask("down", _("Move down (Alt+Down)"), lambda rows, at: rows.move_row(at, 1))
DUPLICATE = Ask("duplicate", _("Duplicate"), lambda rows, at: rows.duplicate_row(at))
REMOVE = Ask("remove", _("Remove"), lambda rows, at: rows.remove_row(at))
ASKS = (UP, DOWN, DUPLICATE, REMOVE)
_MOVES = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN}


def move_asked(event: QKeyEvent) -> Ask | None:
    """Return what the keys ask to be done with the row, if they are those that move it."""
    held = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return _MOVES.get(Qt.Key(event.key())) if held else None


class RowButtons(QWidget):
    """The buttons of one row.

    Signals:
        asked: one was pressed; the payload is its ``Ask``.
    """

    asked = Signal(object)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._buttons = {ask.icon: self._button(ask, title) for ask in ASKS}
        for button in self._buttons.values():
            layout.addWidget(button)

    def offer(self, at: int, total: int) -> None:
        """Offer only what can be done with the row at that index among that many."""
        self._buttons[UP.icon].setEnabled(at > 0)
        self._buttons[DOWN.icon].setEnabled(at < total - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Buttons would go from one to the next by arrows, with Alt too."""
        ask = move_asked(event) if isinstance(event, QKeyEvent) else None
        if ask and event.type() is QEvent.Type.KeyPress:
            self.asked.emit(ask)
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for icon, button in getattr(self, "_buttons", {}).items():
                button.setIcon(palette_icon(icon, self.palette()))

    def _button(self, ask: Ask, title: str) -> QToolButton:
        button = icon_button(ask.icon, ask.tip, self)
        button.setAutoRaise(True)
        button.setAccessibleName(f"{title}: {button.accessibleName()}")
        button.clicked.connect(lambda: self.asked.emit(ask))
        button.installEventFilter(self)
        return button


@told_as(QAccessible.Role.Grouping)
class Card(QFrame):
    """One row, edited.

    Signals:
        asked: something is to be done with the row; the payload is an ``Ask``.
    """

    asked = Signal(object)

    def __init__(self, at: int, name: str, group: GroupEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self.at = at
        self.group = group
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title = f"{name} {at + 1}"
        self.setAccessibleName(title)
        heading = QLabel(title, self)
        heading.setProperty("role", "label")
        heading.setWordWrap(True)
        self._buttons = RowButtons(title, self)
        self._buttons.asked.connect(self.asked)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(group)

    def offer(self, total: int) -> None:
        """Offer only what can be done with this row among that many."""
        self._buttons.offer(self.at, total)

    def stops(self) -> Iterator[QWidget]:
        """Yield what takes the keys in the order of Tab: what is written, then the buttons."""
        yield from self.group.stops()
        yield from stops_in(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the row, wherever in it the cursor is."""
        ask = move_asked(event)
        if ask:
            self.asked.emit(ask)
        else:
            super().keyPressEvent(event)
