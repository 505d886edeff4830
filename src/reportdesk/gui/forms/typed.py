"""Editors of one typed line: text, whole number, money, date, file name."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.dates import long_date
from reportdesk.core.fields import Field, FileRef, Kind, Value
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.core.reading import Asked, Reading, read_value
from reportdesk.core.richtext import plain
from reportdesk.gui.forms.editor import Editor, title_of
from reportdesk.gui.forms.line import ProofedLine
from reportdesk.gui.icons import icon_button
from reportdesk.gui.undo import UndoKeys

_LONGEST = 10_000
_NOT_WORDS = frozenset({"name", "email", "telephone", "path", "url", "reference", "number"})
_PATIENCE = 900  # milliseconds without a key, until what is half typed is told to be wrong
_SHORT_YEAR = re.compile(r"\s*(\d{1,2}([/. -])(?:\d{1,2}|[A-Za-z]{3,9})\2)(\d\d)\s*")
_LONGEST_DATE = 19  # letters, and the frame around them


class TypedEditor(Editor):
    """A line of text that is read by the field's kind at every key."""

    def __init__(self, field: Field, path: FieldPath, parent: QWidget | None = None) -> None:
        super().__init__(field, path, parent)
        self.line = self._new_line()
        self.line.setMaxLength(_LONGEST)
        self.line.setAccessibleName(title_of(field))
        self.line.setAccessibleDescription(field.help)
        self.line.installEventFilter(UndoKeys(self.line))
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._tidy)
        self.line.inputRejected.connect(self._cut)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.line)
        self._value: Value = None
        self._refusal = ""
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._wait.timeout.connect(self._say_refused)

    def _new_line(self) -> QLineEdit:
        """Words have their spelling checked; numbers, names and addresses do not."""
        spelt = self.field.kind is Kind.LINE and self.field.id not in _NOT_WORDS
        return ProofedLine(self) if spelt else QLineEdit(self)

    def value(self) -> Value:
        return self._value

    def set_value(self, value: Value) -> None:
        if value != self._value or not self.line.text():
            self._value = value
            if self.line.text() != shown(value):  # each line that is set is news to a reader
                self.line.setText(shown(value))
                self.line.setCursorPosition(len(self.line.text()) if self.line.hasFocus() else 0)
            self._refusal = ""
            self._say_refused()

    @property
    def refusal(self) -> str:
        """Why what stands in the line is no answer, empty where it is one."""
        return self._refusal

    def focus_widget(self) -> QWidget:
        return self.line

    def add_beside(self, widget: QWidget) -> None:
        """Put a button beside the line."""
        self._row.addWidget(widget)

    @Slot(str)
    def _typed(self, text: str) -> None:
        reading = Reading(plain)
        value = read_value(Asked(self.field, self.path, self.field.label), text, reading)
        problem = reading.problems[0] if reading.problems else None
        self._refusal = f"{problem.message}; {problem.fix}." if problem else ""
        if problem and self.line.hasFocus():
            self._wait.start()  # what is half typed is not yet wrong
        else:
            self._say_refused()
        if problem is None and value != self._value:
            self._value = value
            self.give(value)

    @Slot()
    def _say_refused(self) -> None:
        self._wait.stop()
        self.refused.emit(self._refusal)

    @Slot()
    def _cut(self) -> None:
        """Tell that the line took no more, once Qt has shown what it took."""
        if len(self.line.text()) >= _LONGEST:
            message = _("a line holds at most {most:,} characters; the rest was left out.")
            told = message.format(most=_LONGEST)
            QTimer.singleShot(0, self, lambda: self.refused.emit(told))

    @Slot()
    def _tidy(self) -> None:
        """Show what was understood, once the officer has left the field."""
        self._say_refused()
        if self._value is not None and shown(self._value) != self.line.text():
            reading = Reading(plain)
            asked = Asked(self.field, self.path, self.field.label)
            if read_value(asked, self.line.text(), reading) == self._value:
                self.line.setText(shown(self._value))


class DateEditor(TypedEditor):
    """A date, typed in any usual way or picked from a calendar."""

    def __init__(self, field: Field, path: FieldPath, parent: QWidget | None = None) -> None:
        super().__init__(field, path, parent)
        self.line.setPlaceholderText(_("such as 17 March 2026"))
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LONGEST_DATE)
        self._button = icon_button("calendar", _("Pick from a calendar"), self)
        self._button.clicked.connect(self._pick)
        self.add_beside(self._button)
        self._name_button(field.label)

    def call(self, name: str) -> None:
        super().call(name)
        self._name_button(name)

    @Slot()
    def _tidy(self) -> None:
        """A year of two figures is one of this century."""
        short = _SHORT_YEAR.fullmatch(self.line.text())
        if self._refusal and short:
            self.line.setText(f"{short[1]}20{short[3]}")
            self._typed(self.line.text())
        super()._tidy()

    def _name_button(self, name: str) -> None:
        said = _("{label}: pick from a calendar").format(label=name)
        self._button.setAccessibleName(said)

    @Slot()
    def _pick(self) -> None:
        dialog = CalendarDialog(self.field.label, self._value, self)
        dialog.picked.connect(self._picked)
        dialog.open()

    @Slot(object)
    def _picked(self, day: date) -> None:
        self.line.setText(long_date(day))
        self._typed(self.line.text())


class CalendarDialog(QDialog):
    """A month to pick a day from; weeks begin on Monday.

    Signals:
        picked: the day that was chosen, a ``date``.
    """

    picked = Signal(object)

    def __init__(self, title: str, value: Value, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale("en_GB"))
        self.calendar.setGridVisible(True)
        self.calendar.setAccessibleName(title)
        if isinstance(value, date):
            self.calendar.setSelectedDate(QDate(value.year, value.month, value.day))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.calendar.activated.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.calendar)
        layout.addWidget(buttons)

    def accept(self) -> None:
        chosen = self.calendar.selectedDate()
        self.picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
        super().accept()


def shown(value: Value) -> str:
    """Return a single value as an officer would type it."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"£{value:,.2f}" if value % 1 else f"£{value:,.0f}"
    if isinstance(value, date):
        return long_date(value)
    return value.path if isinstance(value, FileRef) else str(value)


TYPED = frozenset({Kind.LINE, Kind.WHOLE, Kind.MONEY, Kind.FILE})
