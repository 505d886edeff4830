"""Help with words: spelling, and find and replace."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from reportdesk.core.i18n import _
from reportdesk.core.settings import Settings
from reportdesk.gui.actions import Command, Menu
from reportdesk.gui.dialogs.find_bar import FindBar
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.spelling.checking import check_spelling
from reportdesk.gui.spelling.walk import SpellingWalk
from reportdesk.services.home import Home
from reportdesk.services.spelling import SpellingFiles, spelling_files

_KEY = QKeySequence.StandardKey


class Writing:
    """Hangs the help with words into the window.

    Attributes:
        spelling: squiggles and suggestions.
        walk: from one unknown word to the next.
        finding: find and replace.
    """

    def __init__(self, window: MainWindow) -> None:
        home = window.home
        spelling = check_spelling(window.stage, _files(home, home.settings.settings))
        window.preferences.changed.connect(lambda settings: spelling.use(_files(home, settings)))
        self.spelling = spelling
        self.walk = SpellingWalk(window.stage, window, self.spelling)
        self.finding = FindBar(window.stage, window)
        for menu, command in self._commands():
            window.menus.add(menu, command)

    def _commands(self) -> tuple[tuple[Menu, Command], ...]:
        finding, walk = self.finding, self.walk
        return (
            (
                Menu.EDIT,
                Command(
                    _("&Find…"), finding.open_to_find, _KEY.Find, needs_draft=True, line_above=True
                ),
            ),
            (Menu.EDIT, Command(_("Find &next"), finding.go_next, "F3", needs_draft=True)),
            (Menu.EDIT, Command(_("Find pre&vious"), finding.go_previous, "Shift+F3", True)),
            (Menu.EDIT, Command(_("R&eplace…"), finding.open_to_replace, "Ctrl+H", True)),
            (Menu.TOOLS, Command(_("&Spelling…"), walk.start, "F7", needs_draft=True)),
        )


def _files(home: Home, settings: Settings) -> SpellingFiles:
    return spelling_files(home.resources, home.words, settings.spelling_lists)
