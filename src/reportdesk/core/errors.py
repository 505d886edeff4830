"""The errors that reach an officer, as one family.

* ReportDeskError     carries every problem found, each with its place
  * DraftError        a draft cannot be read
  * TemplateError     a template cannot be used
  * PackageError      a Word file is damaged or holds something unsafe
  * LetterError       a letter cannot be read
  * ExportError       a report cannot be made
    * Cancelled       the officer called it off
  * SaveError         a file cannot be written; the one on disk is as it was
    * ConflictError   somebody else saved the file since it was opened
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from reportdesk.core.places import Place
from reportdesk.core.problems import Problem


class ReportDeskError(Exception):
    """Something the officer can understand and act on.

    Attributes:
        problems: all that was found, at least one.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def of(cls, code: str, message: str, fix: str = "", place: Place | None = None) -> Self:
        """Return the error for a single problem, of the class it is called on."""
        return cls([Problem(code, message, fix, place or Place())])

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class DraftError(ReportDeskError):
    """A draft cannot be read."""


class TemplateError(ReportDeskError):
    """A template cannot be used."""


class PackageError(ReportDeskError):
    """A Word file is damaged, or holds something unsafe."""


class LetterError(ReportDeskError):
    """A letter cannot be read."""


class ExportError(ReportDeskError):
    """A report cannot be made."""


class Cancelled(ExportError):
    """The officer called it off; there is nothing to tell."""


class SaveError(ReportDeskError):
    """A file cannot be written; the one on disk is as it was."""


class ConflictError(SaveError):
    """Somebody else saved the file since it was opened."""
