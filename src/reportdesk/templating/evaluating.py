"""Makes of each expression a function of the filling under way; nothing else can be computed."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from reportdesk.core.answers import Gap, Printed, Standing
from reportdesk.core.dates import DateRange
from reportdesk.templating import plan
from reportdesk.templating.filters import apply
from reportdesk.templating.frame import Frame
from reportdesk.templating.printing import answered, holds

Evaluate = Callable[[Frame], Printed]


def evaluate(node: plan.Expression) -> Evaluate:
    """Return the function that gives the expression's value for a filling."""
    return _MAKERS[type(node)](node)


def test(node: plan.Expression) -> Callable[[Frame], bool]:
    """Return the function that says whether the expression holds."""
    run = evaluate(node)
    return lambda frame: holds(run(frame))


def _const(node: plan.Const) -> Evaluate:
    value = node.value
    return lambda frame: value


def _name(node: plan.Name) -> Evaluate:
    id = node.id
    return lambda frame: frame.context.get(id)


def _slot(node: plan.Slot) -> Evaluate:
    number = node.number
    return lambda frame: frame.rows[number]


_FACTS: Mapping[str, Callable[[int, int], int | bool]] = {
    "index": lambda at, count: at + 1,
    "index0": lambda at, count: at,
    "revindex": lambda at, count: count - at,
    "length": lambda at, count: count,
    "first": lambda at, count: at == 0,
    "last": lambda at, count: at == count - 1,
}


def fact(name: str, at: int, count: int) -> int | bool:
    """Return what a loop knows of itself in that turn of so many."""
    return _FACTS[name](at, count)


def _fact(node: plan.Fact) -> Evaluate:
    slot, find = node.slot, _FACTS[node.name]
    return lambda frame: find(*frame.turns[slot])


def _part(node: plan.Part) -> Evaluate:
    of, key = evaluate(node.of), node.key

    def run(frame: Frame) -> Printed:
        whole = of(frame)
        if isinstance(whole, dict):
            return whole.get(key, _NO_ID if key == "id" else None)
        if isinstance(whole, (Gap, Standing)):
            return whole
        return _DAYS[key](whole) if isinstance(whole, DateRange) and key in _DAYS else None

    return run


_NO_ID = Gap()
_DAYS: Mapping[str, Callable[[DateRange], Printed]] = {
    "start": lambda days: days.start,
    "end": lambda days: days.end,
}


def _item(node: plan.Item) -> Evaluate:
    of, at, gap = evaluate(node.of), node.at, Gap(node.gap)

    def run(frame: Frame) -> Printed:
        rows = of(frame)
        if isinstance(rows, tuple):
            found: Printed = rows[at] if at < len(rows) else gap
            return found
        return rows if isinstance(rows, (Gap, Standing)) else None

    return run


def _listed(node: plan.Listed) -> Evaluate:
    values: Any = node.values
    return lambda frame: values


def _compare(node: plan.Compare) -> Evaluate:
    left = evaluate(node.left)
    steps = [(_COMPARISONS[op], evaluate(right)) for op, right in node.steps]

    def run(frame: Frame) -> bool:
        one = left(frame)
        for holds_between, right in steps:
            other = right(frame)
            if not holds_between(one, other):
                return False
            one = other
        return True

    return run


def _ordered(order: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """A missing answer is neither more nor less than anything."""

    def between(one: Any, other: Any) -> bool:
        missing = isinstance(one, (Gap, Standing)) or isinstance(other, (Gap, Standing))
        return not missing and order(one, other)

    return between


def _within(one: Any, many: Any) -> bool:
    if isinstance(one, (Gap, Standing)) or isinstance(many, (Gap, Standing)):
        return False
    return one in many


_COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": _ordered(operator.lt),
    "lteq": _ordered(operator.le),
    "gt": _ordered(operator.gt),
    "gteq": _ordered(operator.ge),
    "in": _within,
    "notin": lambda one, many: not _within(one, many),
}


def _and(node: plan.And) -> Evaluate:
    left, right = test(node.left), test(node.right)
    return lambda frame: left(frame) and right(frame)


def _or(node: plan.Or) -> Evaluate:
    left, right = test(node.left), test(node.right)
    return lambda frame: left(frame) or right(frame)


def _not(node: plan.Not) -> Evaluate:
    of = test(node.of)
    return lambda frame: not of(frame)


def _choose(node: plan.Choose) -> Evaluate:
    decide, yes, no = test(node.test), evaluate(node.yes), evaluate(node.no)
    return lambda frame: yes(frame) if decide(frame) else no(frame)


def _filtered(node: plan.Filtered) -> Evaluate:
    name, of = node.name, evaluate(node.of)
    arguments = [evaluate(argument) for argument in node.arguments]
    return lambda frame: apply(name, of(frame), tuple(run(frame) for run in arguments))


def _tested(node: plan.Tested) -> Evaluate:
    of, wanted = evaluate(node.of), node.name == "defined"
    return lambda frame: answered(of(frame)) is wanted


# Each maker takes its own kind of node.
_MAKERS: Mapping[type, Callable[[Any], Evaluate]] = {
    plan.Const: _const,
    plan.Name: _name,
    plan.Slot: _slot,
    plan.Fact: _fact,
    plan.Part: _part,
    plan.Item: _item,
    plan.Listed: _listed,
    plan.Compare: _compare,
    plan.And: _and,
    plan.Or: _or,
    plan.Not: _not,
    plan.Choose: _choose,
    plan.Filtered: _filtered,
    plan.Tested: _tested,
}
