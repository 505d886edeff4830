"""Every point of the letter is answered, and every answer points to something in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.core.fields import Answers, Row, rows_of
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.richtext import RichText, as_rich
from reportdesk.core.template import Template

_POINTS = ("areas_for_improvement", "areas_for_priority_action")
# Rows that answer points, and the field in which they name them by number.
_ANSWERING = (("response_rows", "recommendation_numbers"), ("actions", "finding_ref"))
_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(r"(\d+)\s*(?:to|[-–])\s*(\d+)")
_LONGEST_RANGE = 200


def every_point_answered(template: Template, answers: Answers) -> Iterator[Problem]:
    """Yield a warning for each point that no response or action names, and for the reverse.

    A draft that names no point at all by number has not begun to answer them so, and is left
    alone.
    """
    named = named_numbers(answers)
    if not any(named.values()):
        return
    points = numbered_points(answers)
    said = set[int]().union(*named.values())
    yield from _unanswered(template, points, said)
    yield from _pointing_nowhere(template, {number for number, _place in points}, named)


def numbered_points(answers: Answers) -> tuple[tuple[int, tuple[str, int]], ...]:
    """Return each point's number with its field and row; unnumbered points count by place.

    Two lists that both count from 1 share their numbers, and an answer to a number answers both.
    """
    return tuple(
        (number if isinstance(number := row.get("number"), int) else at + 1, (id, at))
        for id in _POINTS
        for at, row in enumerate(rows_of(answers, id))
    )


def point_words(point: Row) -> RichText:
    """Return what a point says, which may be no more than its theme."""
    return as_rich(point.get("text") or point.get("theme"))


def named_numbers(answers: Answers) -> dict[tuple[str, int], set[int]]:
    """Return the points' numbers that each response and action names, by field and row."""
    return {
        (id, at): numbers_in(row.get(reference))
        for id, reference in _ANSWERING
        for at, row in enumerate(rows_of(answers, id))
    }


def numbers_in(text: object) -> set[int]:
    """Return the numbers that a text lists: ``1, 7 and 9``, ``2 to 5``."""
    if not isinstance(text, str):
        return set()
    found = {int(number) for number in _NUMBER.findall(text)}
    for first, last in _RANGE.findall(text):
        if 0 < int(last) - int(first) < _LONGEST_RANGE:
            found |= set(range(int(first), int(last) + 1))
    return found


def _unanswered(
    template: Template, points: tuple[tuple[int, tuple[str, int]], ...], said: set[int]
) -> Iterator[Problem]:
    for number, (id, at) in points:
        if number not in said:
            message = _("no response or action answers number {number}")
            yield Problem(
                "unanswered",
                message.format(number=number),
                _("name it in the response or action that answers it, or add one"),
                _place(template, id, at),
                Severity.WARN,
            )


def _pointing_nowhere(
    template: Template, known: set[int], named: dict[tuple[str, int], set[int]]
) -> Iterator[Problem]:
    for (id, at), numbers in named.items():
        for number in sorted(numbers - known):
            message = _("this answers number {number}, which is not among the points listed")
            yield Problem(
                "answers-nothing",
                message.format(number=number),
                _("correct the number, or list the point"),
                _place(template, id, at),
                Severity.WARN,
            )


def _place(template: Template, id: str, at: int) -> Place:
    field = template.field(id)
    label = _("{label}, row {number}").format(label=field.label if field else id, number=at + 1)
    return Place(field=(id, at), label=label)
