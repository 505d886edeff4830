"""What a check, a reader or the shell has to say, with its place and what to do about it."""

from __future__ import annotations

from enum import Enum

from reportdesk.core.places import Place
from reportdesk.core.quick_dataclasses import dataclass

_NOWHERE = Place()


class Severity(Enum):
    """How much a problem matters."""

    STOP = "stop"
    WARN = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        code: short stable name of the kind of problem, for tests and ``--json``.
        message: what is wrong, in plain words, without the place.
        fix: what to do, as an instruction.
    """

    code: str
    message: str
    fix: str = ""
    place: Place = _NOWHERE
    severity: Severity = Severity.STOP

    def __str__(self) -> str:
        """Say it in one line: ``file:line: field: what is wrong; what to do``."""
        joint = ". " if self.fix[:1].isupper() else "; "
        said = joint.join(word for word in (self.message, self.fix) if word)
        return ": ".join(word for word in (str(self.place), said) if word).replace("\n", " ")


def stops(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Return whether any of them must be mended before going on."""
    return any(problem.severity is Severity.STOP for problem in problems)
