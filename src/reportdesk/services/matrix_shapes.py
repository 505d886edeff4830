"""The JSON shape and the readable lines of the matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reportdesk.core.i18n import _
from reportdesk.services.matrix import Line, State, cells

Shape = dict[str, Any]  # JSON is what it is for


def matrix_shapes(lines: Iterable[Line]) -> list[Shape]:
    """Return the lines as plain data; a side that is missing is null."""
    return [_shape(line) for line in lines]


def matrix_lines(lines: tuple[Line, ...]) -> Iterator[str]:
    """Yield the matrix as lines for an officer, and last how many points are answered."""
    before = None
    for line in lines:
        number, point, answer, *about = cells(line)
        if line.point is None or line.point is not before:
            yield f"{number}. {point}"
        before = line.point
        told = ", ".join(word for word in about if word)
        yield f"   {answer} ({told})" if told else f"   {answer}"
    points = {line.point.path: line.state for line in lines if line.point}
    count = sum(state is State.ANSWERED for state in points.values())
    yield _("Points answered: {count} of {all}").format(count=count, all=len(points))


def _shape(line: Line) -> Shape:
    point, answering = line.point, line.answering
    return {
        "state": line.state.value,
        "point": point
        and {
            "number": point.number,
            "kind": point.kind,
            "text": point.text.text,
            "field": list(point.path),
        },
        "answer": answering
        and {
            "text": answering.text.text,
            "owner": answering.owner,
            "due": answering.due.isoformat() if answering.due else None,
            "measure": answering.measure.text,
            "status": answering.status,
            "finding": answering.finding.text,
            "field": list(answering.path),
        },
    }
