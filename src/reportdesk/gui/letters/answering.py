"""Show which points of the letter the draft answers, and save that as Word or as a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.files import FileQuestion, ask_save
from reportdesk.gui.letters.matrix_dialog import MatrixDialog
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task, expected
from reportdesk.services.matrix import matrix, matrix_csv
from reportdesk.services.matrix_document import matrix_document

_WORD = _("Word files") + " (*.docx)"
_TABLE = _("Tables") + " (*.csv)"
_FOLLOW_AFTER = 200  # milliseconds without a key


class Answering(QObject):
    """Keeps the matrix on screen with the draft."""

    def __init__(self, stage: Stage, dialog: MatrixDialog) -> None:
        super().__init__(dialog)
        self._stage = stage
        self._dialog = dialog
        self._later = QTimer(self, singleShot=True, interval=_FOLLOW_AFTER)
        self._later.timeout.connect(self.show_lines)
        stage.changed.connect(self._changed)
        stage.left.connect(dialog.close)
        dialog.chosen.connect(self._go_to)
        dialog.wants_word.connect(self._ask_word)
        dialog.wants_table.connect(self._ask_table)

    @Slot()
    def show_lines(self) -> None:
        """Show the lines of the draft as it stands."""
        session = self._stage.session
        if session is not None:
            self._dialog.show_lines(matrix(session.answers))

    @Slot()
    def _changed(self) -> None:
        self._later.start()

    @Slot(tuple)
    def _go_to(self, path: tuple[str | int, ...]) -> None:
        if self._stage.workplace is not None:
            self._stage.window.activateWindow()
            self._stage.workplace.go_to(path)

    @Slot()
    def _ask_word(self) -> None:
        self._ask(_WORD, "docx", matrix_document)

    @Slot()
    def _ask_table(self) -> None:
        self._ask(_TABLE, "csv", lambda answers: matrix_csv(matrix(answers)))

    def _ask(self, kinds: str, ending: str, make: Callable[[Answers], bytes]) -> None:
        session = self._stage.session
        if session is None:
            return
        name = ".".join((_("Every point answered"), ending))
        suggested = session.path.with_name(name) if session.path else Path(name)
        question = FileQuestion(_("Save the table as"), kinds, str(suggested), ending)
        answers = session.answers
        ask_save(self._dialog, question, lambda path: self.save(lambda: make(answers), path))

    def save(self, make: Callable[[], bytes], path: Path) -> None:
        """Make the file off the window's thread, then write it to that path."""
        desk = self._stage.desk
        work = lambda: desk.save_report(make(), path)  # noqa: E731  # for another thread
        done = lambda _none: self._stage.said.emit(_("Saved as {path}").format(path=path))  # noqa: E731
        self._stage.tasks.run(Task(work, done, self._failed))

    def _failed(self, error: BaseException) -> None:
        self._stage.tell(_("The table could not be written"), expected(error))


def open_matrix(stage: Stage) -> MatrixDialog:
    """Show the matrix of the draft on stage, and return it."""
    dialog = MatrixDialog(stage.window)
    Answering(stage, dialog).show_lines()
    dialog.show()
    return dialog
