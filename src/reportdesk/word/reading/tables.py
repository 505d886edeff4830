"""Tables: rows, cells that reach over others, header rows, borders and shading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from reportdesk.core.document import NO_BORDERS, Alignment, Block, Borders, Cell, Row, Table
from reportdesk.word.reading.properties import alignment, borders, shading
from reportdesk.word.reading.story import Story
from reportdesk.word.reading.table_formats import CellFormat, TableFormat, borders_over
from reportdesk.word.reading.tree import VAL, points, switched_on, w

Read = Callable[[Element, CellFormat], tuple[Block, ...]]

_WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")})
_MOST_COLUMNS = 1000


@dataclass(slots=True)
class _Placed:
    """A cell with the column that it begins in; ``goes_on`` if it belongs to the one above."""

    cell: Cell
    column: int
    goes_on: bool


def read_table(element: Element, story: Story, read: Read) -> Table:
    """Return a table; ``read`` gives the blocks of a cell."""
    properties = element.find(w("tblPr"))
    style = _said(properties, "tblStyle")
    look = properties.find(w("tblLook")) if properties is not None else None
    table_format = story.tables.format(style, look)
    rows = [row for row in _all(element, w("tr")) if not _is_deleted(row)]
    placed = [_row_cells(row, at, len(rows), table_format, read) for at, row in enumerate(rows)]
    own = properties.find(w("tblBorders")) if properties is not None else None
    lines = borders(own) if own is not None else NO_BORDERS
    indent = properties.find(w("tblInd")) if properties is not None else None
    return Table(
        tuple(_row(row, cells) for row, cells in zip(rows, _spanned(placed), strict=True)),
        tuple(points(column.get(w("w"))) for column in element.iterfind(_COLUMN)),
        story.formats.styles.name_of(style) if style else "",
        _said(properties, "tblDescription") or _said(properties, "tblCaption"),
        borders_over(table_format.borders, lines),
        _alignment(properties),
        points(indent.get(w("w"))) if indent is not None else 0.0,
    )


_COLUMN = f"{w('tblGrid')}/{w('gridCol')}"


def _row_cells(
    row: Element, at: int, rows: int, table_format: TableFormat, read: Read
) -> list[_Placed]:
    placed: list[_Placed] = []
    elements = [cell for cell in _all(row, w("tc")) if not _cell_is_deleted(cell)]
    column = _left_out(row)
    for place, element in enumerate(elements):
        properties = element.find(w("tcPr"))
        from_style = table_format.cell(at, place, rows, len(elements))
        columns = min(_number(_said(properties, "gridSpan"), 1), _MOST_COLUMNS)
        cell = Cell(
            read(element, from_style),
            columns,
            width=_width(properties),
            shading=_shading(properties, from_style),
            borders=_borders(properties),
        )
        placed.append(_Placed(cell, column, _goes_on(properties)))
        column += columns
    return placed


def _spanned(rows: list[list[_Placed]]) -> list[tuple[Cell, ...]]:
    """Count the rows that each cell reaches over, and leave out those it goes on in."""
    reach: dict[int, int] = {}
    kept: list[tuple[Cell, ...]] = []
    for row in reversed(rows):
        below, reach = reach, {}
        cells: list[Cell] = []
        for placed in row:
            rows_below = below.get(placed.column, 0)
            if placed.goes_on:
                reach[placed.column] = rows_below + 1
            else:
                cells.append(replace(placed.cell, rows=rows_below + 1))
        kept.append(tuple(cells))
    return kept[::-1]


def _row(row: Element, cells: tuple[Cell, ...]) -> Row:
    properties = row.find(w("trPr"))
    header = properties.find(w("tblHeader")) if properties is not None else None
    return Row(cells, header is not None and switched_on(header), _left_out(row))


def _left_out(row: Element) -> int:
    said = _said(row.find(w("trPr")), "gridBefore")
    return min(_number(said, 0), _MOST_COLUMNS)


def _all(parent: Element, name: str) -> Iterator[Element]:
    """The elements of that name, those in content controls too."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _all(child, name)


def _is_deleted(row: Element) -> bool:
    properties = row.find(w("trPr"))
    return properties is not None and properties.find(w("del")) is not None


def _cell_is_deleted(cell: Element) -> bool:
    properties = cell.find(w("tcPr"))
    return properties is not None and properties.find(w("cellDel")) is not None


def _goes_on(properties: Element | None) -> bool:
    merge = properties.find(w("vMerge")) if properties is not None else None
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _shading(properties: Element | None, from_style: CellFormat) -> str:
    own = properties.find(w("shd")) if properties is not None else None
    return shading(own) if own is not None else from_style.shading


def _borders(properties: Element | None) -> Borders:
    own = properties.find(w("tcBorders")) if properties is not None else None
    return borders(own) if own is not None else NO_BORDERS


def _width(properties: Element | None) -> float:
    width = properties.find(w("tcW")) if properties is not None else None
    if width is None or width.get(w("type"), "dxa") != "dxa":
        return 0.0
    return points(width.get(w("w")))


def _alignment(properties: Element | None) -> Alignment:
    said = properties.find(w("jc")) if properties is not None else None
    return alignment(said) if said is not None else Alignment.LEFT


def _said(properties: Element | None, name: str) -> str:
    child = properties.find(w(name)) if properties is not None else None
    return child.get(VAL, "") if child is not None else ""


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() else otherwise
