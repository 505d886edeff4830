"""Run checks over a draft and gather what they have to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportdesk.core.fields import Answers
from reportdesk.core.problems import Problem
from reportdesk.core.template import Template

Check = Callable[[Template, Answers], Iterable[Problem]]


def run_checks(
    checks: Iterable[Check], template: Template, answers: Answers
) -> tuple[Problem, ...]:
    """Return every problem that any of the checks finds, in the order of the checks."""
    return tuple(problem for check in checks for problem in check(template, answers))
