"""The window: one draft at work or the start page, its menus, title and status bar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.gui.actions import Actions, Menu
from reportdesk.gui.dialogs.files import FileQuestion, ask_open
from reportdesk.gui.exporting import Exporting
from reportdesk.gui.menus import Commands, fill_menus
from reportdesk.gui.panels.start import StartPage
from reportdesk.gui.panes import Pane
from reportdesk.gui.saving import DRAFTS, Saving
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import TaskRunner
from reportdesk.gui.workplace import Workplace
from reportdesk.services.desk import Desk


class MainWindow(QMainWindow):
    """Shows a draft or the start page; features add what else it can do.

    Attributes:
        stage: what is shown; its signals tell features when a draft comes and goes.
        menus: a feature adds its own lines to these.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner) -> None:
        super().__init__()
        self.stage = Stage(self, desk, tasks)
        self.menus = Actions(self)
        self.saving = Saving(self.stage)
        self.exporting = Exporting(self.stage)
        self._saved_label = QLabel(self)
        self._may_close = False
        self.statusBar().addPermanentWidget(self._saved_label)
        self.setMinimumSize(640, 480)
        self.resize(1280, 800)
        self.stage.opened.connect(self._opened)
        self.stage.changed.connect(self._retitle)
        self.stage.said.connect(self.statusBar().showMessage)
        fill_menus(self.menus, self.stage.undo, self._commands())
        self._show_start()

    def open(self, path: Path) -> None:
        """Show the draft at that path, or say why it cannot be read."""
        try:
            session = self.stage.desk.open(path)
        except ReportDeskError as error:
            self.stage.tell(_("The draft cannot be opened"), error)
        else:
            self.stage.show(session)

    def new(self, template_id: str) -> None:
        """Show a new, empty draft of that template."""
        self.stage.show(self.stage.desk.new(template_id))

    def choose_draft(self) -> None:
        """Ask for a draft and open it."""
        question = FileQuestion(_("Open a draft"), DRAFTS)
        self.saving.leave_then(lambda: ask_open(self, question, self.open))

    def show_start(self) -> None:
        """Leave the draft, if that may be, and show the start page."""
        self.saving.leave_then(self._show_start)

    def next_pane(self) -> None:
        """Put the focus into the next pane."""
        if self.stage.workplace:
            self.stage.workplace.panes.next()

    def previous_pane(self) -> None:
        """Put the focus into the pane before."""
        if self.stage.workplace:
            self.stage.workplace.panes.previous()

    def closeEvent(self, event: QCloseEvent) -> None:
        session = self.stage.session
        event.setAccepted(self._may_close or session is None or not session.dirty)
        if not event.isAccepted():
            self.saving.leave_then(self._close)

    def _commands(self) -> Commands:
        return Commands(
            new=self.show_start,
            open=self.choose_draft,
            save=self.saving.save,
            save_as=self.saving.save_as,
            export=self.exporting.choose,
            quit=self.close,
            next_pane=self.next_pane,
            previous_pane=self.previous_pane,
        )

    def _close(self) -> None:
        self._may_close = True
        self.close()

    def _show_start(self) -> None:
        self.stage.clear()
        start = StartPage(self.stage.desk, self)
        start.wants_new.connect(self.new)
        start.wants_open.connect(self.choose_draft)
        self.setCentralWidget(start)
        self.menus.set_draft_open(False)
        self._retitle()
        QTimer.singleShot(0, start.load)

    @Slot(object)
    def _opened(self, workplace: Workplace) -> None:
        self.menus.set_draft_open(True)
        for pane in workplace.panes.row:
            self._add_toggle(pane)
        workplace.panes.added.connect(self._add_toggle)

    @Slot(object)
    def _add_toggle(self, pane: Pane) -> None:
        if pane.id != "form":
            self.menus.add_action(Menu.VIEW, pane.toggle)

    @Slot()
    def _retitle(self) -> None:
        session = self.stage.session
        if session is None:
            self.setWindowTitle("ReportDesk")
            self._saved_label.setText("")
            return
        name = session.path.stem if session.path else _("New draft")
        self.setWindowTitle(f"{name}[*] – ReportDesk")
        self.setWindowModified(session.dirty)
        saved = session.path is not None and not session.dirty
        self._saved_label.setText(_("Saved") if saved else _("Not saved"))
