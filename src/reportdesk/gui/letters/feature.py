"""Hang the letter into the window: menu lines, drops, quotations; the rest loads when used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QMenu

from reportdesk.core.i18n import _
from reportdesk.gui.actions import Command, Menu
from reportdesk.gui.letters.dropped import dropped_letter
from reportdesk.gui.letters.quotations import Quotations
from reportdesk.gui.letters.quoting import Quoting
from reportdesk.gui.main_window import MainWindow

if TYPE_CHECKING:  # what reads letters must not delay the window
    from reportdesk.gui.letters.import_dialog import ImportDialog
    from reportdesk.gui.letters.matrix_dialog import MatrixDialog


class Letters(QObject):
    """What the window can do with letters.

    Attributes:
        quotations: those of the draft on stage, held against its letters.
        quoting: what is done about them, and the dock that shows the letters.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        command = Command(_("Import &letter…"), self.import_letter, "Ctrl+Shift+I", True)
        _put_above_export(window, window.menus.add(Menu.FILE, command))
        window.menus.add(
            Menu.TOOLS,
            Command(_("&Every point answered…"), self.show_matrix, "Ctrl+Shift+M", True),
        )
        self.quotations = Quotations(window.stage)
        self.quoting = Quoting(window, self.quotations)
        window.installEventFilter(self)

    def import_letter(self, path: Path | None = None) -> ImportDialog | None:
        """Show the import dialog, reading that file at once where one is given."""
        # Loaded here because the readers of letters must not delay the window.
        from reportdesk.gui.letters.importing import Importing

        return Importing(self._window.stage, self._window.saving).open(path)

    def show_matrix(self) -> MatrixDialog | None:
        """Show which points of the letter the draft answers."""
        # Loaded here because what makes Word files must not delay the window.
        from reportdesk.gui.letters.answering import open_matrix

        return open_matrix(self._window.stage) if self._window.stage.session else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter dropped onto a draft is read; anything else is the window's."""
        if isinstance(event, QDropEvent) and self._window.stage.session is not None:
            path = dropped_letter(event.mimeData())
            if path is not None and self._takes(event, path):
                return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QDropEvent, path: Path) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            QTimer.singleShot(0, lambda: self.import_letter(path))
        return True


def _put_above_export(window: MainWindow, action: QAction) -> None:
    """What comes in stands beside what goes out."""
    export = window.usual["export"]
    cast(QMenu, export.parent()).insertAction(export, action)
