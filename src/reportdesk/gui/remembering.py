"""Remember the people of drafts that are saved, where the officer wants that."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from reportdesk.gui.forms.people import People
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.tasks import Task, expected
from reportdesk.services.home import Home
from reportdesk.services.session import Session


class Remembering(QObject):
    """Takes people into the address book at each save, off the window's thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._stage = window.stage
        self._home: Home = window.home
        self.people = People(window.home.people, window)
        window.saving.saved.connect(self._saved)

    @Slot(object)
    def _saved(self, session: Session) -> None:
        if not self._home.settings.settings.remember_people:
            return
        book, template, answers = self._home.people, session.template, session.answers
        work = Task(lambda: book.learn(template, answers), failed=self._failed)
        self._stage.tasks.run(work)

    def _failed(self, error: BaseException) -> None:
        """An address book that cannot be saved is no reason to disturb: the draft is safe."""
        expected(error)
