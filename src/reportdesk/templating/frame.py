"""One filling under way: the answers, the rows its loops stand at, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportdesk.core.answers import Printed
from reportdesk.core.errors import ExportError
from reportdesk.core.i18n import _
from reportdesk.core.places import Cell, Place
from reportdesk.core.problems import Problem
from reportdesk.core.skeleton import ReportWriter
from reportdesk.templating.keeping import Kept

# A ``plan.Spot`` as plain data: file, part, cells, paragraph, tag, label.
Spot = Sequence[Any]
TAG = 4
MAX_STEPS = 1_000_000
MAX_CHARACTERS = 120_000_000
_MOST_FAULTS = 100


class Frame:
    """The state of one filling.

    Attributes:
        rows: the row at which each loop stands.
        turns: which row of how many that is, counted from 0.
        cuts: how many pieces were written wherever the text may be cut.
        room: characters that may still be written.
        problems: what could not be printed.
    """

    __slots__ = (
        *("context", "cuts", "keep", "problems", "room", "rows", "turns", "writer"),
        *("_left", "_told"),
    )

    def __init__(
        self,
        context: Mapping[str, Printed],
        writer: ReportWriter,
        slots: int,
        keep: Kept | None,
    ) -> None:
        self.context = context
        self.writer = writer
        self.keep = keep
        self.rows: list[Printed] = [None] * slots
        self.turns: list[tuple[int, int]] = [(0, 0)] * slots
        self.cuts: list[int] = []
        self.room = MAX_CHARACTERS
        self.problems: list[Problem] = []
        self._left = MAX_STEPS
        self._told: set[Problem] = set()

    def fault(self, spot: Spot, code: str, message: str, fix: str) -> None:
        """Remember what could not be printed at that spot; ExportError where it is too much."""
        problem = Problem(code, message, fix, self._place(spot))
        if problem not in self._told:
            self._told.add(problem)
            self.problems.append(problem)
        if len(self.problems) >= _MOST_FAULTS:
            raise ExportError(self.problems)

    def take_steps(self, count: int, spot: Spot) -> None:
        """Allow for that many more steps; ExportError where a report would never end."""
        self._left -= count
        if self._left < 0:
            raise ExportError([*self.problems, _endless(self._place(spot))])

    def take_room(self, characters: int, spot: Spot) -> None:
        """Allow for that many more characters; ExportError where there are too many."""
        self.room -= characters
        if self.room < 0:
            raise ExportError([*self.problems, _endless(self._place(spot))])

    def _place(self, spot: Spot) -> Place:
        words = [
            word if isinstance(word, str) else _("row {n}").format(n=self.turns[word][0] + 1)
            for word in spot[-1]
        ]
        return place_of(spot, ", ".join(words))


def place_of(spot: Spot, label: str = "") -> Place:
    """Return the place of a tag, and of the field that it prints."""
    file, part, cells, paragraph, tag, _label = spot
    around = tuple(Cell(*cell) for cell in cells)
    return Place(file, 0, part, around, paragraph, tag, label=label)


def _endless(place: Place) -> Problem:
    message = _("the report would become too long to be opened")
    return Problem("too-long", message, _("take loops out of each other in the template"), place)
