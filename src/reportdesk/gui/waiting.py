"""A small dialog while another program works, with a way to call it off."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget
from shiboken6 import isValid

from reportdesk.core.i18n import _

_SHOWN_AFTER = 400  # milliseconds; what is quicker needs no dialog


class Waiting(QObject):
    """Says what is waited for, and whether it is still wanted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._over = threading.Event()
        self._closed = False
        self.dialog: QProgressDialog | None = None

    def show(self, title: str, said: str) -> None:
        """Show the dialog in a moment, unless there is nothing to wait for any more."""
        if self._closed:
            return
        dialog = QProgressDialog(said, _("Cancel"), 0, 0, self._window)
        dialog.setWindowTitle(title)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(_SHOWN_AFTER)
        dialog.setMinimumWidth(dialog.fontMetrics().averageCharWidth() * 50)
        dialog.setAccessibleName(said)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.canceled.connect(self._cancel)
        dialog.setValue(0)
        self.dialog = dialog

    def going_on(self) -> bool:
        """Return whether it is still wanted; any thread may ask."""
        return not self._over.is_set()

    def close(self) -> None:
        """Take the dialog away: there is nothing to wait for any more."""
        self._closed = True
        dialog, self.dialog = self.dialog, None
        if dialog is not None and isValid(dialog):
            dialog.canceled.disconnect(self._cancel)
            dialog.close()
            dialog.deleteLater()
        self.deleteLater()

    @Slot()
    def _cancel(self) -> None:
        self._over.set()
