"""A template for tests that are about fields and answers alone."""

from __future__ import annotations

from reportdesk.core.fields import Field
from reportdesk.core.template import CommitteeType, Section, Template, WordFile


def asking(*fields: Field) -> Template:
    """A template of one section and one document that asks for these fields."""
    document, section = WordFile("r", "R", "r.docx"), Section("s", "S", fields)
    return Template("t", "T", "C", 1, "", CommitteeType.SCRUTINY, (document,), (section,))
