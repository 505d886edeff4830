"""Ask what to export, in which house style and where; tell before what it would leave out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _, plural
from reportdesk.core.template import Template
from reportdesk.gui.announcing import show_and_say
from reportdesk.gui.dialogs.files import FileQuestion, ask_save
from reportdesk.gui.panels.problems import ProblemList
from reportdesk.services.export_plan import Format, Made, Order

_MOST_LINES = 26
_FORMATS = {Format.WORD: _("Word file (.docx)"), Format.PDF: _("PDF, tagged (.pdf)")}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the officer wants written, and where."""

    made: Made
    path: Path
    format: Format


class ExportDialog(QDialog):
    """Shows what an order would give; the report is made by whoever listens.

    Signals:
        ordered: another paper or style is wanted; the payload is the ``Order``.
        taken: the officer wants it written; the payload is the ``ExportChoice``.
        wants_field: the officer goes to a field; the payload is its path.
    """

    ordered = Signal(object)
    taken = Signal(object)
    wants_field = Signal(tuple)

    def __init__(self, templates: list[Template], now: Template, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._templates = templates
        self._made: Made | None = None
        self.style_box, self.paper, self.format = (QComboBox(self) for _each in range(3))
        self.place = QLineEdit(self)
        self.verdict = QLabel(self)
        self.problems = ProblemList(self)
        for template in templates:
            self.style_box.addItem(template.title, template.id)
        for format, text in _FORMATS.items():
            self.format.addItem(text, format)
        self._lay_out()
        self.style_box.setCurrentIndex(self.style_box.findData(now.id))
        self._list_papers()
        self.style_box.currentIndexChanged.connect(self._list_papers)
        self.paper.currentIndexChanged.connect(self._order)
        self.format.currentIndexChanged.connect(self._end_name)
        self.problems.chosen.connect(self._go)

    @property
    def order(self) -> Order:
        """What is chosen."""
        return Order(self.style_box.currentData(), self.paper.currentData())

    def show_made(self, made: Made, path: Path) -> None:
        """Show what the order gives, and where it would go."""
        self._made = made
        self.problems.show_problems(made.problems)
        show_and_say(self.verdict, _verdict(len(made.problems)))
        self._show_list(bool(made.problems))
        self.place.setText(str(path))
        self._end_name()
        self._button.setEnabled(True)

    def show_failure(self, why: str) -> None:
        """Say why the order cannot be made."""
        show_and_say(self.verdict, why)
        self._show_list(False)

    def _show_list(self, shown: bool) -> None:
        """Have room for the list of problems, and no more than that."""
        self.problems.setVisible(shown)
        lines = min(6 + 2 * self.problems.count(), _MOST_LINES) if shown else 0
        self.problems.setMinimumHeight(self.fontMetrics().lineSpacing() * min(lines, 8))
        wanted = self.sizeHint().expandedTo(self.minimumSize())
        rows = self.fontMetrics().lineSpacing() * lines
        self.resize(max(wanted.width(), self.width()), wanted.height() + rows // 2)

    def _lay_out(self) -> None:
        form = QFormLayout()
        choose = QPushButton(_("C&hoose…"), self)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(choose)
        for text, widget in (
            (_("Te&mplate"), self.style_box),
            (_("&Document"), self.paper),
            (_("&Format"), self.format),
        ):
            form.addRow(text, widget)
            widget.setAccessibleName(text.replace("&", ""))
        label = QLabel(_("Save &as"), self)
        label.setBuddy(self.place)
        self.place.setAccessibleName(_("Save as"))
        form.addRow(label, row)
        self.verdict.setWordWrap(True)
        self.verdict.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.verdict.setProperty("role", "label")
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.verdict)
        layout.addWidget(self.problems, 1)
        layout.addStretch(0)
        layout.addWidget(self._buttons())
        size = self.fontMetrics()
        self.setMinimumWidth(size.averageCharWidth() * 100)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._button = box.addButton(_("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._button.setDefault(True)
        self._button.setEnabled(False)
        box.accepted.connect(self._take)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _list_papers(self) -> None:
        self.paper.blockSignals(True)
        self.paper.clear()
        for document in self._templates[self.style_box.currentIndex()].documents:
            self.paper.addItem(document.title, document.id)
        self.paper.blockSignals(False)
        self._order()

    @Slot()
    def _order(self) -> None:
        self._button.setEnabled(False)
        show_and_say(self.verdict, _("Making the report…"))
        self.ordered.emit(self.order)

    @Slot()
    def _end_name(self) -> None:
        path = Path(self.place.text())
        if path.name:
            self.place.setText(str(path.with_suffix(f".{self.format.currentData().value}")))

    @Slot()
    def _choose(self) -> None:
        ending = self.format.currentData().value
        kinds = f"{self.format.currentText()} (*.{ending})"
        question = FileQuestion(_("Export"), kinds, self.place.text(), ending)
        ask_save(self, question, lambda path: self.place.setText(str(path)))

    @Slot()
    def _take(self) -> None:
        if self._made is not None and self.place.text().strip():
            path = Path(self.place.text().strip())
            self.taken.emit(ExportChoice(self._made, path, self.format.currentData()))
            self.accept()

    @Slot(tuple)
    def _go(self, path: tuple[str | int, ...]) -> None:
        self.wants_field.emit(path)
        self.reject()


def _verdict(count: int) -> str:
    if not count:
        return _("✓ Nothing is missing, and everything is printed.")
    return plural(
        "! {count} thing to know before you publish. Enter or a click goes to its field.",
        "! {count} things to know before you publish. Enter or a click goes to the field.",
        count,
    ).format(count=count)
