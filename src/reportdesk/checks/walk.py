"""Go through all fields of a draft, rows and groups included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from reportdesk.core.fields import Answers, Field, Kind, Row, Value, answered
from reportdesk.core.places import FieldPath
from reportdesk.core.quick_dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Piece:
    """What changes by itself: an answer, or one row of a field of rows.

    Attributes:
        value: the answer or the row; while it is the same object, it says the same.
        at: the row's index, None for a whole answer.
    """

    field: Field
    value: Value
    at: int | None = None

    @property
    def path(self) -> FieldPath:
        """Where it stands."""
        return (self.field.id,) if self.at is None else (self.field.id, self.at)


def pieces(template: Template, answers: Answers) -> Iterator[Piece]:
    """Yield the pieces that are answered, in the order of the form."""
    for field in template.fields():
        value = answers.get(field.id)
        if field.kind is Kind.ROWS:
            for at, row in enumerate(cast(tuple[Row, ...], value or ())):
                yield Piece(field, row, at)
        elif value is not None:
            yield Piece(field, value)


def answers_in(piece: Piece) -> Iterator[tuple[Asked, Value]]:
    """Yield what ``every_answer`` does of this piece."""
    field = piece.field
    asked = Asked(field, (field.id,), field.label)
    if piece.at is None:
        yield from _answers_within(asked, piece.value)
    else:
        yield from _inner(asked.row(piece.at), field, cast(Row, piece.value))


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
