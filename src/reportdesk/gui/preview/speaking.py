"""What a screen reader says of a paragraph of the report: its place and kind, then its words."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable, QTextTableCell

from reportdesk.core.i18n import _

_PICTURE = "\ufffc"


def is_heading(block: QTextBlock) -> bool:
    """Return whether the paragraph is a heading."""
    return block.blockFormat().headingLevel() > 0


def begins_table(block: QTextBlock) -> bool:
    """Return whether the paragraph is the first of a table."""
    table = _table(block)
    return table is not None and table.firstCursorPosition().block() == block


def spoken(block: QTextBlock, before: QTextBlock) -> str:
    """Return what is said of a paragraph, by one who has just said another, which may be none."""
    table = _table(block)
    parts = [*_place(table, block, before)] if table else []
    words = _words(block)
    if is_heading(block):
        level = block.blockFormat().headingLevel()
        words = _("Heading {level}: {words}").format(level=level, words=words)
    return " ".join((*parts, words))


def _table(block: QTextBlock) -> QTextTable | None:
    """The table that the paragraph stands in; a mere box around words is none."""
    table = QTextCursor(block).currentTable()
    return table if table and table.rows() * table.columns() > 1 else None


def _place(table: QTextTable, block: QTextBlock, before: QTextBlock) -> list[str]:
    """Say the table where one comes into it, and the cell where it is another."""
    cell = table.cellAt(block.position())
    within = before.isValid() and (other := _table(before)) and other == table
    if within and table.cellAt(before.position()) == cell:
        return []
    row = _("Row {number}, {column}:").format(number=cell.row() + 1, column=_column(table, cell))
    if within:
        return [row]
    shape = _("Table of {rows} rows and {columns} columns.")
    return [shape.format(rows=table.rows(), columns=table.columns()), row]


def _column(table: QTextTable, cell: QTextTableCell) -> str:
    """What the column is called: by its heading, under it, else by its number."""
    heads = table.format().toTableFormat().headerRowCount()
    if cell.row() >= heads > 0:
        head = table.cellAt(heads - 1, cell.column()).firstCursorPosition().block()
        if words := _words(head):
            return words
    return _("column {number}").format(number=cell.column() + 1)


def _words(block: QTextBlock) -> str:
    """The words as they are printed, a list's label before them; pictures tell what they show."""
    said, at = "", block.begin()
    while not at.atEnd():
        part = at.fragment()
        text = part.text()
        if _PICTURE in text:
            shows = part.charFormat().toolTip()
            text = _("Picture: {what}").format(what=shows) if shows else _("Picture")
        said += text
        at += 1
    return " ".join(said.split())
