"""Ways to begin a draft: with the officer's own particulars, or from an earlier draft."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportdesk.core.fields import Answers, Field, Kind, Row, Value, answered
from reportdesk.core.settings import Settings
from reportdesk.services.desk import Desk
from reportdesk.services.session import Saved, Session

# Dates and sign-offs belong to one meeting; an earlier letter and its quotations to one visit.
_OF_ITS_TIME = (Kind.DATE, Kind.DATES, Kind.FILE)
_SIGN_OFFS = frozenset({"signed_by", "clearances", "source_documents"})


def new_draft(desk: Desk, template_id: str, settings: Settings) -> Session:
    """Return an empty draft with the officer's own particulars where the template asks for them.

    Raises TemplateError where there is no such template.
    """
    given: dict[str, Value] = {
        "council_name": settings.council or None,
        "department": settings.department or None,
        "contacts": (dict(settings.contact),) if answered(settings.contact) else None,
    }
    asked = {field.id for field in desk.new(template_id).template.fields()}
    known = {id: value for id, value in given.items() if value is not None and id in asked}
    return desk.new(template_id, known)


def from_earlier(desk: Desk, path: Path) -> Session:
    """Return a new draft with the answers of an earlier one, but its dates and sign-offs.

    Raises DraftError or TemplateError where the earlier one cannot be read.
    """
    earlier = desk.open(path)
    answers = timeless(tuple(earlier.template.fields()), earlier.answers)
    begun = desk.new(earlier.template.id, answers)
    begun.mark_saved(Saved(None, "", {}, begun.template.id))
    return begun


def timeless(fields: tuple[Field, ...], answers: Answers) -> dict[str, Value]:
    """Return the answers that may serve again."""
    kept = {
        field.id: _timeless(field, answers[field.id])
        for field in fields
        if answers.get(field.id) is not None
        and field.kind not in _OF_ITS_TIME
        and field.id not in _SIGN_OFFS
    }
    return {id: value for id, value in kept.items() if answered(value)}


def _timeless(field: Field, value: Value) -> Value:
    if field.kind is Kind.GROUP and isinstance(value, Mapping):
        return _row(field, value)
    if field.kind is Kind.ROWS and isinstance(value, tuple):
        rows = (_row(field, row) for row in value if isinstance(row, Mapping))
        return tuple(row for row in rows if answered(row)) or None
    return value


def _row(field: Field, row: Row) -> Row:
    inner = timeless(field.fields, row)
    return {"id": row["id"], **inner} if "id" in row else inner
