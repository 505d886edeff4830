"""Make the report of the draft and write it where the officer wants it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.files import FileQuestion, ask_save
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task
from reportdesk.services.desk import Report
from reportdesk.services.session import Session

WORD_FILES = _("Word documents") + " (*.docx)"


class Exporting(QObject):
    """Exports what the stage shows."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage

    def choose(self) -> None:
        """Ask for a place and export the report there."""
        session = self._stage.session
        if session is None:
            return
        suggested = str(self._stage.desk.suggested_report(session))
        question = FileQuestion(_("Export"), WORD_FILES, suggested, "docx")
        ask_save(self._stage.window, question, lambda path: self.export(session, path))

    def export(self, session: Session, path: Path) -> None:
        """Make the report off the window's thread, then write it to that path."""
        self._stage.said.emit(_("Exporting…"))
        desk = self._stage.desk
        frozen = desk.frozen(session)
        self._stage.tasks.run(
            Task(
                lambda: desk.report(frozen),
                lambda report: self._write(report, path),
                lambda error: self._failed(error),
            )
        )

    def _write(self, report: Report, path: Path) -> None:
        try:
            self._stage.desk.save_report(report.data, path)
        except ReportDeskError as error:
            self._stage.tell(_("The report could not be written"), error)
        else:
            self._stage.said.emit(_("Exported to {path}").format(path=path))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, ReportDeskError):
            raise error
        self._stage.tell(_("The report could not be made"), error)
