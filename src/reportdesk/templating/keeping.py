"""What a filling leaves for the next one, so that a small change costs little."""

from __future__ import annotations

from collections.abc import Mapping

from reportdesk.core.answers import Printed
from reportdesk.core.fields import Choice

# What a turn was written after: facts of its loop, whether a table, the writer's mark.
Before = tuple[tuple[int | bool, ...], bool, object]


class Turn:
    """One turn of a loop, as it was written.

    Attributes:
        row: held, so that no other row can take its identity.
        recorded: what the writer began and linked in it.
    """

    __slots__ = ("before", "recorded", "row", "xml")

    def __init__(self, row: Printed, before: Before, xml: str, recorded: object) -> None:
        self.row = row
        self.before = before
        self.xml = xml
        self.recorded = recorded


class LoopMemory:
    """The turns of one loop, of the last filling and of the one under way."""

    __slots__ = ("_last", "_now", "outer")

    def __init__(self, outer: tuple[Printed, ...], last: Mapping[int, Turn]) -> None:
        self.outer = outer
        self._last = last
        self._now: dict[int, Turn] = {}

    @property
    def turns(self) -> Mapping[int, Turn]:
        """What the next filling may use."""
        return self._now

    def find(self, row: Printed, before: Before) -> Turn | None:
        """Return the same turn as it was written last time, or None."""
        turn = self._last.get(id(row))
        if turn is None or turn.row is not row or turn.before != before:
            return None
        self._now[id(row)] = turn
        return turn

    def keep(self, turn: Turn) -> None:
        """Remember a turn just written."""
        self._now[id(turn.row)] = turn


class Kept:
    """Remembers repeated passages between fillings of one program.

    It may be given to ``Program.fill`` again and again; another program empties it. Rows
    are known by identity: give the same row object again where a row did not change.
    """

    def __init__(self) -> None:
        self._of: object = None
        self._loops: dict[int, LoopMemory] = {}
        self._chunks: dict[str, list[str]] = {}

    def begin(self, program: object) -> None:
        """Forget everything if it comes from another program."""
        if self._of is not program:
            self._of, self._loops, self._chunks = program, {}, {}

    def loop(self, number: int, outer: tuple[Printed, ...]) -> LoopMemory:
        """Return the memory of a loop that reads these answers from outside it."""
        before = self._loops.get(number)
        same = before is not None and alike(before.outer, outer)
        made = LoopMemory(outer, before.turns if before and same else {})
        self._loops[number] = made
        return made

    def chunks(self, part: str, chunks: list[str]) -> list[str]:
        """Return the chunks, as the same objects as last time where they are equal."""
        before = self._chunks.get(part, [])
        same = [
            before[at] if at < len(before) and before[at] == chunk else chunk
            for at, chunk in enumerate(chunks)
        ]
        self._chunks[part] = same
        return same


def alike(one: Printed, other: Printed) -> bool:
    """Return whether both print the same: of one type, and equal throughout."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, Choice):
        return one == other and one.label == getattr(other, "label", None)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[id], other[id]) for id in one)
    return one == other
