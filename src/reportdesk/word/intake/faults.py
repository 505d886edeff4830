"""Gathers what is wrong with one Word file, so that all of it is told at once."""

from __future__ import annotations

from reportdesk.core.errors import PackageError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity

_MOST = 50


class Faults:
    """The problems of one file, without doubles, up to a number that a person can read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: dict[Problem, None] = {}
        self._notes: dict[Problem, None] = {}

    def add(self, code: str, message: str, fix: str = "", part: str = "") -> None:
        """Remember a fault that forbids the use of the file."""
        if len(self._found) < _MOST:
            self._found[Problem(code, message, fix, Place(self.file, part=part))] = None

    def note(self, code: str, message: str) -> None:
        """Remember something that was left out of the file."""
        place = Place(self.file)
        self._notes[Problem(code, message, place=place, severity=Severity.NOTE)] = None

    def damaged(self, message: str, part: str = "") -> None:
        """Remember that the file is damaged, and how."""
        fix = _("open it in Word and save it again, or use an earlier copy")
        self.add("package-damaged", message, fix, part)

    def too_large(self, message: str, part: str = "") -> None:
        """Remember that the file is larger than any report need be, and where."""
        fix = _("remove what is not needed, in Word, and save it again")
        self.add("package-too-large", message, fix, part)

    def live(self, message: str, fix: str, part: str = "") -> None:
        """Remember something that would act by itself when the file is opened."""
        self.add("package-live", message, fix, part)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What was left out."""
        return tuple(self._notes)

    def __bool__(self) -> bool:
        return bool(self._found)

    def stop(self) -> None:
        """Raise PackageError if there is any fault."""
        if self._found:
            raise PackageError(self._found)
