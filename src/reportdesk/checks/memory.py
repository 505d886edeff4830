"""Remembers what was found in each piece of a draft, so that one change costs one look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar, cast

from reportdesk.checks.walk import Piece
from reportdesk.core.fields import Answers, Field, Kind, Row, Value
from reportdesk.core.template import Template

T = TypeVar("T")
# What is in each row of a field, or in its only answer, and what was found in it.
_Known = list[tuple[Value, tuple[T, ...]]]


class Memory(Generic[T]):
    """Looks at what is new since the last look; ``find`` must depend on the piece alone.

    Nobody changes a value once it is made, so the same object says the same.
    """

    def __init__(self, find: Callable[[Piece], Iterable[T]]) -> None:
        self._find = find
        self._known: dict[str, tuple[Field, _Known[T]]] = {}

    def look(self, template: Template, answers: Answers) -> Iterator[T]:
        """Yield what is found in the draft, in the order of the form."""
        known = {
            field.id: (field, self._looked(field, value))
            for field in template.fields()
            if (value := answers.get(field.id)) is not None
        }
        self._known = known
        for _field, held in known.values():
            for _value, found in held:
                yield from found

    def _looked(self, field: Field, value: Value) -> _Known[T]:
        before = self._known.get(field.id)
        known: _Known[T] = before[1] if before and before[0] is field else []
        if field.kind is not Kind.ROWS:
            if known and known[0][0] is value:
                return known
            return [(value, tuple(self._find(Piece(field, value))))]
        made: _Known[T] = []
        for at, row in enumerate(cast(tuple[Row, ...], value)):
            same = at < len(known) and known[at][0] is row
            made.append(known[at] if same else (row, tuple(self._find(Piece(field, row, at)))))
        return made
