"""The window: menus, one draft at work, and what is told in the status bar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent, QUndoStack
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QMessageBox

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.gui.actions import Actions, Commands, make_menus
from reportdesk.gui.panels.start import StartPage
from reportdesk.gui.tasks import Task, TaskRunner
from reportdesk.gui.workplace import Workplace
from reportdesk.services.desk import Desk, Report
from reportdesk.services.session import Session

_DRAFTS = _("ReportDesk drafts") + " (*.yaml *.yml)"
_WORD_FILES = _("Word documents") + " (*.docx)"


class MainWindow(QMainWindow):
    """Opens, saves and exports drafts; everything it does is also in its menus."""

    def __init__(self, desk: Desk, tasks: TaskRunner) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.undo = QUndoStack(self)
        self.workplace: Workplace | None = None
        self._saved_label = QLabel(self)
        self.statusBar().addPermanentWidget(self._saved_label)
        self.setMinimumSize(640, 480)
        self.resize(1280, 800)
        self._actions = self._make_menus()
        self._show_start()

    def open(self, path: Path) -> None:
        """Show the draft at that path, or say why it cannot be read."""
        try:
            session = self._desk.open(path)
        except ReportDeskError as error:
            self.tell(_("The draft cannot be opened"), error)
        else:
            self.show_session(session)

    def new(self, template_id: str) -> None:
        """Show a new, empty draft of that template."""
        self.show_session(self._desk.new(template_id))

    def show_session(self, session: Session) -> None:
        """Put this draft in the place of what was shown."""
        if self.workplace:
            self.workplace.close_session()
        self.undo.clear()
        self.workplace = Workplace(session, self.undo, self)
        self.workplace.changed.connect(self._retitle)
        self.setCentralWidget(self.workplace)
        self._actions.set_draft_open(True)
        self._retitle()

    def save(self) -> bool:
        """Save the draft where it is; return whether it is saved now."""
        session = self.session
        if session is None or session.path is None:
            return self.save_as()
        return self._save_to(session, session.path)

    def save_as(self) -> bool:
        """Ask for a place and save the draft there; return whether it is saved now."""
        session = self.session
        if session is None:
            return False
        suggested = str(session.path or self._desk.suggested_draft(session))
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Save the draft as"), suggested, _DRAFTS
        )
        return bool(name) and self._save_to(session, Path(name))

    def choose_draft(self) -> None:
        """Ask for a draft and open it."""
        if not self.may_leave():
            return
        name, _filter = QFileDialog.getOpenFileName(self, _("Open a draft"), "", _DRAFTS)
        if name:
            self.open(Path(name))

    def choose_export(self) -> None:
        """Ask for a place and export the report there."""
        session = self.session
        if session is None:
            return
        suggested = str(self._desk.suggested_report(session))
        name, _filter = QFileDialog.getSaveFileName(self, _("Export"), suggested, _WORD_FILES)
        if name:
            self.export(session, Path(name))

    def export(self, session: Session, path: Path) -> None:
        """Make the report off the window's thread, then write it to that path."""
        self.statusBar().showMessage(_("Exporting…"))
        frozen = self._desk.frozen(session)
        self._tasks.run(
            Task(
                lambda: self._desk.report(frozen),
                lambda report: self._write(report, path),
                lambda error: self._failed(_("The report could not be made"), error),
            )
        )

    def show_start(self) -> None:
        """Leave the draft, if that may be, and show the start page."""
        if self.may_leave():
            self._show_start()

    def may_leave(self) -> bool:
        """Return whether the draft is saved, or the officer lets it go."""
        session = self.session
        if session is None or not session.dirty:
            return True
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            "ReportDesk",
            _("Save the changes to this draft?"),
            button.Save | button.Discard | button.Cancel,
            button.Save,
        )
        return self.save() if answer == button.Save else answer == button.Discard

    def tell(self, title: str, error: ReportDeskError) -> None:
        """Say what went wrong, every problem on a line."""
        self.statusBar().clearMessage()
        box = QMessageBox(QMessageBox.Icon.Warning, "ReportDesk", title, parent=self)
        box.setInformativeText("\n".join(str(problem) for problem in error.problems))
        box.open()

    @property
    def session(self) -> Session | None:
        """The draft that is shown, if any."""
        return self.workplace.session if self.workplace else None

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_leave())

    def _make_menus(self) -> Actions:
        commands = Commands(
            new=self.show_start,
            open=self.choose_draft,
            save=self.save,
            save_as=self.save_as,
            export=self.choose_export,
            quit=self.close,
        )
        return make_menus(self, self.undo, commands)

    def _show_start(self) -> None:
        if self.workplace:
            self.workplace.close_session()
            self.workplace = None
        self.undo.clear()
        start = StartPage(self._desk, self)
        start.wants_new.connect(self.new)
        start.wants_open.connect(self.choose_draft)
        self.setCentralWidget(start)
        self._actions.set_draft_open(False)
        self._retitle()
        QTimer.singleShot(0, start.load)

    def _save_to(self, session: Session, path: Path) -> bool:
        try:
            self._desk.save(session, path)
        except ReportDeskError as error:
            self.tell(_("The draft could not be saved"), error)
            return False
        self.undo.setClean()
        self._retitle()
        return True

    def _write(self, report: Report, path: Path) -> None:
        try:
            self._desk.save_report(report.data, path)
        except ReportDeskError as error:
            self.tell(_("The report could not be written"), error)
        else:
            self.statusBar().showMessage(_("Exported to {path}").format(path=path))

    def _failed(self, title: str, error: BaseException) -> None:
        if not isinstance(error, ReportDeskError):
            raise error
        self.tell(title, error)

    @Slot()
    def _retitle(self) -> None:
        session = self.session
        if session is None:
            self.setWindowTitle("ReportDesk")
            self._saved_label.setText("")
            return
        name = session.path.stem if session.path else _("New draft")
        self.setWindowTitle(f"{name}[*] – ReportDesk")
        self.setWindowModified(session.dirty)
        saved = session.path is not None and not session.dirty
        self._saved_label.setText(_("Saved") if saved else _("Not saved"))
