"""Counts paragraphs and tables while a part is read, so that each has a place."""

from __future__ import annotations

from reportdesk.core.places import Cell, Place
from reportdesk.core.quick_dataclasses import dataclass


@dataclass(slots=True)
class _Scope:
    """The part, or a cell in it: where counting begins at 1."""

    cells: tuple[Cell, ...]
    paragraphs: int = 0
    tables: int = 0


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    cell: int = 0


class Counter:
    """Where in the part the reading has come to."""

    def __init__(self, file: str, part: str) -> None:
        self._file, self._part = file, part
        self._scopes = [_Scope(())]
        self._tables: list[_Table] = []

    def place(self, paragraph: int = 0) -> Place:
        """Return the place of that paragraph, or else of the last that was begun."""
        scope = self._scopes[-1]
        number = paragraph or scope.paragraphs
        return Place(self._file, part=self._part, cells=scope.cells, paragraph=number)

    def paragraph(self) -> None:
        """A paragraph begins."""
        self._scopes[-1].paragraphs += 1

    def table(self) -> None:
        """A table begins."""
        self._scopes[-1].tables += 1
        self._tables.append(_Table(self._scopes[-1].tables))

    def row(self) -> None:
        """A row begins."""
        for table in self._tables[-1:]:
            table.row += 1
            table.cell = 0

    def cell(self) -> None:
        """A cell begins."""
        table = self._tables[-1] if self._tables else _Table(0)
        table.cell += 1
        around = self._scopes[-1].cells
        self._scopes.append(_Scope((*around, Cell(table.number, table.row, table.cell))))

    def end_cell(self) -> None:
        """A cell ends."""
        if len(self._scopes) > 1:
            self._scopes.pop()

    def end_table(self) -> None:
        """A table ends."""
        if self._tables:
            self._tables.pop()

    def mark(self) -> tuple[int, int]:
        """Return a mark to come back to: the second form of a drawing counts as the first did."""
        return self._scopes[-1].paragraphs, self._scopes[-1].tables

    def back_to(self, mark: tuple[int, int]) -> None:
        """Count on from a mark."""
        self._scopes[-1].paragraphs, self._scopes[-1].tables = mark
