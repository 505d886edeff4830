"""Raw answers in, values out: one reader for each kind of field, and every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportdesk.core.asked import Asked, Raw, Reading, RichReader, shortened
from reportdesk.core.fields import Field, Kind, Row, Value
from reportdesk.core.i18n import _
from reportdesk.core.single_values import (
    read_choice,
    read_choices,
    read_date,
    read_dates,
    read_file,
    read_line,
    read_money,
    read_rich,
    read_whole,
    read_yes_no,
)

__all__ = ["Asked", "Raw", "Reading", "RichReader", "read_answers", "read_value"]


def read_answers(
    fields: tuple[Field, ...], raw: Mapping[str, Raw], reading: Reading
) -> dict[str, Value]:
    """Return the values of all fields that the raw answers hold and that suit.

    What does not suit is left out and told in ``reading.problems``.
    """
    values: dict[str, Value] = {}
    for field in fields:
        value = read_value(Asked(field, (field.id,), field.label), raw.get(field.id), reading)
        if value is not None:
            values[field.id] = value
    return values


def read_value(asked: Asked, raw: Raw, reading: Reading) -> Value:
    """Return the value of one field, or None where nothing or nothing suitable was given."""
    if not raw:
        return None
    return _READERS[asked.field.kind](asked, raw, reading)


def _group(asked: Asked, raw: Raw, reading: Reading) -> Row | None:
    if not isinstance(raw, dict):
        reading.fault(
            asked,
            "kind",
            _("a group of answers is expected here"),
            _("give each answer a line of its own, indented, with its name and a colon"),
        )
        return None
    values: dict[str, Value] = {}
    if raw.get("id") and isinstance(raw["id"], str):
        values["id"] = raw["id"]
    for field in asked.field.fields:
        value = read_value(asked.inner(field), raw.get(field.id), reading)
        if value is not None:
            values[field.id] = value
    values.update(_unknown(asked, raw, reading))
    return values or None


def _unknown(asked: Asked, raw: dict[str, Raw], reading: Reading) -> dict[str, Value]:
    """Return what the field does not ask for: told, never printed, and kept with its row."""
    known = {field.id for field in asked.field.fields}
    unknown = sorted(raw.keys() - known - {"id"})
    for id in unknown:
        reading.warn(
            Asked(asked.field, (*asked.path, id), asked.label),
            "unknown-answer",
            _("“{id}” is not a field here, so it would not be printed").format(id=shortened(id)),
            _("use one of: {fields}").format(fields=", ".join(sorted(known))),
        )
    kept = {id: _kept(raw[id]) for id in unknown}
    return {id: value for id, value in kept.items() if value is not None}


def _kept(raw: Raw) -> Value:
    """Return a raw answer as a value that is written as it was, None where it says nothing."""
    if isinstance(raw, dict):
        inner = {id: _kept(one) for id, one in raw.items()}
        return {id: value for id, value in inner.items() if value is not None} or None
    if isinstance(raw, list):
        items = tuple(_kept(item) for item in raw)
        return tuple(item for item in items if item is not None) or None  # type: ignore[return-value]  # any values
    return raw or None


def _rows(asked: Asked, raw: Raw, reading: Reading) -> tuple[Row, ...] | None:
    if not isinstance(raw, list):
        fix = _("begin each {row} with a dash").format(row=asked.field.row or _("row"))
        reading.fault(asked, "kind", _("a list is expected here"), fix)
        return None
    # A dash with nothing behind it is no row.
    rows = [
        _group(asked.row(at), _as_row(asked, item), reading) if item else None
        for at, item in enumerate(raw)
    ]
    _tell_same_ids(asked, rows, reading)
    return tuple(row for row in rows if row is not None) or None


def _as_row(asked: Asked, item: Raw) -> Raw:
    """A row of a single field may be written as that field's answer alone."""
    fields = asked.field.fields
    return {fields[0].id: item} if isinstance(item, str) and len(fields) == 1 else item


def _tell_same_ids(asked: Asked, rows: list[Row | None], reading: Reading) -> None:
    seen: dict[Value, int] = {}
    for at, row in enumerate(rows):
        id = row.get("id") if row else None
        if id is not None and id in seen:
            message = _("row {first} has the same id “{id}”").format(first=seen[id] + 1, id=id)
            reading.fault(asked.row(at), "row-id", message, _("give one of them another id"))
        seen.setdefault(id, at)


_READERS: Mapping[Kind, Callable[[Asked, Raw, Reading], Value]] = {
    Kind.LINE: read_line,
    Kind.RICH: read_rich,
    Kind.WHOLE: read_whole,
    Kind.MONEY: read_money,
    Kind.DATE: read_date,
    Kind.DATES: read_dates,
    Kind.CHOICE: read_choice,
    Kind.CHOICES: read_choices,
    Kind.YES_NO: read_yes_no,
    Kind.PERSON: _group,
    Kind.ROWS: _rows,
    Kind.GROUP: _group,
    Kind.FILE: read_file,
}
