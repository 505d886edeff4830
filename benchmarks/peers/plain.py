"""python-docx as its manual shows it: add_heading, add_paragraph(style=), add_run, add_table."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from common import BOLD, CONTACTS, DETAILS, ITALIC, STEPS, Model, Runs, main
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH


def make(model: Model, templates: Path) -> bytes:
    document = Document(str(templates / "base.docx"))
    document.add_paragraph(model["meta"]["title"], style="Title")
    _details(document, model["meta"])
    document.add_heading("Summary", 1)
    _paragraphs(document, "Numbered Para", model["overview"])
    document.add_heading("Findings", 1)
    for finding in model["points"]:
        _finding(document, finding)
    document.add_heading("Next steps", 1)
    _table(document, *_columns(STEPS, model["steps"]))
    document.add_heading("Recommendations", 1)
    _paragraphs(document, "Numbered Para", model["advice"])
    document.add_heading("Financial summary", 1)
    money = [[row["label"], *row["values"]] for row in model["amounts"]]
    _table(document, ["Item", *model["years"]], money, right_from=1)
    document.add_heading("Contacts", 1)
    _table(document, *_columns(CONTACTS, model["people"]))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _details(document: Any, meta: Model) -> None:
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for label, key in DETAILS.items():
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(label).bold = True
        cells[1].text = meta[key]


def _finding(document: Any, finding: Model) -> None:
    document.add_heading(f"{finding['code']} {finding['heading']}", 2)
    _paragraphs(document, "Numbered Para", finding["paragraphs"])
    quote = document.add_paragraph(style="Quote")
    quote.add_run(finding["quote"]).italic = True
    quote.add_run(f" ({finding['quote_source']})").italic = False
    _paragraphs(document, "List Bullet", finding["bullets"])


def _paragraphs(document: Any, style: str, texts: list[Runs]) -> None:
    for runs in texts:
        paragraph = document.add_paragraph(style=style)
        for text, look in runs:
            run = paragraph.add_run(text)
            if look & BOLD:
                run.bold = True
            if look & ITALIC:
                run.italic = True


def _columns(columns: dict[str, str], rows: list[Model]) -> tuple[list[str], list[list[str]]]:
    return list(columns), [[row[key] for key in columns.values()] for row in rows]


def _table(document: Any, head: list[str], rows: list[list[str]], right_from: int = 99) -> None:
    table = document.add_table(rows=1, cols=len(head))
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for row in table.rows if right_from < len(head) else ():
        for cell in row.cells[right_from:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


if __name__ == "__main__":
    main(make)
