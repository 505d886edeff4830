"""Read and write drafts off the window's thread, so that a slow network folder holds nobody up."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reportdesk.gui.tasks import Task, TaskRunner
from reportdesk.gui.waiting import Waiting

_AT_ONCE = 0.08  # seconds; a window that stands still for a tenth is felt
_SAY_AFTER = 400  # milliseconds


class Filing(QObject):
    """Does one thing with the disk after another, on a worker that no long export keeps busy.

    Attributes:
        patience: seconds that the window waits for the disk, so that what is quick is done when
            a method returns.

    Signals:
        said: what the disk keeps the officer waiting for, and nothing once that is over.
    """

    said = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.patience = _AT_ONCE
        self._window = window
        self._runner = TaskRunner(self)
        self._busy = False
        self._turns: deque[Callable[[], object]] = deque()
        self._saying = ""
        self._slow = QTimer(self, singleShot=True, interval=_SAY_AFTER)
        self._slow.timeout.connect(lambda: self.said.emit(self._saying))

    @property
    def busy(self) -> bool:
        """Whether anything is read or written now."""
        return self._busy

    def in_turn(self, act: Callable[[], object]) -> None:
        """Call ``act`` once nothing is read or written: now, or after all that waits already."""
        self._turns.append(act)
        self._next()

    def run(self, task: Task, said: str = "") -> None:
        """Begin the task in its turn; where it takes its time, say so in passing."""
        self.in_turn(lambda: self._begin(task, said))

    def fetch(self, task: Task, said: str) -> None:
        """Begin the task in its turn; where it takes its time, a dialog says so.

        Once the officer calls it off there, no outcome is told.
        """
        waiting = Waiting(self._window)
        self.run(Task(task.work, _until(waiting, task.done), _until(waiting, task.failed)))
        waiting.show("ReportDesk", said)

    def after(self, act: Callable[[], object], said: str) -> None:
        """Call ``act`` in turn; where that takes its time, a dialog says so and may call it off."""
        waiting = Waiting(self._window)
        tell = _until(waiting, lambda _nothing: act())
        self.in_turn(lambda: tell(None))
        waiting.show("ReportDesk", said)

    def close(self) -> None:
        """Let what is under way end, and begin nothing more."""
        self._slow.stop()
        self._turns.clear()
        self._runner.close()

    def _begin(self, task: Task, said: str) -> None:
        self._busy, self._saying = True, said
        if said:
            self._slow.start()
        done = lambda result: self._come_home(task.done, result)  # noqa: E731  # binds, no more
        failed = lambda error: self._come_home(task.failed, error)  # noqa: E731  # binds, no more
        self._runner.run(Task(task.work, done, failed), self.patience)

    def _come_home(self, tell: Callable[[Any], object], outcome: object) -> None:
        """Tell the outcome; what that asks for comes after all that waits already."""
        if self._saying and not self._slow.isActive():
            self.said.emit("")
        self._slow.stop()
        try:
            tell(outcome)
        finally:
            self._busy = False
            self._next()

    def _next(self) -> None:
        while self._turns and not self._busy:
            self._turns.popleft()()


def _until(waiting: Waiting, tell: Callable[[Any], object]) -> Callable[[Any], object]:
    """Wait no longer, and tell the outcome unless it was called off."""

    def come(outcome: object) -> None:
        wanted = waiting.going_on()
        waiting.close()
        if wanted:
            tell(outcome)

    return come
