"""Ways to show rows: a card for each, a list with one card, or a line of short editors each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QVBoxLayout, QWidget

from reportdesk.core.fields import Field, Kind, Row
from reportdesk.core.places import FieldPath
from reportdesk.gui.forms.card import Card, RowButtons, move_asked
from reportdesk.gui.forms.editor import Framed, call_alone, stops_in, title_of
from reportdesk.gui.forms.grouped import GroupEditor, MakeEditor
from reportdesk.gui.forms.row_list import RowList
from reportdesk.gui.forms.row_words import row_name, row_title

MOST_CARDS = 6
MOST_LINES = 40
_MOST_COLUMNS = 4
_NARROWEST = 8  # letters across a line of text where room is short
_SHORT = frozenset({Kind.LINE, Kind.DATE, Kind.WHOLE, Kind.MONEY, Kind.YES_NO, Kind.CHOICE})


class Shelf(QWidget):
    """Shows rows by position: the editors at an index always edit the row at that index.

    Signals:
        edited: an answer in a row was changed; the payload is a core ``Edit``.
        asked: something is to be done with a row; the payload is its index and the ``Ask``.
        moved: a row was dragged; the payload is where it stood and where it shall stand.
        rebuilt: editors came or went.
    """

    edited = Signal(object)
    asked = Signal(int, object)
    moved = Signal(int, int)
    rebuilt = Signal()

    def __init__(self, field: Field, path: FieldPath, make: MakeEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self.field, self.path, self.make = field, path, make
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; a row that is the very same object is left alone."""
        raise NotImplementedError

    def open(self, at: int) -> GroupEditor | None:
        """Return the editors of a row, shown if they were not."""
        raise NotImplementedError

    def stops(self) -> Iterator[QWidget]:
        """Yield what takes the keys, in the order in which Tab is to go through it."""
        raise NotImplementedError

    def card(self, at: int, parent: QWidget) -> Card:
        """Return a new card for the row at that index."""
        group = GroupEditor(self.field, (*self.path, at), self.make, parent)
        group.edited.connect(self.edited)
        card = Card(at, row_name(self.field), group, parent)
        card.asked.connect(lambda ask: self.asked.emit(at, ask))
        return card


class Cards(Shelf):
    """A card for each row."""

    def __init__(self, field: Field, path: FieldPath, make: MakeEditor, parent: QWidget) -> None:
        super().__init__(field, path, make, parent)
        self.cards: list[Card] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        while len(self.cards) > len(rows):
            discard(self.cards.pop())
        while len(self.cards) < len(rows):
            card = self.card(len(self.cards), self)
            self.cards.append(card)
            self._layout.addWidget(card)
        for card, row in zip(self.cards, rows, strict=True):
            card.group.set_value(row)
            card.offer(len(rows))
        if len(rows) != len(self.rows):
            self.rebuilt.emit()
        self.rows = rows

    def open(self, at: int) -> GroupEditor | None:
        return self.cards[at].group if 0 <= at < len(self.cards) else None

    def stops(self) -> Iterator[QWidget]:
        for card in self.cards:
            yield from card.stops()


class Browser(Shelf):
    """The titles of all rows, and the card of the one that is chosen."""

    def __init__(self, field: Field, path: FieldPath, make: MakeEditor, parent: QWidget) -> None:
        super().__init__(field, path, make, parent)
        self.list = RowList(field.label, self)
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self.moved)
        self.list.asked.connect(self.asked)
        self._card: Card | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.list)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        before, self.rows = self.rows, rows
        titles = {
            at: row_title(self.field, row, at)
            for at, row in enumerate(rows)
            if at >= len(before) or row is not before[at]
        }
        self.list.show_titles(len(rows), titles)
        self._choose(self.list.current())

    def open(self, at: int) -> GroupEditor | None:
        if not 0 <= at < len(self.rows):
            return None
        self.list.go_to(at)
        self._choose(at)
        return self._card.group if self._card else None

    @Slot(int)
    def _choose(self, at: int) -> None:
        if self._card and self._card.at != at:
            discard(self._card)
            self._card = None
        if not 0 <= at < len(self.rows):
            return
        fresh = self._card is None
        card = self._card = self._card or self.card(at, self)
        if fresh:
            self._layout.addWidget(card)
            card.show()
        card.group.set_value(self.rows[at])
        card.offer(len(self.rows))
        if fresh:
            self.rebuilt.emit()

    def stops(self) -> Iterator[QWidget]:
        yield self.list
        if self._card:
            yield from self._card.stops()


