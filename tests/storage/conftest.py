"""A template folder of a made-up council, small enough to see through."""

import pytest

from reportdesk.storage.templates import load_template, load_vocabulary

VOCABULARY = """\
format: 1
fields:
  report_title: {label: Title, kind: line}
  meeting_date: {label: Meeting date, kind: date}
  background: {label: Background, kind: rich, guidance: Say what led to the report.}
  inspection_dates: {label: Dates of the visit, kind: dates}
  findings:
    label: Findings
    kind: rows
    row: Finding
    fields:
      theme: {label: Theme, kind: line}
      kind: {label: Kind, kind: choice, choices: [strength: Strength, improvement: Improvement]}
      text: {label: Text, kind: rich}
      quotations:
        label: Quotations
        kind: rows
        row: Quotation
        fields:
          text: {label: Text, kind: line}
  portfolio_holder: {label: Portfolio holder, kind: person}
"""

TEMPLATE = """\
format: 1
id: brackwater-scrutiny
title: Scrutiny report
council: Brackwater Council
version: 2
summary: A made-up house style.
body: scrutiny
documents:
  - {id: report, title: Report, file: report.docx, file_name: '{meeting_date} {report_title}'}
sections:
  - id: meeting
    title: Meeting
    help: The top of the report.
    fields:
      - {id: report_title, required: yes}
      - meeting_date
      - portfolio_holder
  - id: body
    title: Body
    fields:
      - background
      - inspection_dates
      - findings
      - {id: cost, label: Cost, kind: money, empty: None}
      - {id: urgent, label: Urgent, kind: yes_no}
      - {id: wards, label: Wards, kind: choices, choices: [east: East Ward, west: West Ward]}
      - {id: members, label: Members, kind: whole}
      - {id: plan, label: Plan, kind: file}
"""


@pytest.fixture
def shelf_folder(tmp_path):
    """A folder with a vocabulary and one template."""
    folder = tmp_path / "templates"
    (folder / "brackwater-scrutiny").mkdir(parents=True)
    (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    (folder / "brackwater-scrutiny" / "template.yaml").write_text(TEMPLATE, encoding="utf-8")
    (folder / "brackwater-scrutiny" / "report.docx").write_bytes(b"PK")
    return folder


@pytest.fixture
def template(shelf_folder):
    """The template of that folder."""
    vocabulary = load_vocabulary(shelf_folder / "vocabulary.yaml")
    return load_template(shelf_folder / "brackwater-scrutiny", vocabulary).template
