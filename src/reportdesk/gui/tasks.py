"""Run slow work off the window's thread and bring its result back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reportdesk.core.errors import ReportDeskError


def _no_more(_result: object) -> None:
    """There is nothing to tell."""


def _raise(error: BaseException) -> None:
    raise error


@dataclass(frozen=True, slots=True)
class Task:
    """Work to be done, and who wants to hear of it.

    Attributes:
        work: called on the worker's thread; it may hold frozen data only, never a widget
            and never a live draft.
        done: called on the window's thread with what ``work`` returned.
        failed: called on the window's thread with what ``work`` raised; without it, that is an
            error that nobody caught.
    """

    work: Callable[[], Any]
    done: Callable[[Any], object] = _no_more
    failed: Callable[[BaseException], object] = _raise


class TaskRunner(QObject):
    """One worker thread, and one signal that brings every outcome home.

    It lives as long as the program: a signal or an object for each task would be gone
    before the events that it left in Qt's queue, and PySide crashes on those.

    Signals:
        busy_changed: whether any task is waiting or running.
    """

    busy_changed = Signal(bool)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reportdesk")
        self._waiting = 0
        self._closed = False
        # Queued: whatever thread an outcome is told on, it comes home on the window's.
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, task: Task, patience: float = 0.0) -> Future[Any]:
        """Start the task after those before it; return its future, which can be cancelled.

        Its outcome comes home later, but for one that is there within ``patience`` seconds: that
        comes home before this returns. After ``close`` nothing is started, and the future is
        cancelled: the program is ending.
        """
        if self._closed:
            return _cancelled()
        self._count(1)
        future = self._worker.submit(task.work)
        if patience and wait([future], patience).done:
            self._deliver((future, task))
        else:
            future.add_done_callback(lambda outcome: self._finished.emit((outcome, task)))
        return future

    def close(self) -> None:
        """Let the running task end; start no other."""
        self._closed = True
        self._worker.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _deliver(self, finished: tuple[Future[Any], Task]) -> None:
        outcome, task = finished
        self._count(-1)
        if outcome.cancelled():
            return
        error = outcome.exception()
        if error is None:
            task.done(outcome.result())
        else:
            task.failed(error)

    def _count(self, step: int) -> None:
        before, self._waiting = self._waiting, self._waiting + step
        if bool(before) != bool(self._waiting):
            self.busy_changed.emit(bool(self._waiting))


def expected(error: BaseException) -> ReportDeskError:
    """Return an error that is one to tell the officer; any other is our own fault, and raised."""
    if not isinstance(error, ReportDeskError):
        raise error
    return error


def _cancelled() -> Future[Any]:
    future: Future[Any] = Future()
    future.cancel()
    return future