class Lines(Shelf):
    """A line of short editors for each row, under headings, as in a table."""

    def __init__(self, field: Field, path: FieldPath, make: MakeEditor, parent: QWidget) -> None:
        super().__init__(field, path, make, parent)
        self.groups: list[_Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._heads = [self._head(at, inner) for at, inner in enumerate(field.fields)]

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        while len(self.groups) > len(rows):
            self.groups.pop().discard()
        while len(self.groups) < len(rows):
            self.groups.append(self._line(len(self.groups)))
        for line, row in zip(self.groups, rows, strict=True):
            line.group.set_value(row)
            line.buttons.offer(line.at, len(rows))
        for head in self._heads:
            head.setVisible(bool(rows))
        if len(rows) != len(self.rows):
            self.rebuilt.emit()
        self.rows = rows

    def open(self, at: int) -> GroupEditor | None:
        return self.groups[at].group if 0 <= at < len(self.groups) else None

    def stops(self) -> Iterator[QWidget]:
        for line in self.groups:
            yield from line.group.stops()
            yield from stops_in(line.buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the row, whichever of its editors has the cursor."""
        ask, at_work = move_asked(event), QApplication.focusWidget()
        for line in self.groups:
            if ask and at_work in tuple(line.group.stops()):
                self.asked.emit(line.at, ask)
                return
        super().keyPressEvent(event)

    def _head(self, column: int, field: Field) -> QLabel:
        label = QLabel(field.label, self)
        label.setToolTip(field.help)
        label.setWordWrap(True)
        label.hide()
        self._grid.addWidget(label, 0, column)
        self._grid.setColumnStretch(column, 3 if field.kind is Kind.LINE else 2)
        return label

    def _line(self, at: int) -> _Line:
        title = f"{row_name(self.field)} {at + 1}"
        group = GroupEditor(self.field, (*self.path, at), self.make, self, laid_out=False)
        group.edited.connect(self.edited)
        framed = [Framed(editor, self, told=False) for editor in group.editors.values()]
        for column, editor in enumerate(group.editors.values()):
            call_alone(editor, f"{title}: {title_of(editor.field)}")
            if editor.field.kind is Kind.LINE:
                letter = self.fontMetrics().averageCharWidth()
                editor.focus_widget().setMinimumWidth(letter * _NARROWEST)
            self._grid.addWidget(framed[column], at + 1, column)
        buttons = RowButtons(title, self)
        buttons.asked.connect(lambda ask: self.asked.emit(at, ask))
        self._grid.addWidget(buttons, at + 1, len(framed))
        return _Line(at, group, buttons, framed)


class _Line:
    """The widgets of one row among lines."""

    def __init__(
        self, at: int, group: GroupEditor, buttons: RowButtons, framed: list[Framed]
    ) -> None:
        self.at, self.group, self.buttons = at, group, buttons
        self._widgets: list[QWidget] = [group, buttons, *framed]

    def discard(self) -> None:
        for widget in self._widgets:
            discard(widget)


def shelf_for(field: Field, count: int, *, narrow: bool = False) -> Callable[..., Shelf]:
    """Return the way in which that many rows of the field are shown best.

    ``narrow`` is true where there is no room for editors side by side.
    """
    short = all(inner.kind in _SHORT for inner in field.fields)
    if short and len(field.fields) <= _MOST_COLUMNS and count <= MOST_LINES and not narrow:
        return Lines
    return Cards if count <= MOST_CARDS else Browser


def discard(widget: QWidget) -> None:
    """Take a widget away at once, and free it when Qt is done with it."""
    widget.hide()
    widget.setParent(cast(QWidget, None))
    widget.deleteLater()
