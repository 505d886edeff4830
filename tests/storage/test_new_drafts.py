"""A new draft asks for everything and answers nothing."""

from pathlib import Path

import pytest

from reportdesk.storage.drafts import answers_for, parse_draft
from reportdesk.storage.new_drafts import new_draft_text
from reportdesk.storage.templates import list_templates

SHIPPED = list_templates([Path("templates")]).packs


def test_it_reads_as_it_stands(template):
    file = parse_draft(new_draft_text(template).encode(), "new.yaml")
    assert answers_for(file, template) == ({}, {}, ())


@pytest.mark.parametrize("pack", SHIPPED, ids=lambda pack: pack.template.id)
def test_shipped_templates_too(pack):
    file = parse_draft(new_draft_text(pack.template).encode(), "new.yaml")
    assert answers_for(file, pack.template) == ({}, {}, ())


def test_every_field_is_there_with_its_guidance(template):
    text = new_draft_text(template)
    assert all(f"{field.id}:" in text for field in template.fields())
    assert "# Title (required)" in text
    assert "# Say what led to the report." in text
    assert (
        "one of: strength (Strength), improvement (Improvement)" not in text.split("findings:")[0]
    )


def test_it_can_be_filled_in_below_the_colons(template):
    text = new_draft_text(template)
    text = text.replace("background: |\n", "background: |\n    Some words.\n")
    text = text.replace("wards: []", "wards: [east, West Ward]")
    answers = answers_for(parse_draft(text.encode(), "new.yaml"), template)[0]
    assert answers["background"].text == "Some words."
    assert answers["wards"] == ("east", "west")


def test_the_row_in_the_comment_is_a_row(template):
    lines = new_draft_text(template).split("\n")
    at = lines.index("  findings:") + 1
    row = [line.replace("# ", "", 1) for line in lines[at:] if line.startswith("    #")]
    text = "\n".join([*lines[:at], row[0].replace("theme:", "theme: X"), *row[1:3]])
    answers = answers_for(parse_draft(text.encode(), "new.yaml"), template)[0]
    assert answers["findings"] == ({"theme": "X"},)
