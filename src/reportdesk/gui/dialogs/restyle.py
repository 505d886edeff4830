"""Ask under which template the draft shall go on; tell before what that one does not ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem
from reportdesk.core.template import Template
from reportdesk.gui.panels.problems import ProblemList

Look = Callable[[str], Sequence[Problem]]


class RestyleDialog(QDialog):
    """Asks for a template.

    Signals:
        taken: the officer wants this one; the payload is its id.
    """

    taken = Signal(str)

    def __init__(self, templates: Sequence[Template], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change the template of this draft"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(_("Template"))
        for template in templates:
            self.choice.addItem(template.title, template.id)
        self.problems = ProblemList(self)
        note = QLabel(
            _(
                "Answers that the other template does not ask for stay in the draft. "
                "Ctrl+Z undoes the change."
            ),
            self,
        )
        note.setWordWrap(True)
        form = QFormLayout()
        form.addRow(_("Te&mplate"), self.choice)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(self.problems, 1)
        layout.addWidget(self.buttons)
        size = self.fontMetrics()
        self.resize(size.averageCharWidth() * 90, size.lineSpacing() * 20)
        self.choice.currentIndexChanged.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        try:
            problems = self._look(self.choice.currentData())
        except ReportDeskError as error:
            problems = error.problems
            ok.setEnabled(False)
        else:
            ok.setEnabled(True)
        self.problems.show_problems(problems)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self.choice.currentData())
        self.accept()
