"""The editor of rows: shown as suits their number and kind; added, copied, removed and moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reportdesk.core.edits import InsertRow, MoveRow, RemoveRow
from reportdesk.core.fields import Field, Row, Value
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.gui.announcing import announce
from reportdesk.gui.forms.card import Ask, Card, RowChanger
from reportdesk.gui.forms.editor import PartsEditor, editor_around, widget_at
from reportdesk.gui.forms.grouped import MakeEditor
from reportdesk.gui.forms.row_words import new_row_id, row_name, row_title
from reportdesk.gui.forms.shelves import Cards, Lines, Shelf, discard, shelf_for


class RowsEditor(PartsEditor, RowChanger):
    """Changes rows by edits alone; a shelf shows them."""

    def __init__(
        self, field: Field, path: FieldPath, make: MakeEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, path, parent)
        self._make = make
        self._rows: tuple[Row, ...] = ()
        self._side_by_side = 0  # pixels that editors side by side needed when last looked at
        self._room = QTimer(self, singleShot=True, interval=0)
        self._room.timeout.connect(self._suit_room)
        self.add = QPushButton(_("Add {row}").format(row=row_name(field).lower()), self)
        self.add.setAccessibleName(f"{self.field.label}: {self.add.text()}")
        self.add.clicked.connect(self.add_row)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.shelf = self._new_shelf(shelf_for(field, 0))
        self._layout.addLayout(foot)

    @property
    def cards(self) -> list[Card]:
        """The cards, where each row has one."""
        return self.shelf.cards if isinstance(self.shelf, Cards) else []

    def value(self) -> Value:
        return self._rows or None

    def set_value(self, value: Value) -> None:
        rows = cast(tuple[Row, ...], value or ())
        if rows is self._rows:
            return
        self._rows = rows
        self._show_rows()

    def focus_widget(self) -> QWidget:
        first = self.shelf.open(0)
        return first.focus_widget() if first else self.add

    def stops(self) -> Iterator[QWidget]:
        yield from self.shelf.stops()
        yield self.add

    def reach(self, path: FieldPath) -> None:
        at = path[len(self.path)] if len(path) > len(self.path) else None
        if isinstance(at, int) and (row := self.shelf.open(at)):
            row.reach(path)

    def minimumSizeHint(self) -> QSize:
        """Editors side by side do not make the form wider: with too little room they are cards."""
        least = super().minimumSizeHint()
        if isinstance(self.shelf, Lines):
            least.setWidth(self.add.minimumSizeHint().width())
        return least

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._room.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_room"):
            self._side_by_side = 0
            self._room.start()

    @Slot()
    def add_row(self) -> None:
        """Put an empty row at the end and go there."""
        self.edited.emit(InsertRow(self.path, len(self._rows), {"id": new_row_id(self._rows)}))
        self._go_to(len(self._rows) - 1)

    def duplicate_row(self, at: int) -> None:
        """Put a copy of a row after it and go there."""
        copy = {**self._rows[at], "id": new_row_id(self._rows)}
        self.edited.emit(InsertRow(self.path, at + 1, copy))
        self._go_to(at + 1)

    def remove_row(self, at: int) -> None:
        """Take a row away and go to its neighbour; undo brings it back."""
        gone = row_title(self.field, self._rows[at], at)
        self.edited.emit(RemoveRow(self.path, at))
        self._go_to(min(at, len(self._rows) - 1))
        announce(self, _("Removed: {row}").format(row=gone))

    def move_row(self, at: int, step: int) -> None:
        """Move a row up or down by that many places; at an end it stays."""
        self._move(at, at + step)

    @Slot(int, int)
    def _move(self, at: int, target: int) -> None:
        if 0 <= target < len(self._rows):
            self.edited.emit(MoveRow(self.path, at, target))
            self._go_to(target)
            said = _("{row} moved to place {at} of {total}")
            row, total = row_name(self.field), len(self._rows)
            announce(self, said.format(row=row, at=target + 1, total=total))

    @Slot(int, object)
    def _asked(self, at: int, ask: Ask) -> None:
        ask.does(self, at)

    def _go_to(self, at: int) -> None:
        row = self.shelf.open(at)
        (row.focus_widget() if row else self.add).setFocus()

    @Slot()
    def _suit_room(self) -> None:
        """Show the rows anew where the room asks for another way; the focus stays in its field."""
        if not self.isVisible():
            return
        if isinstance(self.shelf, Lines):
            self._side_by_side = self.shelf.minimumSizeHint().width()
        if type(self.shelf) is self._wanted():
            return
        at_work = QApplication.focusWidget()
        within = at_work is not None and self.shelf.isAncestorOf(at_work)
        focused = editor_around(at_work) if within else None
        if at_work and within:
            at_work.clearFocus()  # what is typed there is given before its editor goes
        self._show_rows()
        self.shelf.show()  # what is not shown yet takes no focus
        self._room.start()
        if focused:
            widget_at(self, focused.path).setFocus()

    @Slot()
    def _order(self) -> None:
        """Let Tab come to the rows where they stand: what is new comes last of all for Qt."""
        for one, following in pairwise((self._before(), *self.stops())):
            QWidget.setTabOrder(one, following)

    def _before(self) -> QWidget:
        """Return what Tab stops at before the rows; their last button where nothing else is."""
        before = cast(QWidget, self.add.previousInFocusChain())
        while before is not self.add and not self._ahead(before):
            before = cast(QWidget, before.previousInFocusChain())
        return before

    def _ahead(self, widget: QWidget) -> bool:
        takes_keys = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        return takes_keys and not self.isAncestorOf(widget)

    def _wanted(self) -> Callable[..., Shelf]:
        narrow = self.width() < self._side_by_side
        return shelf_for(self.field, len(self._rows), narrow=narrow)

    def _show_rows(self) -> None:
        wanted = self._wanted()
        if type(self.shelf) is not wanted:
            discard(self.shelf)
            self.shelf = self._new_shelf(wanted)
        self.shelf.show_rows(self._rows)

    def _new_shelf(self, kind: Callable[..., Shelf]) -> Shelf:
        shelf = kind(self.field, self.path, self._make, self)
        shelf.edited.connect(self.edited)
        shelf.asked.connect(self._asked)
        shelf.moved.connect(self._move)
        shelf.rebuilt.connect(self._order)
        self._layout.insertWidget(0, shelf)
        return shelf
