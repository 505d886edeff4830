"""Values out to raw answers, the inverse of reading: what a draft file holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Answers, FileRef, Value
from reportdesk.core.reading import Raw
from reportdesk.core.richtext import RichText

RichWriter = Callable[[RichText], str]


def write_answers(answers: Answers, rich: RichWriter) -> dict[str, Raw]:
    """Return the answers as a draft file holds them, without those not given."""
    written = {id: write_value(value, rich) for id, value in answers.items()}
    return {id: raw for id, raw in written.items() if raw is not None}


def write_value(value: Value, rich: RichWriter) -> Raw:
    """Return the value as a draft file holds it; reading that again gives the same value."""
    for kind, writer in _WRITERS:
        if isinstance(value, kind):
            return writer(value, rich)
    return None


def _items(value: tuple[Value, ...], rich: RichWriter) -> list[Raw]:
    """Return what the items hold; a row that says nothing is not written."""
    written = [write_value(item, rich) for item in value]
    return [raw for raw in written if raw is not None]


def _dates(value: DateRange, rich: RichWriter) -> Raw:
    return {"start": value.start.isoformat(), "end": value.end.isoformat()}


def _file(value: FileRef, rich: RichWriter) -> Raw:
    return {"path": value.path, "sha256": value.sha256} if value.sha256 else {"path": value.path}


# The values' types differ by kind, so each writer takes its own. A bool is an int too: bool first.
_WRITERS: tuple[tuple[type, Callable[[Any, RichWriter], Raw]], ...] = (
    (str, lambda value, rich: str(value) or None),
    (bool, lambda value, rich: "yes" if value else "no"),
    (RichText, lambda value, rich: rich(value) or None),
    (DateRange, _dates),
    (FileRef, _file),
    (date, lambda value, rich: value.isoformat()),
    (int, lambda value, rich: str(value)),
    (Decimal, lambda value, rich: str(value)),
    (tuple, lambda value, rich: _items(value, rich) or None),
    (Mapping, lambda value, rich: write_answers(value, rich) or None),
)
