"""What the steps of a loop read from outside it: what must be equal for its XML to be kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportdesk.templating import plan


def reads(
    steps: tuple[plan.Step, ...], slot: int
) -> tuple[tuple[str, ...], tuple[plan.Expression, ...]]:
    """Return the loop's own facts, and the answers from outside, that the steps read."""
    facts: dict[str, None] = {}
    outer: dict[str, plan.Expression] = {}
    for node in _reading(steps):
        if isinstance(node, plan.Fact) and node.slot == slot:
            facts[node.name] = None
        elif isinstance(node, (plan.Part, plan.Name)):
            outer[_path(node)] = node
    return tuple(facts), tuple(outer.values())


def _reading(node: Any) -> Iterator[plan.Fact | plan.Part | plan.Name]:
    """Facts, names, and names with their dots, anywhere in a tree of named tuples."""
    if isinstance(node, plan.Fact) or (isinstance(node, (plan.Part, plan.Name)) and _path(node)):
        yield node
    elif isinstance(node, tuple) and not isinstance(node, plan.Spot):
        for part in node:
            yield from _reading(part)


def _path(node: plan.Expression) -> str:
    match node:
        case plan.Name():
            return node.id
        case plan.Part():
            before = _path(node.of)
            return f"{before}.{node.key}" if before else ""
    return ""
