"""Which letters a draft names as its sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from reportdesk.core.fields import Answers, FileRef, Row, answered
from reportdesk.core.reading import Raw

SOURCES = "source_documents"
_KEPT = ".yaml"
_GRADES = ("grades", "overall_grade")


def source_files(answers: Answers, kept: Mapping[str, Raw]) -> tuple[str, ...]:
    """Return the paths of the letters kept beside a draft, from the draft's folder."""
    found = [path_of(row.get("file")) for row in source_rows(answers, kept)]
    return tuple(path for path in found if path.endswith(_KEPT))


def source_rows(answers: Answers, kept: Mapping[str, Raw]) -> tuple[Row, ...]:
    """Return what the draft says of its sources, whether or not its template asks for them."""
    rows = answers.get(SOURCES) or kept.get(SOURCES) or ()
    if not isinstance(rows, (tuple, list)):
        return ()
    return tuple(cast(Row, row) for row in rows if isinstance(row, Mapping))


def is_graded(answers: Answers) -> bool:
    """Return whether the draft gives any grade, which the inspection's rules may not know."""
    return any(answered(answers.get(id)) for id in _GRADES)


def path_of(file: object) -> str:
    """Return the path that a file's answer names, as a value or as raw text."""
    if isinstance(file, FileRef):
        return file.path
    return str(file.get("path", "")) if isinstance(file, Mapping) else str(file or "")
