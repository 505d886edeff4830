"""Every shipped sample's report is sound, accessible, and a tagged PDF in the right order."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator
from renew import REPORTS, outline

from reportdesk.word.accessibility import accessibility
from reportdesk.word.document_reader import read_document
from reportdesk.word.pdf import to_pdf

PDF = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdfinfo")),
    reason="LibreOffice or poppler is not installed",
)
# One with boxes, lists and numbered paragraphs, one with a long table.
SHOWN = ("middlesbrough-executive.report", "walsall-scrutiny.response")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder with the reports of all samples."""
    folder = tmp_path_factory.mktemp("reports")
    for name in REPORTS:
        outline(name, folder)
    return folder


@pytest.mark.parametrize("name", REPORTS)
def test_auditors_find_nothing(made, name):
    path = made / f"{name}.docx"
    assert OpenXmlValidator().validate(str(path)).errors == []
    assert [one for one in check(str(path)) if str(one.severity).lower().endswith("error")] == []


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_keeps_people_from_reading_it(made, name):
    document = read_document((made / f"{name}.docx").read_bytes(), name)
    assert [str(problem) for problem in accessibility(document)] == []


@pytest.fixture(scope="module")
def structure(made, tmp_path_factory):
    """The structure of a PDF as a reader for the blind meets it: tags and their words."""
    pdfs = {}

    def read(name):
        if name not in pdfs:
            path = tmp_path_factory.mktemp("pdf") / "report.pdf"
            path.write_bytes(to_pdf((made / f"{name}.docx").read_bytes(), f"{name}.docx"))
            said = [
                subprocess.run(
                    ["pdfinfo", option, str(path)], capture_output=True, text=True, check=True
                ).stdout
                for option in ("-struct-text", "-isodates")
            ]
            pdfs[name] = said
        return pdfs[name]

    return read


@PDF
@pytest.mark.parametrize("name", SHOWN)
def test_the_pdf_is_tagged_and_titled(structure, name):
    _, facts = structure(name)
    lines = {line.split(":")[0]: line.split(":", 1)[1].strip() for line in facts.splitlines()}
    assert (lines["Tagged"], lines["Title"] != "", lines["Page size"][-4:]) == ("yes", True, "(A4)")


@PDF
@pytest.mark.parametrize("name", SHOWN)
def test_header_rows_are_header_cells(structure, name):
    tags, _ = structure(name)
    assert len(re.findall(r"^ +TH\b", tags, re.MULTILINE)) >= 3


@PDF
@pytest.mark.parametrize("name", SHOWN)
def test_the_pdf_reads_in_the_order_of_the_report(structure, made, name):
    document = read_document((made / f"{name}.docx").read_bytes(), name)
    spoken = re.findall(r'^ *"(.*)"$', structure(name)[0], re.MULTILINE)
    words = "".join("".join(spoken).split())
    at = 0
    for block in document.blocks:
        text = "".join(getattr(block, "text", "").split())[:40]
        found = words.find(text, at)
        assert found >= at, text
        at = found


def test_the_reports_have_paragraphs_to_be_in_order(made):
    for name in SHOWN:
        document = read_document((made / f"{name}.docx").read_bytes(), name)
        assert sum(bool(getattr(block, "text", "")) for block in document.blocks) >= 5
