"""Runs loops; those that stand in no other one keep what they wrote for the next filling."""

from __future__ import annotations

from collections.abc import Callable

from reportdesk.core.answers import Gap, Printed, Standing
from reportdesk.core.i18n import _
from reportdesk.templating.edges import TABLE_END, last_piece
from reportdesk.templating.evaluating import Evaluate, fact
from reportdesk.templating.frame import TAG, Frame, Spot
from reportdesk.templating.keeping import Before, LoopMemory, Turn

Do = Callable[[Frame, list[str]], None]
Test = Callable[[Frame], bool]
Choose = Callable[[Frame], tuple[Printed, ...]]
Write = Callable[[int, bool], str]
Turns = Callable[[Frame], Write]
TURNS_BETWEEN_CUTS = 16


def chooser(slot: int, over: Evaluate, condition: Test | None, weight: int, spot: Spot) -> Choose:
    """Return the function that gives the rows of a loop for which its condition holds.

    ``weight`` is how many steps a turn takes at most.
    """

    def choose(frame: Frame) -> tuple[Printed, ...]:
        rows = over(frame)
        if not isinstance(rows, tuple):
            if not isinstance(rows, (Gap, Standing)):
                message = _("{tag} needs a list").format(tag=spot[TAG])
                frame.fault(spot, "not-a-list", message, _("mend the template"))
            return ()
        frame.take_steps(len(rows) * weight, spot)
        if condition is None:
            return rows
        return tuple(row for row in rows if _holds(frame, slot, row, condition))

    return choose


def inner_loop(slot: int, choose: Choose, body: Do, otherwise: Do, spot: Spot) -> Do:
    """Return the function that runs a loop within another one."""

    def run(frame: Frame, out: list[str]) -> None:
        rows = choose(frame)
        count = len(rows)
        for at, row in enumerate(rows):
            frame.rows[slot] = row
            frame.turns[slot] = (at, count)
            start = len(out)
            body(frame, out)
            frame.take_room(sum(map(len, out[start:])), spot)
        if not rows:
            otherwise(frame, out)

    return run


def outer_loop(choose: Choose, turns: Turns, otherwise: Do, spot: Spot) -> Do:
    """Return the function that runs a loop which stands in no other one."""

    def run(frame: Frame, out: list[str]) -> None:
        rows = choose(frame)
        count = len(rows)
        write = turns(frame)
        for at, row in enumerate(rows):
            frame.rows[0] = row
            frame.turns[0] = (at, count)
            xml = write(at, last_piece(out, 0).endswith(TABLE_END))
            frame.take_room(len(xml), spot)
            if xml:
                out.append(xml)
            if at % TURNS_BETWEEN_CUTS == TURNS_BETWEEN_CUTS - 1:
                frame.cuts.append(len(out))
        if not rows:
            otherwise(frame, out)

    return run


def outer_turns(
    number: int, facts: tuple[str, ...], outer: tuple[Evaluate, ...], body: Do
) -> Turns:
    """Return the function that writes a turn, or finds it written in the last filling."""

    def begin(frame: Frame) -> Write:
        if frame.keep is None:
            return lambda at, after_table: _written(frame, body, after_table)
        memory = frame.keep.loop(number, tuple(read(frame) for read in outer))

        def write(at: int, after_table: bool) -> str:
            known = tuple(fact(name, *frame.turns[0]) for name in facts)
            before = (known, after_table, frame.writer.mark())
            return _remembered(frame, memory, body, before)

        return write

    return begin


def _written(frame: Frame, body: Do, after_table: bool) -> str:
    """One turn as one text; its first table learns of a table right before the turn."""
    pieces = [TABLE_END if after_table else ""]
    body(frame, pieces)
    pieces[0] = ""
    return "".join(pieces)


def _remembered(frame: Frame, memory: LoopMemory, body: Do, before: Before) -> str:
    row, writer = frame.rows[0], frame.writer
    _facts, after_table, mark = before
    found = memory.find(row, before)
    if found is not None:
        writer.replay(found.recorded)
        return found.xml
    faults = len(frame.problems)
    xml = _written(frame, body, after_table)
    if len(frame.problems) == faults:
        memory.keep(Turn(row, before, xml, writer.since(mark)))
    return xml


def _holds(frame: Frame, slot: int, row: Printed, condition: Test) -> bool:
    frame.rows[slot] = row
    return condition(frame)
