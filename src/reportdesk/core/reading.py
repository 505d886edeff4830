"""Raw answers in, values out: one reader for each kind of field, and every fault at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from decimal import Decimal

from reportdesk.core.characters import forbidden, unify_line_ends
from reportdesk.core.dates import DateRange, parse_date
from reportdesk.core.fields import Choice, Field, FileRef, Kind, Row, Value
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath, Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.richtext import RichText

# What a draft file holds before the fields give it meaning: text, lists and mappings.
Raw = str | list["Raw"] | dict[str, "Raw"] | None
RichReader = Callable[[str], RichText]
MAX_CHARACTERS = 1_000_000

_WHOLE = re.compile(r"-?(\d{1,15}|\d{1,3}(,\d{3}){1,4})$", re.ASCII)
_MONEY = re.compile(r"-?£?-?\d[\d,]{0,20}(\.\d{1,2})?$", re.ASCII)
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Asked:
    """A field at its place in the answers, named as the form names it."""

    field: Field
    path: FieldPath
    label: str

    def inner(self, field: Field) -> Asked:
        """Return a field of this group or row at its own place."""
        return Asked(field, (*self.path, field.id), f"{self.label}, {field.label}")

    def row(self, at: int) -> Asked:
        """Return the row at that index, counted from 1 in its label."""
        label = _("{label}, row {number}").format(label=self.label, number=at + 1)
        return Asked(self.field, (*self.path, at), label)


@dataclass(slots=True)
class Reading:
    """One pass over raw answers: how rich text is read, and every problem met.

    Problems carry the field's path and label; who knows the file adds file and line.
    """

    rich: RichReader
    problems: list[Problem] = attribute(default_factory=list)

    def fault(self, asked: Asked, code: str, message: str, fix: str) -> None:
        """Remember that an answer cannot be taken."""
        place = Place(field=asked.path, label=asked.label)
        self.problems.append(Problem(code, message, fix, place))

    def warn(self, asked: Asked, code: str, message: str, fix: str) -> None:
        """Remember something to tell that does not keep an answer from being taken."""
        place = Place(field=asked.path, label=asked.label)
        self.problems.append(Problem(code, message, fix, place, Severity.WARN))


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


def _text(asked: Asked, raw: Raw, reading: Reading) -> str | None:
    if not isinstance(raw, str):
        reading.fault(
            asked,
            "kind",
            _("one text is expected here, not a list or a group of answers"),
            _("write the answer as text after the colon"),
        )
        return None
    text = unify_line_ends(raw)
    return text if _fits(asked, text, reading) and _is_printable(asked, text, reading) else None


def _fits(asked: Asked, text: str, reading: Reading) -> bool:
    fits = len(text) <= MAX_CHARACTERS
    if not fits:
        reading.fault(
            asked,
            "too-long",
            _("the text has {count:,} characters; a field holds at most {most:,}").format(
                count=len(text), most=MAX_CHARACTERS
            ),
            _("shorten it, or attach it as an appendix"),
        )
    return fits


def _is_printable(asked: Asked, text: str, reading: Reading) -> bool:
    found = forbidden(text)
    if found:
        at, name = found
        message = _("character {name} at position {at} cannot stand in a Word document")
        reading.fault(asked, "character", message.format(name=name, at=at + 1), _("delete it"))
    return not found


def _line(asked: Asked, raw: Raw, reading: Reading) -> str | None:
    text = _text(asked, raw, reading)
    return text.strip(" \n\t") or None if text is not None else None


def _rich(asked: Asked, raw: Raw, reading: Reading) -> RichText | None:
    text = _text(asked, raw, reading)
    return reading.rich(text) or None if text is not None else None


def _whole(asked: Asked, raw: Raw, reading: Reading) -> int | None:
    text = _line(asked, raw, reading)
    if text is None or _WHOLE.match(text):
        return int(text.replace(",", "")) if text else None
    message = _("“{text}” is not a whole number").format(text=_short(text))
    reading.fault(asked, "whole", message, _("write digits only, such as 12"))
    return None


def _money(asked: Asked, raw: Raw, reading: Reading) -> Decimal | None:
    text = _line(asked, raw, reading)
    bare = text.replace(" ", "") if text else ""
    if text is None or _MONEY.match(bare):
        return Decimal(bare.replace("£", "").replace(",", "")) if text else None
    reading.fault(
        asked,
        "money",
        _("“{text}” is not an amount of money").format(text=_short(text)),
        _("write pounds, with or without pence, such as 12,500 or 12,500.50"),
    )
    return None


def _date(asked: Asked, raw: Raw, reading: Reading) -> date | None:
    text = _line(asked, raw, reading)
    day = parse_date(text) if text else None
    if text and day is None:
        reading.fault(
            asked,
            "date",
            _("“{text}” is not a date").format(text=_short(text)),
            _("write it as 17 March 2026, 17/03/2026 or 2026-03-17"),
        )
    return day


def _dates(asked: Asked, raw: Raw, reading: Reading) -> DateRange | None:
    """``start`` and ``end``; or one text, with `` to `` where there are two dates."""
    if isinstance(raw, str):
        first, _to, last = raw.partition(" to ")
        raw = {"start": first, "end": last or first}
    if not isinstance(raw, dict) or not raw.keys() <= {"start", "end"}:
        message = _("a first and a last day are expected here")
        reading.fault(asked, "dates", message, _("write start: and end: with a date each"))
        return None
    start = _date(asked, raw.get("start"), reading) if raw.get("start") else None
    end = _date(asked, raw.get("end"), reading) if raw.get("end") else start
    if start is None or end is None:
        return None
    if end < start:
        message = _("the last day is before the first")
        reading.fault(asked, "dates", message, _("change one of them"))
        return None
    return DateRange(start, end)


def _choice(asked: Asked, raw: Raw, reading: Reading) -> Choice | None:
    text = _line(asked, raw, reading)
    if text is None:
        return None
    wanted = text.casefold()
    for choice in asked.field.choices:
        if wanted in (choice.casefold(), choice.label.casefold()):
            return choice
    reading.fault(
        asked,
        "choice",
        _("“{text}” is not one of the choices").format(text=_short(text)),
        _("choose one of: {choices}").format(
            choices=", ".join(choice.label for choice in asked.field.choices)
        ),
    )
    return None


def _choices(asked: Asked, raw: Raw, reading: Reading) -> tuple[Choice, ...] | None:
    items = raw if isinstance(raw, list) else [raw]
    taken = [_choice(asked, item, reading) for item in items]
    return tuple(dict.fromkeys(choice for choice in taken if choice is not None)) or None


def _yes_no(asked: Asked, raw: Raw, reading: Reading) -> bool | None:
    text = _line(asked, raw, reading)
    answer = _YES_NO.get(text.casefold()) if text else None
    if text and answer is None:
        message = _("“{text}” is neither yes nor no").format(text=_short(text))
        reading.fault(asked, "yes-no", message, _("write yes or no"))
    return answer


def _file(asked: Asked, raw: Raw, reading: Reading) -> FileRef | None:
    parts = {"path": raw} if isinstance(raw, str) else raw
    if not isinstance(parts, dict):
        message = _("a file name is expected here")
        reading.fault(asked, "file", message, _("write its name"))
        return None
    path = _line(asked, parts.get("path") or "", reading)
    digest = _line(asked, parts.get("sha256") or "", reading)
    return FileRef(path, digest or "") if path else None


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
    if isinstance(raw.get("id"), str):
        values["id"] = raw["id"]  # type: ignore[assignment]  # a text, as just seen
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
            _("“{id}” is not a field here, so it would not be printed").format(id=_short(id)),
            _("use one of: {fields}").format(fields=", ".join(sorted(known))),
        )
    return {id: _kept(raw[id]) for id in unknown}


def _kept(raw: Raw) -> Value:
    """Return a raw answer as a value that is written as it was."""
    if isinstance(raw, dict):
        return {id: _kept(inner) for id, inner in raw.items()}
    if isinstance(raw, list):
        return tuple(_kept(item) for item in raw)  # type: ignore[return-value]  # any values
    return raw


def _rows(asked: Asked, raw: Raw, reading: Reading) -> tuple[Row, ...] | None:
    if not isinstance(raw, list):
        fix = _("begin each {row} with a dash").format(row=asked.field.row or _("row"))
        reading.fault(asked, "kind", _("a list is expected here"), fix)
        return None
    rows = [_group(asked.row(at), _as_row(asked, item), reading) for at, item in enumerate(raw)]
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


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"


_READERS: Mapping[Kind, Callable[[Asked, Raw, Reading], Value]] = {
    Kind.LINE: _line,
    Kind.RICH: _rich,
    Kind.WHOLE: _whole,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.DATES: _dates,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.YES_NO: _yes_no,
    Kind.PERSON: _group,
    Kind.ROWS: _rows,
    Kind.GROUP: _group,
    Kind.FILE: _file,
}
