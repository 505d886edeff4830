"""Plans to plain lists and back, so that a compiled template can be kept in a file."""

from __future__ import annotations

from typing import Any, TypeGuard

from reportdesk.templating import plan

Data = str | int | bool | None | list["Data"]
# Named tuples of any shape: this is the file's edge.
Node = Any
_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        *(plan.Const, plan.Name, plan.Slot, plan.Fact, plan.Part, plan.Item, plan.Listed),
        *(plan.Compare, plan.And, plan.Or, plan.Not, plan.Choose, plan.Filtered, plan.Tested),
        *(plan.CellAt, plan.Spot, plan.Copy, plan.Show, plan.Bare, plan.Alone, plan.If, plan.For),
        *(plan.Box, plan.Cell, plan.Blocks, plan.Apart, plan.PartPlan, plan.Plan),
    )
}


def to_data(node: Node) -> Data:
    """Return the plan, or any part of one, as lists, texts and numbers, as JSON can hold them."""
    if not isinstance(node, tuple):
        return node  # type: ignore[no-any-return]  # a constant
    kind = type(node).__name__ if type(node) is not tuple else ""
    return [kind, *map(to_data, node)]


def from_data(data: Data) -> Node:
    """Return the plan that was made into that data; ValueError where none was."""
    if not isinstance(data, list):
        return data
    if not data or not _is_kind(data[0]):
        raise ValueError("not a plan")
    parts = tuple(map(from_data, data[1:]))
    if not data[0]:
        return parts
    kind = _KINDS[data[0]]
    if len(parts) != len(kind._fields):
        raise ValueError("not a plan of this version")
    return kind(*parts)


def _is_kind(name: Data) -> TypeGuard[str]:
    return isinstance(name, str) and (not name or name in _KINDS)
