"""Where in a file, a form or a letter something stands, said so that a person can find it."""

from __future__ import annotations

from reportdesk.core.i18n import _
from reportdesk.core.quick_dataclasses import dataclass

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; all numbers count from 1."""

    table: int
    row: int
    cell: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place, as exactly as it is known; what is not known is left empty.

    Attributes:
        file: the file's name or path, as the officer gave it.
        line: line of a text file, from 1.
        part: part of a Word file in words: ``body``, ``header 1``, ``footnotes``.
        cells: the table cells around the place, outermost first.
        paragraph: paragraph within the part or innermost cell, from 1.
        tag: the tag's text, as the author typed it.
        field: path of the field in the answers: ``("findings", 2, "text")``.
        label: the field as the form names it: ``Findings, row 3, Text``.
        page: page of a letter, from 1.
    """

    file: str = ""
    line: int = 0
    part: str = ""
    cells: tuple[Cell, ...] = ()
    paragraph: int = 0
    tag: str = ""
    field: FieldPath = ()
    label: str = ""
    page: int = 0

    def __str__(self) -> str:
        """Say the place in one line: ``report.docx: body, table 1, row 2, cell 1, paragraph 1``."""
        head = f"{self.file}:{self.line}" if self.line else self.file
        details = ", ".join(self._details())
        return ": ".join(word for word in (head, details, self.label) if word)

    def _details(self) -> list[str]:
        words = [self.part] if self.part else []
        for cell in self.cells:
            words.append(
                _("table {table}, row {row}, cell {cell}").format(
                    table=cell.table, row=cell.row, cell=cell.cell
                )
            )
        if self.paragraph:
            words.append(_("paragraph {number}").format(number=self.paragraph))
        if self.page:
            words.append(_("page {number}").format(number=self.page))
        return words
