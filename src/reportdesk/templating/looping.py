"""Runs loops; those that stand in no other one keep what they wrote for the next filling."""

from __future__ import annotations

from collections.abc import Callable

from reportdesk.core.answers import Gap, Printed, Standing
from reportdesk.core.i18n import _
from reportdesk.templating import plan
from reportdesk.templating.edges import TABLE_END, last_piece
from reportdesk.templating.evaluating import Evaluate, fact
from reportdesk.templating.frame import Frame
from reportdesk.templating.keeping import LoopMemory, Turn

Do = Callable[[Frame, list[str]], None]
Test = Callable[[Frame], bool]
Rows = tuple[Printed, ...]
TURNS_BETWEEN_CUTS = 16


def inner_loop(
    step: plan.For, over: Evaluate, condition: Test | None, body: Do, otherwise: Do
) -> Do:
    """Return the function that runs a loop within another one."""
    choose = _chooser(step, over, condition)
    slot, spot = step.slot, step.spot

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


def outer_loop(
    step: plan.For,
    over: Evaluate,
    condition: Test | None,
    body: Do,
    otherwise: Do,
    outer: tuple[Evaluate, ...],
) -> Do:
    """Return the function that runs a loop which stands in no other one."""
    choose = _chooser(step, over, condition)
    number, facts, spot = step.number, step.facts, step.spot

    def run(frame: Frame, out: list[str]) -> None:
        rows = choose(frame)
        memory: LoopMemory | None = None
        if frame.keep is not None:
            memory = frame.keep.loop(number, tuple(read(frame) for read in outer))
        for at, row in enumerate(rows):
            frame.rows[0] = row
            frame.turns[0] = (at, len(rows))
            after_table = last_piece(out, 0).endswith(TABLE_END)
            if memory is None:
                xml = _turn(frame, body, after_table)
            else:
                known = tuple(fact(name, at, len(rows)) for name in facts)
                xml = _remembered(frame, memory, body, known, after_table)
            frame.take_room(len(xml), spot)
            if xml:
                out.append(xml)
            if at % TURNS_BETWEEN_CUTS == TURNS_BETWEEN_CUTS - 1:
                frame.cuts.append(len(out))
        if not rows:
            otherwise(frame, out)

    return run


def _turn(frame: Frame, body: Do, after_table: bool) -> str:
    """One turn as one text; its first table learns of a table right before the turn."""
    pieces = [TABLE_END if after_table else ""]
    body(frame, pieces)
    pieces[0] = ""
    return "".join(pieces)


def _remembered(
    frame: Frame,
    memory: LoopMemory,
    body: Do,
    facts: tuple[int | bool, ...],
    after_table: bool,
) -> str:
    row, writer = frame.rows[0], frame.writer
    mark = writer.mark()
    found = memory.find(row, facts, after_table, mark)
    if found is not None:
        writer.replay(found.recorded)
        return found.xml
    faults = len(frame.problems)
    xml = _turn(frame, body, after_table)
    if len(frame.problems) == faults:
        memory.keep(Turn(row, facts, after_table, mark, xml, writer.since(mark)))
    return xml


def _chooser(step: plan.For, over: Evaluate, condition: Test | None) -> Callable[[Frame], Rows]:
    slot, spot = step.slot, step.spot

    def choose(frame: Frame) -> Rows:
        rows = over(frame)
        if not isinstance(rows, tuple):
            if not isinstance(rows, (Gap, Standing)):
                message = _("{tag} needs a list").format(tag=spot.tag)
                frame.fault(spot, "not-a-list", message, _("mend the template"))
            return ()
        frame.take_turns(len(rows), spot)
        if condition is None:
            return rows
        return tuple(row for row in rows if _holds(frame, slot, row, condition))

    return choose


def _holds(frame: Frame, slot: int, row: Printed, condition: Test) -> bool:
    frame.rows[slot] = row
    return condition(frame)
