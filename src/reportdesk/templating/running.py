"""Makes of a plan the functions that fill it in: built once, then called for each report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportdesk.core.answers import Gap, Printed
from reportdesk.core.i18n import _
from reportdesk.core.richtext import RichText
from reportdesk.core.skeleton import Paragraph, ReportWriter
from reportdesk.templating.edges import TABLE_END, ends_with_paragraph, last_piece
from reportdesk.templating.evaluating import Evaluate, Node, evaluate, test
from reportdesk.templating.frame import TAG, Frame, Spot, place_of
from reportdesk.templating.looping import Do, chooser, inner_loop, outer_loop, outer_turns
from reportdesk.templating.printing import SAYERS, CannotPrintError, said

_UNFIT = (CannotPrintError, TypeError, ValueError, KeyError, AttributeError, ArithmeticError)
_EMPTY = "<w:p/>"
Put = Callable[[ReportWriter, Any, str], str]


def sequence(steps: Sequence[Node]) -> Do:
    """Return the function that writes the steps one after the other."""
    made = tuple(_MAKERS[step[0]](step) for step in steps)
    if len(made) == 1:
        return made[0]

    def run(frame: Frame, out: list[str]) -> None:
        for do in made:
            do(frame, out)

    return run


def _copy(step: Node) -> Do:
    _kind, xml = step
    return lambda frame, out: out.append(xml)


def _put_nothing(writer: ReportWriter, value: object, run: str) -> str:
    raise CannotPrintError


def _put_gap(writer: ReportWriter, value: Gap, run: str) -> str:
    return writer.gap(value.text, run) if value.text else ""


def _put_rich(writer: ReportWriter, value: RichText, run: str) -> str:
    return writer.inline(value, run)


def _putter(say: Callable[[Any], str]) -> Put:
    def put(writer: ReportWriter, value: Any, run: str) -> str:
        text = say(value)
        return writer.run(text, run) if text else ""

    return put


# How values of each type become runs.
_PUTTERS: Mapping[type, Put] = {
    **{kind: _putter(say) for kind, say in SAYERS.items()},
    str: lambda writer, value, run: writer.run(value, run) if value else "",
    Gap: _put_gap,
    RichText: _put_rich,
}


def _show(step: Node) -> Do:
    _kind, node, properties, spot = step
    value = _guarded(node, spot)

    def run(frame: Frame, out: list[str]) -> None:
        xml = _runs(frame, value(frame), properties, spot)
        if xml:
            out.append(xml)

    return run


def _runs(frame: Frame, value: Printed, properties: str, spot: Spot) -> str:
    put = _PUTTERS.get(type(value), _put_nothing)
    try:
        xml = put(frame.writer, value, properties)
    except CannotPrintError:
        _unprintable(frame, value, spot)
        return ""
    frame.room -= len(xml)
    if frame.room < 0:
        frame.take_room(0, spot)
    return xml


def _unprintable(frame: Frame, value: Printed, spot: Spot) -> None:
    if value is None:
        message = _("there is nothing to print for {tag}").format(tag=spot[TAG])
        frame.fault(spot, "none", message, _("check that the draft belongs to the template"))
    else:
        message = _("{tag} stands for several answers and cannot be printed as a whole")
        frame.fault(spot, "printed-whole", message.format(tag=spot[TAG]), _("mend the template"))


def _guarded(node: Node, spot: Spot) -> Evaluate:
    """Answers suit their fields, so what fails here is told and printed as nothing."""
    value = evaluate(node)
    if node[0] in ("Name", "Slot", "Part"):
        return value

    def run(frame: Frame) -> Printed:
        try:
            return value(frame)
        except _UNFIT:
            message = _("{tag} does not suit the answer").format(tag=spot[TAG])
            frame.fault(spot, "unfit", message, _("change the answer, or mend the template"))
            return Gap()

    return run


def _bare(step: Node) -> Do:
    _kind, node, spot = step
    value = _guarded(node, spot)

    def run(frame: Frame, out: list[str]) -> None:
        printed = value(frame)
        try:
            text = said(printed)
        except CannotPrintError:
            _unprintable(frame, printed, spot)
            return
        frame.take_room(len(text), spot)
        out.append(frame.writer.bare(text))

    return run


def _alone(step: Node) -> Do:
    _kind, node, open, before, properties, after, close, style, heading, marks, spot = step
    value = _guarded(node, spot)
    paragraph = Paragraph(open, (), place_of(spot), style, heading, close)
    start, end = open + before, after + close
    first, last = marks

    def run(frame: Frame, out: list[str]) -> None:
        printed = value(frame)
        if isinstance(printed, RichText):
            xml = frame.writer.blocks(printed, paragraph, properties) if printed else ""
            frame.take_room(len(xml), spot)
            out.append(first + xml + last)
        else:
            xml = _runs(frame, printed, properties, spot)
            out.append(start + xml + end if xml else first + last)

    return run


def _if(step: Node) -> Do:
    _kind, conditions, rest = step
    branches = tuple(
        (_guarded_test(condition, spot), sequence(steps)) for condition, steps, spot in conditions
    )
    otherwise = sequence(rest)

    def run(frame: Frame, out: list[str]) -> None:
        for holds, do in branches:
            if holds(frame):
                do(frame, out)
                return
        otherwise(frame, out)

    return run


def _guarded_test(node: Node, spot: Spot) -> Callable[[Frame], bool]:
    holds = test(node)

    def run(frame: Frame) -> bool:
        try:
            return holds(frame)
        except _UNFIT:
            message = _("{tag} compares what cannot be compared").format(tag=spot[TAG])
            frame.fault(spot, "cannot-compare", message, _("mend the template"))
            return False

    return run


def _for(step: Node) -> Do:
    _kind, number, slot, over, condition, steps, rest, facts, outer, spot = step
    holds = _guarded_test(condition, spot) if condition else None
    choose = chooser(slot, evaluate(over), holds, _weight(steps), spot)
    body, otherwise = sequence(steps), sequence(rest)
    if slot:
        return inner_loop(slot, choose, body, otherwise, spot)
    turns = outer_turns(number, tuple(facts), tuple(map(evaluate, outer)), body)
    return outer_loop(choose, turns, otherwise, spot)


def _weight(steps: Sequence[Node]) -> int:
    """How many steps these are at most, without the turns of loops among them."""
    total = 1 + len(steps)
    for kind, *parts in steps:
        if kind == "If":
            branches, otherwise = parts
            total += _weight(otherwise) + sum(_weight(inner) for _test, inner, _spot in branches)
        elif kind in ("Box", "Cell", "Blocks"):
            total += _weight(parts[1])
    return total


def _box(step: Node) -> Do:
    _kind, open, steps, close, needs = step
    do = sequence(steps)

    def run(frame: Frame, out: list[str]) -> None:
        start = len(out)
        out.append(open)
        do(frame, out)
        if any(needs in piece for piece in out[start + 1 :]):
            out.append(close)
            return
        del out[start:]

    return run


def _ended(is_whole: Callable[[list[str], int], object]) -> Callable[[Node], Do]:
    """What writes an element, with a filler where what was written in it must not end it."""

    def make(step: Node) -> Do:
        _kind, open, steps, close, filler = step
        do = sequence(steps)

        def run(frame: Frame, out: list[str]) -> None:
            out.append(open)
            start = len(out)
            do(frame, out)
            if not is_whole(out, start):
                out.append(filler)
            out.append(close)

        return run

    return make


def _apart(step: Node) -> Do:
    def run(frame: Frame, out: list[str]) -> None:
        if last_piece(out, 0).endswith(TABLE_END):
            out.append(_EMPTY)

    return run


_MAKERS: Mapping[str, Callable[[Node], Do]] = {
    "Copy": _copy,
    "Show": _show,
    "Bare": _bare,
    "Alone": _alone,
    "If": _if,
    "For": _for,
    "Box": _box,
    "Cell": _ended(ends_with_paragraph),
    "Blocks": _ended(last_piece),
    "Apart": _apart,
}
