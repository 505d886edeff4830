"""Let the officer change settings, and let them hold at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.privacy import PrivacyPart
from reportdesk.gui.dialogs.settings import SettingsDialog
from reportdesk.gui.forms.people import People
from reportdesk.gui.stage import Stage
from reportdesk.gui.theme import apply_theme
from reportdesk.services.folders import template_folders
from reportdesk.services.home import Home


class Preferences(QObject):
    """Shows the settings.

    Signals:
        changed: other settings hold now; the payload are the ``Settings``.
        names_cleared: recent drafts are forgotten.
    """

    changed = Signal(object)
    names_cleared = Signal()

    def __init__(self, stage: Stage, home: Home) -> None:
        super().__init__(stage)
        self._stage = stage
        self._home = home

    def choose(self) -> None:
        """Show the settings to change."""
        dialog = SettingsDialog(self._home.settings.shown, self._stage.window)
        people = self._stage.window.findChild(People)
        if people is not None:
            privacy = PrivacyPart(self._home, people, dialog)
            privacy.names_cleared.connect(self.names_cleared)
            dialog.add_privacy(privacy)
        dialog.taken.connect(self.take)
        dialog.open()

    def take(self, answers: Answers) -> None:
        """Save these settings and let them hold."""
        before = self._home.settings.settings
        try:
            self._home.settings.change(answers)
        except ReportDeskError as error:
            self._stage.tell(_("The settings hold, but could not be saved"), error)
        settings = self._home.settings.settings
        app = QApplication.instance()
        looks = (settings.theme, settings.text_size)
        if isinstance(app, QApplication) and looks != (before.theme, before.text_size):
            apply_theme(app, *looks)
        if settings.template_folders != before.template_folders:
            self._stage.desk.look_in(template_folders(settings.template_folders))
        self.changed.emit(settings)
