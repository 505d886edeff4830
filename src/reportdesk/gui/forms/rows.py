"""The editor of rows: a card for each, to add, duplicate, remove and move."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.edits import InsertRow, MoveRow, RemoveRow
from reportdesk.core.fields import Field, Row, Value
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.gui.forms.editor import Editor
from reportdesk.gui.forms.grouped import GroupEditor, MakeEditor


class RowsEditor(Editor):
    """Cards by position: the card at an index always edits the row at that index."""

    def __init__(
        self, field: Field, path: FieldPath, make: MakeEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, path, parent)
        self._make = make
        self._rows: tuple[Row, ...] = ()
        self.cards: list[Card] = []
        self.add = QPushButton(_("Add {row}").format(row=self.row_title.lower()), self)
        self.add.setAccessibleName(f"{self.field.label}: {self.add.text()}")
        self.add.clicked.connect(self.add_row)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._layout.addLayout(foot)

    @property
    def row_title(self) -> str:
        """What one row is called."""
        return self.field.row or _("Row")

    def value(self) -> Value:
        return self._rows or None

    def set_value(self, value: Value) -> None:
        self._rows = cast(tuple[Row, ...], value or ())
        while len(self.cards) > len(self._rows):
            self._drop_card()
        while len(self.cards) < len(self._rows):
            self._add_card()
        for card, row in zip(self.cards, self._rows, strict=True):
            card.group.set_value(row)
            card.retitle(len(self._rows))

    def focus_widget(self) -> QWidget:
        return self.cards[0].group.focus_widget() if self.cards else self.add

    def add_row(self) -> None:
        """Put an empty row at the end and go there."""
        self.edited.emit(InsertRow(self.path, len(self._rows), {"id": self._new_id()}))
        self._go_to(len(self._rows) - 1)

    def duplicate_row(self, at: int) -> None:
        """Put a copy of a row after it and go there."""
        copy = {**self._rows[at], "id": self._new_id()}
        self.edited.emit(InsertRow(self.path, at + 1, copy))
        self._go_to(at + 1)

    def remove_row(self, at: int) -> None:
        """Take a row away and go to its neighbour; undo brings it back."""
        self.edited.emit(RemoveRow(self.path, at))
        self._go_to(min(at, len(self._rows) - 1))

    def move_row(self, at: int, step: int) -> None:
        """Move a row up or down by that many places; at an end it stays."""
        target = at + step
        if 0 <= target < len(self._rows):
            self.edited.emit(MoveRow(self.path, at, target))
            self._go_to(target)

    def _go_to(self, at: int) -> None:
        target = self.cards[at].group.focus_widget() if 0 <= at < len(self.cards) else self.add
        target.setFocus()

    def _new_id(self) -> str:
        taken = {row.get("id") for row in self._rows}
        number = len(self._rows) + 1
        while f"r{number}" in taken:
            number += 1
        return f"r{number}"

    def _add_card(self) -> None:
        at = len(self.cards)
        group = GroupEditor(self.field, (*self.path, at), self._make, self)
        group.edited.connect(self.edited)
        card = Card(at, self.row_title, group, self)
        card.asked.connect(lambda ask, place=at: ask(self, place))
        self.cards.append(card)
        self._layout.insertWidget(at, card)

    def _drop_card(self) -> None:
        card = self.cards.pop()
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()


class Card(QFrame):
    """One row with its title and its buttons.

    Signals:
        asked: a button was pressed; the payload is what the rows editor shall do with the row.
    """

    asked = Signal(object)

    def __init__(self, at: int, title: str, group: GroupEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self.group = group
        self._title = f"{title} {at + 1}"
        self._at = at
        self.setFrameShape(QFrame.Shape.StyledPanel)
        heading = QLabel(f"<b>{self._title}</b>", self)
        self._buttons = [self._button(*spec) for spec in _BUTTONS]
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        for button in self._buttons:
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(group)

    def retitle(self, total: int) -> None:
        """Offer only what can be done with this row among that many."""
        self._buttons[0].setEnabled(self._at > 0)
        self._buttons[1].setEnabled(self._at < total - 1)

    def _button(self, text: str, tip: str, ask: Callable[[RowsEditor, int], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(_(tip))
        button.setAccessibleName(f"{self._title}: {_(tip)}")
        button.clicked.connect(lambda: self.asked.emit(ask))
        return button


_BUTTONS: tuple[tuple[str, str, Callable[[RowsEditor, int], None]], ...] = (
    ("↑", "Move up", lambda rows, at: rows.move_row(at, -1)),
    ("↓", "Move down", lambda rows, at: rows.move_row(at, 1)),
    ("⧉", "Duplicate", lambda rows, at: rows.duplicate_row(at)),
    ("✕", "Remove", lambda rows, at: rows.remove_row(at)),
)
