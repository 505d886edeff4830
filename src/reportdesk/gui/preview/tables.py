"""Tables of a report as Qt has them: where each cell lies, its lines and its shading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reportdesk.core.document import (
    NO_BORDERS,
    Alignment,
    Block,
    Border,
    Borders,
    Cell,
    Paragraph,
    Row,
    Table,
)
from reportdesk.core.quick_dataclasses import replace
from reportdesk.gui.preview.looks import PIXELS, fixed, line_of

Placed = tuple[int, int, Cell]
_PADDING = 5.4  # points to the left and right, as Word has it unless told otherwise
_MOST_COLUMNS = 63
_SIDES = ("top", "right", "bottom", "left")
_ALIGNMENTS = {
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
}


def placed(table: Table) -> Iterator[Placed]:
    """Return each cell with its row and column; cells from above take their columns' place."""
    taken: dict[int, int] = {}  # column: first row in which it is free again
    for at, row in enumerate(table.rows):
        column = row.before
        for cell in row.cells:
            while taken.get(column, 0) > at:
                column += 1
            if column + cell.columns > _MOST_COLUMNS:
                break
            yield at, column, cell
            for reached in range(column, column + cell.columns):
                taken[reached] = at + cell.rows
            column += cell.columns


def make_table(
    cursor: QTextCursor, table: Table, cells: Sequence[Placed], below: float = 0.0
) -> QTextTable:
    """Insert an empty table of that shape where the cursor stands, and return it."""
    columns = max(column + cell.columns for _at, column, cell in cells)
    made = cursor.insertTable(len(table.rows), columns, _format(table, columns, below))
    for at, column, cell in cells:
        rows = min(cell.rows, len(table.rows) - at)
        if cell.columns > 1 or rows > 1:
            made.mergeCells(at, column, rows, cell.columns)
    return made


def dress(made: QTextTable, table: Table, cells: Sequence[Placed]) -> None:
    """Give a table's cells their lines and shading, once their text is written.

    Qt keeps a cell's look where it keeps that of the letters before its first paragraph.
    """
    for at, column, cell in cells:
        last = (at + cell.rows >= made.rows(), column + cell.columns == made.columns())
        made.cellAt(at, column).setFormat(_cell(table, (at, column), cell, last))


def box_of(blocks: tuple[Paragraph, ...]) -> Table:
    """Return a table of one cell with the lines that the paragraphs have around them."""
    layout = blocks[0].layout
    plain = tuple(
        replace(block, layout=replace(block.layout, borders=NO_BORDERS, left=0.0, right=0.0))
        for block in blocks
    )
    cell = Cell(plain, shading=layout.shading, borders=layout.borders)
    return Table((Row((cell,)),), indent=max(layout.left, 0.0))


def _format(table: Table, columns: int, below: float) -> QTextTableFormat:
    made = QTextTableFormat()
    made.setCellSpacing(0)
    made.setCellPadding(0)
    made.setBorder(0)
    made.setBorderCollapse(True)
    made.setLeftMargin(max(table.indent, 0.0) * PIXELS)
    made.setBottomMargin(below * PIXELS)
    made.setAlignment(_ALIGNMENTS.get(table.alignment, Qt.AlignmentFlag.AlignLeft))
    made.setHeaderRowCount(_headers(table))
    if len(table.columns) == columns and all(table.columns):
        made.setColumnWidthConstraints([fixed(width) for width in table.columns])
    elif not table.columns:
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


def _edge(blocks: Sequence[Block], side: str) -> float:
    """Space at a cell's edge, which Qt takes from the cell and not from its paragraphs."""
    spaces = [getattr(block.layout, side) for block in blocks if isinstance(block, Paragraph)]
    return float(sum(spaces)) * PIXELS


def _headers(table: Table) -> int:
    at = 0
    while at < len(table.rows) and table.rows[at].header:
        at += 1
    return at


def _cell(
    table: Table, place: tuple[int, int], cell: Cell, last: tuple[bool, bool]
) -> QTextTableCellFormat:
    made = QTextTableCellFormat()
    made.setLeftPadding(_PADDING * PIXELS)
    made.setRightPadding(_PADDING * PIXELS)
    made.setTopPadding(_edge(cell.blocks[:1], "before"))
    made.setBottomPadding(_edge(cell.blocks[-1:], "after"))
    if cell.shading:
        made.setBackground(QColor(f"#{cell.shading}"))
    for side, border in zip(_SIDES, _lines(table.borders, place, cell, last), strict=True):
        width, kind, brush = line_of(border)
        name = side.capitalize()
        getattr(made, f"set{name}Border")(width)
        getattr(made, f"set{name}BorderStyle")(kind)
        getattr(made, f"set{name}BorderBrush")(brush)
    return made


def _lines(
    table: Borders, place: tuple[int, int], cell: Cell, last: tuple[bool, bool]
) -> tuple[Border | None, ...]:
    """The lines around a cell, clockwise from the top: its own, else the table's."""
    own, (at, column) = cell.borders, place
    return (
        own.top or (table.inner_rows if at else table.top),
        own.right or (table.right if last[1] else table.inner_columns),
        own.bottom or (table.bottom if last[0] else table.inner_rows),
        own.left or (table.inner_columns if column else table.left),
    )
