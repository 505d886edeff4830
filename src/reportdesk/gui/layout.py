"""Remember how the officer likes the window: its size, and which panes are shown how large."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, QTimer, Slot
from PySide6.QtWidgets import QMainWindow, QSplitter

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.fields import Answers
from reportdesk.gui.stage import Stage
from reportdesk.services.home import Home

_LEAST, _MOST = 300, 10_000  # pixels; what lies outside was never a window


class Layout(QObject):
    """Keeps the looks of the window as checked numbers; no bytes of Qt's are ever taken back."""

    def __init__(self, window: QMainWindow, stage: Stage, home: Home) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._home = home
        # Looks that the last start may have failed on are not tried again.
        known = {} if home.starting.failed_before else home.settings.layout()
        self._known: dict[str, object] = dict(known)
        self._restore_window()
        stage.opened.connect(self._restore_soon)
        stage.left.connect(self.note_panes)

    @Slot()
    def note_panes(self) -> None:
        """Note how the panes of the draft on stage stand."""
        workplace = self._stage.workplace
        if workplace is None:
            return
        hidden = [pane.id for pane in workplace.panes.row if pane.widget.isHidden()]
        self._known["hidden"] = " ".join(hidden) or None
        if not hidden:
            self._known["across"] = _said(workplace)
            self._known["down"] = _said(workplace.middle)

    def save(self) -> None:
        """Save the looks; a layout that cannot be saved is no reason to stop."""
        self.note_panes()
        size = self._window.normalGeometry().size()
        self._known["maximised"] = self._window.isMaximized()
        self._known["width"], self._known["height"] = size.width(), size.height()
        known: Answers = {id: value for id, value in self._known.items() if value is not None}  # type: ignore[misc]  # each is a value of its field
        try:
            self._home.settings.remember(known)
        except ReportDeskError:
            self._stage.said.emit("")

    def _restore_window(self) -> None:
        width, height = self._known.get("width"), self._known.get("height")
        if _fits(width) and _fits(height):
            room = self._window.screen().availableSize()
            self._window.resize(QSize(width, height).boundedTo(room))  # type: ignore[call-overload]  # they fit
        if self._known.get("maximised"):
            self._window.showMaximized()

    @Slot()
    def _restore_soon(self) -> None:
        """Wait until every feature has added its pane."""
        QTimer.singleShot(0, self._restore_panes)

    @Slot()
    def _restore_panes(self) -> None:
        workplace = self._stage.workplace
        if workplace is None:
            return
        hidden = str(self._known.get("hidden") or "").split()
        for pane in workplace.panes.row:
            if pane.id in hidden and pane.id != "form":
                pane.toggle.setChecked(False)
        workplace.share()
        _restore(workplace, self._known.get("across"))
        _restore(workplace.middle, self._known.get("down"))


def _fits(number: object) -> bool:
    return isinstance(number, int) and _LEAST <= number <= _MOST


def _said(splitter: QSplitter) -> str:
    return " ".join(str(size) for size in splitter.sizes())


def _restore(splitter: QSplitter, said: object) -> None:
    sizes = [int(word) for word in str(said or "").split() if word.isascii() and word.isdigit()]
    if len(sizes) == splitter.count() and all(0 < size <= _MOST for size in sizes):
        splitter.setSizes(sizes)
