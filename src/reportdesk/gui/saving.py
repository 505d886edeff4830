"""Save the draft, and let nobody leave it unsaved without being asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from reportdesk.core.errors import ConflictError, ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.files import FileQuestion, ask_save
from reportdesk.gui.stage import Stage
from reportdesk.services.session import Session

DRAFTS = _("ReportDesk drafts") + " (*.yaml *.yml)"
Then = Callable[[], object]


class Saving(QObject):
    """Saves what the stage shows.

    Signals:
        saved: the draft is safe on disk; the payload is its session.
        let_go: the officer left the changes of a draft unsaved; the payload is its session.
    """

    saved = Signal(object)
    let_go = Signal(object)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage

    def save(self, then: Then | None = None) -> None:
        """Save the draft where it is, else ask for a place; call ``then`` once it is saved."""
        session = self._stage.session
        if session is None:
            return
        if session.path is None:
            self.save_as(then)
        else:
            self._save_to(session, session.path, then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask for a place and save the draft there; call ``then`` once it is saved."""
        session = self._stage.session
        if session is None:
            return
        suggested = str(session.path or self._stage.desk.suggested_draft(session))
        question = FileQuestion(_("Save the draft as"), DRAFTS, suggested, "yaml")
        take = lambda path: self._save_to(session, path, then)  # noqa: E731  # binds, no more
        ask_save(self._stage.window, question, take)

    def leave_then(self, act: Then) -> None:
        """Call ``act`` once the draft is saved, or the officer lets its changes go."""
        session = self._stage.session
        if session is None or not session.dirty:
            act()
            return
        button = QMessageBox.StandardButton
        box = QMessageBox(self._stage.window)
        box.setWindowTitle("ReportDesk")
        box.setText(_("Save the changes to this draft?"))
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda answer: self._answered(button(answer), session, act))
        box.open()

    def _answered(self, answer: QMessageBox.StandardButton, session: Session, act: Then) -> None:
        if answer == QMessageBox.StandardButton.Save:
            self.save(act)
        elif answer == QMessageBox.StandardButton.Discard:
            self.let_go.emit(session)
            act()

    def _save_to(self, session: Session, path: Path, then: Then | None) -> None:
        try:
            self._stage.desk.save(session, path)
        except ConflictError as error:
            self._stage.tell(_("Somebody else saved this draft"), error)
        except ReportDeskError as error:
            self._stage.tell(_("The draft could not be saved"), error)
        else:
            self._stage.undo.setClean()
            self._stage.changed.emit()
            self.saved.emit(session)
            if then:
                then()
