"""Two versions of a draft side by side, field by field, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.cells import make_readable
from reportdesk.services.differences import Difference

_LONGEST = 4000  # characters of one answer in a cell


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is shown.

    Attributes:
        sentence: what happened, and what is asked.
        choices: what can be done: the button's text by the name that is told; the first one
            is suggested.
    """

    title: str
    sentence: str
    left: str
    right: str
    rows: tuple[Difference, ...]
    choices: dict[str, str]


class CompareDialog(QDialog):
    """Shows a comparison.

    Signals:
        chosen: the officer chose what to do; the payload is the choice's name.
    """

    chosen = Signal(str)

    def __init__(self, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(comparison.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        sentence = QLabel(comparison.sentence, self)
        sentence.setWordWrap(True)
        layout.addWidget(sentence)
        self.table = _table(comparison, self)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._buttons(comparison.choices))
        size = self.fontMetrics()
        lines = min(12 + 3 * len(comparison.rows), 32)
        self.resize(size.averageCharWidth() * 130, size.lineSpacing() * lines)

    def _buttons(self, choices: dict[str, str]) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        box.rejected.connect(self.reject)
        for number, (name, text) in enumerate(choices.items()):
            button = box.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(name)
            button.setDefault(number == 0)
            button.clicked.connect(lambda _on=False, name=name: self._choose(name))
        return box

    def _choose(self, name: str) -> None:
        self.chosen.emit(name)
        self.accept()


def _table(comparison: Comparison, parent: QWidget) -> QTableWidget:
    table = QTableWidget(len(comparison.rows), 3, parent)
    table.setAccessibleName(_("Differences"))
    table.setHorizontalHeaderLabels([_("Field"), comparison.left, comparison.right])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    make_readable(table)
    for at, row in enumerate(comparison.rows):
        _fill(table, at, (row.label, row.left or _("(nothing)"), row.right or _("(nothing)")))
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    for column in (1, 2):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table


def _fill(table: QTableWidget, at: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts):
        shown = text if len(text) <= _LONGEST else text[:_LONGEST] + " …"
        item = QTableWidgetItem(shown.strip())
        item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        table.setItem(at, column, item)
