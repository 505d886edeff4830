"""A Word file as lines of text that a person can read and compare.

``python -m reportdesk.word.outline FILE`` prints them, for ``git diff``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportdesk.core.document import Block, Document, Margin, Paragraph, Row, Run, Table
from reportdesk.core.errors import ReportDeskError
from reportdesk.core.rich_document import item_level
from reportdesk.word.document_reader import read_document

_INDENT = "  "


def outline(document: Document) -> list[str]:
    """Return ``## 4.1 Heading``, ``4.1.1 text``, ``| cell | cell |`` and so on, a line a block."""
    lines = [f"[title] {document.title}"] if document.title else []
    lines += _lines(document.blocks)
    for note in document.notes:
        lines += (f"[note {note.label}] {line}" for line in _lines(note.blocks))
    for number, section in enumerate(document.sections, 1):
        lines.append(f"[section {number}] {section.width:.0f} x {section.height:.0f} pt")
        lines += _margins("header", section.headers)
        lines += _margins("footer", section.footers)
    return lines


def main(arguments: list[str] | None = None) -> int:
    """Print the outline of the file named; a file that cannot be read is said to be so."""
    path = Path((sys.argv[1:] if arguments is None else arguments)[0])
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        lines = outline(read_document(path))
    except ReportDeskError as error:
        lines = [f"[cannot be read] {problem}" for problem in error.problems]
    print("\n".join(lines))
    return 0


def _margins(name: str, margins: Iterable[Margin]) -> Iterator[str]:
    for margin in margins:
        yield from (f"[{name}, {margin.pages} pages] {line}" for line in _lines(margin.blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _paragraph(block)
        else:
            yield from _table(block)


def _paragraph(paragraph: Paragraph) -> str:
    label = paragraph.label
    text = _runs(paragraph.runs)
    if paragraph.heading:
        words = ["#" * paragraph.heading, label.text if label else "", text]
        return " ".join(word for word in words if word)
    if label:
        return f"{_INDENT * (item_level(label, paragraph.style) - 1)}{label.text} {text}"
    return f"> {text}" if paragraph.style.lower() == "quote" else text


def _table(table: Table) -> Iterator[str]:
    for at, row in enumerate(table.rows):
        yield _row(row)
        if row.header and not (table.rows[at + 1 : at + 2] and table.rows[at + 1].header):
            yield "|" + " --- |" * len(row.cells)


def _row(row: Row) -> str:
    cells = (" / ".join(_lines(cell.blocks)).replace(" / | ", " | ") for cell in row.cells)
    return f"| {' | '.join(cells)} |"


def _runs(runs: Iterable[Run]) -> str:
    text = "".join(_marked(run) for run in runs)
    return text.replace("\f", "[page break]").replace("\n", "⏎")


def _marked(run: Run) -> str:
    text = run.text
    if run.picture:
        text = f"[picture: {run.picture.alternative or 'no words for it'}]"
    elif run.note:
        text = f"[note {run.note}]"
    elif run.field in ("PAGE", "NUMPAGES"):
        text = f"[{run.field.lower()}]"
    for sign, on in (("^", run.superscript and not run.note), ("_", run.italic), ("*", run.bold)):
        text = f"{sign}{text}{sign}" if on else text
    return f"[{text}]({run.link})" if run.link else text


if __name__ == "__main__":
    sys.exit(main())
