"""Earlier people, offered where a form asks for a name; choosing one fills in all their parts."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QToolButton, QWidget

from reportdesk.core.i18n import _
from reportdesk.gui.icons import icon_button
from reportdesk.services.people import AddressBook, Person

_SHOWN = 8  # people at once


class People(QObject):
    """Belongs to a window: the address book of all its forms."""

    def __init__(self, book: AddressBook, window: QWidget) -> None:
        super().__init__(window)
        self.book = book


class EarlierPeople(QObject):
    """Offers earlier people under the line of a name, as it is typed or on Down.

    Signals:
        chosen: the officer took one; the payload is the ``Person``.
    """

    chosen = Signal(object)

    def __init__(self, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self._people: dict[str, Person] = {}
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setWidget(line)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(_SHOWN)
        self.completer.activated[str].connect(self._take)  # type: ignore[index]  # one of two
        self.button = self._button()
        line.setAccessibleDescription(
            " ".join(filter(None, (line.accessibleDescription(), _("Down lists earlier people."))))
        )
        line.textEdited.connect(self._typed)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self.button.setVisible(bool(self._load()))
        elif event.type() is QEvent.Type.KeyPress and _asks_list(cast(QKeyEvent, event)):
            self.list_all()
            return True
        return super().eventFilter(watched, event)

    @property
    def _popup(self) -> QAbstractItemView:
        """Made when it is first needed: most names are never asked for."""
        return cast(QAbstractItemView, self.completer.popup())

    @Slot()
    def list_all(self) -> None:
        """Offer everybody whose name holds what stands in the line, else everybody."""
        if not self._load():
            return
        self.completer.setCompletionPrefix(self._line.text().strip())
        if not self.completer.completionCount():
            self.completer.setCompletionPrefix("")
        self._show()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.completer.setCompletionPrefix(text.strip())
        if text.strip() and self._load() and self.completer.completionCount():
            self._show()
        else:
            self._popup.hide()

    @Slot(str)
    def _take(self, said: str) -> None:
        if said in self._people:
            self.chosen.emit(self._people[said])

    def _load(self) -> bool:
        """Look into the book; return whether anybody is in it."""
        people = _people_of(self._line)
        listed = people.book.people() if people else ()
        known = {person.in_a_line: person for person in reversed(listed)}
        if known != self._people:
            self._people = known
            self._names.setStringList(list(reversed(known)))
        return bool(known)

    def _show(self) -> None:
        self._popup.setAccessibleName(_("Earlier people"))
        self.completer.complete()

    def _button(self) -> QToolButton:
        tip = _("Choose from earlier people (Down)")
        button = icon_button("people", tip, self._line.parentWidget() or self._line)
        button.clicked.connect(self._pressed)
        button.hide()
        return button

    @Slot()
    def _pressed(self) -> None:
        self._line.setFocus()
        self.completer.setCompletionPrefix("")
        if self._load():
            self._show()


def _people_of(widget: QWidget) -> People | None:
    """The address book of the window that the widget stands in, or that its dialog belongs to."""
    window: QWidget | None = widget.window()
    while window is not None:
        found = window.findChild(People, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(found, People):
            return found
        parent = window.parentWidget()
        window = parent.window() if parent else None
    return None


def _asks_list(event: QKeyEvent) -> bool:
    modifiers = Qt.KeyboardModifier
    plain = event.modifiers() in (modifiers.NoModifier, modifiers.KeypadModifier)
    return plain and event.key() == Qt.Key.Key_Down
