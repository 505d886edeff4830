"""What makes each council's paper its own."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

TEMPLATES = Path(__file__).parents[2] / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(id: str, document: str, name: str) -> etree._Element:
    with zipfile.ZipFile(TEMPLATES / id / document) as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


def style(id: str, document: str, wanted: str) -> etree._Element:
    return part(id, document, "styles").find(f"{W}style[@{W}styleId='{wanted}']")


def first_rows(id: str, document: str) -> list[list[str]]:
    tables = part(id, document, "document").iter(f"{W}tbl")
    rows = [table.find(f"{W}tr") for table in tables]
    return [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in rows]


def test_wokingham_sets_its_headings_in_capitals_by_style():
    heading = style("wokingham-scrutiny", "report.docx", "Heading1")
    assert heading.find(f"{W}rPr/{W}caps") is not None


def test_wokingham_asks_for_three_years_where_nothing_was_answered():
    body = "".join(part("wokingham-scrutiny", "report.docx", "document").itertext())
    assert all(f"(Year {year})" in body for year in (1, 2, 3))


def test_wokingham_letters_its_annexes():
    body = "".join(part("wokingham-scrutiny", "report.docx", "document").itertext())
    assert "Annex {{ loop.index | letter }}" in body


def test_wokingham_prints_its_standing_text_bold_and_italic():
    standing = style("wokingham-scrutiny", "report.docx", "StandingText")
    assert standing.find(f"{W}rPr/{W}b") is not None
    assert standing.find(f"{W}rPr/{W}i") is not None


def test_walsall_numbers_its_headings_by_a_list():
    heading = style("walsall-scrutiny", "report.docx", "Heading1")
    num = heading.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbering = part("walsall-scrutiny", "report.docx", "numbering")
    abstract = numbering.find(f"{W}num[@{W}numId='{num}']/{W}abstractNumId").get(f"{W}val")
    level = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl")
    assert level.find(f"{W}pStyle").get(f"{W}val") == "Heading1"
    assert level.find(f"{W}lvlText").get(f"{W}val") == "%1."


def test_walsall_sets_what_was_said_beside_what_will_be_done():
    header = first_rows("walsall-scrutiny", "response.docx")[0]
    assert header[0] == "No."
    assert header[1].endswith(" said")
    assert header[2] == "We are / we will"
