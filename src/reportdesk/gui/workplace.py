"""One draft on screen: its sections, the form, the problems, and the undo stack between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from reportdesk.core.edits import Edit, Together
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.core.problems import Problem
from reportdesk.gui.bridge import SessionBridge
from reportdesk.gui.checking import Checking
from reportdesk.gui.forms.page import SectionPage
from reportdesk.gui.panels.problems import ProblemList
from reportdesk.gui.panels.sections import SectionList, SectionStates
from reportdesk.gui.panes import Pane, Panes
from reportdesk.gui.roles import read_in_order
from reportdesk.gui.tasks import TaskRunner
from reportdesk.gui.undo import EditCommand
from reportdesk.services.desk import Desk
from reportdesk.services.session import Session

_SECTIONS_WIDE, _FORM_WIDE = 24, 42  # characters


class Workplace(QSplitter):
    """Wires the panes to one session: keys become edits, edits come back as answers.

    Attributes:
        panes: what can be hidden, in the order in which F6 visits them.

    Signals:
        changed: the draft, or whether it is saved, is different now.
        edited: an edit reached the draft; the payload is the core ``Edit``.
        page_shown: a section's form came into view; the payload is its ``SectionPage``.
    """

    changed = Signal()
    edited = Signal(object)
    page_shown = Signal(object)

    def __init__(
        self, session: Session, undo: QUndoStack, desk: Desk, tasks: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.session = session
        self._undo = undo
        self._bridge = SessionBridge(session, self)
        self._bridge.changed.connect(self._answers_changed)
        self._states = SectionStates(session.template)
        self.sections = SectionList(self)
        self.pages = QStackedWidget(self)
        self.problems = ProblemList(self)
        self.middle = QSplitter(Qt.Orientation.Vertical, self)
        self.panes = Panes(self)
        self._made: dict[int, SectionPage] = {}
        self._checking = Checking(session, desk, tasks, self)
        self._checking.found.connect(self._show_problems)
        self._lay_out()
        self.check()

    def set_side(self, widget: QWidget, title: str, focus: QWidget | None = None) -> Pane:
        """Put the widget in the right-hand place and return its pane, which the View menu shows."""
        self.addWidget(widget)
        self.setStretchFactor(self.indexOf(widget), 5)
        read_in_order(self)
        return self.panes.add("side", title, widget, lambda: focus or widget)

    def share(self) -> None:
        """Give the sections what they need, and share the rest between form and side."""
        left, beside = self.sections.minimumWidth(), self.count() - 1
        self.setSizes([left, *[max(self.width() - left, beside) // beside] * beside])

    def close_session(self) -> None:
        """Stop listening to the session, which may outlive this pane."""
        self._checking.close()
        self._bridge.close()

    def check(self) -> None:
        """Look at the answers again, and show what is wrong with them as soon as that is known."""
        self._checking.check()

    def go_to(self, path: FieldPath) -> None:
        """Open the section of the field at that path and put the focus there."""
        for index, section in enumerate(self.session.template.sections):
            if any(field.id == path[0] for field in section.fields):
                self.sections.go_to(index)
                self.page(index).go_to(path)

    def page(self, index: int) -> SectionPage:
        """Return the form of a section, made when it is first looked at."""
        if index not in self._made:
            page = SectionPage(self.session.template.sections[index], self.pages)
            page.show_answers(self.session.answers)
            page.edited.connect(self.edit)
            self._made[index] = page
            self.pages.addWidget(page)
        return self._made[index]

    def edit(self, edit: Edit) -> None:
        """Make the edit as one step that can be undone."""
        self._undo.push(EditCommand(self.session, edit, self._title(edit)))

    def _lay_out(self) -> None:
        self.middle.addWidget(self.pages)
        self.middle.addWidget(self.problems)
        self.middle.setStretchFactor(0, 4)
        self.middle.setStretchFactor(1, 1)
        self.addWidget(self.sections)
        self.addWidget(self.middle)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 5)
        self.setChildrenCollapsible(False)
        letter = self.fontMetrics().averageCharWidth()
        self.sections.setMinimumWidth(letter * _SECTIONS_WIDE)
        self.pages.setMinimumWidth(letter * _FORM_WIDE)
        self.panes.add("sections", _("&Sections"), self.sections, lambda: self.sections)
        self.panes.add("form", _("&Form"), self.pages, self._form_focus)
        self.panes.add("problems", _("&Problems"), self.problems, lambda: self.problems)
        self.sections.chosen.connect(self._show_section)
        self.problems.chosen.connect(self.go_to)
        self.sections.show_states(self._states)
        read_in_order(self.middle)

    def _form_focus(self) -> QWidget:
        page = self.pages.currentWidget()
        if isinstance(page, SectionPage) and page.editors:
            return next(iter(page.editors.values())).focus_widget()
        return self.pages

    def _show_section(self, index: int) -> None:
        page = self.page(index)
        self.pages.setCurrentWidget(page)
        self.pages.setAccessibleName(page.section.title)
        self.page_shown.emit(page)

    @Slot(tuple)
    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self._states.show(self.session.answers, problems)
        self.problems.show_problems((*self.session.told, *problems))

    def _title(self, edit: Edit) -> str:
        if isinstance(edit, Together):
            return ""
        field = self.session.template.field(str(edit.path[0]))
        return field.label if field else ""

    def _answers_changed(self, edit: Edit) -> None:
        for page in self._made.values():
            page.show_answers(self.session.answers)
        self._checking.check_soon()
        self.edited.emit(edit)
        self.changed.emit()
