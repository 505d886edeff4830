"""Start the program with its window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reportdesk import __version__
from reportdesk.gui.features import add_features
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders


def run(arguments: Sequence[str]) -> int:
    """Show the window, with the draft if one is named, until it is closed; return the exit code."""
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("ReportDesk")
    app.setApplicationVersion(__version__)
    tasks = TaskRunner()
    window = MainWindow(Desk(template_folders([])), tasks)
    add_features(window)
    window.show()
    if arguments:
        window.open(Path(arguments[0]))
    try:
        return app.exec()
    finally:
        tasks.close()
