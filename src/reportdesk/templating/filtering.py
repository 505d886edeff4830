"""Refuses filters that do not suit what stands before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reportdesk.core.fields import Field, Kind
from reportdesk.core.i18n import _
from reportdesk.templating import plan
from reportdesk.templating.filters import FILTERS, Filter
from reportdesk.templating.scope import Typed, element, gap_of
from reportdesk.templating.tags import RefusedError, shown

_EDGES = ("first", "last")
_DEFAULTS = ("default", "d")
_COUNTS = ("length", "count")
_UNPRINTABLE = frozenset({Kind.ROWS, Kind.GROUP, Kind.PERSON})


class Suggest(Protocol):
    """Says what a name was meant to be."""

    def __call__(self, name: str, known: tuple[str, ...], before: str = "") -> str:
        """Return it as a sentence."""


def filtered(name: str, of: Typed, arguments: Sequence[Typed], suggest: Suggest) -> Typed:
    """Return what the filter gives; RefusedError where it cannot give anything."""
    filter = FILTERS.get(name)
    if filter is None:
        message = _("there is no filter “{name}”").format(name=shown(name))
        raise RefusedError("unknown-filter", message, suggest(name, tuple(FILTERS)))
    _check_kind(name, filter, of.field)
    _check_arguments(name, filter, arguments)
    if name in _EDGES:
        code = plan.Filtered(name, of.code, (plan.Const(gap_of(of.field)),))
        return of._replace(code=code, field=element(of.field))
    if name == "join":
        return _joined(of, arguments, suggest)
    code = plan.Filtered(name, of.code, tuple(argument.code for argument in arguments))
    if name in _DEFAULTS:
        prints = of.prints.union(*(argument.prints for argument in arguments))
        return Typed(code, of.field, "", of.label, prints)
    prints = frozenset() if name in _COUNTS else of.prints
    return Typed(code, _result(filter, of.field), "", of.label, prints)


def _result(filter: Filter, field: Field | None) -> Field | None:
    if filter.gives is None:
        return field
    return Field(field.id if field else "", field.label if field else "", filter.gives)


def _check_kind(name: str, filter: Filter, field: Field | None) -> None:
    if field is None:
        return
    suits = field.kind in filter.takes if filter.takes else field.kind not in _UNPRINTABLE
    if not suits and not (name in _DEFAULTS and field.kind in _UNPRINTABLE):
        message = _("the filter “{name}” does not suit “{label}”, which is {kind}").format(
            name=name, label=field.label, kind=_kind(field.kind)
        )
        raise RefusedError("filter-kind", message, _("take the filter out, or use another field"))


def _kind(kind: Kind) -> str:
    return {
        Kind.LINE: _("a text"),
        Kind.RICH: _("formatted text"),
        Kind.WHOLE: _("a whole number"),
        Kind.MONEY: _("an amount of money"),
        Kind.DATE: _("a date"),
        Kind.DATES: _("a range of dates"),
        Kind.CHOICE: _("a choice"),
        Kind.CHOICES: _("a list of choices"),
        Kind.YES_NO: _("yes or no"),
        Kind.PERSON: _("a person"),
        Kind.ROWS: _("a list"),
        Kind.GROUP: _("a group of fields"),
        Kind.FILE: _("a file"),
    }[kind]


def _check_arguments(name: str, filter: Filter, arguments: Sequence[Typed]) -> None:
    if len(arguments) > filter.most:
        message = _("the filter “{name}” takes fewer arguments").format(name=name)
        raise RefusedError("filter-arguments", message, _("take out what stands in its brackets"))
    plain = all(isinstance(argument.code, plan.Const) for argument in arguments)
    if name not in _DEFAULTS and not plain:
        message = _("the filter “{name}” takes only a text in quotes").format(name=name)
        raise RefusedError("filter-arguments", message, _("put the text in quotes"))


def _joined(of: Typed, arguments: Sequence[Typed], suggest: Suggest) -> Typed:
    codes = tuple(argument.code for argument in arguments)
    texts = [code.value for code in codes if isinstance(code, plan.Const)]
    if not all(isinstance(text, str) for text in texts):
        message = _("the filter “join” takes only a text in quotes")
        raise RefusedError("filter-arguments", message, _("write join(', ')"))
    part = str(texts[1]) if len(texts) > 1 else ""
    field = of.field
    if field is None:
        return Typed(plan.Filtered("join", of.code, codes), None)
    if (field.kind is Kind.ROWS) != bool(part):
        raise RefusedError("filter-kind", *_no_part(field))
    if part and field.field(part) is None:
        message = _("“{label}” has no field “{name}”").format(label=field.label, name=shown(part))
        known = tuple(inner.id for inner in field.fields)
        raise RefusedError("unknown-field", message, suggest(part, known))
    prints = frozenset({f"{of.path}.{part}"}) if part else of.prints
    return Typed(
        plan.Filtered("join", of.code, codes),
        Field("", field.label, Kind.LINE),
        "",
        of.label,
        prints,
    )


def _no_part(field: Field) -> tuple[str, str]:
    if field.kind is not Kind.ROWS:
        return _("choices have no fields"), _("write join(', ')")
    first = field.fields[0].id if field.fields else "name"
    message = _("each row of “{label}” has several fields").format(label=field.label)
    return message, _("say which one: join(', ', attribute='{name}')").format(name=first)
