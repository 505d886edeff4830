"""What table styles do to cells: borders, shading and letters by the cell's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from xml.etree.ElementTree import Element

from reportdesk.core.document import NO_BORDERS, Borders
from reportdesk.word.reading.properties import (
    Properties,
    borders,
    paragraph_properties,
    run_properties,
    shading,
)
from reportdesk.word.reading.tree import VAL, w
from reportdesk.word.styles import Styles

_FLAGS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
}


@dataclass(frozen=True, slots=True, eq=False)
class CellFormat:
    """What a cell has from its table's style; the same one comes again for like cells."""

    run: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)
    shading: str = ""
    borders: Borders = NO_BORDERS


PLAIN_CELL = CellFormat()


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A table's style with the switches that the table gives it."""

    conditions: dict[str, CellFormat]
    flags: frozenset[str]
    borders: Borders
    made: dict[tuple[str, ...], CellFormat]

    def cell(self, row: int, column: int, rows: int, columns: int) -> CellFormat:
        """Return the format of a cell; all numbers count from 0."""
        found = ("wholeTable", *self._holding(row, column, rows, columns))
        holding = tuple(name for name in found if name in self.conditions)
        if holding not in self.made:
            formats = (self.conditions[name] for name in holding)
            self.made[holding] = reduce(_over, formats, PLAIN_CELL)
        return self.made[holding]

    def _holding(self, row: int, column: int, rows: int, columns: int) -> Iterator[str]:
        """The conditions that hold for a cell, weakest first."""
        if "noHBand" not in self.flags:
            from_header = row - ("firstRow" in self.flags)
            yield "band1Horz" if from_header % 2 == 0 else "band2Horz"
        if "firstColumn" in self.flags and column == 0:
            yield "firstCol"
        if "lastColumn" in self.flags and column == columns - 1:
            yield "lastCol"
        if "lastRow" in self.flags and row == rows - 1:
            yield "lastRow"
        if "firstRow" in self.flags and row == 0:
            yield "firstRow"


class TableFormats:
    """The table styles of one file."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        found = root.iter(w("style")) if root is not None else ()
        self._elements = {
            style.get(w("styleId"), ""): style for style in found if style.get(w("type")) == "table"
        }
        self._conditions: dict[str, dict[str, CellFormat]] = {}
        self._made: dict[str, dict[tuple[str, ...], CellFormat]] = {}

    def format(self, style: str, look: Element | None) -> TableFormat:
        """Return the format for a table's style id and its ``w:tblLook``."""
        if style not in self._conditions:
            self._conditions[style] = self._read(style)
        conditions = self._conditions[style]
        whole = conditions.get("wholeTable", PLAIN_CELL)
        made = self._made.setdefault(style, {})
        return TableFormat(conditions, _flags(look), whole.borders, made)

    def _read(self, style: str) -> dict[str, CellFormat]:
        conditions: dict[str, CellFormat] = {}
        for one in reversed(list(self._styles.chain(style)) if style else []):
            element = self._elements.get(one.id)
            for name, condition in _conditions(element):
                known = conditions.get(name, PLAIN_CELL)
                conditions[name] = _over(known, condition)
        return conditions


def _conditions(element: Element | None) -> Iterator[tuple[str, CellFormat]]:
    if element is not None:
        yield "wholeTable", _cell_format(element)
        for condition in element.iter(w("tblStylePr")):
            yield condition.get(w("type"), ""), _cell_format(condition)


def _cell_format(element: Element) -> CellFormat:
    shade = element.find(f"{w('tcPr')}/{w('shd')}")
    lines = element.find(f"{w('tcPr')}/{w('tcBorders')}")
    if lines is None:
        lines = element.find(f"{w('tblPr')}/{w('tblBorders')}")
    return CellFormat(
        run_properties(element.find(w("rPr"))),
        paragraph_properties(element.find(w("pPr"))),
        shading(shade) if shade is not None else "",
        borders(lines) if lines is not None else NO_BORDERS,
    )


def _over(below: CellFormat, above: CellFormat) -> CellFormat:
    return CellFormat(
        below.run | above.run,
        below.paragraph | above.paragraph,
        above.shading or below.shading,
        borders_over(below.borders, above.borders),
    )


def borders_over(below: Borders, above: Borders) -> Borders:
    """Return the lines of both; where both have one, the second's."""
    if below == NO_BORDERS or above == NO_BORDERS:
        return below if above == NO_BORDERS else above
    names = Borders.__slots__
    return Borders(*(getattr(above, name) or getattr(below, name) for name in names))


def _flags(look: Element | None) -> frozenset[str]:
    if look is None:
        return frozenset({"firstRow", "noHBand"})
    try:
        bits = int(look.get(VAL, "0"), 16)
    except ValueError:
        bits = 0
    said = {name: look.get(w(name)) for name in _FLAGS}
    return frozenset(
        name
        for name, bit in _FLAGS.items()
        if (said[name] in ("1", "true", "on") if said[name] else bits & bit)
    )
