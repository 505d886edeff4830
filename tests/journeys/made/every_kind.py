"""A template that asks for a field of every kind, for a made-up council."""

from __future__ import annotations

from pathlib import Path

import docx

YAML = """\
format: 1
id: every-kind
title: A question of every kind
council: Marlowdale Borough Council
version: 1
summary: For tests.
body: scrutiny
documents:
  - {id: report, title: Report, file: report.docx, file_name: '{title}'}
sections:
  - id: facts
    title: Facts
    fields:
      - {id: title, label: Title, kind: line, required: yes}
      - {id: story, label: Story, kind: rich, required: yes}
      - {id: places, label: Places, kind: whole}
      - {id: cost, label: Cost, kind: money}
      - {id: day, label: Day, kind: date}
      - {id: visit, label: Visit, kind: dates}
      - {id: state, label: State, kind: choice, choices: [{draft: Draft}, {final: Final}]}
      - {id: wards, label: Wards, kind: choices, choices: [{north: North}, {south: South}]}
      - {id: urgent, label: Urgent, kind: yes_no}
  - id: points
    title: Points
    fields:
      - id: points
        label: Points
        kind: rows
        row: Point
        fields:
          theme: {label: Theme, kind: line}
          text: {label: Text, kind: rich}
          quotations:
            label: Quotations
            kind: rows
            row: Quotation
            fields:
              text: {label: Quotation, kind: line}
  - id: people
    title: People and places
    fields:
      - id: officer
        label: Officer
        kind: person
      - id: venue
        label: Venue
        kind: group
        fields:
          hall: {label: Hall, kind: line}
          seats: {label: Seats, kind: whole}
      - {id: plan, label: Plan, kind: file}
"""
PARAGRAPHS = (
    "{{ title }}",
    "{{ story }}",
    "{{ places }} places, {{ cost }}, {{ day }}, {{ visit }}, {{ state }}, {{ urgent }}",
    "{{ wards | join(', ') }}",
    "{{ officer.name }}, {{ officer.role }}",
    "{% for point in points %}",
    "{{ point.theme }}",
    "{{ point.text }}",
    "{% for said in point.quotations %}",
    "{{ said.text }}",
    "{% endfor %}",
    "{% endfor %}",
    "{{ venue.hall }}, {{ venue.seats }}, {{ plan }}",
)


def write_template(folder: Path) -> None:
    """Write the template into the folder."""
    place = folder / "every-kind"
    place.mkdir(parents=True)
    (place / "template.yaml").write_text(YAML, "utf-8")
    report = docx.Document()
    for text in PARAGRAPHS:
        report.add_paragraph(text)
    report.save(str(place / "report.docx"))
