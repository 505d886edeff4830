"""The officer's settings and the window's layout, kept in checked files of our own."""

from __future__ import annotations

from pathlib import Path

from reportdesk.core.fields import Answers
from reportdesk.core.problems import Problem
from reportdesk.core.settings import FIELDS, LAYOUT, USUAL, Settings, settings_of
from reportdesk.storage.settings import read_settings, write_settings


class SettingsFile:
    """Settings and layout on disk.

    Attributes:
        folder: where the files lie.
        answers: what was set, as the settings' form shows it.
        problems: what to tell of a file that could not be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._settings = folder / "settings.yaml"
        self._layout = folder / "layout.yaml"
        read = read_settings(self._settings, FIELDS)
        self.answers: Answers = read.answers
        self.problems: tuple[Problem, ...] = read.problems

    @property
    def settings(self) -> Settings:
        """What was set, with a meaning for what was not."""
        return settings_of(self.answers)

    @property
    def shown(self) -> Answers:
        """The answers to show in the form: what was set, else the usual."""
        return {**USUAL, **self.answers}

    def change(self, answers: Answers) -> None:
        """Take and save other answers; raises SaveError, and the answers hold all the same."""
        self.answers = answers
        write_settings(self._settings, answers)

    def layout(self) -> Answers:
        """Return what the window remembers of its looks; nothing where that cannot be read."""
        return read_settings(self._layout, LAYOUT).answers

    def remember(self, layout: Answers) -> None:
        """Save the window's looks; raises SaveError."""
        write_settings(self._layout, layout)
