"""What a document would not print of a draft, told before it is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from reportdesk.core.fields import Answers, Field, Kind, Row, answered
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.quick_dataclasses import replace
from reportdesk.core.template import Template
from reportdesk.services.source_files import SOURCES


def not_printed(template: Template, names: frozenset[str], answers: Answers) -> Iterator[Problem]:
    """Yield a warning for each answered field that none of the names prints."""
    for field in template.fields():
        if answered(answers.get(field.id)):
            yield from _field_lost(field, names, answers)


def _field_lost(field: Field, names: frozenset[str], answers: Answers) -> Iterator[Problem]:
    if field.id not in names:
        yield _lost((field.id,), field.label)
    elif field.kind is Kind.ROWS:
        rows = cast(tuple[Row, ...], answers[field.id])
        for inner in field.fields:
            filled = any(answered(row.get(inner.id)) for row in rows)
            if filled and f"{field.id}.{inner.id}" not in names:
                yield _lost((field.id, inner.id), f"{field.label}, {inner.label}")


def not_asked_for(problems: Iterable[Problem], own: Template) -> Iterator[Problem]:
    """Yield the problems, those on answers of the draft's own template in that template's words.

    The letters of a draft are kept to be looked things up in; that they are not printed is no news.
    """
    for problem in problems:
        if problem.code == "unknown-answer" and problem.place.field == (SOURCES,):
            continue
        field = own.field(str(problem.place.field[0])) if problem.place.field else None
        if problem.code == "unknown-answer" and field and len(problem.place.field) == 1:
            lost = _lost((field.id,), field.label)
            yield replace(lost, place=replace(problem.place, label=field.label))
        else:
            yield problem


def _lost(path: tuple[str, ...], label: str) -> Problem:
    return Problem(
        "not-printed",
        _("this is answered, but this template does not print it"),
        _("move what members need to know into a field that is printed"),
        Place(field=path, label=label),
        Severity.WARN,
    )
