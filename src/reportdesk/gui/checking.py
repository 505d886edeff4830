"""Checks the draft on the worker's thread; what was found out about an older draft is dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reportdesk.core.problems import Problem
from reportdesk.gui.tasks import Task, TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.session import Session

_AFTER = 200  # milliseconds without a key


class Checking(QObject):
    """Looks at the answers of one draft, soon after they changed or when asked to.

    Signals:
        found: what is wrong with the answers as they stand; the payload is a tuple of problems.
    """

    found = Signal(tuple)

    def __init__(self, session: Session, desk: Desk, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._desk, self._tasks = session, desk, tasks
        self._turn = 0  # outcomes of earlier turns are of answers that stand no more
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self.check)

    @Slot()
    def check(self) -> None:
        """Look at the answers; ``found`` tells of it, unless they change before."""
        self._turn += 1
        turn, frozen = self._turn, self._desk.frozen(self._session)
        self._tasks.run(Task(frozen.problems, lambda found: self._tell(found, turn)))

    @Slot()
    def check_soon(self) -> None:
        """Look at the answers when they have stood still for a moment."""
        self._turn += 1
        self._soon.start()

    def close(self) -> None:
        """Look no more, and tell nothing of what is being looked at."""
        self._turn += 1
        self._soon.stop()

    def _tell(self, found: tuple[Problem, ...], turn: int) -> None:
        if turn == self._turn:
            self.found.emit((*found, *self._session.added_problems()))
