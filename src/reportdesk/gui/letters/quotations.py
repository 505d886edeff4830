"""Holds the draft on stage against its letters while it is written: quotations, claims, grades."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reportdesk.core.edits import Edit
from reportdesk.core.errors import ReportDeskError
from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _
from reportdesk.core.letter import SourceText
from reportdesk.core.problems import Problem
from reportdesk.core.template import Template
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task
from reportdesk.gui.workplace import Workplace
from reportdesk.services.session import Session
from reportdesk.services.source_files import is_graded, source_files

if TYPE_CHECKING:  # what looks quotations up must not delay the window
    from reportdesk.services.sources import Concern, Found, Sources

T = TypeVar("T")
_NOTHING: tuple[tuple[str, ...], bool] = ((), False)
_LOOK_AFTER = 250  # milliseconds without a key


class Quotations(QObject):
    """Knows which quotations differ from the letters; looks on the worker's thread.

    Attributes:
        concerns: the quotations that differ, as last looked.

    Signals:
        changed: other quotations differ now, or other letters are there.
    """

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session: Session | None = None
        self._sources: Sources | None = None
        self._wanted: tuple[tuple[str, ...], bool] = _NOTHING
        self._problems: tuple[Problem, ...] = ()
        self._folder: Path | None = None  # where the draft lies
        self._turn = 0  # outcomes of earlier turns are of other letters
        self.concerns: tuple[Concern, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._later.timeout.connect(self._look)
        stage.opened.connect(self._opened)
        stage.left.connect(self._left)
        stage.changed.connect(self._load_others)

    @property
    def texts(self) -> tuple[SourceText, ...]:
        """The letters of the draft, as far as they are read."""
        return self._sources.texts if self._sources else ()

    @Slot(object)
    def _opened(self, workplace: Workplace) -> None:
        if workplace.session is not self._session:
            self._forget()
            self._session, self._folder = workplace.session, None
            self._session.add_check(partial(self._say, workplace.session))
        workplace.edited.connect(self._edited)
        self._load_others()
        self._later.start()

    @Slot(object)
    def _edited(self, _edit: Edit) -> None:
        self._later.start()

    @Slot()
    def _left(self) -> None:
        self._forget()
        self._session, self._folder = None, None
        self.changed.emit()

    def _forget(self) -> None:
        self._turn += 1
        self._later.stop()
        self._sources, self._wanted = None, _NOTHING
        self.concerns, self._problems = (), ()

    @Slot()
    def _load_others(self) -> None:
        """Read the letters that the draft names, where these are others than before."""
        session = self._session
        if session is None:
            return
        self._carry(session)
        path, answers = session.path or Path(), session.answers
        files = source_files(answers, session.draft.kept) if session.path else ()
        wanted = (files, is_graded(answers))
        if wanted == self._wanted:
            return
        self._forget()
        self._wanted = wanted
        if wanted == _NOTHING:
            self._tell()
        else:
            self._run(lambda: _load(path, files), self._loaded)

    def _carry(self, session: Session) -> None:
        """A draft saved in another folder takes its letters along."""
        before, self._folder = self._folder, session.path.parent if session.path else None
        if before in (None, self._folder) or self._sources is None or session.path is None:
            return
        # Loaded here because what looks quotations up must not delay the window.
        from reportdesk.services.sources import carry_sources

        try:
            carry_sources(self._sources, session.path, self._wanted[0])
        except ReportDeskError as error:
            self._stage.tell(_("The letter could not be kept beside the draft"), error)

    def _loaded(self, sources: Sources) -> None:
        self._sources = sources
        self._look()
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        session, sources = self._session, self._sources
        if session is None or sources is None:
            return
        template, answers = session.template, session.answers
        self._run(lambda: sources.look(template, answers), self._show)

    def _show(self, found: Found) -> None:
        if found.problems != self._problems:
            self.concerns, self._problems = found.concerns, found.problems
            self._tell()

    def _tell(self) -> None:
        if self._stage.workplace is not None:
            self._stage.workplace.check()
        self.changed.emit()

    def _say(self, session: Session, _template: Template, _answers: Answers) -> Iterator[Problem]:
        """What was found at the last look, which follows each change within moments."""
        if session is not self._session:
            return
        yield from self._problems

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        turn = self._turn
        task = Task(
            work,
            lambda outcome: done(outcome) if turn == self._turn else None,
            lambda error: self._failed(error, turn),
        )
        self._stage.tasks.run(task)

    def _failed(self, error: BaseException, turn: int) -> None:
        if not isinstance(error, ReportDeskError):
            raise error
        if turn == self._turn:
            self._problems = tuple(error.problems)
            self._tell()


def _load(path: Path, files: tuple[str, ...]) -> Sources:
    # Loaded here because what looks quotations up must not delay the window.
    from reportdesk.services.sources import load_sources

    return load_sources(path, files)
