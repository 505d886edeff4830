"""Templates written for docxtpl give the same words here, or a fault where docxtpl loses text.

The list follows docxtpl's own test templates that use text, loops, conditions, tables, headers
and footers; each is built here anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate

from reportdesk.core.errors import ReportDeskError
from reportdesk.services.desk import Desk

ANSWERS = {
    "customer": "Brackwater & Sons <Ltd>",
    "place": "by the river",
    "empty_note": "",
    "in_town": "yes",
    "closed": "no",
    "items": [
        {"name": "Lamp", "price": "12", "parts": [{"part": "Bulb"}, {"part": "Shade"}]},
        {"name": "Chair & stool", "price": "40", "parts": [{"part": "Leg"}]},
        {"name": "Vase", "price": "7", "parts": []},
    ],
    "empty_list": [],
}
_ROWS = {
    "kind": "rows",
    "row": "Item",
    "fields": {
        "name": {"label": "Name", "kind": "line"},
        "price": {"label": "Price", "kind": "line"},
        "parts": {
            "label": "Parts",
            "kind": "rows",
            "row": "Part",
            "fields": {"part": {"label": "Part", "kind": "line"}},
        },
    },
}
_KINDS = {
    **{id: {"kind": "line"} for id in ("customer", "place", "empty_note")},
    **{id: {"kind": "yes_no"} for id in ("in_town", "closed")},
    **dict.fromkeys(("items", "empty_list"), _ROWS),
}

Rows = list[list[str]]
Body = list[str | Rows]


@pytest.fixture
def fill(tmp_path):
    """Fill a Word file with the answers, by us and by docxtpl; gives the words of each."""

    def run(body: Body, header: str = "", footer: str = "") -> tuple[list[str], list[str]]:
        folder = tmp_path / "own"
        folder.mkdir()
        (folder / "template.yaml").write_text(_template(), encoding="utf-8")
        path = folder / "report.docx"
        _word_file(body, header, footer).save(path)
        return _ours(tmp_path), _theirs(path)

    return run


def _template() -> str:
    fields = [{"id": id, "label": id.title(), **kind} for id, kind in _KINDS.items()]
    return json.dumps(
        {
            **{"format": 1, "id": "own", "title": "Own", "council": "Brackwater", "version": 1},
            "body": "scrutiny",
            "documents": [{"id": "report", "title": "Report", "file": "report.docx"}],
            "sections": [{"id": "all", "title": "All", "fields": fields}],
        }
    )


def _word_file(body: Body, header: str, footer: str) -> docx.document.Document:
    document = docx.Document()
    for block in body:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row, texts in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text, *more = text.split("\n")
                for line in more:
                    cell.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    return document


def _ours(folder: Path) -> list[str]:
    draft = {"format": 1, "template": "own", "answers": ANSWERS}
    text = json.dumps(draft, ensure_ascii=False)
    desk = Desk([folder])
    return _words(desk.report(desk.open_text(text.encode(), "draft.yaml")).data)


def _theirs(path: Path) -> list[str]:
    made, template = BytesIO(), DocxTemplate(path)
    template.render({**ANSWERS, "in_town": True, "closed": False}, autoescape=True)
    template.save(made)
    return _words(made.getvalue())


def _words(data: bytes) -> list[str]:
    document = docx.Document(BytesIO(data))
    section = document.sections[0]
    places = (section.header, document, section.footer)
    return [word for place in places for text in _texts(place) for word in text.split()]


def _texts(place) -> Iterator[str]:
    for block in place.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from _texts(cell)


SAME: dict[str, tuple[Body, str, str]] = {
    "text": (["Dear {{ customer }}, we live {{place}}."], "", ""),
    "text beside tags": (["{{ customer }}{{ place }} {{customer}}s"], "", ""),
    "no answer": (["Note: {{ empty_note }}."], "", ""),
    "filters": (["{{ customer | upper }} {{ place | title }} {{ items | length }}"], "", ""),
    "default": (["{{ empty_note | default('none', true) }}"], "", ""),
    "inline condition": (["We {% if in_town %}walk{% else %}drive{% endif %} there."], "", ""),
    "condition in an expression": (["We {{ 'walk' if in_town else 'drive' }}."], "", ""),
    "conditions in conditions": (
        ["{% if in_town %}A{% if closed %}B{% else %}C{% endif %}D{% endif %}"], "", ""),
    "elif": (
        ["{% if closed %}one{% elif in_town %}two{% else %}three{% endif %}"], "", ""),
    "condition on a text": (
        ["{% if place == 'by the river' and not closed %}wet{% endif %}"], "", ""),
    "paragraphs under a condition": (
        ["{%p if in_town %}", "Town {{ place }}", "{%p else %}", "Country", "{%p endif %}"],
        "", ""),
    "paragraphs left out": (
        ["Before", "{%p if closed %}", "Gone", "{%p endif %}", "After"], "", ""),
    "inline loop": (["{% for i in items %}{{ i.name }}, {% endfor %}end"], "", ""),
    "loop over paragraphs": (
        ["{%p for i in items %}", "{{ i.name }} for {{ i.price }}", "{%p endfor %}"], "", ""),
    "loop with a number": (
        ["{%p for i in items %}", "{{ loop.index }} {{ i.name }}{% if not loop.last %};{% endif %}",
         "{%p endfor %}"], "", ""),
    "loop with else": (
        ["{%p for i in items %}", "{%p if i.price == '40' %}", "dear {{ i.name }}", "{%p else %}",
         "cheap {{ i.name }}", "{%p endif %}", "{%p endfor %}"], "", ""),
    "loops in loops": (
        ["{%p for i in items %}", "{{ i.name }}:", "{%p for p in i.parts %}", "- {{ p.part }}",
         "{%p endfor %}", "{%p endfor %}"], "", ""),
    "loop with a filter": (
        ["{%p for i in items if i.price != '40' %}", "{{ i.name }}", "{%p endfor %}"], "", ""),
    "loop over nothing": (
        ["A", "{%p for i in empty_list %}", "{{ i.name }}", "{%p endfor %}", "B"], "", ""),
    "order": (
        ["{%p for i in items %}", "Name: {{ i.name }}", "{%p if i.parts %}", "Parts: "
         "{% for p in i.parts %}{{ p.part }} {% endfor %}", "{%p endif %}", "{%p endfor %}", "end"],
        "", ""),
    "rows": (
        [[["Name", "Price"], ["{%tr for i in items %}", ""], ["{{ i.name }}", "{{ i.price }}"],
          ["{%tr endfor %}", ""], ["Sum", "59"]]], "", ""),
    "rows under a condition": (
        [[["{%tr if closed %}", ""], ["a", "b"], ["{%tr else %}", ""], ["c", "{{ place }}"],
          ["{%tr endif %}", ""]]], "", ""),
    "rows with paragraphs": (
        [[["{%tr for i in items %}", ""],
          ["{{ i.name }}", "{%p for p in i.parts %}\n{{ p.part }}\n{%p endfor %}\nsum"],
          ["{%tr endfor %}", ""]]], "", ""),
    "rows of rows": (
        [[["{%tr for i in items %}"], ["{{ i.name }}"], ["{%tr for p in i.parts %}"],
          ["part {{ p.part }}"], ["{%tr endfor %}"], ["{%tr endfor %}"]]], "", ""),
    "cells": (
        [[["Item", "{%tc for i in items %}", "{{ i.name }}", "{%tc endfor %}"]]], "", ""),
    "rows and cells": (
        [[["{%tr for i in items %}", "", "", ""],
          ["{{ i.name }}", "{%tc for p in i.parts %}", "{{ p.part }}", "{%tc endfor %}"],
          ["{%tr endfor %}", "", "", ""]]], "", ""),
    "tables in a loop": (
        ["{%p for i in items %}", "Table of {{ i.name }}", [["{{ i.name }}", "{{ i.price }}"]],
         "{%p endfor %}"], "", ""),
    "condition in a cell": (
        [[["{% if in_town %}{{ place }}{% else %}-{% endif %}", "{{ customer }}"]]], "", ""),
    "comments": (["A {# not shown #}B", "{#p whole paragraph #}", "C"], "", ""),
    "header": (["x"], "To {{ customer }}", ""),
    "footer": (["x"], "", "{{ place }} {% if in_town %}town{% endif %}"),
    "header and footer": (["{{ place }}"], "A & B {{ customer }}", "{{ customer }} <end>"),
    "letters of other tongues": (["Größe 漢字 {{ customer }} é"], "Ünï {{ place }}", "ß"),
    "spaces": (["{{customer}}  {{  place  }}   end"], "", ""),
    "several on one line": (
        ["{% for i in items %}{% if i.parts %}{{ i.name }} {% endif %}{% endfor %}"], "", ""),
}  # fmt: skip

# docxtpl drops these words without a sound.
LOST: dict[str, tuple[Body, str]] = {
    "text beside a paragraph tag": (
        ["lost {%p if in_town %}", "Town", "{%p endif %}"], "text stands beside"),
    "text after a paragraph tag": (
        ["{%p if in_town %} lost", "Town", "{%p endif %}"], "text stands beside"),
    "text in a row with a row tag": (
        [[["{%tr for i in items %}", "lost"], ["{{ i.name }}", "x"], ["{%tr endfor %}", ""]]],
        "text stands beside"),
    "text in a cell with a cell tag": (
        [[["{%tc for i in items %}lost", "{{ i.name }}", "{%tc endfor %}"]]],
        "text stands beside"),
    "misspelt field": (["Dear {{ custmer }}"], "did you mean customer"),
    "misspelt field of a row": (
        ["{%p for i in items %}", "{{ i.nme }}", "{%p endfor %}"], "did you mean i.name"),
    "misspelt condition": (["{% if in_twn %}lost{% endif %}"], "did you mean in_town"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_the_words_are_the_same(fill, name):
    ours, theirs = fill(*SAME[name])
    assert ours == theirs
    assert ours or name == "comments"


@pytest.mark.parametrize("name", LOST)
def test_what_docxtpl_loses_is_a_fault(fill, tmp_path, name):
    body, said = LOST[name]
    with pytest.raises(ReportDeskError) as caught:
        fill(body)
    assert said in str(caught.value)
    words = [word for block in body for text in _flat(block) for word in text.split()]
    assert "lost" not in _theirs(tmp_path / "own" / "report.docx") or "lost" not in words


def _flat(block: str | Rows) -> list[str]:
    return [block] if isinstance(block, str) else [text for row in block for text in row]


def test_a_tag_within_a_tag_is_a_fault(fill):
    """What docxtpl prints of braces in quotation marks no council's report needs."""
    with pytest.raises(ReportDeskError, match="not closed"):
        fill(["Costs {{ '{{' }}"])
