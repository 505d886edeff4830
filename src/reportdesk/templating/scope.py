"""Which names a tag may use, and what each of them stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from reportdesk.core.answers import gap_text
from reportdesk.core.fields import Field, Kind
from reportdesk.templating.plan import Constant, Expression, Name, Slot

LOOP = Field(
    "loop",
    "loop",
    Kind.GROUP,
    fields=(
        *(Field(id, id, Kind.WHOLE) for id in ("index", "index0", "revindex", "length")),
        *(Field(id, id, Kind.YES_NO) for id in ("first", "last")),
    ),
)
TEXT = Field("text", "text", Kind.LINE)
NUMBER = Field("number", "number", Kind.WHOLE)
TRUTH = Field("truth", "truth", Kind.YES_NO)
ROW_ID = Field("id", "id", Kind.LINE)
_CONSTANTS: Mapping[type, Field] = {str: TEXT, int: NUMBER, bool: TRUTH}
_SUITABLE = 60


class Typed(NamedTuple):
    """An expression whose names are known.

    Attributes:
        field: what its value is like; None where that is not known, after a fault.
        path: of the field that it reads, or empty.
        label: of that field; a number stands for the row of that slot.
        prints: the paths of all fields of which it gives something to see.
    """

    code: Expression
    field: Field | None = None
    path: str = ""
    label: tuple[str | int, ...] = ()
    prints: frozenset[str] = frozenset()


Scope = Mapping[str, Typed]


def of_fields(fields: Iterable[Field]) -> dict[str, Typed]:
    """Return what can be named anywhere in a template."""
    return {
        field.id: Typed(Name(field.id), field, field.id, (field.label,), frozenset({field.id}))
        for field in fields
    }


def row_of(over: Typed, slot: int, numbered: bool) -> Typed:
    """Return what a loop's variable stands for; ``numbered`` labels tell which row it is."""
    label = (*over.label, slot) if numbered else over.label
    return Typed(Slot(slot), element(over.field), over.path, label, over.prints)


def element(field: Field | None) -> Field | None:
    """Return what one row of the list is like."""
    if field is None or field.kind not in (Kind.ROWS, Kind.CHOICES):
        return None
    if field.kind is Kind.CHOICES:
        return Field(field.id, field.label, Kind.CHOICE, choices=field.choices)
    return Field(field.id, field.label, Kind.GROUP, fields=field.fields)


def constant(value: Constant) -> Field | None:
    """Return what a constant is like; None for ``none``."""
    return _CONSTANTS.get(type(value))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the known name that is most like the word, or nothing."""
    if len(word) > _SUITABLE:
        return ""
    names = list(known)
    alike = next((name for name in names if name.casefold() == word.casefold()), "")
    return alike or next(iter(get_close_matches(word, names, 1, 0.6)), "")


def owners(name: str, scope: Scope) -> list[str]:
    """Return the loop variables and groups of which the name is a field: ``f`` for ``text``."""
    return [
        owner
        for owner, typed in scope.items()
        if typed.field and typed.field.kind in (Kind.GROUP, Kind.PERSON) and typed.field.field(name)
    ]


def gap_of(field: Field | None) -> str:
    """Return what is printed for a row that is not there."""
    return gap_text(field) if field else ""
