"""Say who else has the draft open, and that we have."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QMessageBox

from reportdesk.core.i18n import _
from reportdesk.gui.stage import Stage
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
        stage.left.connect(self.leave)
        stage.changed.connect(self._moved)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.leave)

    @Slot()
    def leave(self) -> None:
        """Say that we have the draft open no longer."""
        self._again.stop()
        if self._draft is not None:
            presence.leave(self._draft)
            self._draft = None

    @Slot()
    def _opened(self) -> None:
        path = self._path()
        other = presence.who_else(path) if path else ""
        if other:
            self._warn(other)
        self._moved()

    @Slot()
    def _moved(self) -> None:
        """Follow the draft to where it was saved."""
        path = self._path()
        if path == self._draft:
            return
        self.leave()
        self._draft = path
        if path is not None:
            presence.enter(path)
            self._again.start()

    @Slot()
    def _renew(self) -> None:
        if self._draft is not None:
            presence.enter(self._draft)

    def _path(self) -> Path | None:
        return self._stage.session.path if self._stage.session else None

    def _warn(self, other: str) -> None:
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
