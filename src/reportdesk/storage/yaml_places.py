"""Lines for problems: the file is read once more, and only where something is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportdesk.core.places import FieldPath
from reportdesk.core.problems import Problem
from reportdesk.core.quick_dataclasses import replace
from reportdesk.storage.yaml_events import lines


def located(
    problems: Iterable[Problem], file: str, data: bytes, root: FieldPath = ()
) -> tuple[Problem, ...]:
    """Return the problems with the file's name and the line of each one's field.

    ``root`` is where in the file the fields' paths begin.
    """
    found = tuple(problems)
    if not found:
        return ()
    known = lines(data)
    return tuple(_at(problem, file, known, root) for problem in found)


def _at(problem: Problem, file: str, known: Mapping[FieldPath, int], root: FieldPath) -> Problem:
    if problem.place.line:
        return problem
    line = _nearest((*root, *problem.place.field), known)
    return replace(problem, place=replace(problem.place, file=file, line=line))


def _nearest(path: FieldPath, known: Mapping[FieldPath, int]) -> int:
    """Return the line of the entry, or of what is nearest around it."""
    while path and path not in known:
        path = path[:-1]
    return known.get(path, 1)
