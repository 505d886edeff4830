"""The numbers that a reader of the printed samples sees."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from reportdesk.core.document import Paragraph
from reportdesk.services.presses import Presses
from reportdesk.storage import drafts
from reportdesk.storage.templates import list_templates
from reportdesk.word.document_reader import read_document

TEMPLATES = Path(__file__).parents[2] / "templates"


def shown(id: str) -> list[tuple[str, Paragraph]]:
    """Return the numbered paragraphs of the printed sample with their numbers."""
    pack = list_templates([TEMPLATES]).find(id)
    draft = drafts.read_draft(TEMPLATES / id / "sample.yaml")
    answers = drafts.answers_for(draft, pack.template)[0]
    report = Presses().press(pack, pack.template.documents[0]).print(answers)
    blocks = [block for block in read_document(report).blocks if isinstance(block, Paragraph)]
    return [(block.label.text, block) for block in blocks if block.label and block.label.number]


@pytest.fixture(scope="module")
def executive():
    return shown("middlesbrough-executive")


def number_of(shown: list[tuple[str, Paragraph]], start: str) -> str:
    return next(number for number, paragraph in shown if paragraph.text.startswith(start))


@pytest.mark.parametrize(
    ("start", "number"),
    [
        ("Summary", "1."),
        ("Two inspectors", "1.1"),
        ("This report sets out", "1.2"),
        ("Report Background", "4."),
        ("Inspection framework", "4.1"),
        ("Ofsted inspects", "4.1.1"),
        ("Where inspectors see", "4.1.2"),
        ("The visit", "4.2"),
        ("Inspectors looked at", "4.2.1"),
        ("Legal", "4.3"),
        ("Background Papers", "10."),
    ],
)
def test_headings_and_paragraphs_are_counted_together(executive, start, number):
    assert number_of(executive, start) == number


def test_no_number_is_left_out_or_given_twice(executive):
    numbers = [tuple(int(part) for part in n.strip(".").split(".")) for n, _ in executive]
    for before, after in pairwise(numbers):
        level = len(after) - 1
        next_on_level = (*before[:level], before[level] + 1) if level < len(before) else ()
        assert after in ((*before, 1), next_on_level)


def test_the_standard_report_counts_its_headings_alone():
    headings = [paragraph for number, paragraph in shown("england-standard") if "." in number]
    counted = [paragraph for paragraph in headings if paragraph.style != "Recommendation"]
    named = {paragraph.style.casefold() for paragraph in counted}
    assert named == {"heading 1", "heading 2", "list number"}
