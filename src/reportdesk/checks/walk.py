"""Go through all fields of a draft, rows and groups included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from reportdesk.core.fields import Answers, Field, Kind, Row, Value, answered
from reportdesk.core.reading import Asked
from reportdesk.core.template import Template

GROUPS = frozenset({Kind.GROUP, Kind.PERSON})


def every_answer(template: Template, answers: Answers) -> Iterator[tuple[Asked, Value]]:
    """Yield each field with its place and its value, None where it is not answered.

    The fields of a row come after the rows they stand in; those of a group or a person
    only where the group is answered in part.
    """
    for field in template.fields():
        asked = Asked(field, (field.id,), field.label)
        yield from _answers_within(asked, answers.get(field.id))


def _answers_within(asked: Asked, value: Value) -> Iterator[tuple[Asked, Value]]:
    yield asked, value
    if asked.field.kind is Kind.ROWS:
        for at, row in enumerate(cast(tuple[Row, ...], value or ())):
            yield from _inner(asked.row(at), asked.field, row)
    elif asked.field.kind in GROUPS and answered(value):
        yield from _inner(asked, asked.field, cast(Mapping[str, Value], value))


def _inner(asked: Asked, field: Field, row: Row) -> Iterator[tuple[Asked, Value]]:
    for inner in field.fields:
        yield from _answers_within(asked.inner(inner), row.get(inner.id))
