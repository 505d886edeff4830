"""Reads one tag at a time with Jinja's parser; nothing is ever compiled or evaluated by Jinja.

The parser only builds a tree. What of the tree is on the list here is turned into our own
plan nodes, and everything else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from reportdesk.core.characters import forbidden
from reportdesk.core.i18n import _
from reportdesk.templating import plan
from reportdesk.templating.tags import RefusedError, Statement, Word, shown

MAX_DEPTH = 20
MAX_NUMBER = 1_000_000_000
_SPACED = re.compile(r"\{\{\s*([A-Za-z]\w*(?:[ -][A-Za-z]\w*)+)\s*\}\}$")
_BRACES = re.compile(r"\{\{\s*\{+\s*([\w.]+)\s*\}+$")
_NEAR = re.compile(r"got '(.*)'$")
_JINJA = Environment()


def parse_value(source: str) -> Statement:
    """Return what ``{{ … }}`` says. Raises RefusedError."""
    match _tree(source):
        case [nodes.Output(nodes=[expression])] if not isinstance(expression, nodes.TemplateData):
            return Statement(Word.VALUE, _something(_expression(expression, 0)))
    raise RefusedError("tag-syntax", *_one_tag_only())


def _something(value: plan.Expression) -> plan.Expression:
    """Refuse what can never print anything but nothing."""
    inner = value
    while isinstance(inner, plan.Filtered):
        inner = inner.of
    if isinstance(inner, plan.Const) and inner.value is None:
        raise RefusedError(
            "refused",
            _("None is no field, so there is nothing to print"),
            _("write the name of the field"),
        )
    return value


def parse_for(source: str) -> Statement:
    """Return what ``{% for … %}`` says. Raises RefusedError."""
    match _tree(source + "{% endfor %}"):
        case [nodes.For(body=[], else_=[]) as loop]:
            return _loop(loop)
    raise RefusedError("tag-syntax", *_one_tag_only())


def parse_if(source: str) -> Statement:
    """Return what ``{% if … %}`` says. Raises RefusedError."""
    match _tree(source + "{% endif %}"):
        case [nodes.If(body=[], elif_=[], else_=[], test=test)]:
            return Statement(Word.IF, _expression(test, 0))
    raise RefusedError("tag-syntax", *_one_tag_only())


def parse_elif(source: str) -> Statement:
    """Return what ``{% elif … %}`` says. Raises RefusedError."""
    match _tree("{% if x %}" + source + "{% endif %}"):
        case [nodes.If(body=[], elif_=[nodes.If(body=[], test=test)], else_=[])]:
            return Statement(Word.ELIF, _expression(test, 0))
    raise RefusedError("tag-syntax", *_one_tag_only())


def _loop(loop: nodes.For) -> Statement:
    if loop.recursive:
        raise RefusedError(
            "refused", _("a loop cannot call itself"), _("take the word “recursive” out")
        )
    if not isinstance(loop.target, nodes.Name):
        raise RefusedError(
            "refused",
            _("a loop goes row by row"),
            _("give the row one name, as in {% for f in findings %}, and write {{ f.text }}"),
        )
    _checked_name(loop.target.name)
    over = _expression(loop.iter, 0)
    condition = _expression(loop.test, 0) if loop.test else None
    return Statement(Word.FOR, over, loop.target.name, condition)


def _tree(source: str) -> list[nodes.Node]:
    try:
        return Parser(_JINJA, source).parse().body
    except TemplateSyntaxError as error:
        raise RefusedError("tag-syntax", *_syntax(source, error.message or "")) from None
    except RecursionError:
        raise RefusedError(*_too_deep()) from None


def _syntax(source: str, said: str) -> tuple[str, str]:
    if spaced := _SPACED.match(source):
        name = re.sub("[ -]", "_", spaced[1])
        message = _("a field’s name is one word")
        return message, _("write it with underscores: {{{{ {name} }}}}").format(name=name)
    if braced := _BRACES.match(source):
        fix = _("write two on either side: {{{{ {name} }}}}").format(name=braced[1])
        return _("there are more than two braces"), fix
    fix = _("write it as {{ field_name }}, {% for row in list %} or {% if field_name %}")
    near = _NEAR.search(said)
    if near and near[1] == "=":
        return _("a single = compares nothing"), _("write == to compare")
    if near and near[1] not in ("end of print statement", "end of statement block"):
        message = _("it cannot be understood at “{part}”").format(part=shown(near[1]))
        return message, fix
    return _("it is not complete, or cannot be understood"), fix


def _one_tag_only() -> tuple[str, str]:
    return _("more than one tag stands here"), _("write each tag in braces of its own")


def _too_deep() -> tuple[str, str, str]:
    message = _("the tag is nested more than {most} levels deep").format(most=MAX_DEPTH)
    return "too-deep", message, _("split it into several tags")


def _expression(node: nodes.Node, depth: int) -> plan.Expression:
    if depth > MAX_DEPTH:
        raise RefusedError(*_too_deep())
    reader = _EXPRESSIONS.get(type(node))
    if reader is None:
        message, fix = _not_allowed(node)
        raise RefusedError("refused", message, fix)
    return reader(node, depth + 1)


def _not_allowed(node: nodes.Node) -> tuple[str, str]:
    if isinstance(node, nodes.Call):
        return _("a template cannot call anything"), _("use a field, or a filter behind a bar: |")
    if isinstance(node, nodes.Concat):
        return _("texts cannot be joined with ~"), _("write the tags one behind the other")
    if name := _hyphened(node):
        message = _("a field’s name has no hyphens")
        return message, _("write it with underscores: {name}").format(name=name)
    if isinstance(node, (nodes.BinExpr, nodes.UnaryExpr)):
        return _("a template cannot calculate"), _("give the result as a field of its own")
    name = type(node).__name__.lower()
    message = _("“{name}” cannot be used in a template").format(name=name)
    return message, _("use a field, a comparison, or a filter behind a bar: |")


def _hyphened(node: nodes.Node) -> str:
    """Return what may be meant by names with hyphens between them; empty for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if not isinstance(node, nodes.Sub):
        return ""
    left, right = _hyphened(node.left), _hyphened(node.right)
    return f"{left}_{right}" if left and right else ""


