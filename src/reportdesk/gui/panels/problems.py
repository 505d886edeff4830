"""The list of what is wrong, each line a way to the field it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from reportdesk.core.i18n import _, plural
from reportdesk.core.problems import Problem, Severity

_MARKS = {Severity.STOP: "✕", Severity.WARN: "!", Severity.NOTE: "i"}
_PROBLEM = Qt.ItemDataRole.UserRole
_MANY = 3  # lines of one kind from which on what they share is said once


class ProblemList(QListWidget):
    """Lists problems; Enter or a click goes to the field.

    Signals:
        chosen: the officer wants to go to a field; the payload is its path.
    """

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Problems"))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._problems: tuple[Problem, ...] | None = None
        self.itemActivated.connect(self._activated)
        self.itemClicked.connect(self._activated)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List these problems; the same ones again leave the list as it is."""
        if tuple(problems) == self._problems:
            return
        self._problems = tuple(problems)
        self.clear()
        for _kind, alike in groupby(self._problems, _kind_of):
            for item in _items(list(alike)):
                self.addItem(item)
        if not self._problems:
            self.addItem(_("✓ Nothing is missing."))
            self.item(0).setData(Qt.ItemDataRole.AccessibleTextRole, _("Nothing is missing."))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A screen reader says the line that is chosen, so there is always one."""
        super().focusInEvent(event)
        for line in map(self.item, range(0 if self.selectedItems() else self.count())):
            if line.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentItem(line)
                return

    def _activated(self, item: QListWidgetItem) -> None:
        problem = item.data(_PROBLEM)
        if isinstance(problem, Problem) and problem.place.field:
            self.chosen.emit(problem.place.field)


def _kind_of(problem: Problem) -> tuple[Severity, str]:
    return problem.severity, problem.message


def _items(alike: list[Problem]) -> Iterator[QListWidgetItem]:
    """Problems of one kind: what many of them share stands above them, once."""
    if len(alike) < _MANY or not all(problem.place.label for problem in alike):
        for problem in alike:
            yield _item(problem, f"{_MARKS[problem.severity]}  {_line(problem)}")
        return
    fixes = {problem.fix for problem in alike}
    yield _heading(alike[0], len(alike), fixes.pop() if len(fixes) == 1 else "")
    for problem in alike:
        short = f"{problem.place.label}: {_sentence(problem.fix)}" if fixes else problem.place.label
        yield _item(problem, f"       {short}")


def _heading(problem: Problem, count: int, fix: str) -> QListWidgetItem:
    said = f"{_sentence(problem.message)} {_sentence(fix)}".strip()
    told = plural("{said} ({count} field)", "{said} ({count} fields)", count)
    line = told.format(said=said, count=count)
    item = QListWidgetItem(f"{_MARKS[problem.severity]}  {line}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(problem, line))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item


def _item(problem: Problem, shown: str) -> QListWidgetItem:
    item = QListWidgetItem(shown)
    item.setData(_PROBLEM, problem)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(problem, _line(problem)))
    return item


def _spoken(problem: Problem, line: str) -> str:
    """Return the line with its mark in words."""
    said = {
        Severity.STOP: _("Problem: {said}"),
        Severity.WARN: _("Warning: {said}"),
        Severity.NOTE: _("Note: {said}"),
    }
    return said[problem.severity].format(said=line)


def _line(problem: Problem) -> str:
    said = f"{problem.place.label}: {problem.message}" if problem.place.label else problem.message
    return f"{_sentence(said)} {_sentence(problem.fix)}".strip()


def _sentence(words: str) -> str:
    """Return the words as a sentence, empty for none."""
    words = words.strip()
    said = words[:1].upper() + words[1:]
    return said if not said or said[-1] in ".?!" else f"{said}."
