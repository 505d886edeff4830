"""What this computer remembers beside the drafts: people, and the names of files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _, plural
from reportdesk.gui.forms.people import People
from reportdesk.services.forgetting import clear_names
from reportdesk.services.home import Home

_SHOWN_LINES = 7
_PERSON = Qt.ItemDataRole.UserRole


class PrivacyPart(QWidget):
    """Shows what is remembered, and forgets it at once when asked.

    Signals:
        names_cleared: the lists of recent drafts and exports are empty now.
    """

    names_cleared = Signal()

    def __init__(self, home: Home, people: People, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = home
        self._people = people
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("People who are remembered"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * _SHOWN_LINES)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.count = QLabel(self)
        self.names = QLabel(self)
        self.said = QLabel(self)
        self.forget = self._button(_("&Forget selected"), self._forget)
        self.forget_all = self._button(_("Forget &everybody"), self._forget_all)
        self.clear = self._button(_("&Clear recent drafts"), self._clear)
        self.list.itemSelectionChanged.connect(self._selected)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        for label in (self.count, self.names, self.said):
            label.setProperty("role", "help")
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, self.fontMetrics().lineSpacing() // 2, 0, 0)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        layout.addLayout(_row(self.forget, self.forget_all))
        layout.addSpacing(self.fontMetrics().lineSpacing())
        heading = QLabel(_("Recent drafts"), self)
        heading.setProperty("role", "label")
        layout.addWidget(heading)
        layout.addWidget(self.names)
        layout.addLayout(_row(self.clear))
        layout.addWidget(self.said)

    def _show(self) -> None:
        people = self._people.book.people()
        self.list.clear()
        for person in people:
            item = QListWidgetItem(person.in_a_line)
            item.setData(_PERSON, person)
            self.list.addItem(item)
        self.count.setText(_counted(len(people)))
        for widget in (self.list, self.forget, self.forget_all):
            widget.setVisible(bool(people))
        drafts = len(self._home.recents.paths())
        said = plural(
            "The start page lists {count} draft that was open lately.",
            "The start page lists {count} drafts that were open lately.",
            drafts,
        )
        self.names.setText(said.format(count=drafts))
        self.clear.setEnabled(bool(drafts))
        self._selected()

    @Slot()
    def _selected(self) -> None:
        self.forget.setEnabled(bool(self.list.selectedItems()))

    @Slot()
    def _forget(self) -> None:
        chosen = [item.data(_PERSON) for item in self.list.selectedItems()]
        self._do(lambda: self._people.book.forget(*chosen))

    @Slot()
    def _forget_all(self) -> None:
        self._do(self._people.book.clear)

    @Slot()
    def _clear(self) -> None:
        self._do(lambda: clear_names(self._home))
        self.names_cleared.emit()

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ReportDeskError as error:
            self.said.setText(str(error))
        self._show()

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button


def _counted(count: int) -> str:
    if not count:
        return _("Nobody is remembered.")
    said = plural("{count} person is remembered.", "{count} people are remembered.", count)
    return said.format(count=count)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
