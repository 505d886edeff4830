"""Makes of a plan the functions that fill it in: built once, then called for each report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportdesk.core.answers import Gap, Printed
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.richtext import RichText
from reportdesk.core.skeleton import Paragraph, ReportWriter
from reportdesk.templating import plan
from reportdesk.templating.edges import TABLE_END, ends_with_paragraph, last_piece
from reportdesk.templating.evaluating import Evaluate, evaluate, test
from reportdesk.templating.frame import Frame
from reportdesk.templating.looping import Do, inner_loop, outer_loop
from reportdesk.templating.printing import SAYERS, CannotPrintError

_UNFIT = (CannotPrintError, TypeError, ValueError, KeyError, AttributeError, ArithmeticError)
_EMPTY = "<w:p/>"
Put = Callable[[ReportWriter, Any, str], str]


def sequence(steps: Sequence[plan.Step]) -> Do:
    """Return the function that writes the steps one after the other."""
    made = tuple(_MAKERS[type(step)](step) for step in steps)
    if len(made) == 1:
        return made[0]

    def run(frame: Frame, out: list[str]) -> None:
        for do in made:
            do(frame, out)

    return run


def _copy(step: plan.Copy) -> Do:
    xml = step.xml
    return lambda frame, out: out.append(xml)


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


def _show(step: plan.Show) -> Do:
    value, properties, spot = _guarded(step.value, step.spot), step.run, step.spot

    def run(frame: Frame, out: list[str]) -> None:
        printed = value(frame)
        xml = _runs(frame, printed, properties, spot)
        frame.room -= len(xml)
        if frame.room < 0:
            frame.take_room(0, spot)
        out.append(xml)

    return run


def _runs(frame: Frame, value: Printed, properties: str, spot: plan.Spot) -> str:
    try:
        return _PUTTERS[type(value)](frame.writer, value, properties)
    except (KeyError, CannotPrintError):
        _unprintable(frame, value, spot)
        return ""


def _unprintable(frame: Frame, value: Printed, spot: plan.Spot) -> None:
    if value is not None:
        message = _("{tag} stands for several answers and cannot be printed as a whole")
        frame.fault(spot, "printed-whole", message.format(tag=spot.tag), _("mend the template"))
    elif not frame.problems or frame.problems[-1].place.tag != spot.tag:
        message = _("there is nothing to print for {tag}").format(tag=spot.tag)
        frame.fault(spot, "none", message, _("check that the draft belongs to the template"))


def _guarded(node: plan.Expression, spot: plan.Spot) -> Evaluate:
    """Answers suit their fields, so what fails here is told and printed as nothing."""
    value = evaluate(node)
    if isinstance(node, (plan.Name, plan.Slot, plan.Part)):
        return value

    def run(frame: Frame) -> Printed:
        try:
            return value(frame)
        except _UNFIT:
            message = _("{tag} does not suit the answer").format(tag=spot.tag)
            frame.fault(spot, "unfit", message, _("change the answer, or mend the template"))
            return Gap()

    return run


def _bare(step: plan.Bare) -> Do:
    value, spot = _guarded(step.value, step.spot), step.spot

    def run(frame: Frame, out: list[str]) -> None:
        printed = value(frame)
        try:
            text = SAYERS[type(printed)](printed)
        except (KeyError, CannotPrintError):
            _unprintable(frame, printed, spot)
            return
        frame.take_room(len(text), spot)
        out.append(frame.writer.bare(text))

    return run


def _alone(step: plan.Alone) -> Do:
    value, spot, properties = _guarded(step.value, step.spot), step.spot, step.run
    place = Place(spot.file, part=spot.part, paragraph=spot.paragraph)
    paragraph = Paragraph(step.open, (), place, step.style, step.heading, step.close)
    start, end = step.open + step.before, step.after + step.close
    first, last = step.marks

    def run(frame: Frame, out: list[str]) -> None:
        printed = value(frame)
        if isinstance(printed, RichText):
            xml = frame.writer.blocks(printed, paragraph, properties) if printed else ""
            out.append(first + xml + last)
        else:
            xml = _runs(frame, printed, properties, spot)
            out.append(start + xml + end if xml else first + last)
        frame.room -= len(xml)
        if frame.room < 0:
            frame.take_room(0, spot)

    return run


def _if(step: plan.If) -> Do:
    branches = tuple(
        (_guarded_test(condition, spot), sequence(steps))
        for condition, steps, spot in step.branches
    )
    otherwise = sequence(step.otherwise)

    def run(frame: Frame, out: list[str]) -> None:
        for holds, do in branches:
            if holds(frame):
                do(frame, out)
                return
        otherwise(frame, out)

    return run


def _guarded_test(node: plan.Expression, spot: plan.Spot) -> Callable[[Frame], bool]:
    holds = test(node)

    def run(frame: Frame) -> bool:
        try:
            return holds(frame)
        except _UNFIT:
            message = _("{tag} compares what cannot be compared").format(tag=spot.tag)
            frame.fault(spot, "cannot-compare", message, _("mend the template"))
            return False

    return run


def _for(step: plan.For) -> Do:
    over = evaluate(step.over)
    condition = _guarded_test(step.condition, step.spot) if step.condition else None
    body, otherwise = sequence(step.steps), sequence(step.otherwise)
    outer = tuple(evaluate(node) for node in step.outer)
    if step.slot:
        return inner_loop(step, over, condition, body, otherwise)
    return outer_loop(step, over, condition, body, otherwise, outer)


def _box(step: plan.Box) -> Do:
    open, do, close, needs = step.open, sequence(step.steps), step.close, step.needs

    def run(frame: Frame, out: list[str]) -> None:
        start = len(out)
        out.append(open)
        do(frame, out)
        if any(needs in piece for piece in out[start + 1 :]):
            out.append(close)
            return
        del out[start:]
        while frame.cuts and frame.cuts[-1] > start:
            frame.cuts.pop()

    return run


def _cell(step: plan.Cell) -> Do:
    open, do, close, filler = step.open, sequence(step.steps), step.close, step.filler

    def run(frame: Frame, out: list[str]) -> None:
        out.append(open)
        start = len(out)
        do(frame, out)
        if not ends_with_paragraph(out, start):
            out.append(filler)
        out.append(close)

    return run


def _blocks(step: plan.Blocks) -> Do:
    open, do, close, filler = step.open, sequence(step.steps), step.close, step.filler

    def run(frame: Frame, out: list[str]) -> None:
        out.append(open)
        start = len(out)
        do(frame, out)
        if not last_piece(out, start):
            out.append(filler)
        out.append(close)

    return run


def _apart(step: plan.Apart) -> Do:
    def run(frame: Frame, out: list[str]) -> None:
        if last_piece(out, 0).endswith(TABLE_END):
            out.append(_EMPTY)

    return run


# Each maker takes its own kind of step.
_MAKERS: Mapping[type, Callable[[Any], Do]] = {
    plan.Copy: _copy,
    plan.Show: _show,
    plan.Bare: _bare,
    plan.Alone: _alone,
    plan.If: _if,
    plan.For: _for,
    plan.Box: _box,
    plan.Cell: _cell,
    plan.Blocks: _blocks,
    plan.Apart: _apart,
}
