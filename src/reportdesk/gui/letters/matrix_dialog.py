"""The screen of points and answers: a grid to filter, to jump from and to take away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _, plural
from reportdesk.gui.announcing import without_mark
from reportdesk.gui.dialogs.cells import make_readable
from reportdesk.gui.roles import name_list
from reportdesk.services.matrix import Line, State, cells, titles

_WIDE = (1, 2, 5)  # columns of text
_STATES = {
    State.ANSWERED: _("✓ answered"),
    State.FINDING: _("✓ answers a finding"),
    State.UNANSWERED: _("✕ not answered"),
    State.POINTLESS: _("! names no point"),
}

_ALIGNED = Qt.ItemDataRole.TextAlignmentRole
_WRAPPED = (
    Qt.AlignmentFlag.AlignLeft.value
    | Qt.AlignmentFlag.AlignVCenter.value
    | (Qt.TextFlag.TextWordWrap.value)
)


class MatrixDialog(QDialog):
    """Shows the lines of a matrix beside the draft, which can go on being written.

    Signals:
        chosen: the officer wants to go to a field; the payload is its path.
        wants_word: the matrix is wanted as a Word file.
        wants_table: the matrix is wanted for a spreadsheet.
    """

    chosen = Signal(tuple)
    wants_word = Signal()
    wants_table = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Every point answered"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines: tuple[Line, ...] = ()
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.words = QLineEdit(
            self, placeholderText=_("Words to look for"), clearButtonEnabled=True
        )
        self.words.setAccessibleName(_("Show only lines with these words"))
        self.state = QComboBox(self)
        name_list(self.state, _("Show only lines that stand so"))
        self.state.addItem(_("All lines"), None)
        for state in State:
            self.state.addItem(_STATES[state], state)
        self.table = self._table()
        self.words.textChanged.connect(self._filter)
        self.state.currentIndexChanged.connect(self._filter)
        self._lay_out()
        self._tell()
        size = self.fontMetrics()
        self.resize(size.averageCharWidth() * 150, size.lineSpacing() * 34)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines; the same ones again leave the grid as it is."""
        if lines == self._lines:
            return
        self._lines = lines
        self.table.setRowCount(len(lines))
        for at, line in enumerate(lines):
            for column, text in enumerate((*cells(line), _STATES[line.state])):
                self.table.setItem(at, column, _item(text))
        self._tell()
        self._filter()

    def shown(self) -> tuple[Line, ...]:
        """Return the lines that the filter lets through."""
        hidden = self.table.isRowHidden
        return tuple(line for at, line in enumerate(self._lines) if not hidden(at))

    def _table(self) -> QTableWidget:
        heads = (*titles()[:-1], _("Progress"), _("State"))
        table = QTableWidget(0, len(heads), self)
        table.setAccessibleName(_("Points and what answers them"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        make_readable(table)
        header = table.horizontalHeader()
        header.setMinimumHeight(self.fontMetrics().lineSpacing() * 3 + 12)
        for column, head in enumerate(heads):
            table.setHorizontalHeaderItem(column, _head(head))
        for column in range(len(heads)):
            stretch = column in _WIDE
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Stretch if stretch else mode.ResizeToContents)
        table.cellActivated.connect(self._go)
        return table

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self.words, 1)
        filters.addWidget(self.state)
        buttons = QHBoxLayout()
        for text, signal in (
            (_("Save as &Word…"), self.wants_word),
            (_("Save as &table (.csv)…"), self.wants_table),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QPushButton(_("&Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)

    def _tell(self) -> None:
        points = {line.point.path for line in self._lines if line.point}
        open_points = sum(line.state is State.UNANSWERED for line in self._lines)
        lost = sum(line.state is State.POINTLESS for line in self._lines)
        said = [
            plural("{count} point", "{count} points", len(points)).format(count=len(points)),
            plural("{count} not answered", "{count} not answered", open_points).format(
                count=open_points
            ),
            plural(
                "{count} response or action that names no point",
                "{count} responses or actions that name no point",
                lost,
            ).format(count=lost),
        ]
        hint = _("Enter or a double click goes to the field.")
        self.summary.setText(f"{', '.join(said)}. {hint}")

    @Slot()
    def _filter(self) -> None:
        wanted, state = self.words.text().casefold(), self.state.currentData()
        for at, line in enumerate(self._lines):
            fits = state is None or line.state is state
            words = " ".join(cells(line)).casefold()
            self.table.setRowHidden(at, not (fits and wanted in words))

    @Slot(int, int)
    def _go(self, row: int, column: int) -> None:
        """The left of a line is its point, the right what answers it."""
        line = self._lines[row]
        sides = (line.point, line.answering) if column < _WIDE[1] else (line.answering, line.point)
        side = next((side for side in sides if side is not None), None)
        if side is not None:
            self.chosen.emit(side.path)


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, without_mark(text))
    item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return item


def _head(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    item.setData(_ALIGNED, _WRAPPED)
    return item
