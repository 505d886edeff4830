"""A press: one document of a template made ready once, to print any answers again and again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportdesk.core.answers import Printed, printable, printable_row
from reportdesk.core.fields import Answers, Field, Kind, Row, rows_of
from reportdesk.templating.keeping import Kept
from reportdesk.templating.program import Program
from reportdesk.word.output.packing import Packer
from reportdesk.word.output.properties import Properties
from reportdesk.word.report_file import ReportFile


class Press:
    """Prints one Word file of a template.

    What did not change since the last printing is used again, so that printing after one
    edit costs little. One press belongs to one thread.
    """

    def __init__(self, word: ReportFile, program: Program, fields: Iterable[Field]) -> None:
        self._word = word
        self._program = program
        self._fields = tuple(fields)
        self._kept = Kept()
        self._packer = Packer()
        self._rows: dict[int, tuple[Row, dict[str, Printed]]] = {}

    def names(self) -> frozenset[str]:
        """The fields that this document prints: ``findings``, ``findings.text``."""
        return self._program.names()

    def print(self, answers: Answers) -> bytes:
        """Return the report as the bytes of a Word file; same answers, same bytes.

        Raises ExportError where an answer cannot be printed as the template asks.
        """
        writer = self._word.writer()
        filled = self._program.fill(self._context(answers), writer, self._kept)
        return self._word.save(filled, writer, Properties(_title(answers)), self._packer)

    def _context(self, answers: Answers) -> Mapping[str, Printed]:
        rows: dict[int, tuple[Row, dict[str, Printed]]] = {}
        context: dict[str, Printed] = {}
        for field in self._fields:
            if field.kind is Kind.ROWS:
                given = rows_of(answers, field.id)
                context[field.id] = tuple(self._row(field, row, rows) for row in given)
            else:
                context.update(printable((field,), answers))
        self._rows = rows
        return context

    def _row(
        self, field: Field, row: Row, rows: dict[int, tuple[Row, dict[str, Printed]]]
    ) -> dict[str, Printed]:
        """The row made ready; the very same object as last time where the row is the same."""
        known = self._rows.get(id(row))
        if known is None:
            known = row, printable_row(field.fields, row)
        rows[id(row)] = known
        return known[1]


def _title(answers: Answers) -> str:
    title = answers.get("report_title")
    return title if isinstance(title, str) else ""
