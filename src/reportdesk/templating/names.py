"""Finds out what the names of a tag stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportdesk.core.fields import Field, Kind
from reportdesk.core.i18n import _
from reportdesk.templating import plan
from reportdesk.templating.comparing import compared
from reportdesk.templating.filtering import filtered
from reportdesk.templating.scope import (
    LOOP,
    ROW_ID,
    TRUTH,
    Scope,
    Typed,
    constant,
    did_you_mean,
    element,
    gap_of,
    owners,
)
from reportdesk.templating.tags import RefusedError, shown

WHOLE = frozenset({Kind.ROWS, Kind.GROUP, Kind.PERSON})
_NUMBERS = frozenset({Kind.WHOLE, Kind.MONEY})
_TELLING = frozenset({Kind.YES_NO, Kind.CHOICE, Kind.CHOICES})
_TESTS = ("defined", "undefined", "none")
_MOST_SUGGESTIONS = 200


class Memory:
    """What is learned of a template while its tags are read.

    Attributes:
        used: paths of the fields that the template prints.
        suggested: fields that were offered in place of an unknown name.
        variables: what loops called their rows.
    """

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.used: set[str] = set()
        self.suggested: set[str] = set()
        self._close: dict[tuple[str, tuple[str, ...]], str] = {}

    def use(self, paths: frozenset[str]) -> None:
        """Remember that these fields, and what they are parts of, are printed."""
        for path in paths:
            parts = path.split(".")
            self.used.update(".".join(parts[: at + 1]) for at in range(len(parts)))

    def suggest(self, name: str, known: tuple[str, ...], before: str = "") -> str:
        """Return what to do about an unknown name, as a sentence."""
        key = (name, known)
        if key not in self._close:
            busy = len(self._close) >= _MOST_SUGGESTIONS
            self._close[key] = "" if busy else did_you_mean(name, known)
        if close := self._close[key]:
            self.suggested.add(before + close)
            return _("did you mean {name}?").format(name=before + close)
        names = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
        return _("use one of: {names}").format(names=names) if names else _("delete the tag")


def resolved(node: plan.Expression, scope: Scope, memory: Memory) -> Typed:
    """Return the expression with its names known; RefusedError where one is not."""
    typed = _RESOLVERS[type(node)](node, scope, memory)
    if typed.field and typed.field.kind in _TELLING:
        memory.use(typed.prints)
    return typed


def truth(typed: Typed) -> plan.Expression:
    """Return a test of it: a number that was answered counts as true, 0 as well."""
    if typed.field and typed.field.kind in _NUMBERS and typed.path:
        return plan.Tested("defined", typed.code)
    return typed.code


def _name(node: plan.Name, scope: Scope, memory: Memory) -> Typed:
    if node.id in scope:
        return scope[node.id]
    message = _("there is no field “{name}”").format(name=shown(node.id))
    raise RefusedError("unknown-field", message, _meant(node.id, scope, memory))


def _meant(name: str, scope: Scope, memory: Memory) -> str:
    if name == LOOP.id:
        return _("use loop only between {% for … %} and {% endfor %}")
    if name in memory.variables:
        return _("use {name} only inside the loop that it belongs to").format(name=name)
    if inside := owners(name, scope):
        return _("did you mean {name}?").format(name=f"{inside[-1]}.{name}")
    return memory.suggest(name, tuple(scope))


def _part(node: plan.Part, scope: Scope, memory: Memory) -> Typed:
    of = resolved(node.of, scope, memory)
    code = plan.Part(of.code, node.key)
    if of.field is None:
        return Typed(code)
    if of.field is LOOP:
        return _fact(of, node.key, memory)
    if of.field.kind is Kind.DATES and node.key in ("start", "end"):
        return of._replace(code=code, field=Field(node.key, of.field.label, Kind.DATE))
    if of.field.kind not in (Kind.GROUP, Kind.PERSON):
        raise RefusedError("no-fields", *_no_fields(of.field, node.key))
    inner = of.field.field(node.key) or (ROW_ID if node.key == ROW_ID.id else None)
    if inner is None:
        raise RefusedError("unknown-field", *_no_field(of.field, node, memory))
    path = f"{of.path}.{inner.id}"
    return Typed(code, inner, path, (*of.label, inner.label), frozenset({path}))


def _no_field(group: Field, node: plan.Part, memory: Memory) -> tuple[str, str]:
    message = _("“{label}” has no field “{name}”").format(label=group.label, name=shown(node.key))
    known = tuple(field.id for field in group.fields)
    return message, memory.suggest(node.key, known, f"{_written(node.of)}.")


def _no_fields(field: Field, key: str) -> tuple[str, str]:
    if field.kind is Kind.ROWS:
        message = _("“{label}” is a list of rows").format(label=field.label)
        fix = _("go through it: {{% for row in {id} %}} {{{{ row.{key} }}}} {{% endfor %}}")
        return message, fix.format(id=field.id, key=shown(key))
    message = _("“{label}” has no fields of its own").format(label=field.label)
    return message, _("take “.{key}” out").format(key=shown(key))


def _written(node: plan.Expression) -> str:
    match node:
        case plan.Name():
            return node.id
        case plan.Part():
            return f"{_written(node.of)}.{node.key}"
        case plan.Item():
            return f"{_written(node.of)}[{node.at}]"
    return "…"


def _fact(loop: Typed, key: str, memory: Memory) -> Typed:
    fact = LOOP.field(key)
    if fact is None or not isinstance(loop.code, plan.Slot):
        message = _("a loop does not know “{name}”").format(name=shown(key))
        known = tuple(field.id for field in LOOP.fields)
        raise RefusedError("unknown-field", message, memory.suggest(key, known, "loop."))
    return Typed(plan.Fact(loop.code.number, key), fact)


def _item(node: plan.Item, scope: Scope, memory: Memory) -> Typed:
    of = resolved(node.of, scope, memory)
    if of.field and of.field.kind not in (Kind.ROWS, Kind.CHOICES):
        message = _("“{label}” is not a list").format(label=of.field.label)
        raise RefusedError("not-a-list", message, _("take the square brackets out"))
    code = plan.Item(of.code, node.at, gap_of(of.field))
    return of._replace(code=code, field=element(of.field))


def _const(node: plan.Const, scope: Scope, memory: Memory) -> Typed:
    return Typed(node, constant(node.value))


def _compare(node: plan.Compare, scope: Scope, memory: Memory) -> Typed:
    steps = [
        (op, right if isinstance(right, plan.Listed) else resolved(right, scope, memory))
        for op, right in node.steps
    ]
    return Typed(compared(resolved(node.left, scope, memory), steps), TRUTH)


def _and(node: plan.And, scope: Scope, memory: Memory) -> Typed:
    left, right = resolved(node.left, scope, memory), resolved(node.right, scope, memory)
    return Typed(plan.And(truth(left), truth(right)), TRUTH)


def _or(node: plan.Or, scope: Scope, memory: Memory) -> Typed:
    left, right = resolved(node.left, scope, memory), resolved(node.right, scope, memory)
    return Typed(plan.Or(truth(left), truth(right)), TRUTH)


def _not(node: plan.Not, scope: Scope, memory: Memory) -> Typed:
    return Typed(plan.Not(truth(resolved(node.of, scope, memory))), TRUTH)


def _choose(node: plan.Choose, scope: Scope, memory: Memory) -> Typed:
    test, yes, no = (resolved(part, scope, memory) for part in node)
    code = plan.Choose(truth(test), yes.code, no.code)
    field = _common(yes.field, no.field)
    return Typed(code, field, "", yes.label or no.label, yes.prints | no.prints)


def _common(one: Field | None, other: Field | None) -> Field | None:
    """What both are like; the one that cannot be printed, so that it is told."""
    for field in (one, other):
        if field and field.kind in WHOLE:
            return field
    return one if one and other and one.kind is other.kind else None


def _filtered(node: plan.Filtered, scope: Scope, memory: Memory) -> Typed:
    of = resolved(node.of, scope, memory)
    arguments = [resolved(argument, scope, memory) for argument in node.arguments]
    return filtered(node.name, of, arguments, memory.suggest)


def _tested(node: plan.Tested, scope: Scope, memory: Memory) -> Typed:
    if node.name not in _TESTS:
        message = _("there is no test “is {name}”").format(name=shown(node.name))
        fix = _("use “is defined” or “is not defined”, or compare with ==")
        raise RefusedError("unknown-test", message, fix)
    return Typed(plan.Tested(node.name, resolved(node.of, scope, memory).code), TRUTH)


# Each resolver takes its own kind of node.
_RESOLVERS: Mapping[type, Callable[[Any, Scope, Memory], Typed]] = {
    plan.Const: _const,
    plan.Name: _name,
    plan.Part: _part,
    plan.Item: _item,
    plan.Compare: _compare,
    plan.And: _and,
    plan.Or: _or,
    plan.Not: _not,
    plan.Choose: _choose,
    plan.Filtered: _filtered,
    plan.Tested: _tested,
}
