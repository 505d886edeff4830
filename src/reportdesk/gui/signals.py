"""Hear the system's signals while Qt idles: end in order when told to."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")


class Signals(QObject):
    """Calls ``end`` on the window's thread when the program is told to stop.

    Python's handlers wait for Python to run, and Qt may idle for hours; the wake-up socket
    turns the signal into an event at once.
    """

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._ours, self._theirs = socket.socketpair()
        for one in (self._ours, self._theirs):
            one.setblocking(False)
        kind = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(self._ours.fileno(), kind, self)
        self._notifier.activated.connect(self._heard)
        cast(QCoreApplication, QCoreApplication.instance()).aboutToQuit.connect(self.close)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._handlers = {
            number: signal.signal(number, _nothing)
            for name in _NAMES
            if (number := getattr(signal, name, None)) is not None
        }

    @Slot()
    def close(self) -> None:
        """Give the signals back."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    @Slot()
    def _heard(self) -> None:
        self._ours.recv(64)
        self._end()


def _nothing(_number: int, _frame: object) -> None:
    """The wake-up socket does it."""
