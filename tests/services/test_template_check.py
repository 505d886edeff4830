"""Checking a council's own template: by its folder, by its Word file, from wherever it is named."""

import os
import shutil
from pathlib import Path

import pytest
from docx import Document

from reportdesk.core.errors import TemplateError
from reportdesk.core.problems import Severity
from reportdesk.services.folders import template_folders
from reportdesk.services.template_check import accessibility_at, annotated_copy, check_template_at

SHIPPED = Path(__file__).parents[2] / "templates"
FOLDERS = template_folders([])
YAML = """\
id: brackwater-scrutiny
title: Scrutiny report
council: Brackwater Council
body: scrutiny
documents:
  - {id: report, title: Report, file: report.docx}
sections:
  - id: meeting
    title: Meeting
    fields:
      - report_title
      - {id: neighbourhood_board, label: Neighbourhood board, kind: line}
"""


@pytest.fixture
def own(tmp_path):
    """A template of the council's own, with a well-known field, one of its own and a fault."""
    folder = tmp_path / "own/brackwater-scrutiny"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(YAML, "utf-8")
    document = Document()
    document.add_paragraph("{{ report_title }} for the {{ neighbourhood_board }}")
    document.add_paragraph("{{ neighbourhood_bord }}")
    document.save(folder / "report.docx")
    return folder


def faults(path):
    found = check_template_at(path, FOLDERS)
    return [problem.place.tag for problem in found if problem.severity is Severity.STOP]


@pytest.mark.parametrize("name", [".", "report.docx"])
def test_a_template_is_known_by_its_folder_and_by_its_word_file(own, name):
    assert faults(own / name) == ["{{ neighbourhood_bord }}"]


@pytest.mark.parametrize("name", [".", "report.docx", "../brackwater-scrutiny"])
def test_a_template_is_known_from_within_its_folder(own, name, monkeypatch):
    monkeypatch.chdir(own)
    assert faults(Path(name)) == ["{{ neighbourhood_bord }}"]


def test_a_word_file_beside_a_faulty_template_yaml_tells_that_first(own):
    (own / "template.yaml").write_text(YAML.replace("kind: line", "kind: lines"), "utf-8")
    found = check_template_at(own / "report.docx", FOLDERS)
    assert [Path(problem.place.file).name for problem in found] == ["template.yaml"]


def test_a_copy_with_comments_is_made_of_a_folder_with_one_word_file(own, tmp_path):
    copy = tmp_path / "faults.docx"
    annotated_copy(own, check_template_at(own, FOLDERS), copy)
    comments = [comment.text for comment in Document(copy).comments]
    assert sum("did you mean neighbourhood_board" in comment for comment in comments) == 1


def test_of_several_word_files_one_has_to_be_named(tmp_path):
    with pytest.raises(TemplateError, match=r"report\.docx, response\.docx"):
        annotated_copy(SHIPPED / "walsall-scrutiny", [], tmp_path / "faults.docx")


def test_a_folder_without_a_template_is_told(own):
    with pytest.raises(TemplateError, match="there is no template here"):
        check_template_at(own.parent, FOLDERS)


def test_a_document_need_not_print_what_another_prints(tmp_path):
    folder = shutil.copytree(SHIPPED / "walsall-scrutiny", tmp_path / "walsall-scrutiny")
    assert os.listdir(tmp_path) == ["walsall-scrutiny"]
    assert check_template_at(folder / "response.docx", FOLDERS) == []


def test_what_keeps_people_from_reading_a_template_is_told(own):
    document = Document(own / "report.docx")
    document.add_heading("Deep", 3)
    document.save(own / "report.docx")
    codes = [problem.code for problem in accessibility_at(own)]
    assert codes == [problem.code for problem in accessibility_at(own / "report.docx")]
    assert "accessibility-heading-order" in codes


@pytest.mark.parametrize("folder", sorted(SHIPPED.glob("*/")), ids=lambda folder: folder.name)
def test_nothing_keeps_people_from_reading_the_shipped_templates(folder):
    assert accessibility_at(folder) == []
