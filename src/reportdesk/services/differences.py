"""What differs between two versions of a draft, field by field, as text to read side by side."""

from __future__ import annotations

from dataclasses import dataclass

from reportdesk.core.fields import Answers, Field, Value
from reportdesk.core.template import Template
from reportdesk.core.writing import write_value
from reportdesk.storage.markdown_writing import to_markdown
from reportdesk.storage.yaml_writer import dump


@dataclass(frozen=True, slots=True)
class Difference:
    """A field with other answers on either side; empty where one has none."""

    label: str
    left: str
    right: str


def differences(template: Template, left: Answers, right: Answers) -> tuple[Difference, ...]:
    """Return the fields that differ, in the order of the form."""
    return tuple(
        Difference(field.label, readable(field, mine), readable(field, theirs))
        for field in template.fields()
        if (mine := left.get(field.id)) != (theirs := right.get(field.id))
    )


def readable(field: Field, value: Value) -> str:
    """Return the answer as text, with a name before each part of a row."""
    raw = write_value(value, to_markdown)
    if raw is None:
        return ""
    return raw if isinstance(raw, str) else dump({field.label: raw}).partition("\n")[2]
