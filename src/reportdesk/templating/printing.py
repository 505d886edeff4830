"""Values as a report prints them, in English whatever the screen speaks: one line for each type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reportdesk.core.answers import Gap, Printed, Standing
from reportdesk.core.dates import DateRange, long_date, long_range
from reportdesk.core.fields import Choice, FileRef
from reportdesk.core.richtext import RichText


class CannotPrintError(Exception):
    """A list, a row or nothing at all stands where a text is needed."""


def said(value: Printed) -> str:
    """Return the value as text; CannotPrintError where it has none."""
    sayer = SAYERS.get(type(value))
    if sayer is None:
        raise CannotPrintError
    return sayer(value)


def money(amount: Decimal | int) -> str:
    """Return ``£1,250``, ``£1,250.50`` or ``-£80``."""
    sign = "-" if amount < 0 else ""
    return f"{sign}£{_pounds(abs(Decimal(amount)))}"


def brackets(amount: Decimal | int) -> str:
    """Return the money with brackets around what is below nought: ``(£80)``."""
    return f"({money(-amount)})" if amount < 0 else money(amount)


def joined(words: list[str]) -> str:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def holds(value: Printed) -> bool:
    """Return whether it counts as true in a test: a group does if anything in it was answered."""
    if isinstance(value, Mapping):
        return any(answered(part) for id, part in value.items() if id != "id")
    return bool(value)


def answered(value: Printed) -> bool:
    """Return whether there is an answer; ``No`` and 0 are answers."""
    return holds(value) or isinstance(value, (int, Decimal))


def _pounds(amount: Decimal) -> str:
    if amount == int(amount):
        return f"{int(amount):,}"
    fraction = f"{amount:f}".partition(".")[2].rstrip("0")
    return f"{int(amount):,}.{fraction:0<2}"


def _choices(value: tuple[Any, ...]) -> str:
    if not all(isinstance(item, str) for item in value):
        raise CannotPrintError
    return joined([said(item) for item in value])


# The values' types differ, so each sayer takes its own.
SAYERS: Mapping[type, Callable[[Any], str]] = {
    str: lambda value: value,
    Choice: lambda value: value.label,
    bool: lambda value: "Yes" if value else "No",
    int: str,
    Decimal: money,
    date: long_date,
    DateRange: long_range,
    tuple: _choices,
    RichText: lambda value: value.text,
    FileRef: lambda value: value.path.rpartition("/")[2],
    Gap: lambda value: value.text,
    Standing: lambda value: value.text,
}
