"""The dialog in which a letter is read and what it offers is taken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.core.letter import Letter
from reportdesk.gui.dialogs.files import FileQuestion, ask_open
from reportdesk.gui.letters.choose_letter import ChooseLetter, ReadingLetter
from reportdesk.gui.letters.dropped import dropped_letter
from reportdesk.gui.letters.review_letter import ReviewLetter
from reportdesk.gui.tasks import Task, TaskRunner
from reportdesk.services.letter_import import read_letter_at, read_pasted_letter
from reportdesk.services.letter_offers import Offer

LETTERS = _("Letters") + " (*.pdf *.docx *.txt)"
Offers = Callable[[Letter], tuple[Offer, ...]]


class ImportDialog(QDialog):
    """Reads a letter off the window's thread and shows what it offers; changes nothing itself.

    Signals:
        accepted_letter: the officer takes what is ticked; the payload is the letter and what
            is taken of it.
    """

    accepted_letter = Signal(object, tuple)

    def __init__(self, tasks: TaskRunner, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._offers = offers
        self._letter: Letter | None = None
        self._cancelled = threading.Event()
        self.setWindowTitle(_("Import a letter"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.choose = ChooseLetter(self)
        self.reading = ReadingLetter(self)
        self.review = ReviewLetter(self)
        self.pages = QStackedWidget(self)
        for page in (self.choose, self.reading, self.review):
            self.pages.addWidget(page)
        QVBoxLayout(self).addWidget(self.pages)
        self._connect()

    def read_file(self, path: Path) -> None:
        """Read the letter at that path."""
        cancelled = self._start(path.name)
        self._run(lambda: read_letter_at(path, cancelled.is_set), cancelled)

    def read_text(self, text: str) -> None:
        """Read a pasted letter."""
        cancelled = self._start(_("the pasted text"))
        self._run(lambda: read_pasted_letter(text, _("Pasted letter")), cancelled)

    def done(self, result: int) -> None:
        self._cancelled.set()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_letter(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_letter(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.read_file(path)

    def _connect(self) -> None:
        self.choose.wants_file.connect(self._ask)
        self.choose.pasted.connect(self.read_text)
        self.reading.cancelled.connect(self._cancel)
        self.review.again.connect(self._choose_again)
        self.review.accepted.connect(self._accept)

    @Slot()
    def _ask(self) -> None:
        ask_open(self, FileQuestion(_("Choose the letter"), LETTERS), self.read_file)

    def _start(self, name: str) -> threading.Event:
        """Show that the letter is read; each reading has a flag of its own to call it off."""
        self._cancelled.set()
        self._cancelled = threading.Event()
        self.choose.say("")
        self.reading.show_name(name)
        self.pages.setCurrentWidget(self.reading)
        self.reading.cancel.setFocus()
        return self._cancelled

    def _run(self, read: Callable[[], Letter], cancelled: threading.Event) -> None:
        offers = self._offers

        def look() -> tuple[Letter, tuple[Offer, ...]]:
            letter = read()
            return letter, offers(letter)

        task = Task(
            look,
            lambda found: None if cancelled.is_set() else self._show(*found),
            lambda error: None if cancelled.is_set() else self._failed(error),
        )
        self._tasks.run(task)

    def _show(self, letter: Letter, offered: tuple[Offer, ...]) -> None:
        self._letter = letter
        self.review.show_letter(letter, offered)
        self.pages.setCurrentWidget(self.review)
        self.resize(self.review.sizeHint().expandedTo(self.size()))
        self.review.sure.setFocus()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, ReportDeskError):
            self._choose_again()
            raise error
        self._choose_again()
        self.choose.say("\n".join(str(problem) for problem in error.problems))

    @Slot()
    def _cancel(self) -> None:
        self._cancelled.set()
        self._choose_again()
        self.choose.say(_("Reading was cancelled; nothing was changed."))

    @Slot()
    def _choose_again(self) -> None:
        self.pages.setCurrentWidget(self.choose)
        self.choose.file.setFocus()

    @Slot()
    def _accept(self) -> None:
        if self._letter is not None:
            self.accepted_letter.emit(self._letter, self.review.taken())
