"""Bring drafts on stage: new, from disk, from an earlier one; and the start page's part in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from reportdesk.core.errors import DraftError
from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem
from reportdesk.core.template import Template
from reportdesk.gui.after_paint import AfterPaint
from reportdesk.gui.dialogs.files import FileQuestion, ask_open
from reportdesk.gui.panels.start import StartPage
from reportdesk.gui.rescue import Rescue
from reportdesk.gui.saving import DRAFTS, Saving
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task, expected
from reportdesk.services.home import Home
from reportdesk.services.recents import describe, moment
from reportdesk.services.session import Session
from reportdesk.services.starting import from_earlier, new_draft


class Opening(QObject):
    """Opens drafts, once the one on stage may be left.

    Signals:
        start_shown: the start page stands in the window.
        wants_forgotten: the officer wants a recent draft forgotten; the payload is its path.
    """

    start_shown = Signal()
    wants_forgotten = Signal(Path)

    def __init__(self, stage: Stage, saving: Saving, home: Home) -> None:
        super().__init__(stage)
        self._stage = stage
        self._saving = saving
        self._home = home
        self._start: StartPage | None = None
        self._noted: Path | None = None  # the draft that heads the list of recent ones
        self.rescue = Rescue(stage, saving, home.keeper)
        self.rescue.settled.connect(self._show_recovered)
        stage.changed.connect(self._remember)
        stage.opened.connect(self._start_gone)

    def new(self, template_id: str) -> None:
        """Show a new draft of that template."""
        desk, settings = self._stage.desk, self._home.settings.settings
        self._show(lambda: new_draft(desk, template_id, settings))

    def open(self, path: Path) -> None:
        """Show the draft at that path, or say why it cannot be read."""
        desk = self._stage.desk
        self._show(
            lambda: desk.open(path),
            lambda: self._offer_recovered(path),
            lambda error: self._refused(path, error),
        )

    def leave_and_open(self, path: Path) -> None:
        """Show the draft at that path once the one on stage may be left."""
        self._saving.leave_then(lambda: self.open(path))

    def choose(self) -> None:
        """Ask for a draft and open it."""
        self._ask(_("Open a draft"), self.open)

    def choose_earlier(self) -> None:
        """Ask for an earlier draft and begin a new one with its answers."""
        desk = self._stage.desk
        title = _("Start from an earlier draft")
        self._ask(title, lambda path: self._show(lambda: from_earlier(desk, path)))

    def show_start(self) -> None:
        """Leave the draft, if that may be, and show the start page."""
        self._saving.leave_then(self.start)

    def start(self) -> None:
        """Show the start page; its lists come after it is painted."""
        self._stage.clear()
        page = StartPage(self._home.resources / "gallery", self._stage.window)
        page.wants_new.connect(self.new)
        page.wants_open.connect(self.choose)
        page.wants_draft.connect(self.open)
        page.wants_earlier.connect(self.choose_earlier)
        page.wants_recovery.connect(self.rescue.offer)
        page.drops_recent.connect(self._drop)
        page.forgets_draft.connect(self.wants_forgotten)
        self._start = page
        self._stage.window.setCentralWidget(page)
        self.start_shown.emit()
        AfterPaint(page, self._fill)

    @Slot()
    def _fill(self) -> None:
        """Look for templates off the window's thread too: their folder may be a slow one."""
        desk = self._stage.desk
        work = lambda: ([one.template for one in desk.shelf.packs], desk.shelf.problems)  # noqa: E731
        self._stage.tasks.run(Task(work, self._show_templates))
        self._show_recovered()
        self._list_recents()

    def _show_templates(self, found: tuple[list[Template], Sequence[Problem]]) -> None:
        templates, problems = found
        if self._start is not None:
            self._start.show_templates(templates, (*self._home.settings.problems, *problems))

    def _list_recents(self) -> None:
        """Describe them off the window's thread; none too, so that the last answer holds."""
        desk, paths = self._stage.desk, self._home.recents.paths()
        work = lambda: [describe(desk, path) for path in paths]  # noqa: E731  # for another thread
        self._stage.tasks.run(Task(work, self._show_recents))

    def _show_recents(self, drafts: list[object]) -> None:
        if self._start is not None:
            self._start.show_recents(drafts)  # type: ignore[arg-type]  # a task's result is untyped

    @Slot()
    def _show_recovered(self) -> None:
        if self._start is not None:
            self._start.show_recovered(self._home.keeper.found())

    @Slot()
    def _start_gone(self) -> None:
        self._start = None

    @Slot()
    def _remember(self) -> None:
        """Note the draft among the recent ones, once: the list is no file to read at each key."""
        session = self._stage.session
        path = session.path if session else None
        if path == self._noted:
            return
        self._noted = path
        if path and path.absolute() not in self._home.recents.paths()[:1]:
            self._home.recents.add(path)

    def _drop(self, path: Path) -> None:
        self._home.recents.forget(path)
        self.show_recents()

    def show_recents(self) -> None:
        """List the recent drafts and recovered texts anew, where the start page is shown."""
        self._noted = None
        self._show_recents([])
        self._list_recents()
        self._show_recovered()

    def _offer_recovered(self, path: Path) -> None:
        """A draft that was open when ReportDesk died: offer what was kept of it."""
        for recovered in self._home.keeper.found_of(path)[:1]:
            self.rescue.offer(recovered)

    def _ask(self, title: str, take: Callable[[Path], object]) -> None:
        question = FileQuestion(title, DRAFTS)
        self._saving.leave_then(lambda: ask_open(self._stage.window, question, take))

    def _show(
        self,
        make: Callable[[], Session],
        shown: Callable[[], object] = lambda: None,
        refused: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Show what ``make`` reads off the window's thread, unless the officer tires of waiting."""
        left = self._answers()

        def put(session: Session) -> None:
            self._stage.show(session)
            shown()

        def read(session: Session) -> None:
            if self._answers() is left:
                put(session)
            else:  # something was typed meanwhile
                self._saving.leave_then(lambda: put(session))

        task = Task(make, read, refused or self._tell)
        self._stage.filing.fetch(task, _("Opening the draft…"))

    def _answers(self) -> Answers | None:
        return self._stage.session.answers if self._stage.session else None

    def _refused(self, path: Path, error: BaseException) -> None:
        """Say why a draft cannot be read, and offer its last good version where there is one."""
        box = self._tell(error)
        backups = self._stage.desk.backups
        versions = backups.versions(path) if backups and isinstance(error, DraftError) else ()
        if not versions:
            return
        said = _("Open the version of {when}").format(when=moment(versions[0].at))
        button = box.addButton(said, QMessageBox.ButtonRole.AcceptRole)
        desk, data = self._stage.desk, versions[0].path
        button.clicked.connect(lambda: self._show(lambda: desk.open_version(data)))

    def _tell(self, error: BaseException) -> QMessageBox:
        return self._stage.tell(_("The draft cannot be opened"), expected(error))
