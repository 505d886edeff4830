"""The walk through the report from one unknown word to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QMainWindow, QSizePolicy

from reportdesk.core.i18n import _
from reportdesk.core.spelling import like
from reportdesk.gui.announcing import show_and_say
from reportdesk.gui.dialogs.bar import Bar
from reportdesk.gui.spelling.checking import SpellChecking
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task
from reportdesk.services.search import Match, Query, find, passages, replaced

_WIDEST = 28


class SpellingWalk(Bar):
    """Shows each unknown word in its field, and what can be done about it."""

    def __init__(self, stage: Stage, window: QMainWindow, checking: SpellChecking) -> None:
        super().__init__(_("Spelling"), window)
        self._stage = stage
        self._checking = checking
        self._match: Match | None = None
        self._passed: set[Match] = set()
        self.said = self.label("")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.change_to = QComboBox(self.body)
        self.line = QLineEdit(self.body)
        self.change_to.setLineEdit(self.line)
        self.change_to.setMinimumContentsLength(_WIDEST)
        self.change_to.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.change = self.button(_("&Change"))
        self.change_all = self.button(_("Change a&ll"))
        self.ignore = self.button(_("&Ignore once"))
        self.ignore_all = self.button(_("I&gnore all"))
        self.add = self.button(_("A&dd to dictionary"))
        label = self.label(_("Change &to:"), self.change_to)
        self.line.setAccessibleName(self.change_to.accessibleName())
        self.add_row(self.said, self.close_button())
        self._choices = (self.change, self.change_all, self.ignore, self.ignore_all, self.add)
        self.add_row(label, self.change_to, self.change, self.change_all)
        self.add_row(self.label(""), self.ignore, self.ignore_all, self.add)
        self._connect()

    def start(self) -> None:
        """Begin the walk at the report's first unknown word."""
        self._passed.clear()
        self.open()
        self._say(_("Looking through the report…"))
        if self._checking.spelling.ready:
            self._look()
        else:
            self._checking.load()

    def _connect(self) -> None:
        self.change.clicked.connect(self._change)
        self.change_all.clicked.connect(self._change_all)
        self.ignore.clicked.connect(self._pass)
        self.ignore_all.clicked.connect(self._ignore_all)
        self.add.clicked.connect(self._add)
        self._checking.ready.connect(self._now_ready)
        self._stage.left.connect(self.hide)

    @Slot()
    def _now_ready(self) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        """Look for the next word, off the window's thread: a report may be long."""
        session = self._stage.session
        if session is None:
            return
        template, answers, spelling = session.template, session.answers, self._checking.spelling
        passed = frozenset(self._passed)

        def work() -> Match | None:
            flawed = spelling.flawed(passages(template, answers))
            return next((match for match in flawed if match not in passed), None)

        self._stage.tasks.run(Task(work, self._found, self._failed))

    def _found(self, match: Match | None) -> None:
        workplace = self._stage.workplace
        if workplace is None or not self.isVisible():
            return
        self._match = match
        self.change_to.clear()
        if match is None:
            self._say(_("The spelling is checked: there is nothing more to look at."))
            return
        self.show_match(workplace, match)
        told = _("Not in the dictionary: “{word}” – {label}")
        self._say(told.format(word=match.text, label=match.passage.label), True)
        self.change_to.setEditText(match.text)
        self.change_to.setFocus(Qt.FocusReason.PopupFocusReason)  # the word stays selected
        self._checking.suggest(match.text, lambda found: self._suggest(match, found))

    def _failed(self, error: BaseException) -> None:
        self._say(_("The spelling cannot be checked: {reason}").format(reason=error))

    def _suggest(self, match: Match, found: Sequence[str]) -> None:
        if self._match != match or not found:
            return
        self.change_to.addItems([like(match.text, one) for one in found])
        self.change_to.setCurrentIndex(0)
        self.line.selectAll()

    def _say(self, text: str, usable: bool = False) -> None:
        show_and_say(self.said, text)
        for button in (*self._choices, self.change_to):
            button.setEnabled(usable)

    @Slot()
    def _change(self) -> None:
        session, match = self._stage.session, self._match
        if session is None or match is None:
            return
        if match.passage in passages(session.template, session.answers):
            self._replace((match,))
        else:  # it was changed in the form, or by a click before
            self._look()

    @Slot()
    def _change_all(self) -> None:
        session = self._stage.session
        if session is not None and self._match is not None:
            query = Query(self._match.text, match_case=True, whole_words=True)
            self._replace(find(session.template, session.answers, query))

    def _replace(self, matches: tuple[Match, ...]) -> None:
        workplace = self._stage.workplace
        if workplace is None:
            return
        edit = replaced(workplace.session.answers, matches, self.change_to.currentText())
        if edit is not None:
            workplace.edit(edit)
        self._pass()

    @Slot()
    def _pass(self) -> None:
        if self._match is not None:
            self._passed.add(self._match)
        self._look()

    @Slot()
    def _ignore_all(self) -> None:
        if self._match is not None:
            self._checking.ignore(self._match.text)
            self._look()

    @Slot()
    def _add(self) -> None:
        if self._match is not None:
            self._checking.add(self._match.text)
            self._look()
