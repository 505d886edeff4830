"""Start the program with its window, and see that nothing is lost when it ends."""

from __future__ import annotations

import linecache
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reportdesk.core.i18n import _, asked_languages
from reportdesk.gui.after_paint import AfterPaint
from reportdesk.gui.crash import CrashHooks
from reportdesk.gui.housekeeping import Housekeeping
from reportdesk.gui.identity import introduce
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.qt_words import translate_qt
from reportdesk.gui.safekeeping import Safekeeping
from reportdesk.gui.tasks import Task, TaskRunner
from reportdesk.gui.theme import apply_theme, styled_app
from reportdesk.services.crashes import ended_badly
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home, tidy


def run(arguments: Sequence[str]) -> int:
    """Show the window, with the draft if one is named, until it is closed; return the exit code."""
    if not _has_screen():
        print(_("there is no screen to show the window on; see reportdesk --help"), file=sys.stderr)
        return 2
    app = styled_app(arguments)
    introduce(app)
    translate_qt(app, asked_languages(os.environ))
    home = open_home()
    home.starting.set()
    settings = home.settings.settings
    apply_theme(app, settings.theme, settings.text_size)
    tasks, keeping = TaskRunner(), TaskRunner()
    desk = Desk(template_folders(settings.template_folders), home.backups)
    window = MainWindow(desk, tasks, home)
    safe = Safekeeping(window.stage, window.saving, home.keeper, keeping)
    housekeeping = Housekeeping(window.stage)
    last_words = home.crashes.last_words()
    hooks = CrashHooks(home.crashes, safe.keep_now, window)
    hooks.install()
    window.show()
    QTimer.singleShot(0, home.starting.clear)
    if ended_badly(last_words):
        window.stage.said.emit(_("ReportDesk ended unexpectedly last time; nothing kept is lost."))
    AfterPaint(window, lambda: _furnish(window, safe, arguments))
    keeping.run(Task(lambda: tidy(home)))
    try:
        return app.exec()
    finally:
        _let_clipboard_go(app)
        housekeeping.close()
        hooks.remove()
        window.stage.filing.close()
        keeping.close()
        tasks.close()


def _furnish(window: MainWindow, safe: Safekeeping, arguments: Sequence[str]) -> None:
    """Add what only drafts need, and open the draft if one is named."""
    # Loaded late because the start page shows before any of it is needed.
    from reportdesk.gui.features import add_features
    from reportdesk.gui.signals import Signals

    Signals(lambda: _end(safe), window)
    add_features(window)
    linecache.clearcache()  # PySide's import hook has left the source of every module there
    if arguments:
        window.open(Path(arguments[0]))


def _has_screen() -> bool:
    """Without one Qt would end the program by a signal, and say so in its own words alone."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _end(safe: Safekeeping) -> None:
    """The system ends the program: keep the text for the next start, and ask nothing."""
    safe.keep_now()
    QApplication.exit(0)


def _let_clipboard_go(app: QApplication) -> None:
    """Where there is no system's clipboard, Qt destroys what it holds after Python has ended.

    PySide crashes then on data that Python made.
    """
    if app.platformName() in ("offscreen", "minimal"):
        app.clipboard().clear()
