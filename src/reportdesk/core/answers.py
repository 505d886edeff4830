"""Answers made ready to print: typed values, and a visible gap where a required one is missing."""

from __future__ import annotations

from collections.abc import Mapping

from reportdesk.core.fields import Answers, Field, Kind, Row, Value, answered
from reportdesk.core.quick_dataclasses import dataclass

# The same in every language: a report is English, and templates write gaps of their own so.
GAP_WORDS = "[{label}: to be completed]"


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing answer: never true, and printed as ``text``; empty for nothing at all."""

    text: str = ""

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Standing:
    """Stands for a missing answer by the template's own words, such as ``None``; never true."""

    text: str

    def __bool__(self) -> bool:
        return False


Printed = Value | Gap | Standing | dict[str, "Printed"] | tuple["Printed", ...]


def gap_text(field: Field) -> str:
    """Return what is printed where there is no answer: words that nobody overlooks, or none."""
    return GAP_WORDS.format(label=field.label) if field.required else ""


def printable(fields: tuple[Field, ...], answers: Answers) -> dict[str, Printed]:
    """Return a value, ``Gap`` or ``Standing`` for each field, rows and groups included."""
    return {field.id: _printed(field, answers.get(field.id)) for field in fields}


def printable_row(fields: tuple[Field, ...], row: Row) -> dict[str, Printed]:
    """Return the same for a row, with the id that names it."""
    made = printable(fields, row)
    if "id" in row:
        made["id"] = row["id"]
    return made


def _printed(field: Field, value: Value) -> Printed:
    if field.kind is Kind.ROWS:
        rows: tuple[Row, ...] = value or ()  # type: ignore[assignment]  # the kind says so
        return tuple(printable_row(field.fields, row) for row in rows)
    if field.kind in (Kind.GROUP, Kind.PERSON):
        return _group(field, value if isinstance(value, Mapping) else {})
    if answered(value):
        return value
    if field.empty:
        return Standing(field.empty)
    return _gap(field)


def _gap(field: Field) -> Gap:
    return Gap(gap_text(field))


def _group(field: Field, row: Row) -> dict[str, Printed]:
    made = printable_row(field.fields, row)
    if field.required and not answered(row) and field.fields:
        made[field.fields[0].id] = _gap(field)
    return made
