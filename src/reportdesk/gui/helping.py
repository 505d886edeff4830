"""Show help: the guide, the keys, and what the program is made of."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from reportdesk.core.i18n import _
from reportdesk.gui.actions import Actions
from reportdesk.gui.dialogs.help import AboutDialog, GuideDialog, TableDialog
from reportdesk.services.home import Home


class Helping(QObject):
    """Opens the dialogs of the Help menu."""

    def __init__(self, window: QWidget, menus: Actions, home: Home) -> None:
        super().__init__(window)
        self._window = window
        self._menus = menus
        self._home = home
        self._guide: GuideDialog | None = None

    def guide(self) -> None:
        """Show the user guide; it may stay open while the officer works."""
        if self._guide is None or not isValid(self._guide):
            self._guide = GuideDialog(self._home.guide, self._window)
        self._guide.show()
        self._guide.activateWindow()

    def keys(self) -> None:
        """List the keys of every menu, of texts, and of what has no menu."""
        # Loaded here because texts with their tools must not delay the window.
        from reportdesk.gui.key_list import key_rows

        heads = [_("What it does"), _("Keys"), _("Where")]
        rows = key_rows(self._menus)
        TableDialog(_("Keyboard shortcuts"), heads, rows, self._window).open()

    def about(self) -> None:
        """Say what the program is made of."""
        AboutDialog(self._window).open()
