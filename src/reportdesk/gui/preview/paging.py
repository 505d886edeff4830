"""Makes the exact pages of the draft on stage, in the background."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.files import FileQuestion, ask_save
from reportdesk.gui.preview.page_dialog import PageDialog
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task, TaskRunner, expected
from reportdesk.services import pages
from reportdesk.services.desk import Report

PDF_FILES = _("PDF files") + " (*.pdf)"


class Paging(QObject):
    """One look at the pages: the report first, on the thread of all reports, then its pages.

    The pages are made by a runner of their own, so that previews need not wait for them.

    Signals:
        told: how far it is, in words; from any thread.
    """

    told = Signal(str)

    def __init__(self, stage: Stage, runner: TaskRunner, document_id: str = "") -> None:
        super().__init__(stage.window)
        self._stage, self._runner, self._document = stage, runner, document_id
        self._over = threading.Event()
        self._at_work = False
        self._report: Report | None = None
        self._answers: Answers = {}
        self.dialog = PageDialog(stage.window)
        self.dialog.finished.connect(self._closed)
        self.dialog.save_asked.connect(self._save)
        self.told.connect(self.dialog.tell)

    def start(self) -> None:
        """Open the window and begin; without a program for it, say so at once."""
        self.dialog.show()
        session = self._stage.session
        if not pages.pdf_program():
            self.dialog.fail(_NO_PROGRAM)
        elif session is not None:
            desk, document = self._stage.desk, self._document
            frozen, self._answers = desk.frozen(session), session.answers
            self.dialog.tell(_("Making the report…"))
            self._at_work = True
            self._stage.tasks.run(
                Task(lambda: desk.report(frozen, document), self._reported, self._failed)
            )

    def _reported(self, report: Report) -> None:
        self._report = report
        if self._over.is_set():
            self._rest()
            return
        work = Task(
            lambda: pages.make_pages(report.data, report.name, self._go_on),
            self._made,
            self._failed,
        )
        self._runner.run(work)

    def _go_on(self, said: str) -> bool:
        """Called on the worker's thread."""
        if not self._over.is_set():
            self.told.emit(said)
        return not self._over.is_set()

    def _made(self, made: pages.Pages | None) -> None:
        if made is not None and self._open():
            self.dialog.show_pages(made)
            self._stage.paged.emit(self._answers, len(made.pictures))
        self._rest()

    def _failed(self, error: BaseException) -> None:
        self._rest()
        problems = expected(error).problems
        if self._open():
            self.dialog.fail("\n".join(str(problem) for problem in problems[:5]))

    def _open(self) -> bool:
        return not self._over.is_set() and isValid(self.dialog)

    @Slot()
    def _closed(self) -> None:
        self._over.set()
        if not self._at_work:
            self.deleteLater()

    def _rest(self) -> None:
        """No thread asks for it any more: once it is closed, nothing of its pages is kept."""
        at_work, self._at_work = self._at_work, False
        if at_work and self._over.is_set():
            self.deleteLater()

    @Slot()
    def _save(self) -> None:
        if self._report is None:
            return
        name = str(Path(self._report.name).with_suffix(".pdf"))
        question = FileQuestion(_("Save as PDF"), PDF_FILES, name, "pdf")
        ask_save(self.dialog, question, self.save)

    def save(self, path: Path) -> None:
        """Write the PDF there, or say why that cannot be."""
        if not isValid(self.dialog) or self.dialog.pages is None:
            return
        desk, pdf = self._stage.desk, self.dialog.pages.pdf
        self._stage.tasks.run(
            Task(
                lambda: desk.save_report(pdf, path),
                lambda _none: self._stage.said.emit(_("Saved as {path}").format(path=path)),
                lambda error: self._stage.tell(_("The PDF could not be written"), expected(error)),
            )
        )


_NO_PROGRAM = _(
    "There is no program on this computer that makes exact pages. Install LibreOffice, or Word on "
    "Windows. Until then export the report, and look at its pages in the program that opens it."
)
