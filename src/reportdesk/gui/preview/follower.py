"""Keeps the preview in step with the draft, off the window's thread; the latest draft wins."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reportdesk.core.document import Section
from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.gui.forms.editor import editor_around
from reportdesk.gui.preview.pane import PreviewPane
from reportdesk.gui.preview.units import Unit, known_again, units_of
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task
from reportdesk.gui.workplace import Workplace
from reportdesk.services import preview
from reportdesk.services.session import Session

_MOST_REST = 0.4  # seconds between two previews, so that typing has the machine


@dataclass(frozen=True, slots=True)
class _Made:
    preview: preview.Preview
    units: tuple[Unit, ...]
    seconds: float


class Follower(QObject):
    """Makes a preview after each edit, and goes between paragraphs and their fields.

    Attributes:
        document: id of the document that is shown; the template's first for an empty one.

    Signals:
        shown: the preview is that of the draft as it stood a moment ago.
    """

    shown = Signal()

    def __init__(self, stage: Stage, workplace: Workplace, pane: PreviewPane) -> None:
        super().__init__(pane)
        self._stage, self._workplace, self._pane = stage, workplace, pane
        self.document = ""
        self._previews = preview.Previews(stage.desk)
        self._running = self._wanted = False
        self._follow = False  # the next preview is to lead to what was edited
        self._lead = False  # what is drawn next is what was edited
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._start)
        self._look = QTimer(self, singleShot=True, interval=120)
        self._look.timeout.connect(self._show_field)
        workplace.edited.connect(self._edited)
        pane.view.clicked.connect(self._go_to_field)
        pane.view.paper.stepped.connect(self._drawn)
        pane.view.paper.finished.connect(self.shown)
        pane.seen.connect(self.refresh)
        pane.document_chosen.connect(self._choose)
        app = cast(QApplication, QApplication.instance())
        app.focusChanged.connect(self._focus_changed)
        self._rest.start(0)

    @Slot()
    def refresh(self) -> None:
        """Make the preview anew."""
        self._wanted = True
        if not self._running and not self._rest.isActive():
            self._rest.start(0)

    @Slot(object)
    def _edited(self, _edit: object) -> None:
        self._follow = True
        self.refresh()

    @Slot(str)
    def _choose(self, document_id: str) -> None:
        self.document = document_id
        self.refresh()

    @Slot()
    def _start(self) -> None:
        if self._running or not self._pane.isVisible():
            return
        self._running, self._wanted = True, False
        follow, self._follow = self._follow, False
        previews = self._previews
        frozen = self._stage.desk.frozen(self._workplace.session)
        before, document = self._pane.view.paper.units, self.document
        self._stage.tasks.run(
            Task(
                lambda: _make(previews, frozen, document, before),
                lambda made: self._made(made, follow),
                self._failed,
            )
        )

    def _made(self, made: _Made, follow: bool) -> None:
        if not isValid(self._pane):
            return
        view = self._pane.view
        self._lead = follow
        view.hold()
        sections = made.preview.document.sections
        view.paper.set_page(sections[0] if sections else Section(0))
        view.paper.show_units(made.units, made.preview.pictures)
        self._pane.say("")
        self._go_on(min(made.seconds, _MOST_REST))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, ReportDeskError):
            self._running = False
            raise error
        if not isValid(self._pane):
            return
        said = str(error.problems[0])
        self._pane.say(_("The preview cannot be made: {reason}").format(reason=said))
        self._go_on(_MOST_REST)

    def _go_on(self, rest: float) -> None:
        self._running = False
        self._rest.start(round(rest * 1000))
        if not self._wanted:
            self._rest.stop()

    @Slot(int)
    def _drawn(self, first_block: int) -> None:
        if self._lead:
            self._lead = False
            self._look.stop()  # what was edited is more than where the focus came to rest before
            self._pane.view.show_block(first_block)

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._workplace.pages.isAncestorOf(now):
            self._look.start()

    @Slot()
    def _show_field(self) -> None:
        editor = editor_around(QApplication.focusWidget())
        if editor is None:
            return
        texts, numbers = self._pane.view.paper.texts()
        at = preview.paragraph_of(self._said(), texts, editor.path)
        if at is not None:
            self._pane.view.show_block(numbers[at])

    @Slot(int)
    def _go_to_field(self, number: int) -> None:
        texts, numbers = self._pane.view.paper.texts()
        if number not in numbers:
            return
        path = preview.field_at(self._said(), texts, numbers.index(number))
        if path is not None:
            self._pane.view.show_block(number)
            self._workplace.go_to(path)

    def _said(self) -> tuple[preview.Said, ...]:
        session = self._workplace.session
        return preview.answers_said(session.template, session.answers)


def _make(
    previews: preview.Previews, frozen: Session, document: str, before: tuple[Unit, ...]
) -> _Made:
    start = time.monotonic()
    made = previews.make(frozen, document)
    units = known_again(before, units_of(made.document))
    return _Made(made, units, time.monotonic() - start)
