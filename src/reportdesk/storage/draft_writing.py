"""Drafts on their way to disk, written so that they read back the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportdesk.core.errors import SaveError
from reportdesk.core.fields import Answers, Field
from reportdesk.core.i18n import _
from reportdesk.core.reading import Raw
from reportdesk.core.richtext import RichText
from reportdesk.core.template import Template
from reportdesk.core.writing import write_answers
from reportdesk.storage.atomic import Keep, save
from reportdesk.storage.lifting import FORMAT
from reportdesk.storage.markdown_writing import to_markdown
from reportdesk.storage.yaml_events import read_yaml
from reportdesk.storage.yaml_writer import dump

HEADER = "# ReportDesk draft. Safe to copy, compare and keep; open it with ReportDesk.\n"


def draft_text(template: Template, answers: Answers, kept: Mapping[str, Raw]) -> str:
    """Return the draft as a file holds it: the template's order, then what it does not ask for.

    Raises SaveError where the text would not read back as the same answers.
    """
    raw = write_answers(answers, _block)
    ordered = _ordered(tuple(template.fields()), raw)
    rest = {id: value for id, value in kept.items() if id not in ordered}
    body: dict[str, Raw] = {"answers": {**ordered, **rest}}
    text = head_of(template) + dump(body)
    if read_yaml(text.encode("utf-8"), "", SaveError).root["answers"] != body["answers"]:
        message = _("the draft would not read back as it is")
        raise SaveError.of("unfaithful", message, _("report this, and keep the window open"))
    return text


def head_of(template: Template) -> str:
    """Return what stands above the answers of a draft for this template."""
    return (
        f"{HEADER}format: {FORMAT}\ntemplate: {template.id}\ntemplate_version: {template.version}\n"
    )


def save_draft(path: Path, text: str, expected: str | None, keep: Keep | None = None) -> str:
    """Save the text and return its digest, by which the next save is compared.

    ``expected`` is the digest of what was opened, empty for a new file, None for whatever is
    there; ``keep`` takes the version that is replaced, as ``Backups.keep`` does.

    Raises ConflictError or SaveError; the file on disk is then as it was.
    """
    return save(path, text.encode("utf-8"), expected, keep)


def _block(value: RichText) -> str:
    """End in a line break, so that every rich text stands in a block of its own."""
    text = to_markdown(value)
    return text + "\n" if text else ""


def _ordered(fields: tuple[Field, ...], raw: Mapping[str, Raw]) -> dict[str, Raw]:
    """Return the answers with a row's id first, then the fields in their order, then the rest."""
    made: dict[str, Raw] = {"id": raw["id"]} if "id" in raw else {}
    for one in fields:
        if one.id in raw:
            made[one.id] = _inside(one, raw[one.id])
    return {**made, **{id: value for id, value in raw.items() if id not in made}}


def _inside(one: Field, raw: Raw) -> Raw:
    if isinstance(raw, dict) and one.fields:
        return _ordered(one.fields, raw)
    if isinstance(raw, list) and one.fields:
        return [_inside(one, item) for item in raw]
    return raw
