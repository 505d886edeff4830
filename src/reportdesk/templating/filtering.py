"""Refuses filters that do not suit what stands before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from reportdesk.core.fields import Field, Kind
from reportdesk.core.i18n import _
from reportdesk.templating import plan
from reportdesk.templating.scope import Typed, element, gap_of
from reportdesk.templating.tags import RefusedError, shown

_EDGES = ("first", "last")
_DEFAULTS = ("default", "d")
_COUNTS = ("length", "count")
_UNPRINTABLE = frozenset({Kind.ROWS, Kind.GROUP, Kind.PERSON})


class Filter(NamedTuple):
    """What a filter suits.

    Attributes:
        takes: the kinds of field it suits; empty for all that can be printed.
        gives: what comes of it; None for the same as went in.
        most: how many arguments it takes at most.
    """

    takes: frozenset[Kind]
    gives: Kind | None
    most: int = 0


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
        message = _("the filter “{name}” takes less in its brackets").format(name=name)
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


_ANY: frozenset[Kind] = frozenset()
_DATE = frozenset({Kind.DATE})
_LISTS = frozenset({Kind.ROWS, Kind.CHOICES})
_TEXT = Filter(_ANY, Kind.LINE)
_SAME = Filter(_ANY, None)
_DEFAULT = Filter(_ANY, None, 2)
_COUNT = Filter(_LISTS | {Kind.LINE}, Kind.WHOLE)
_EDGE = Filter(_LISTS, None)
_POUNDS = Filter(frozenset({Kind.WHOLE, Kind.MONEY}), Kind.LINE)
_NUMBER = Filter(frozenset({Kind.WHOLE}), Kind.LINE)
FILTERS: Mapping[str, Filter] = {
    **dict.fromkeys(("upper", "lower", "title", "capitalize", "sentence", "trim"), _TEXT),
    "unquote": _TEXT,
    "join": Filter(_LISTS, Kind.LINE, 2),
    **dict.fromkeys(_DEFAULTS, _DEFAULT),
    **dict.fromkeys(_COUNTS, _COUNT),
    **dict.fromkeys(_EDGES, _EDGE),
    "date": Filter(_DATE | {Kind.DATES}, Kind.LINE),
    "short_date": Filter(_DATE, Kind.LINE),
    "day": Filter(_DATE, Kind.LINE),
    "year": Filter(_DATE, Kind.WHOLE),
    **dict.fromkeys(("money", "brackets"), _POUNDS),
    **dict.fromkeys(("number_words", "ordinal_words", "letter", "appendix_words"), _NUMBER),
    **dict.fromkeys(("e", "escape"), _SAME),
}