def _checked_name(name: str) -> str:
    if name.startswith("_"):
        raise RefusedError(
            "refused", _("a name cannot begin with an underscore"), _("write a field’s name")
        )
    return name


def _const(node: nodes.Const, depth: int) -> plan.Expression:
    return plan.Const(_constant(node))


def _constant(node: nodes.Node) -> plan.Constant:
    value = node.value if isinstance(node, nodes.Const) else node
    if isinstance(value, int) and abs(value) > MAX_NUMBER:
        raise RefusedError("refused", _("the number is too large"), _("write a smaller number"))
    if isinstance(value, str) and (found := forbidden(value)):
        message = _("no Word file can hold the character {name}").format(name=found[1])
        raise RefusedError("refused", message, _("take it out"))
    if value is None or isinstance(value, (str, int)):
        return value
    raise RefusedError(
        "refused",
        _("only texts and whole numbers can stand here"),
        _("write a text in quotes, or a whole number"),
    )


def _name(node: nodes.Name, depth: int) -> plan.Expression:
    return plan.Name(_checked_name(node.name))


def _part(node: nodes.Getattr, depth: int) -> plan.Expression:
    return plan.Part(_expression(node.node, depth), _checked_name(node.attr))


def _item(node: nodes.Getitem, depth: int) -> plan.Expression:
    of = _expression(node.node, depth)
    at = node.arg.value if isinstance(node.arg, nodes.Const) else None
    if isinstance(at, str):
        return plan.Part(of, _checked_name(at))
    if isinstance(at, int) and not isinstance(at, bool) and at <= MAX_NUMBER:
        return plan.Item(of, at, "")
    raise RefusedError(
        "refused",
        _("only a whole number can stand in square brackets"),
        _("write a number, such as [0] for the first; or |last for the last"),
    )


def _compare(node: nodes.Compare, depth: int) -> plan.Expression:
    steps = tuple((step.op, _operand(step.expr, depth)) for step in node.ops)
    return plan.Compare(_expression(node.expr, depth), steps)


def _operand(node: nodes.Node, depth: int) -> plan.Expression:
    if isinstance(node, (nodes.List, nodes.Tuple)):
        return plan.Listed(tuple(_constant(item) for item in node.items))
    return _expression(node, depth)


def _and(node: nodes.And, depth: int) -> plan.Expression:
    return plan.And(_expression(node.left, depth), _expression(node.right, depth))


def _or(node: nodes.Or, depth: int) -> plan.Expression:
    return plan.Or(_expression(node.left, depth), _expression(node.right, depth))


def _not(node: nodes.Not, depth: int) -> plan.Expression:
    return plan.Not(_expression(node.node, depth))


def _choose(node: nodes.CondExpr, depth: int) -> plan.Expression:
    no = _expression(node.expr2, depth) if node.expr2 else plan.Const("")
    return plan.Choose(_expression(node.test, depth), _expression(node.expr1, depth), no)


def _filtered(node: nodes.Filter, depth: int) -> plan.Expression:
    if node.dyn_args or node.dyn_kwargs or node.node is None:
        raise RefusedError(
            "refused", _("stars cannot stand in the brackets of a filter"), _("take the stars out")
        )
    arguments = [_expression(item, depth) for item in node.args]
    for pair in node.kwargs:
        if pair.key not in ("attribute", "boolean") or len(arguments) > 1:
            message = _("the filter does not know “{name}”").format(name=shown(str(pair.key)))
            raise RefusedError("refused", message, _("take it out"))
        arguments += [plan.Const(", ")] * (1 - len(arguments))
        arguments.append(_expression(pair.value, depth))
    return plan.Filtered(node.name, _expression(node.node, depth), tuple(arguments))


def _tested(node: nodes.Test, depth: int) -> plan.Expression:
    if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        message = _("“is {name}” takes nothing in brackets").format(name=shown(node.name))
        raise RefusedError("refused", message, _("compare with ==, < or > instead"))
    return plan.Tested(node.name, _expression(node.node, depth))


# Each reader takes its own kind of node.
_EXPRESSIONS: Mapping[type, Callable[[Any, int], plan.Expression]] = {
    nodes.Const: _const,
    nodes.Name: _name,
    nodes.Getattr: _part,
    nodes.Getitem: _item,
    nodes.Compare: _compare,
    nodes.And: _and,
    nodes.Or: _or,
    nodes.Not: _not,
    nodes.CondExpr: _choose,
    nodes.Filter: _filtered,
    nodes.Test: _tested,
}
