"""Who we are to the desktop: name, version, icon, and a place of our own in the taskbar."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from reportdesk import __version__
from reportdesk.gui.icons import own_icon

_TASKBAR = "ReportDesk.ReportDesk"


def introduce(app: QApplication) -> None:
    """Tell the desktop who we are, before any window shows."""
    app.setApplicationName("ReportDesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("reportdesk")
    app.setWindowIcon(own_icon())
    if sys.platform == "win32":  # which else takes us for Python, and shows its icon
        # Loaded late because no other system needs it.
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(_TASKBAR)
