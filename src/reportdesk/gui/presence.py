"""Say who else has the draft open, and that we have."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QMessageBox

from reportdesk.core.i18n import _
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task
from reportdesk.services import presence


class Presence(QObject):
    """Keeps the small file beside the draft that tells colleagues who has it open."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._draft: Path | None = None
        self._again = QTimer(self, interval=int(presence.RENEW_AFTER * 1000))
        self._again.timeout.connect(self._renew)
        stage.opened.connect(self._opened)
        stage.left.connect(self._let_go)
        stage.changed.connect(self._moved)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.leave)

    @Slot()
    def leave(self) -> None:
        """Say that we have the draft open no longer, before the program ends."""
        self._again.stop()
        if self._draft is not None:
            presence.leave(self._draft)
            self._draft = None

    @Slot()
    def _opened(self) -> None:
        path = self._path()
        if path is not None:
            warn = lambda other: self._warn(path, other)  # noqa: E731  # binds, no more
            self._stage.filing.run(Task(lambda: presence.who_else(path), warn))
        self._moved()

    @Slot()
    def _let_go(self) -> None:
        self._again.stop()
        draft, self._draft = self._draft, None
        if draft is not None:
            self._stage.filing.run(Task(lambda: presence.leave(draft)))

    @Slot()
    def _moved(self) -> None:
        """Follow the draft to where it was saved."""
        path = self._path()
        if path == self._draft:
            return
        self._let_go()
        self._draft = path
        if path is not None:
            self._renew()
            self._again.start()

    @Slot()
    def _renew(self) -> None:
        draft = self._draft
        if draft is not None:
            self._stage.filing.run(Task(lambda: presence.enter(draft)))

    def _path(self) -> Path | None:
        return self._stage.session.path if self._stage.session else None

    def _warn(self, draft: Path, other: str) -> None:
        if not other or draft != self._path():
            return
        box = QMessageBox(self._stage.window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle("ReportDesk")
        box.setText(other + ".")
        box.setInformativeText(
            _(
                "You can work on it too. Whoever saves second is told, and both texts are kept; "
                "agree who writes what."
            )
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
