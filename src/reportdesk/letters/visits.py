"""Reads the days of a visit in all the shapes in which letters write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from reportdesk.core.dates import MONTHS, DateRange, parse_date
from reportdesk.core.letter import VisitDates
from reportdesk.letters.joining import clean

_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_MONTH = rf"(?:{'|'.join((*MONTHS, *(name[:3] for name in MONTHS), 'Sept'))})\b\.?"
_DAY = rf"{_WEEKDAY}(?:the\s+)?(\d{{1,2}}){_ORDINAL}"
_POINT = rf"{_DAY}(?:(?:\s+of)?\s*({_MONTH}))?(?:,?\s*(\d{{4}})(?!\d))?"
_JOINT = (
    r"\s*(,\s*and(?![a-z])|,|and(?![a-z])|&|/|to(?![a-z])|until(?![a-z])|[-–—]|through(?![a-z]))"
    r"\s*(?:from\s+|on\s+)?"
)
_EXPRESSION = re.compile(rf"(?<!\d){_POINT}(?:{_JOINT}{_POINT})*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_TOKEN = re.compile(rf"(?:{_JOINT})?{_POINT}", re.IGNORECASE)
_UNTIL = ("to", "until", "-", "–", "—", "through")
_MONTHS_BY_NAME = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}

Point = tuple[str, int, int, int]


def date_expressions(text: str) -> Iterator[tuple[re.Match[str], VisitDates]]:
    """Yield every stretch of the text that gives dates with month and year, with its days."""
    for found in _EXPRESSION.finditer(text):
        between = bool(_BETWEEN.search(text[: found.start()]))
        days = parse_visit(found[0], between=between)
        if days:
            yield found, days


def parse_visit(text: str, *, between: bool = False) -> VisitDates | None:
    """Return the days of an expression such as ``31 January and 1 February 2024``, else None.

    A month or year that is left out is that of the next date; ``between`` stood before it, so
    "and" means "to". None where a part is missing, a date does not exist, or the days do not rise.
    """
    found = [_point(found) for found in _TOKEN.finditer(text)]
    if between and len(found) == 2:
        found[1] = ("to", *found[1][1:])
    points = _complete(found)
    periods = _periods(points) if points else None
    if not periods or any(before.end >= after.start for before, after in pairwise(periods)):
        return None
    return VisitDates(_merged(periods))


def _point(found: re.Match[str]) -> Point:
    joint = re.sub(r"[,\s]+(?=and)", "", (found[1] or "").strip().lower())
    month = _MONTHS_BY_NAME.get((found[3] or "")[:3].lower(), 0)
    return joint, int(found[2]), month, int(found[4] or 0)


def _complete(points: list[Point]) -> list[Point]:
    """Fill in months and years from the dates that follow."""
    month = year = 0
    filled: list[Point] = []
    for joint, day, own_month, own_year in reversed(points):
        if own_year:
            year = own_year
        elif own_month and month and own_month > month and year:
            year -= 1
        month = own_month or month
        filled.append((joint, day, month, year))
    return filled[::-1]


def _periods(points: list[Point]) -> list[DateRange] | None:
    periods: list[DateRange] = []
    for joint, day, month, year in points:
        when = parse_date(f"{year:04d}-{month}-{day}") if month and year else None
        if when is None:
            return None
        if joint in _UNTIL and periods:
            if when <= periods[-1].start:
                return None
            periods[-1] = DateRange(periods[-1].start, when)
        else:
            periods.append(DateRange(when, when))
    return periods


def _merged(periods: list[DateRange]) -> tuple[DateRange, ...]:
    """Days that follow each other are one period."""
    merged: list[DateRange] = []
    for period in periods:
        if merged and period.start - merged[-1].end == timedelta(1):
            merged[-1] = DateRange(merged[-1].start, period.end)
        else:
            merged.append(period)
    return tuple(merged)


def whole_date(text: str) -> date | None:
    """Return the date where the text is a date with month in words and nothing else."""
    bare = re.sub(r"^(?:Date|Published|Dated?)\s*:?\s*", "", clean(text), flags=re.IGNORECASE)
    return parse_date(bare) if re.search("[A-Za-z]", bare) else None
