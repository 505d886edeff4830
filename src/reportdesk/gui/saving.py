"""Save the draft, and let nobody leave it unsaved without being asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from reportdesk.core.errors import ConflictError
from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.files import FileQuestion, ask_save
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task, expected
from reportdesk.services.differences import differences
from reportdesk.services.session import Saved, Session

_BESIDE, _REPLACE = "beside", "replace"
DRAFTS = _("ReportDesk drafts") + " (*.yaml *.yml)"
Then = Callable[[], object]


class Saving(QObject):
    """Saves what the stage shows.

    Signals:
        saved: the draft is safe on disk; the payload is its session.
        asking: the officer is about to be asked whether to save.
        let_go: the officer left the changes of a draft unsaved; the payload is its session.
    """

    saved = Signal(object)
    asking = Signal()
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
        self._stage.filing.after(
            lambda: self._leave_then(act), _("Waiting for the folder of the draft…")
        )

    def _leave_then(self, act: Then) -> None:
        session = self._stage.session
        if session is None or not session.dirty:
            act()
            return
        self.asking.emit()
        button = QMessageBox.StandardButton
        box = QMessageBox(self._stage.window)
        box.setWindowTitle("ReportDesk")
        box.setIcon(QMessageBox.Icon.Question)
        name = session.path.name if session.path else ""
        box.setText(
            _("Save the changes to “{name}”?").format(name=name) if name else _("Save this draft?")
        )
        box.setInformativeText(_("What you do not save is lost."))
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda answer: self._answered(button(answer), session, act))
        box.open()

    def _answered(self, answer: QMessageBox.StandardButton, session: Session, act: Then) -> None:
        if answer == QMessageBox.StandardButton.Save:
            # What is typed while the disk takes its time is asked about in its turn.
            self.save(lambda: self.leave_then(act))
        elif answer == QMessageBox.StandardButton.Discard:
            self.let_go.emit(session)
            act()

    def _save_to(self, session: Session, path: Path, then: Then | None) -> None:
        """Save the draft as it stands once the disk is free."""
        self._stage.filing.in_turn(lambda: self._write(session, path, then))

    def _write(self, session: Session, path: Path, then: Then | None) -> None:
        work = self._stage.desk.saving(session, path)
        done = lambda saved: self._done(session, saved, then)  # noqa: E731  # binds, no more
        failed = lambda error: self._failed(session, path, then, error)  # noqa: E731  # the same
        self._stage.filing.run(Task(work, done, failed), _("Saving…"))

    def _done(self, session: Session, saved: Saved, then: Then | None) -> None:
        session.mark_saved(saved)
        self._stage.changed.emit()
        self.saved.emit(session)
        if then:
            then()

    def _failed(
        self, session: Session, path: Path, then: Then | None, error: BaseException
    ) -> None:
        if isinstance(error, ConflictError):
            self._look_at_theirs(session, path, then, error)
        else:
            self._stage.tell(_("The draft could not be saved"), expected(error))

    def _look_at_theirs(
        self, session: Session, path: Path, then: Then | None, error: ConflictError
    ) -> None:
        desk = self._stage.desk

        def unread(reason: BaseException) -> None:
            expected(reason)
            self._stage.tell(_("Somebody else changed this draft"), error)

        read = lambda theirs: self._keep_both(session, theirs, error, then)  # noqa: E731  # binds
        task = Task(lambda: desk.open(path), read, unread)
        self._stage.filing.fetch(task, _("Reading what somebody else saved…"))

    def _keep_both(
        self, session: Session, theirs: Session, error: ConflictError, then: Then | None
    ) -> None:
        """Show theirs beside ours; whatever is chosen, neither text is lost."""
        # Loaded late because the start page shows before anything is compared.
        from reportdesk.gui.dialogs.compare import CompareDialog, Comparison

        comparison = Comparison(
            _("Somebody else saved this draft"),
            error.problems[0].message.capitalize() + ".",
            _("Theirs, on the disk"),
            _("Yours, in the window"),
            differences(session.template, theirs.answers, session.answers),
            {
                _BESIDE: _("&Save mine beside it"),
                _REPLACE: _("&Replace theirs by mine"),
            },
        )
        dialog = CompareDialog(comparison, self._stage.window)
        dialog.chosen.connect(lambda choice: self._resolve(choice, session, theirs, then))
        dialog.open()

    def _resolve(self, choice: str, session: Session, theirs: Session, then: Then | None) -> None:
        path = cast(Path, theirs.path)
        if choice == _BESIDE:
            self._save_to(session, _free_name(path), then)
        elif choice == _REPLACE:
            # What is on the disk has been seen; it stays among the earlier versions.
            session.digest = theirs.digest
            self._save_to(session, path, then)


def _free_name(path: Path) -> Path:
    """A name beside the draft that nobody has yet."""
    stem = _("{name} (my version)").format(name=path.stem)
    names = (stem, *(f"{stem} {number}" for number in range(2, 1000)))
    free = (path.with_name(name + path.suffix) for name in names)
    return next(one for one in free if not one.exists())
