"""How the pages of a kept letter are set, as rows of numbers: one row for each line of its text."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.core.letter import SetLine, Sheet
from reportdesk.core.reading import Raw

_BOLD = "b"


def sheets_as_rows(sheets: Sequence[Sheet]) -> list[Raw]:
    """Return the sheets as they are written: a line is ``x y right size``, and ``b`` if bold."""
    return [
        {"height": str(sheet.height), "lines": "\n".join(_row(line) for line in sheet.lines)}
        for sheet in sheets
    ]


def sheets_from(raw: Raw, texts: Sequence[str]) -> tuple[Sheet, ...]:
    """Return the sheets that were written so; none where a source has none.

    Raises ValueError or AttributeError where they are not the sheets of these pages' texts.
    """
    if not raw:
        return ()
    sheets = tuple(_sheet(one) for one in raw)
    for sheet, text in zip(sheets, texts, strict=True):
        if len(sheet.lines) != text.count("\n") + 1 and (sheet.lines or text):
            raise ValueError(text)
    return sheets


def _row(line: SetLine) -> str:
    numbers = f"{line.x} {line.y} {line.right} {line.size}"
    return f"{numbers} {_BOLD}" if line.bold else numbers


def _sheet(raw: Raw) -> Sheet:
    if not isinstance(raw, dict):
        raise ValueError(raw)
    rows = str(raw.get("lines") or "").split("\n")
    return Sheet(float(str(raw.get("height"))), tuple(_line(row) for row in rows if row))


def _line(row: str) -> SetLine:
    x, y, right, size, *bold = row.split()
    if bold not in ([], [_BOLD]):
        raise ValueError(row)
    return SetLine(float(x), float(y), float(right), float(size), bool(bold))
