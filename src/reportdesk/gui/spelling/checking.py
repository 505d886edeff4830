"""Spelling at work in a window: loaded once text is seen, squiggles, and words that are added."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reportdesk.core.edits import Edit, SetAnswer
from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.gui.forms.line import LineMenu
from reportdesk.gui.rich.proofing import Concern, Mark, Proofing
from reportdesk.gui.rich.text_menu import TextMenu
from reportdesk.gui.spelling.suggesting import (
    Asked,
    Help,
    asked_in_line,
    asked_in_text,
    offer_help,
)
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task, TaskRunner
from reportdesk.gui.workplace import Workplace
from reportdesk.services.session import Session
from reportdesk.services.spelling import Loaded, Spelling, SpellingFiles

_LOAD_AFTER = 500  # milliseconds: the first preview of a draft goes before

_NAMES = ("name", "council_name")

Suggestions = Sequence[str]


class SpellChecking(QObject):
    """What the window knows of spelling.

    Signals:
        ready: the dictionary is at work.
        said: something to tell the officer.
    """

    ready = Signal()
    said = Signal(str)

    def __init__(
        self, files: SpellingFiles, proofing: Proofing, tasks: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.spelling = Spelling()
        self._files = files
        self._proofing = proofing
        self._tasks = tasks
        self._asked = False
        self._wait = QTimer(self, singleShot=True, interval=_LOAD_AFTER)
        self._wait.timeout.connect(self.load)
        proofing.wanted.connect(self._wanted)
        proofing.menu_asked.connect(self._help)
        proofing.line_menu_asked.connect(self._help_line)

    def load(self) -> None:
        """Load the dictionary, once; ``ready`` tells when it is there."""
        self._wait.stop()
        if not self._asked:
            self._asked = True
            self._tasks.run(Task(self._files.load, self._loaded, self._failed))

    def use(self, files: SpellingFiles) -> None:
        """Work with these lists from now on; what is loaded already is loaded anew."""
        if files != self._files:
            self._files = files
            if self._asked:
                self._tasks.run(Task(files.load, self._loaded, self._failed))

    @Slot()
    def rest(self) -> None:
        """Wait for the next text that is seen: no draft is shown any more."""
        self._wait.stop()

    def know_names(self, session: Session) -> None:
        """Take the names that the draft itself gives as right."""
        if self.spelling.know_names(session.template, session.answers):
            self._proofing.changed.emit()

    def suggest(self, word: str, done: Callable[[Suggestions], None]) -> None:
        """Call ``done`` with what may have been meant, in a moment."""
        spelling = self.spelling
        self._tasks.run(Task(lambda: spelling.suggestions(word), done, self._failed))

    def add(self, word: str) -> None:
        """Take the word into the officer's own list."""
        self.ignore(word)
        try:
            self._files.add(word)
        except (ReportDeskError, OSError) as error:
            message = _("“{word}” could not be kept in your list: {reason}")
            self.said.emit(message.format(word=word, reason=error))

    def ignore(self, word: str) -> None:
        """Take the word as right until the program ends."""
        self.spelling.accept(word)
        self._proofing.changed.emit()

    @Slot()
    def _wanted(self) -> None:
        if not self._asked and not self._wait.isActive():
            self._wait.start()

    @Slot(object)
    def _help(self, menu: TextMenu) -> None:
        self._offer(asked_in_text(menu))

    @Slot(object)
    def _help_line(self, menu: LineMenu) -> None:
        self._offer(asked_in_line(menu))

    def _offer(self, asked: Asked) -> None:
        offer_help(self.spelling, asked, Help(self.suggest, self.add, self.ignore))

    def _loaded(self, loaded: Loaded) -> None:
        first = not self.spelling.ready
        self.spelling.use(loaded)
        if first:
            self._proofing.add(self._marks)
        else:
            self._proofing.changed.emit()
        self.ready.emit()

    def _failed(self, error: BaseException) -> None:
        self.said.emit(_("The spelling cannot be checked: {reason}").format(reason=error))

    def _marks(self, text: str) -> list[Mark]:
        flaws = self.spelling.flaws(text)
        return [Mark(word.start, word.end, Concern.SPELLING) for word in flaws]


def check_spelling(stage: Stage, files: SpellingFiles) -> SpellChecking:
    """Let the window of the stage check spelling, and return what does it."""
    checking = SpellChecking(files, Proofing(stage.window), stage.tasks, stage)
    checking.said.connect(stage.said)
    stage.left.connect(checking.rest)
    stage.opened.connect(lambda workplace: _follow_names(checking, workplace))
    return checking


def _follow_names(checking: SpellChecking, workplace: Workplace) -> None:
    checking.know_names(workplace.session)
    workplace.edited.connect(
        lambda edit: checking.know_names(workplace.session) if _names(edit) else None
    )


def _names(edit: Edit) -> bool:
    """Whether the edit may have changed a name."""
    return not isinstance(edit, SetAnswer) or edit.path[-1] in _NAMES
