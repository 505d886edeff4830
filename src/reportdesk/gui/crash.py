"""Hooks for what nobody caught: the text is kept first, then the officer is told plainly."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from reportdesk.core.i18n import _
from reportdesk.services.crashes import CrashLog, report_of


class CrashHooks(QObject):
    """Catches errors of every kind of callback, on every thread.

    Signals:
        caught: an error was written down; emitted from whichever thread it happened on.
    """

    caught = Signal()

    def __init__(self, log: CrashLog, keep: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._log = log
        self._keep = keep
        self._window = window
        self._told = False
        self.caught.connect(self._rescue, Qt.ConnectionType.AutoConnection)

    def install(self) -> None:
        """Hang the hooks in for the rest of the program's life."""
        handle = self._log.open()
        if handle >= 0:
            faulthandler.enable(handle)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        faulthandler.disable()
        self._log.close()

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._log.add(report_of(kind, trace))
        self.caught.emit()

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        self._log.add(report_of(args.exc_type, args.exc_traceback))
        self.caught.emit()

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        self._log.add(report_of(args.exc_type, args.exc_traceback))
        self.caught.emit()

    @Slot()
    def _rescue(self) -> None:
        """On the window's thread: keep the text, then tell, once at a time."""
        self._keep()
        if self._told:
            return
        self._told = True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("ReportDesk")
        box.setText(_("Something went wrong inside ReportDesk."))
        box.setInformativeText(
            _(
                "Your text is safe: what was not saved is kept for recovery. Save the draft, "
                "then start ReportDesk again.\nWhat happened is written down in {path}, "
                "without any of your text."
            ).format(path=self._log.path)
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closed)
        box.open()

    @Slot()
    def _closed(self) -> None:
        self._told = False
