"""What sets the executive report, the statement and the standard report apart."""

from __future__ import annotations

import re
from zipfile import ZipFile

import pytest
from docx import Document

QUESTIONS = """Summary
What is the purpose of this report?
Why does this report require a Member decision?
Report Background
What decision(s) are being asked for?
Why is this being recommended?
Impact of recommended decision
Actions to be taken to implement the decision
Appendices
Background Papers"""
SPINE = """Summary
Purpose of the report
Recommendations
Reasons for the recommendations
Background
The inspection
Options considered
Implications
Consultation
Next steps and reporting
Appendices
Background papers
Contacts"""


@pytest.fixture
def executive(house):
    return Document(house.templates / "middlesbrough-executive" / "report.docx")


@pytest.fixture
def statement(house):
    return Document(house.templates / "wokingham-statement" / "statement.docx")


@pytest.fixture
def standard(house):
    return Document(house.templates / "england-standard" / "report.docx")


def headings(document, level: int = 1) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == f"Heading {level}"]


def first_cells(table) -> list[str]:
    return [cell.text for cell in table.rows[0].cells]


def test_the_executive_report_asks_its_questions_in_order(executive):
    assert headings(executive) == QUESTIONS.splitlines()


def test_the_executive_report_opens_with_three_tables_of_one_row(executive):
    opening = executive.tables[:3]
    assert [table.rows[0].cells[0].text for table in opening] == [
        "Report of:",
        "Submitted to:",
        "Subject:",
    ]
    assert [len(table.rows) for table in opening] == [1, 1, 1]


@pytest.mark.parametrize(
    "cells",
    [
        ["Proposed decision(s)"],
        ["Report for:", "Key decision:", "Confidential:", "Is the report urgent?"],
        ["Contribution to the delivery of the {{ strategic_plan_name }}:"],
        ["Ward(s) affected"],
        ["Body", "Report title", "Date"],
    ],
)
def test_the_executive_report_has_its_boxes(executive, cells):
    assert cells in [first_cells(table) for table in executive.tables]


def test_the_executive_report_prints_the_decision_twice(executive, house):
    texts = [house.words_of(paragraph) for paragraph in executive.element.iter(f"{house.W}p")]
    assert texts.count("{{ recommendation.text }}") == 2


def test_the_four_impacts_are_always_printed(executive):
    paragraphs = [paragraph.text for paragraph in executive.paragraphs]
    at = paragraphs.index("Impact of recommended decision")
    assert paragraphs[at + 1 : at + 8 : 2] == [
        "Legal",
        "Financial",
        "Equality and Diversity",
        "Risk",
    ]


def test_the_executive_report_counts_everything_in_one_list(executive, house):
    named = ("Heading 1", "Numbered 2", "Numbered 3")
    numbers = [executive.styles[name].element.pPr.numPr for name in named]
    assert [number.ilvl.val for number in numbers] == [0, 1, 2]
    assert len({number.numId.val for number in numbers}) == 1
    assert executive.styles["Heading 2"].base_style.name == "Numbered 2"


def test_the_list_names_the_styles_that_it_counts(house):
    with ZipFile(house.templates / "middlesbrough-executive" / "report.docx") as package:
        numbering = package.read("word/numbering.xml").decode()
    linked = re.findall(r'<w:pStyle w:val="(Heading1|Numbered2|Numbered3)"/>', numbering)
    assert linked == ["Heading1", "Numbered2", "Numbered3"]
    assert '<w:lvlText w:val="%1.%2.%3"/>' in numbering


def test_appendices_of_the_executive_report_are_counted_in_words(executive):
    assert any("loop.index | appendix_words" in p.text for p in executive.paragraphs)


def test_the_statement_quotes_improvements_in_bullets(statement):
    bullets = [p.text for p in statement.paragraphs if p.style.name == "List Bullet"]
    assert [text for text in bullets if text.startswith("“")] == [
        "“{{ strength.text | unquote }}”",
        "“{{ quotation.text | unquote }}”",
    ]


def test_the_statement_keeps_its_order(statement):
    wanted = ["Steps taken", "Improvements", "Focus on what matters"]
    assert [text for text in dict.fromkeys(headings(statement)) if text in wanted] == wanted


def test_the_standard_report_has_the_parts_that_councils_have_in_common(standard):
    assert [text for text in headings(standard) if text in SPINE.splitlines()] == SPINE.splitlines()


def test_the_standard_report_prints_every_implication(standard, house):
    asked = house.asked(house.templates / "england-standard")
    known = house.read(house.templates / "vocabulary.yaml")["fields"]
    wanted = {id for id in known if id.startswith("impl_")}
    printed = {p.text.strip("{} ") for p in standard.paragraphs}
    assert wanted <= asked.keys()
    assert wanted <= printed
    assert [id for id in wanted if not re.fullmatch(r"No .+\.", asked[id]["empty"])] == []


def test_lines_on_exempt_information_stand_under_a_condition(standard, house):
    rows = [house.words_of(row) for row in standard.tables[0]._tbl.iter(f"{house.W}tr")]
    for label in ("Exempt under", "Public interest", "Reason for urgency", "Reason for lateness"):
        at = next(at for at, row in enumerate(rows) if row.startswith(label))
        assert rows[at - 1].startswith("{% if ")
