"""The status bar: saved or not, how many words and pages, and the language of the spelling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QLabel, QMainWindow

from reportdesk.core.fields import Answers, Choice, Row, Value
from reportdesk.core.i18n import _, plural
from reportdesk.core.richtext import RichText
from reportdesk.gui.stage import Stage
from reportdesk.services.session import Session

_COUNT_AFTER = 400  # milliseconds without an edit


class Standing(QObject):
    """Tells how the draft on stage stands."""

    def __init__(self, stage: Stage, window: QMainWindow) -> None:
        super().__init__(window)
        self._stage = stage
        self._window = window
        self._session: Session | None = None
        self._counting = WordCount()
        self._paged: Answers | None = None  # the answers whose pages are shown
        labels = tuple(QLabel(window) for _each in range(4))
        self.pages, self.words, self.language, self.saved = labels
        for label in labels:
            window.statusBar().addPermanentWidget(label)
        self.language.setText(_("English (United Kingdom)"))
        self._count = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._count.timeout.connect(self._show_words)
        self.pages.setToolTip(_("As counted when the pages were shown"))
        stage.changed.connect(self._changed)
        stage.paged.connect(self._show_pages)
        stage.said.connect(self._tell)
        self._changed()

    @Slot()
    def _changed(self) -> None:
        session = self._stage.session
        for label in (self.words, self.language, self.saved):
            label.setVisible(session is not None)
        if session is None or session.answers is not self._paged:
            self._show_pages(None, 0)
        if session is None:
            self._session = None
            self._window.setWindowModified(False)
            self._window.setWindowTitle("ReportDesk")
            self.saved.clear()
            self.saved.setAccessibleName("")
            self.words.clear()
            return
        name = session.path.stem if session.path else _("New draft")
        if session is not self._session:
            self._session = session
            self._announce(_("Opened: {name}").format(name=name))
        name = name.replace("[*]", "[*][*]")  # Qt's mark, as part of a name
        self._window.setWindowTitle(f"{name}[*] – ReportDesk")
        self._window.setWindowModified(session.dirty)
        saved = session.path is not None and not session.dirty
        self._show_saved(saved)
        self._count.start()

    def _show_saved(self, saved: bool) -> None:
        """A screen reader says at once that the draft is saved; that it is not stays quiet."""
        before, said = self.saved.accessibleName(), _("Saved") if saved else _("Not saved")
        self.saved.setText(_("✓ Saved") if saved else _("● Not saved"))
        self.saved.setAccessibleName(said)
        if saved and before not in ("", said):
            self._announce(said)

    @Slot(str)
    def _tell(self, said: str) -> None:
        self._window.statusBar().showMessage(said)
        if said:
            self._announce(said)

    def _announce(self, said: str) -> None:
        # Loaded late because the start page has nothing to say.
        from reportdesk.gui.announcing import announce

        announce(self._window, said)

    @Slot(object, int)
    def _show_pages(self, answers: Answers | None, count: int) -> None:
        """Say how many pages these answers fill, until they are others."""
        session = self._stage.session
        known = session is not None and session.answers is answers
        self._paged = answers if known else None
        said = plural("{count:,} page", "{count:,} pages", count).format(count=count)
        self.pages.setText(said if known else "")
        self.pages.setVisible(known)

    @Slot()
    def _show_words(self) -> None:
        if self._stage.session is None:
            return
        count = self._counting.of(self._stage.session.answers)
        self.words.setText(plural("{count:,} word", "{count:,} words", count).format(count=count))


class WordCount:
    """Counts the words of a draft; rows that are the very same as last time are not read again."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Row, int]] = {}

    def of(self, answers: Answers) -> int:
        """Return how many words were written."""
        before, self._known = self._known, {}
        return sum(self._count(value, before) for id, value in answers.items() if id != "id")

    def _count(self, value: Value, before: Mapping[int, tuple[Row, int]]) -> int:
        rows = value if isinstance(value, tuple) else ()
        if not rows or not all(isinstance(row, Mapping) for row in rows):
            return words_in(value)
        known = [before.get(id(row)) or (row, words_in(row)) for row in cast(tuple[Row, ...], rows)]
        self._known |= {id(row): (row, words) for row, words in known}
        return sum(words for _row, words in known)


def words_in(value: Value | Mapping[str, Value]) -> int:
    """Return how many words were written."""
    if isinstance(value, RichText):
        return sum(len(block.text.split()) for block in value.blocks)
    if isinstance(value, str):
        return 0 if isinstance(value, Choice) else len(value.split())
    if isinstance(value, Mapping):
        return sum(words_in(part) for id, part in value.items() if id != "id")
    return sum(words_in(row) for row in value) if isinstance(value, tuple) else 0
