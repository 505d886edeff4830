"""What the window shows: the start page, or one draft at work with its undo stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMainWindow, QMessageBox

from reportdesk.core.errors import ReportDeskError
from reportdesk.gui.filing import Filing
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.session import Session

if TYPE_CHECKING:  # the start page shows before any form is needed
    from reportdesk.gui.workplace import Workplace

_MOST_TOLD = 12


class Stage(QObject):
    """Holds the draft that is shown, and tells every feature when it comes and goes.

    Attributes:
        window: what dialogs belong to.
        undo: the one undo stack, of the draft that is shown.
        filing: what reads and writes drafts.

    Signals:
        opened: a draft is shown now; the payload is its ``Workplace``.
        left: the draft that was shown is put away.
        changed: the draft, or whether it is saved, is different now.
        said: something to tell in passing; the payload is the sentence.
        pages_wanted: the officer wants to see, or print, the pages of the report.
        paged: exact pages were made; the payload is the answers they show, and how many there are.
    """

    opened = Signal(object)
    left = Signal()
    changed = Signal()
    said = Signal(str)
    pages_wanted = Signal()
    paged = Signal(object, int)

    def __init__(self, window: QMainWindow, desk: Desk, tasks: TaskRunner) -> None:
        super().__init__(window)
        self.window = window
        self.desk = desk
        self.tasks = tasks
        self.undo = QUndoStack(self)
        self.filing = Filing(window)
        self.filing.said.connect(self.said)
        self.workplace: Workplace | None = None

    @property
    def session(self) -> Session | None:
        """The draft that is shown, if any."""
        return self.workplace.session if self.workplace else None

    def show(self, session: Session) -> None:
        """Put this draft in the place of what was shown."""
        self.clear()
        self._set(session)

    def rebuild(self) -> None:
        """Show the same draft anew, because it is asked other questions now; undo stays."""
        session = self.session
        if self.workplace is not None and session is not None:
            self.workplace.close_session()
            self._set(session)

    def clear(self) -> None:
        """Put the draft that is shown away."""
        if self.workplace is None:
            return
        self.workplace.close_session()
        self.workplace = None
        self.undo.clear()
        self.left.emit()
        self.changed.emit()

    def tell(self, title: str, error: ReportDeskError) -> QMessageBox:
        """Say what went wrong, every problem on a line; return the box, to offer a way out."""
        self.said.emit("")
        box = QMessageBox(QMessageBox.Icon.Warning, "ReportDesk", title, parent=self.window)
        told = [str(problem) for problem in error.problems]
        box.setInformativeText("\n".join(told[:_MOST_TOLD]))
        if len(told) > _MOST_TOLD:
            box.setDetailedText("\n".join(told))
        box.addButton(QMessageBox.StandardButton.Close)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return box

    def _set(self, session: Session) -> None:
        # Loaded late because the start page shows before any form is needed.
        from reportdesk.gui.workplace import Workplace

        self.workplace = Workplace(session, self.undo, self.desk, self.tasks, self.window)
        self.workplace.changed.connect(self.changed)
        self.window.setCentralWidget(self.workplace)
        self.opened.emit(self.workplace)
        self.changed.emit()
        self.workplace.panes.enter("form")
