"""The shapes of ``--json``: documented in docs/shell.md, and changed only by adding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.storage.templates import TemplatePack


class PlaceShape(TypedDict, total=False):
    """Only what is known of the place."""

    file: str
    line: int
    part: str
    cells: list[dict[str, int]]
    paragraph: int
    tag: str
    field: list[str | int]
    label: str
    page: int


class ProblemShape(TypedDict):
    """One problem."""

    code: str
    severity: str
    message: str
    fix: str
    place: PlaceShape


class TemplateShape(TypedDict):
    """One template of ``reportdesk templates --json``."""

    id: str
    title: str
    council: str
    version: int
    summary: str
    body: str
    documents: list[dict[str, str]]


def problem_shape(problem: Problem) -> ProblemShape:
    """Return the problem as plain data."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "fix": problem.fix,
        "place": _place_shape(problem.place),
    }


def problem_shapes(problems: Iterable[Problem]) -> list[ProblemShape]:
    """Return the problems as plain data, in order."""
    return [problem_shape(problem) for problem in problems]


def template_shape(pack: TemplatePack) -> TemplateShape:
    """Return what is worth knowing of a template as plain data."""
    template = pack.template
    return {
        "id": template.id,
        "title": template.title,
        "council": template.council,
        "version": template.version,
        "summary": template.summary,
        "body": template.body.value,
        "documents": [{"id": one.id, "title": one.title} for one in template.documents],
    }


def _place_shape(place: Place) -> PlaceShape:
    shape: PlaceShape = {
        "file": place.file,
        "line": place.line,
        "part": place.part,
        "cells": [
            {"table": cell.table, "row": cell.row, "cell": cell.cell} for cell in place.cells
        ],
        "paragraph": place.paragraph,
        "tag": place.tag,
        "field": list(place.field),
        "label": place.label,
        "page": place.page,
    }
    return {key: value for key, value in shape.items() if value}  # type: ignore[return-value]
