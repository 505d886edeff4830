"""Exact pages are those of the report that export would write."""

import pytest

from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.pages import make_pages, pdf_program

SAMPLE = template_folders([])[-1] / "wokingham-statement" / "sample.yaml"


@pytest.fixture(scope="module")
def report():
    desk = Desk(template_folders([]))
    return desk.report(desk.open(SAMPLE))


@pytest.mark.skipif(not pdf_program(), reason="needs LibreOffice or Word")
def test_every_page_is_drawn_and_told(report):
    told = []
    made = make_pages(report.data, report.name, lambda said: told.append(said) or True)
    assert made.pdf.startswith(b"%PDF-")
    assert len(made.pictures) == made.pictures[0].pages
    assert told[-1] == f"Page {len(made.pictures)} of {len(made.pictures)}"


def test_nothing_is_made_for_somebody_who_has_gone(report):
    assert make_pages(report.data, report.name, lambda _said: False) is None
