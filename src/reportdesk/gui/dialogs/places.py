"""Editors of where something lies on this computer: typed, or chosen from its folders."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from reportdesk.core.fields import Field
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.gui.dialogs.files import FileQuestion, ask_folder, ask_open
from reportdesk.gui.forms.typed import TypedEditor
from reportdesk.gui.icons import icon_button


class FolderEditor(TypedEditor):
    """A folder, with a button to choose it."""

    tip = _("Choose a folder")

    def __init__(self, field: Field, path: FieldPath, parent: QWidget | None = None) -> None:
        super().__init__(field, path, parent)
        button = icon_button("open", self.tip, self)
        button.setAccessibleName(f"{field.label}: {self.tip}")
        button.clicked.connect(self._choose)
        self.add_beside(button)

    def ask(self) -> None:
        """Ask for the folder."""
        question = FileQuestion(self.tip, suggested=self.line.text() or str(Path.home()))
        ask_folder(self, question, self.take)

    def take(self, path: Path) -> None:
        """Take what was chosen, as if it were typed."""
        self.line.setText(str(path))
        self._typed(self.line.text())

    def _new_line(self) -> QLineEdit:
        return QLineEdit(self)

    @Slot()
    def _choose(self) -> None:
        self.ask()


class WordListEditor(FolderEditor):
    """A text file, with a button to choose it."""

    tip = _("Choose a file")

    def ask(self) -> None:
        """Ask for the file."""
        kinds = _("Text files") + " (*.txt)"
        question = FileQuestion(self.tip, kinds, self.line.text() or str(Path.home()))
        ask_open(self, question, self.take)
