"""Find and replace over the whole report."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMainWindow

from reportdesk.core.i18n import _, plural
from reportdesk.gui.announcing import show_and_say
from reportdesk.gui.dialogs.bar import Bar
from reportdesk.gui.stage import Stage
from reportdesk.gui.workplace import Workplace
from reportdesk.services.search import Match, Query, find, replaced

_LOOK_AFTER = 150  # milliseconds without a key


class FindBar(Bar):
    """Counts what is found, steps through it, and replaces one or all as one step of undo."""

    def __init__(self, stage: Stage, window: QMainWindow) -> None:
        super().__init__(_("Find and replace"), window)
        self._stage = stage
        self._matches: tuple[Match, ...] = ()
        self._at = -1
        self.words = QLineEdit(self.body)
        self.new = QLineEdit(self.body)
        self.case = QCheckBox(_("Match &case"), self.body)
        self.whole = QCheckBox(_("&Whole words"), self.body)
        self.said = self.label("")
        self.previous = self.tool("previous", _("Previous (Shift+F3)"))
        self.next = self.tool("next", _("Next (F3)"))
        self.replace = self.button(_("&Replace"))
        self.replace_all = self.button(_("Replace &all"))
        self._lay_out()
        self._connect()

    def open_to_find(self) -> None:
        """Open the bar to find; words that are selected in the form are looked for."""
        self._open_with_selection()
        self.words.setFocus()
        self.words.selectAll()

    def open_to_replace(self) -> None:
        """Open the bar to replace."""
        self._open_with_selection()
        (self.new if self.words.text() else self.words).setFocus()

    @Slot()
    def go_next(self) -> None:
        """Show the next place where the report says it; after the last comes the first."""
        self._go(1)

    @Slot()
    def go_previous(self) -> None:
        """Show the place before; before the first comes the last."""
        self._go(-1)

    @Slot()
    def look(self) -> None:
        """Count anew what the report says."""
        session = self._stage.session
        query = Query(self.words.text(), self.case.isChecked(), self.whole.isChecked())
        self._matches = find(session.template, session.answers, query) if session else ()
        self._at = min(self._at, len(self._matches) - 1)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._go(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _look_anew(self) -> None:
        self._at = -1
        self.look()

    @Slot()
    def _replace_one(self) -> None:
        self._catch_up()
        workplace = self._stage.workplace
        if workplace is None or not self._matches:
            return
        if self._at < 0:
            self._go(1)
            return
        match, new = self._matches[self._at], self.new.text()
        self._edit(workplace, (match,), new)
        self._at = _after(self._matches, max(self._at, 0), match, len(new)) - 1
        self._go(1)

    @Slot()
    def _replace_all(self) -> None:
        self._catch_up()
        workplace, count = self._stage.workplace, len(self._matches)
        if workplace is not None and count:
            self._edit(workplace, self._matches, self.new.text())
            done = plural("{count:,} place replaced", "{count:,} places replaced", count)
            show_and_say(self.said, done.format(count=count))

    def _edit(self, workplace: Workplace, matches: tuple[Match, ...], new: str) -> None:
        edit = replaced(workplace.session.answers, matches, new)
        if edit is not None:
            workplace.edit(edit)
        self._later.stop()
        self.look()

    def _catch_up(self) -> None:
        """Look at once where the draft was changed a moment ago."""
        if self._later.isActive():
            self._later.stop()
            self.look()

    def _go(self, step: int) -> None:
        self._catch_up()
        workplace = self._stage.workplace
        if workplace is None or not self._matches:
            return
        start = self._at if self._at >= 0 or step > 0 else 0
        self._at = (start + step) % len(self._matches)
        had = self.window().focusWidget()
        self.show_match(workplace, self._matches[self._at])
        if had is not None and self.isAncestorOf(had):
            had.setFocus(Qt.FocusReason.PopupFocusReason)  # for others, lines drop their selection
        self._tell()

    def _tell(self) -> None:
        count = len(self._matches)
        self.replace.setEnabled(bool(count))
        self.replace_all.setEnabled(bool(count))
        if not self.words.text():
            show_and_say(self.said, "")
        elif not count:
            show_and_say(self.said, _("Not found"))
        elif self._at < 0:
            found = plural("{count:,} place", "{count:,} places", count)
            show_and_say(self.said, found.format(count=count))
        else:
            told = _("{at:,} of {count:,}: {label}")
            label = self._matches[self._at].passage.label
            show_and_say(self.said, told.format(at=self._at + 1, count=count, label=label))

    def _open_with_selection(self) -> None:
        widget = self.window().focusWidget()
        selected = ""
        if isinstance(widget, QLineEdit):
            selected = widget.selectedText()
        elif widget is not None and hasattr(widget, "textCursor"):
            selected = widget.textCursor().selectedText()
        self.open()
        if selected and "\u2029" not in selected and not self.isAncestorOf(widget):
            self.words.setText(selected)
        self._look_anew()

    def _lay_out(self) -> None:
        label, new_label = self.label(_("&Find:"), self.words), self.label(_("R&eplace:"), self.new)
        self.said.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.add_row(
            label, self.words, self.previous, self.next, self.said, self.case, self.whole,
            self.close_button(),
        )  # fmt: skip
        self.add_row(new_label, self.new, self.replace, self.replace_all)
        width = max(label.sizeHint().width(), new_label.sizeHint().width())
        label.setMinimumWidth(width)
        new_label.setMinimumWidth(width)

    def _connect(self) -> None:
        self._later = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._later.timeout.connect(self.look)
        self.words.textChanged.connect(self._look_anew)
        self.case.toggled.connect(self._look_anew)
        self.whole.toggled.connect(self._look_anew)
        self.previous.clicked.connect(self.go_previous)
        self.next.clicked.connect(self.go_next)
        self.replace.clicked.connect(self._replace_one)
        self.replace_all.clicked.connect(self._replace_all)
        self._stage.changed.connect(self._draft_changed)

    @Slot()
    def _draft_changed(self) -> None:
        if self._stage.workplace is None:
            self.hide()
        elif self.isVisible():
            self._later.start()


def _after(matches: tuple[Match, ...], at: int, done: Match, length: int) -> int:
    """The index of the first match that stands after what was just put in."""
    place = done.passage.path, done.passage.block
    end = done.start + length
    while at < len(matches):
        passage = matches[at].passage
        if (passage.path, passage.block) != place or matches[at].start >= end:
            break
        at += 1
    return at
