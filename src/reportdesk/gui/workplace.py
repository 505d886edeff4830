"""One draft on screen: its sections, the form, the problems, and the undo stack between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from reportdesk.core.edits import Edit, Together
from reportdesk.core.places import FieldPath
from reportdesk.gui.bridge import SessionBridge
from reportdesk.gui.forms.page import SectionPage
from reportdesk.gui.panels.problems import ProblemList
from reportdesk.gui.panels.sections import SectionList, SectionStates
from reportdesk.gui.undo import EditCommand
from reportdesk.services.session import Session

_CHECK_AFTER = 200  # milliseconds without a key


class Workplace(QSplitter):
    """Wires the panes to one session: keys become edits, edits come back as answers.

    Signals:
        changed: the draft, or whether it is saved, is different now.
    """

    changed = Signal()

    def __init__(self, session: Session, undo: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.session = session
        self._undo = undo
        self._bridge = SessionBridge(session, self)
        self._bridge.changed.connect(self._answers_changed)
        self._states = SectionStates(session.template)
        self.sections = SectionList(self)
        self.pages = QStackedWidget(self)
        self.problems = ProblemList(self)
        self._made: dict[int, SectionPage] = {}
        self._check = QTimer(self, singleShot=True, interval=_CHECK_AFTER)
        self._check.timeout.connect(self.check)
        self._lay_out()
        self.check()

    def close_session(self) -> None:
        """Stop listening to the session, which may outlive this pane."""
        self._check.stop()
        self._bridge.close()

    def check(self) -> None:
        """Look at the answers again and show what is wrong with them."""
        problems = self.session.problems()
        self._states.show(self.session.answers, problems)
        self.problems.show_problems((*self.session.told, *problems))

    def go_to(self, path: FieldPath) -> None:
        """Open the section of the field at that path and put the focus there."""
        for index, section in enumerate(self.session.template.sections):
            if any(field.id == path[0] for field in section.fields):
                self.sections.go_to(index)
                self._page(index).go_to(path)

    def _lay_out(self) -> None:
        middle = QSplitter(Qt.Orientation.Vertical, self)
        middle.addWidget(self.pages)
        middle.addWidget(self.problems)
        middle.setStretchFactor(0, 4)
        middle.setStretchFactor(1, 1)
        self.addWidget(self.sections)
        self.addWidget(middle)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 4)
        self.sections.chosen.connect(self._show_section)
        self.problems.chosen.connect(self.go_to)
        self.sections.show_states(self._states)

    def _show_section(self, index: int) -> None:
        self.pages.setCurrentWidget(self._page(index))

    def _page(self, index: int) -> SectionPage:
        """The form of a section, made when it is first looked at."""
        if index not in self._made:
            page = SectionPage(self.session.template.sections[index], self)
            page.show_answers(self.session.answers)
            page.edited.connect(self._edited)
            self._made[index] = page
            self.pages.addWidget(page)
        return self._made[index]

    def _edited(self, edit: Edit) -> None:
        self._undo.push(EditCommand(self.session, edit, self._title(edit)))

    def _title(self, edit: Edit) -> str:
        if isinstance(edit, Together):
            return ""
        field = self.session.template.field(str(edit.path[0]))
        return field.label if field else ""

    def _answers_changed(self, _edit: Edit) -> None:
        for page in self._made.values():
            page.show_answers(self.session.answers)
        self._check.start()
        self.changed.emit()
