"""Makes of each expression a function of the filling under way; nothing else can be computed."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportdesk.core.answers import Gap, Printed, Standing
from reportdesk.core.dates import DateRange
from reportdesk.templating.filters import FOR_MISSING, RUNNERS
from reportdesk.templating.frame import Frame
from reportdesk.templating.printing import answered, holds

# A node of a plan as plain data: its kind, then its parts. This is a file's edge.
Node = Sequence[Any]
Evaluate = Callable[[Frame], Printed]
# A filter works on each character about as long as it takes to write so many.
_EFFORT = 8


def evaluate(node: Node) -> Evaluate:
    """Return the function that gives the expression's value for a filling."""
    return _MAKERS[node[0]](node)


def test(node: Node) -> Callable[[Frame], bool]:
    """Return the function that says whether the expression holds."""
    run = evaluate(node)
    return lambda frame: holds(run(frame))


def _const(node: Node) -> Evaluate:
    _kind, value = node
    return lambda frame: value


def _name(node: Node) -> Evaluate:
    _kind, id = node
    return lambda frame: frame.context.get(id)


def _slot(node: Node) -> Evaluate:
    _kind, number = node
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


def _fact(node: Node) -> Evaluate:
    _kind, slot, name = node
    find = _FACTS[name]
    return lambda frame: find(*frame.turns[slot])


def _part(node: Node) -> Evaluate:
    _kind, inner, key = node
    if inner[0] == "Slot" and key != "id":
        return _part_of_row(inner[1], key)
    of = evaluate(inner)

    def run(frame: Frame) -> Printed:
        whole = of(frame)
        if isinstance(whole, dict):
            return whole.get(key, _NO_ID if key == "id" else None)
        if isinstance(whole, (Gap, Standing)):
            return whole
        return _DAYS[key](whole) if isinstance(whole, DateRange) and key in _DAYS else None

    return run


def _part_of_row(slot: int, key: str) -> Evaluate:
    """The same, made quick for what most tags ask for."""

    def run(frame: Frame) -> Printed:
        row = frame.rows[slot]
        if isinstance(row, dict):
            return row.get(key)
        return row if isinstance(row, (Gap, Standing)) else None

    return run


_NO_ID = Gap()
_DAYS: Mapping[str, Callable[[DateRange], Printed]] = {
    "start": lambda days: days.start,
    "end": lambda days: days.end,
}


def _item(node: Node) -> Evaluate:
    _kind, inner, at, text = node
    of, gap = evaluate(inner), Gap(text)

    def run(frame: Frame) -> Printed:
        rows = of(frame)
        if isinstance(rows, tuple):
            found: Printed = rows[at] if at < len(rows) else gap
            return found
        return rows if isinstance(rows, (Gap, Standing)) else None

    return run


def _listed(node: Node) -> Evaluate:
    values: Any = node[1]
    return lambda frame: values


def _compare(node: Node) -> Evaluate:
    _kind, first, others = node
    left = evaluate(first)
    steps = [(_COMPARISONS[op], evaluate(right)) for op, right in others]

    def run(frame: Frame) -> bool:
        one = left(frame)
        for holds_between, right in steps:
            other = right(frame)
            frame.room -= len(other) if isinstance(other, str) else 1
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


def _and(node: Node) -> Evaluate:
    _kind, *both = node
    left, right = map(test, both)
    return lambda frame: left(frame) and right(frame)


def _or(node: Node) -> Evaluate:
    _kind, *both = node
    left, right = map(test, both)
    return lambda frame: left(frame) or right(frame)


def _not(node: Node) -> Evaluate:
    _kind, inner = node
    of = test(inner)
    return lambda frame: not of(frame)


def _choose(node: Node) -> Evaluate:
    _kind, condition, one, other = node
    decide, yes, no = test(condition), evaluate(one), evaluate(other)
    return lambda frame: yes(frame) if decide(frame) else no(frame)


def _filtered(node: Node) -> Evaluate:
    _kind, name, inner, given = node
    run, of = RUNNERS[name], evaluate(inner)
    arguments = [evaluate(argument) for argument in given]
    for_missing = name in FOR_MISSING

    def filtered(frame: Frame) -> Printed:
        value = of(frame)
        if isinstance(value, (Gap, Standing)) and not for_missing:
            return value
        result: Printed = run(value, *[argument(frame) for argument in arguments])
        frame.room -= _EFFORT * len(result) if isinstance(result, str) else 1
        return result

    return filtered


def _tested(node: Node) -> Evaluate:
    _kind, name, inner = node
    of, wanted = evaluate(inner), name == "defined"
    return lambda frame: answered(of(frame)) is wanted


_MAKERS: Mapping[str, Callable[[Node], Evaluate]] = {
    "Const": _const,
    "Name": _name,
    "Slot": _slot,
    "Fact": _fact,
    "Part": _part,
    "Item": _item,
    "Listed": _listed,
    "Compare": _compare,
    "And": _and,
    "Or": _or,
    "Not": _not,
    "Choose": _choose,
    "Filtered": _filtered,
    "Tested": _tested,
}
