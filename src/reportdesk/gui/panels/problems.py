"""The list of what is wrong, each line a way to the field it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem, Severity

_MARKS = {Severity.STOP: "✕", Severity.WARN: "!", Severity.NOTE: "i"}


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
        self.addItems(
            [_line(problem) for problem in self._problems] or [_("✓ Nothing is missing.")]
        )

    def _activated(self, item: QListWidgetItem) -> None:
        if not self._problems:
            return
        problem = self._problems[self.row(item)]
        if problem.place.field:
            self.chosen.emit(problem.place.field)


def _line(problem: Problem) -> str:
    said = f"{problem.place.label}: {problem.message}" if problem.place.label else problem.message
    fix = problem.fix[:1].upper() + problem.fix[1:]
    return f"{_MARKS[problem.severity]}  {said}. {fix}".strip()
