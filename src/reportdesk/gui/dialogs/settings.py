"""The settings: a form like any other, made from the fields of what can be set."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from reportdesk.core.edits import Edit, apply_edit
from reportdesk.core.fields import Answers, Field, Kind
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.core.settings import EXPORTS, NEW_DRAFTS, PRIVACY, SCREEN, SPELLING
from reportdesk.core.template import Section
from reportdesk.gui.dialogs.places import FolderEditor, WordListEditor
from reportdesk.gui.forms.editor import Editor
from reportdesk.gui.forms.page import SectionPage
from reportdesk.gui.forms.registry import make_editor
from reportdesk.gui.forms.rows import RowsEditor

_PAGES = (
    Section("screen", _("Screen"), SCREEN),
    Section("new", _("New drafts"), NEW_DRAFTS),
    Section("exports", _("Export"), EXPORTS),
    Section("spelling", _("Spelling"), SPELLING),
    Section("privacy", _("Privacy"), PRIVACY),
)

_PLACES = {
    ("export_folder",): FolderEditor,
    ("template_folders", "path"): FolderEditor,
    ("spelling_lists", "path"): WordListEditor,
}


class SettingsDialog(QDialog):
    """Shows what is set; nothing holds before OK.

    Signals:
        taken: the officer pressed OK; the payload are the answers.
    """

    taken = Signal(object)

    def __init__(self, answers: Answers, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._answers: Answers = dict(answers)
        tabs = QTabWidget(self)  # made before its pages, as Tab comes to it before them
        self.pages = [SectionPage(section, tabs, headed=False, make=_editor) for section in _PAGES]
        tabs.tabBar().setAccessibleName(_("Groups of settings"))
        for page in self.pages:
            tabs.addTab(page, page.section.title)
            page.edited.connect(self._edited)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)
        layout.addWidget(buttons)
        size = self.fontMetrics()
        self.resize(size.averageCharWidth() * 95, size.lineSpacing() * 38)
        self._show()

    def add_privacy(self, part: QWidget) -> None:
        """Show below the page on privacy what is remembered."""
        self.pages[-1].add_part(part)

    @property
    def answers(self) -> Mapping[str, object]:
        """What stands in the form."""
        return self._answers

    @Slot(object)
    def _edited(self, edit: Edit) -> None:
        self._answers, _inverse = apply_edit(self._answers, edit)
        self._show()

    def _show(self) -> None:
        for page in self.pages:
            page.show_answers(self._answers)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._answers)
        self.accept()


def _editor(field: Field, path: FieldPath, parent: QWidget) -> Editor:
    """Places on this computer can be chosen; all else is asked as in any form."""
    place = _PLACES.get(tuple(step for step in path if isinstance(step, str)))
    if place is not None:
        return place(field, path, parent)
    if field.kind is Kind.ROWS:
        return RowsEditor(field, path, _editor, parent)
    return make_editor(field, path, parent)
