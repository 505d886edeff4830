"""Refuses comparisons that could never come true, and settles what each compares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportdesk.core.fields import Field, Kind
from reportdesk.core.i18n import _
from reportdesk.templating import plan
from reportdesk.templating.scope import Typed, constant, did_you_mean
from reportdesk.templating.tags import RefusedError, shown

_EQUAL = ("eq", "ne")
_WITHIN = ("in", "notin")
_FAMILIES: Mapping[Kind, str] = {
    Kind.LINE: "text",
    Kind.CHOICE: "text",
    Kind.WHOLE: "number",
    Kind.MONEY: "number",
    Kind.DATE: "date",
    Kind.DATES: "dates",
    Kind.YES_NO: "yes or no",
    Kind.CHOICES: "choices",
}
_ORDERED = ("text", "number", "date", "dates")

Right = Typed | plan.Listed


def compared(left: Typed, steps: Sequence[tuple[str, Right]]) -> plan.Expression:
    """Return the comparison; RefusedError where the two can never be compared."""
    if len(steps) == 1 and (test := _missing(left, *steps[0])):
        return test
    first: plan.Expression | None = None
    made: list[tuple[str, plan.Expression]] = []
    before = left
    for op, right in steps:
        one, other = _step(op, before, right)
        first = first or one
        made.append((op, other))
        before = right if isinstance(right, Typed) else before
    return plan.Compare(first or left.code, tuple(made))


def _missing(left: Typed, op: str, right: Right) -> plan.Expression | None:
    """``x == ''`` and ``x == none`` ask whether there is an answer."""
    if op not in _EQUAL or isinstance(right, plan.Listed):
        return None
    name = "undefined" if op == "eq" else "defined"
    for one, other in ((left, right), (right, left)):
        if isinstance(other.code, plan.Const) and other.code.value in ("", None):
            return plan.Tested(name, one.code)
    return None


def _step(op: str, left: Typed, right: Right) -> tuple[plan.Expression, plan.Expression]:
    """The two sides, with a choice's label put as its id."""
    if op in _WITHIN:
        return left.code, _within(left, right)
    if isinstance(right, plan.Listed):
        raise RefusedError("cannot-compare", _("a list cannot be compared"), _("write “in”"))
    one, other = _family(left), _family(right)
    if one and other and (one != other or (op not in _EQUAL and one not in _ORDERED)):
        raise _impossible(left, right)
    return _chosen(left, right), _chosen(right, left)


def _within(left: Typed, right: Right) -> plan.Expression:
    if isinstance(right, plan.Listed):
        items = [Typed(plan.Const(value), constant(value)) for value in right.values]
        for item in items:
            if _family(left) != _family(item) and left.field and item.field:
                raise _impossible(left, item)
        codes = [_chosen(item, left) for item in items]
        return plan.Listed(tuple(code.value for code in codes if isinstance(code, plan.Const)))
    if right.field and (
        _family(right) not in ("choices", "text") or _family(left) not in ("text", "")
    ):
        raise _impossible(left, right)
    if right.field and right.field.kind is Kind.CHOICES:
        _chosen(left, right)
    return right.code


def _family(typed: Typed) -> str:
    """The name of all that it can be compared with; empty where nothing is known of it."""
    if typed.field is None:
        return ""
    return _FAMILIES.get(typed.field.kind, typed.field.kind.value)


def _chosen(typed: Typed, other: Typed) -> plan.Expression:
    """A text beside a choice: the choice's id; RefusedError where it is none of them."""
    code, field = typed.code, other.field
    if not isinstance(code, plan.Const) or not isinstance(code.value, str) or not field:
        return code
    if field.kind not in (Kind.CHOICE, Kind.CHOICES) or not field.choices:
        return code
    for choice in field.choices:
        if code.value in (str(choice), choice.label):
            return plan.Const(str(choice))
    raise RefusedError(
        "not-a-choice",
        _("“{text}” is not one of the choices of “{label}”").format(
            text=shown(code.value), label=field.label
        ),
        _choices(code.value, field),
    )


def _choices(text: str, field: Field) -> str:
    ids = [str(choice) for choice in field.choices]
    if close := did_you_mean(text, ids):
        return _("did you mean '{choice}'?").format(choice=close)
    return _("use one of: {choices}").format(choices=", ".join(ids[:12]))


def _impossible(left: Typed, right: Typed) -> RefusedError:
    message = _("{left} and {right} cannot be compared").format(
        left=_described(left), right=_described(right)
    )
    if "yes or no" in (_family(left), _family(right)):
        return RefusedError(
            "cannot-compare", message, _("write {% if field_name %} or {% if not field_name %}")
        )
    return RefusedError("cannot-compare", message, _("compare fields of the same kind"))


def _described(typed: Typed) -> str:
    if isinstance(typed.code, plan.Const):
        return _("“{value}”").format(value=shown(str(typed.code.value)))
    family = _family(typed)
    label = typed.field.label if typed.field and typed.path else ""
    return f"“{label}” ({family})" if label else family
