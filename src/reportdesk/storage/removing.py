"""Removes what nobody wants to be kept; what cannot go is told, and holds nothing else back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportdesk.core.errors import SaveError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.storage.files import shown


def remove(paths: Iterable[Path]) -> None:
    """Remove these files and empty folders, each that is there.

    Raises SaveError with every one that stays.
    """
    problems = [problem for path in paths for problem in _removed(path)]
    if problems:
        raise SaveError(problems)


def _removed(path: Path) -> list[Problem]:
    try:
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        message = _("this cannot be removed: {reason}").format(reason=error.strerror or error)
        fix = _("close what has it open, and try again")
        return [Problem("not-removed", message, fix, Place(shown(path)))]
    return []
