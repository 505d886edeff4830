"""Required fields are answered."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.walk import every_answer
from reportdesk.core.fields import Answers, answered
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.core.template import Template


def required_answers(template: Template, answers: Answers) -> Iterator[Problem]:
    """Yield a problem for each required field that is empty."""
    for asked, value in every_answer(template, answers):
        if asked.field.required and not answered(value):
            yield Problem(
                "required",
                _("this is required and not yet answered"),
                asked.field.guidance or _("fill it in"),
                Place(field=asked.path, label=asked.label),
            )
