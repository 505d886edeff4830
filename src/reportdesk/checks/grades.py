"""A grade is one that the inspection gives: of its regime, at its date, and none for a visit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from reportdesk.checks.runner import Check
from reportdesk.checks.walk import answers_in, pieces
from reportdesk.core.dates import DateRange, long_date
from reportdesk.core.fields import Answers, Choice
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.reading import Asked
from reportdesk.core.template import Template

# The grades of that type of inspection on that day; none for a visit; None where not known.
GradesFor = Callable[[str, date], tuple[str, ...] | None]

_UNGRADED = frozenset({"not graded", "no grade", "ungraded", "none", "n/a"})
_TAIL = " to be good"


def grade_check(grades_for: GradesFor) -> Check:
    """Return the check that every grade of the present inspection is one that it can give."""

    def check(template: Template, answers: Answers) -> Iterator[Problem]:
        kind, day = answers.get("inspection_type"), inspected_on(answers)
        if not isinstance(kind, Choice) or day is None:
            return
        allowed = grades_for(kind, day)
        if allowed is None:
            return
        for asked, grade in _grades(template, answers):
            if _folded(grade) not in {_folded(one) for one in allowed}:
                yield _problem(asked, grade, (kind, day), allowed)

    return check


def inspected_on(answers: Answers) -> date | None:
    """Return the last day of the inspection, else the letter's date."""
    days = answers.get("inspection_dates")
    if isinstance(days, DateRange):
        return days.end
    sent = answers.get("letter_date")
    return sent if isinstance(sent, date) else None


def _grades(template: Template, answers: Answers) -> Iterator[tuple[Asked, str]]:
    """The grades that the draft gives; those of earlier inspections follow other rules."""
    given = {id: answers[id] for id in ("grades", "overall_grade") if id in answers}
    found = (pair for piece in pieces(template, given) for pair in answers_in(piece))
    for asked, value in found:
        named = asked.path[0] == "grades" and asked.path[-1] == "grade"
        if not (named or asked.path == ("overall_grade",)):
            continue
        if isinstance(value, str) and value and _folded(value) not in _UNGRADED:
            yield asked, value


def _problem(
    asked: Asked, grade: str, of: tuple[Choice, date], allowed: tuple[str, ...]
) -> Problem:
    kind, day = of
    place = Place(field=asked.path, label=asked.label)
    if not allowed:
        message = _("“{grade}” is given as a grade, but a {kind} gives none")
        fix = _("take the grade away, or correct the type of inspection")
        said = message.format(grade=grade, kind=kind.label)
        return Problem("grade-ungraded", said, fix, place, Severity.STOP)
    message = _("“{grade}” is not a grade of a {kind} on {day}")
    fix = _("use one of: {grades}").format(grades=", ".join(allowed))
    said = message.format(grade=grade, kind=kind.label, day=long_date(day))
    return Problem("grade-unknown", said, fix, place, Severity.STOP)


def _folded(grade: str) -> str:
    return " ".join(grade.split()).casefold().rstrip(".").removesuffix(_TAIL)
