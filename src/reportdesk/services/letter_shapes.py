"""The JSON shape and the readable lines of what was recognised in a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from reportdesk.core.dates import DateRange, long_date, long_range
from reportdesk.core.i18n import _
from reportdesk.core.letter import (
    Fact,
    Item,
    Judgement,
    Letter,
    Section,
    SectionKind,
    Span,
    Sureness,
    VisitDates,
)
from reportdesk.services.shapes import problem_shapes

Shape = dict[str, Any]  # JSON is what it is for
_SURENESS = {
    Sureness.SURE: _("sure"),
    Sureness.LIKELY: _("likely"),
    Sureness.UNSURE: _("unsure"),
}

_NOT_STATED = _("not stated")
# What an officer looks for in every letter; to find none of them is an answer too.
_EXPECTED = {
    SectionKind.PRIORITY: _("Areas for priority action"),
    SectionKind.IMPROVEMENT: _("Areas for improvement"),
}


def letter_shape(letter: Letter) -> Shape:
    """Return the letter as plain data; what is not stated is ``null`` or an empty list."""
    return {
        "source": {"name": letter.source.name, "sha256": letter.source.digest},
        "inspectorate": _fact(letter.inspectorate),
        "kind": _fact(letter.kind, lambda kind: kind.value),
        "authority": _fact(letter.authority),
        "title": _fact(letter.title),
        "letter_date": _fact(letter.letter_date, date.isoformat),
        "visit": _fact(letter.visit, _visit),
        "inspectors": _fact(letter.inspectors, list),
        "addressee": _fact(letter.addressee, lambda one: {"name": one.name, "lines": [*one.lines]}),
        "scope": _fact(letter.scope),
        "signatory": _fact(letter.signatory),
        "sections": [_section(section) for section in letter.sections],
        "judgements": [_judgement(judgement) for judgement in letter.judgements],
        "closing": [_item(item) for item in letter.closing],
        "problems": problem_shapes(letter.notices),
    }


def letter_lines(letter: Letter) -> Iterator[str]:
    """Yield what was recognised as lines for an officer."""
    days = letter.visit.value.periods if letter.visit else ()
    yield _line(_("Inspectorate"), letter.inspectorate, str)
    yield _line(_("Kind"), letter.kind, lambda kind: kind.value)
    yield _line(_("Authority"), letter.authority, str)
    yield _line(_("Date of the letter"), letter.letter_date, long_date)
    yield _line(_("Visit"), letter.visit, lambda _visit: ", ".join(long_range(day) for day in days))
    yield _line(_("Inspectors"), letter.inspectors, ", ".join)
    yield _line(_("What was inspected"), letter.scope, lambda scope: " ".join(scope.split()))
    for section in letter.sections:
        count = len(section.items)
        none = _("none, as the letter states") if section.none_stated else str(count)
        yield f"{section.heading}: {none}"
        for item in section.items:
            yield f"  - {item.text}"
    found = {section.kind for section in letter.sections}
    yield from (
        ": ".join((label, _NOT_STATED)) for kind, label in _EXPECTED.items() if kind not in found
    )
    for judgement in letter.judgements:
        yield f"{judgement.area}: {judgement.grade}"


def _line(label: str, fact: Fact[Any] | None, say: Any) -> str:
    if fact is None:
        return ": ".join((label, _NOT_STATED))
    return f"{label}: {say(fact.value)} ({_SURENESS[fact.sureness]})"


def _fact(fact: Fact[Any] | None, plain: Any = lambda value: value) -> Shape | None:
    if fact is None:
        return None
    sure = fact.sureness.value
    return {"value": plain(fact.value), "sureness": sure, "places": _places(fact.spans)}


def _visit(visit: VisitDates) -> list[dict[str, str]]:
    return [_period(period) for period in visit.periods]


def _period(period: DateRange) -> dict[str, str]:
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def _section(section: Section) -> Shape:
    return {
        "kind": section.kind.value,
        "heading": section.heading,
        "none_stated": section.none_stated,
        "sureness": section.sureness.value,
        "lead": [_item(item) for item in section.lead],
        "items": [_item(item) for item in section.items],
        "places": _places(section.heading_spans),
    }


def _item(item: Item) -> Shape:
    return {
        "text": item.text,
        "number": item.number,
        "sureness": item.sureness.value,
        "places": _places(item.spans),
    }


def _judgement(judgement: Judgement) -> Shape:
    return {
        "area": judgement.area,
        "grade": judgement.grade,
        "sureness": judgement.sureness.value,
        "places": _places(judgement.spans),
    }


def _places(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"page": span.page, "start": span.start, "end": span.end} for span in spans]
