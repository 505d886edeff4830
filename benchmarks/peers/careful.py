"""python-docx for the package, lxml elements for the body: style ids looked up once, no proxies."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from common import BOLD, CONTACTS, DETAILS, ITALIC, STEPS, Model, Runs, main
from docx import Document
from docx.oxml.ns import qn
from lxml import etree


def _name(local: str) -> str:
    return qn(f"w:{local}")


_P, _PPR, _PSTYLE, _R, _RPR, _B, _I, _T, _VAL = map(
    _name, ("p", "pPr", "pStyle", "r", "rPr", "b", "i", "t", "val")
)
_TBL, _TBLPR, _TBLSTYLE, _TBLW, _TYPE, _W, _GRID, _COL = map(
    _name, ("tbl", "tblPr", "tblStyle", "tblW", "type", "w", "tblGrid", "gridCol")
)
_TR, _TC, _TCPR, _TCW, _JC = map(_name, ("tr", "tc", "tcPr", "tcW", "jc"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_add = etree.SubElement


def make(model: Model, templates: Path) -> bytes:
    document = Document(str(templates / "base.docx"))
    ids = {style.name: style.style_id for style in document.styles}
    body = document.element.body
    section = body[-1]
    body.remove(section)
    _fill(body, model, ids)
    body.append(section)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _fill(body: Any, model: Model, ids: dict[str, str]) -> None:
    grid, heading = ids["Table Grid"], ids["Heading 1"]
    _paragraph(body, ids["Title"], [(model["meta"]["title"], 0)])
    details = [[label, model["meta"][key]] for label, key in DETAILS.items()]
    _table(body, grid, details, bold_column=True)
    _paragraph(body, heading, [("Summary", 0)])
    _paragraphs(body, ids["Numbered Para"], model["overview"])
    _paragraph(body, heading, [("Findings", 0)])
    for finding in model["points"]:
        _finding(body, finding, ids)
    _paragraph(body, heading, [("Next steps", 0)])
    _table(body, grid, _rows(STEPS, model["steps"]))
    _paragraph(body, heading, [("Recommendations", 0)])
    _paragraphs(body, ids["Numbered Para"], model["advice"])
    _paragraph(body, heading, [("Financial summary", 0)])
    money = [[row["label"], *row["values"]] for row in model["amounts"]]
    _table(body, grid, [["Item", *model["years"]], *money], right_from=1)
    _paragraph(body, heading, [("Contacts", 0)])
    _table(body, grid, _rows(CONTACTS, model["people"]))


def _finding(body: Any, finding: Model, ids: dict[str, str]) -> None:
    _paragraph(body, ids["Heading 2"], [(f"{finding['code']} {finding['heading']}", 0)])
    _paragraphs(body, ids["Numbered Para"], finding["paragraphs"])
    quote = _paragraph(body, ids["Quote"], [(finding["quote"], ITALIC)])
    _run(quote, f" ({finding['quote_source']})", upright=True)
    _paragraphs(body, ids["List Bullet"], finding["bullets"])


def _rows(columns: dict[str, str], rows: list[Model]) -> list[list[str]]:
    return [list(columns), *([row[key] for key in columns.values()] for row in rows)]


def _paragraphs(body: Any, style: str, texts: list[Runs]) -> None:
    for runs in texts:
        _paragraph(body, style, runs)


def _paragraph(body: Any, style: str, runs: Runs) -> Any:
    paragraph = _add(body, _P)
    _add(_add(paragraph, _PPR), _PSTYLE).set(_VAL, style)
    for text, look in runs:
        _run(paragraph, text, look)
    return paragraph


def _run(paragraph: Any, text: str, look: int = 0, upright: bool = False) -> None:
    run = _add(paragraph, _R)
    if look or upright:
        properties = _add(run, _RPR)
        if look & BOLD:
            _add(properties, _B)
        if look & ITALIC:
            _add(properties, _I)
        if upright:
            _add(properties, _I).set(_VAL, "0")
    element = _add(run, _T)
    element.text = text
    if text[:1] == " " or text[-1:] == " ":
        element.set(_SPACE, "preserve")


def _table(
    body: Any, style: str, rows: list[list[str]], right_from: int = 99, bold_column: bool = False
) -> None:
    width = str(9300 // len(rows[0]))
    table = _new_table(body, style, width, len(rows[0]))
    for number, row in enumerate(rows):
        line = _add(table, _TR)
        for at, text in enumerate(row):
            cell = _add(line, _TC)
            size = _add(_add(cell, _TCPR), _TCW)
            size.set(_TYPE, "dxa")
            size.set(_W, width)
            paragraph = _add(cell, _P)
            if at >= right_from:
                _add(_add(paragraph, _PPR), _JC).set(_VAL, "right")
            bold = at == 0 if bold_column else number == 0
            _run(paragraph, text, BOLD * bold)


def _new_table(body: Any, style: str, width: str, columns: int) -> Any:
    table = _add(body, _TBL)
    properties = _add(table, _TBLPR)
    _add(properties, _TBLSTYLE).set(_VAL, style)
    size = _add(properties, _TBLW)
    size.set(_TYPE, "auto")
    size.set(_W, "0")
    grid = _add(table, _GRID)
    for _ in range(columns):
        _add(grid, _COL).set(_W, width)
    return table


if __name__ == "__main__":
    main(make)
