"""Keep unsaved text safe while it is typed: seconds after a change, and before anything ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.gui.saving import Saving
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task, TaskRunner, expected
from reportdesk.services.recovery import Safekeeper
from reportdesk.services.session import Session

if TYPE_CHECKING:  # the start page shows before any form is needed
    from reportdesk.gui.workplace import Workplace

KEEP_AFTER = 2000  # milliseconds; a full recovery file must be there within 5 seconds


class Safekeeping(QObject):
    """Writes the recovery file of the draft on stage; the draft's own file is never touched.

    The tasks are its own, so that a long export never delays it.
    """

    def __init__(self, stage: Stage, saving: Saving, keeper: Safekeeper, tasks: TaskRunner) -> None:
        super().__init__(stage)
        self.keeper = keeper
        self._stage = stage
        self._tasks = tasks
        self._soon = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._soon.timeout.connect(self._keep_soon)
        stage.opened.connect(self._opened)
        stage.left.connect(self.forget)
        saving.saved.connect(self._saved)
        saving.let_go.connect(self.forget)
        saving.asking.connect(self.keep_now)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)
            app.commitDataRequest.connect(self.keep_now)

    @Slot()
    def keep_now(self) -> None:
        """Keep the text before going on; used where the program may end."""
        session = self._stage.session
        if session is None or not session.dirty:
            return
        self._soon.stop()
        try:
            self.keeper.keeping(session)()
        except ReportDeskError as error:
            self._failed(error)

    @Slot()
    def forget(self) -> None:
        """Let the kept text go: it is saved, or no longer wanted."""
        self._soon.stop()
        self.keeper.forget()

    @Slot(object)
    def _saved(self, session: Session) -> None:
        """What was typed while the disk took its time is kept; the rest is safe by now."""
        if session is self._stage.session:
            self.forget()
            if session.dirty:
                self._soon.start()

    @Slot(object)
    def _opened(self, workplace: Workplace) -> None:
        workplace.edited.connect(self._edited)
        if workplace.session.dirty:
            self._soon.start()

    @Slot()
    def _edited(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _keep_soon(self) -> None:
        session = self._stage.session
        if session is None:
            return
        if not session.dirty:
            self.keeper.forget()
            return
        self._tasks.run(Task(self.keeper.keeping(session), failed=self._failed))

    @Slot(Qt.ApplicationState)
    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive and self._soon.isActive():
            self.keep_now()

    def _failed(self, error: BaseException) -> None:
        reason = expected(error).problems[0].message
        self._stage.said.emit(_("Unsaved text could not be kept safe: {why}").format(why=reason))
