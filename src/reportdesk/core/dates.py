"""Dates as councils write them: read in the UK's order, said in full."""

from __future__ import annotations

import re
from datetime import date

from reportdesk.core.quick_dataclasses import dataclass

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_UK = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
_WORDS = re.compile(
    r"(?:[A-Za-z]+day,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})$"
)


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """The days from start to end, both included."""

    start: date
    end: date


def parse_date(text: str) -> date | None:
    """Return the date written as 2026-03-17, 17/03/2026 or 17 March 2026, else None."""
    text = text.strip()
    if found := _ISO.match(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _UK.match(text):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.match(text):
        return _date(int(found[3]), _month(found[2]), int(found[1]))
    return None


def long_date(day: date) -> str:
    """Return the date in full, without ordinals: ``17 March 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_range(days: DateRange) -> str:
    """Return the days in words: ``10 and 11 February 2026``, ``31 January to 2 February 2026``."""
    start, end = days.start, days.end
    if start == end:
        return long_date(start)
    joint = "and" if (end - start).days == 1 else "to"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} {joint} {long_date(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} {joint} {long_date(end)}"
    return f"{long_date(start)} {joint} {long_date(end)}"


def _month(name: str) -> int:
    wanted = name.lower()
    for number, month in enumerate(MONTHS, 1):
        if month.lower() == wanted or month[:3].lower() == wanted:
            return number
    return 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
