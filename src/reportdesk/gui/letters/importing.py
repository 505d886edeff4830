"""Take a letter into the draft: its answers as one step, its text as a source beside the draft."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from reportdesk.core.edits import Edit, Together
from reportdesk.core.i18n import _
from reportdesk.core.letter import Letter
from reportdesk.gui.letters.import_dialog import ImportDialog
from reportdesk.gui.saving import Saving
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task, expected
from reportdesk.services.letter_import import keep_source
from reportdesk.services.letter_offers import Taken, offers, take


class Importing(QObject):
    """Opens the dialog and puts what the officer takes into the draft on stage."""

    def __init__(self, stage: Stage, saving: Saving) -> None:
        super().__init__(stage)
        self._stage = stage
        self._saving = saving

    def open(self, path: Path | None = None) -> ImportDialog | None:
        """Show the dialog, reading that file at once where one is given."""
        session = self._stage.session
        if session is None:
            return None
        template, answers = session.template, session.answers
        dialog = ImportDialog(
            self._stage.tasks, lambda it: offers(it, template, answers), self._stage.window
        )
        dialog.accepted_letter.connect(
            lambda letter, taken: self._accept(dialog, letter, taken)  # dropped with the dialog
        )
        dialog.resize(dialog.fontMetrics().averageCharWidth() * 90, dialog.sizeHint().height())
        dialog.open()
        if path is not None:
            dialog.read_file(path)
        return dialog

    def _accept(self, dialog: ImportDialog, letter: Letter, taken: tuple[Taken, ...]) -> None:
        """A letter is kept beside its draft, so the draft needs a place first."""
        session = self._stage.session
        if session is None:
            return
        if session.path is None:
            self._stage.said.emit(_("Save the draft first: the letter is kept beside it."))
            self._saving.save_as(lambda: self._take(dialog, letter, taken))
        else:
            self._take(dialog, letter, taken)

    def _take(self, dialog: ImportDialog, letter: Letter, taken: tuple[Taken, ...]) -> None:
        session = self._stage.session
        if session is None or session.path is None:
            return
        draft, answers, kept = session.path, session.answers, session.draft.kept
        task = Task(
            lambda: keep_source(letter, draft, answers, kept),
            lambda source: self._put(dialog, Together((take(taken), source))),
            lambda error: self._stage.tell(
                _("The letter could not be kept beside the draft"), expected(error)
            ),
        )
        self._stage.filing.fetch(task, _("Keeping the letter beside the draft…"))

    def _put(self, dialog: ImportDialog, edit: Edit) -> None:
        """Change the draft, unless the officer has closed the dialog meanwhile."""
        workplace = self._stage.workplace
        if workplace is None or not isValid(dialog) or not dialog.isVisible():
            return
        workplace.edit(edit)
        self._stage.said.emit(_("The letter is in the draft; undo takes it out again."))
        dialog.accept()
