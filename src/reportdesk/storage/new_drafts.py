"""A new draft as a file to fill in: every field with its label and what to write."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.core.fields import Field, Kind
from reportdesk.core.i18n import _
from reportdesk.core.template import Template
from reportdesk.storage.drafts import head_of

_INDENT = "  "


def new_draft_text(template: Template) -> str:
    """Return the text of a draft in which nothing is answered yet.

    Each field stands with its label, help and guidance as comments; rows show one empty row
    as a comment to copy.
    """
    lines = [head_of(template).rstrip("\n"), "answers:"]
    for section in template.sections:
        lines += ["", *_comment(f"==== {section.title} ====", 1), *_comment(section.help, 1)]
        for field in section.fields:
            lines += ["", *_field(field)]
    return "\n".join(lines) + "\n"


def _field(field: Field) -> Iterator[str]:
    required = _(" (required)") if field.required else ""
    yield from _comment(field.label + required, 1)
    yield from _comment(field.help, 1)
    yield from _comment(field.guidance, 1)
    yield from _comment(_HOW.get(field.kind, ""), 1)
    if field.choices:
        yield from _comment(_("One of: ") + ", ".join(choice.label for choice in field.choices), 1)
    yield f"{_INDENT}{field.id}:"
    if field.fields:
        yield from _inside(field)


def _inside(field: Field) -> Iterator[str]:
    """The inner fields as comments, so that an untouched draft holds no empty row."""
    first = "- " if field.kind is Kind.ROWS else ""
    for inner in field.fields:
        note = f"   # {inner.label}" if inner.label else ""
        yield f"{_INDENT * 2}# {first}{inner.id}:{note}"
        first = "  " if field.kind is Kind.ROWS else ""


def _comment(text: str, depth: int) -> list[str]:
    return [f"{_INDENT * depth}# {line}" for line in text.splitlines()]


_HOW = {
    Kind.RICH: _("Write | after the colon, then the text on indented lines below."),
    Kind.DATE: _("A date such as 17 March 2026."),
    Kind.DATES: _("Two dates with “to” between them, or one date."),
    Kind.YES_NO: _("yes or no"),
    Kind.CHOICES: _("A list: each on a line of its own, with a dash before it."),
}
