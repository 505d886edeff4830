"""Every point of a letter against what answers it: many to many, with what is left over."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from reportdesk.checks.coverage import named_numbers, numbered_points, point_words
from reportdesk.core.dates import long_date
from reportdesk.core.fields import Answers, Choice, Row, Value, rows_of
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.core.richtext import RichText, as_rich

_NO_TEXT = RichText()
_RISKY = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula


class State(Enum):
    """How a line of the matrix stands."""

    ANSWERED = "answered"
    FINDING = "answers a finding"
    UNANSWERED = "not answered"
    POINTLESS = "answers no point"


@dataclass(frozen=True, slots=True)
class Point:
    """What the inspectors ask for, with its number and its field."""

    number: int
    text: RichText
    kind: str
    path: FieldPath


@dataclass(frozen=True, slots=True)
class Answering:
    """A response or an action, with its field.

    Attributes:
        finding: what it answers of its own, where it names no point by number.
    """

    text: RichText
    path: FieldPath
    owner: str = ""
    due: date | None = None
    measure: RichText = _NO_TEXT
    status: str = ""
    finding: RichText = _NO_TEXT


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the matrix: a point, what answers it, or one of them alone."""

    point: Point | None
    answering: Answering | None

    @property
    def state(self) -> State:
        """How the line stands."""
        if self.point is None:
            answers_finding = self.answering is not None and self.answering.finding
            return State.FINDING if answers_finding else State.POINTLESS
        return State.ANSWERED if self.answering else State.UNANSWERED


def matrix(answers: Answers) -> tuple[Line, ...]:
    """Return a line for each pair of a point and what answers it, then what stands alone.

    A point without any answer has one line; so has a response or action that names no point
    of the list. A response that names none, but says which finding it answers, is not left over.
    """
    points = tuple(_points(answers))
    named = named_numbers(answers)
    answering = {path: _answering(answers, numbers, *path) for path, numbers in named.items()}
    lines: list[Line] = []
    for point in points:
        found = [answering[path] for path, numbers in named.items() if point.number in numbers]
        lines += [Line(point, one) for one in found] or [Line(point, None)]
    known = {point.number for point in points}
    lines += [Line(None, answering[path]) for path in named if not named[path] & known]
    return tuple(lines)


def matrix_rows(lines: tuple[Line, ...]) -> tuple[Row, ...]:
    """Return the lines as rows of answers, for a Word file to print."""
    return tuple(
        {key: value for key, value in _row(line).items() if value is not None} for line in lines
    )


def matrix_csv(lines: tuple[Line, ...]) -> bytes:
    """Return the lines as a table that a spreadsheet opens, in UTF-8 with its mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(titles())
    for line in lines:
        writer.writerow([_safe(cell) for cell in cells(line)])
    return out.getvalue().encode("utf-8-sig")


def titles() -> tuple[str, ...]:
    """Return the names of the columns."""
    return (
        _("Number"),
        _("What the inspectors ask for"),
        _("Answered by"),
        _("Owner"),
        _("Due"),
        _("Measure"),
        _("Status"),
    )


def cells(line: Line) -> tuple[str, ...]:
    """Return a line's cells as text; a side that is missing says so in words."""
    point, answering = line.point, line.answering
    return (
        str(point.number) if point else "–",
        point.text.text if point else _instead(answering),
        answering.text.text if answering else _("(nothing answers this yet)"),
        answering.owner if answering else "",
        long_date(answering.due) if answering and answering.due else "",
        answering.measure.text if answering else "",
        answering.status if answering else "",
    )


def _instead(answering: Answering | None) -> str:
    if answering and answering.finding:
        return _("(a finding) {text}").format(text=answering.finding.text)
    return _("(names no point of the list)")


def _row(line: Line) -> Row:
    point, answering = line.point, line.answering
    made: dict[str, Value] = {"number": str(point.number) if point else "–"}
    if point:
        made |= {"kind": point.kind, "point": point.text}
    elif answering and answering.finding:
        made |= {"kind": _("Finding"), "point": answering.finding}
    if answering:
        made |= {"answering": answering.text, "owner": answering.owner, "due": answering.due}
        made |= {"measure": answering.measure, "status": answering.status}
    return made


def _points(answers: Answers) -> Iterator[Point]:
    kinds = {
        "areas_for_improvement": _("Area for improvement"),
        "areas_for_priority_action": _("Area for priority action"),
    }
    for number, (id, at) in numbered_points(answers):
        row = rows_of(answers, id)[at]
        yield Point(number, point_words(row), kinds[id], (id, at))


def _answering(answers: Answers, numbers: set[int], id: str, at: int) -> Answering:
    row = rows_of(answers, id)[at]
    due, status = row.get("due"), row.get("status")
    finding = _NO_TEXT if numbers else as_rich(row.get("finding"))
    return Answering(
        as_rich(row.get("action") or row.get("response")),
        (id, at),
        str(row.get("owner") or ""),
        due if isinstance(due, date) else None,
        as_rich(row.get("measure")),
        status.label if isinstance(status, Choice) else "",
        finding,
    )


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RISKY) else cell
