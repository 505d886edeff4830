"""A letter's facts as answers to well-known fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Choice, Field, Row, Value
from reportdesk.core.letter import Fact, Item, Letter, LetterKind, SectionKind, Span, Sureness
from reportdesk.core.richtext import RichText, plain
from reportdesk.letters.regimes import is_graded
from reportdesk.services.letter_places import place_in_letter

Answer = Fact[Value]
# The choice of ``inspection_type`` for each kind that has one.
TYPES: Mapping[LetterKind, str] = {
    LetterKind.FOCUSED_VISIT: "focused_visit",
    LetterKind.MONITORING_VISIT: "monitoring_visit",
    LetterKind.ILACS_STANDARD: "ilacs_standard",
    LetterKind.ILACS_SHORT: "ilacs_short",
    LetterKind.JTAI: "jtai",
    LetterKind.SIF: "sif",
    LetterKind.SEND: "send",
}
# Inspections that several inspectorates make together.
_TOGETHER = {LetterKind.JTAI: "joint", LetterKind.SEND: "ofsted_cqc"}
_INSPECTORATES = {"ofsted": "ofsted", "care quality commission": "cqc", "cqc": "cqc"}


def answer_from(letter: Letter, field: Field) -> Answer | None:
    """Return what the letter answers to a field, or None where it says nothing of it."""
    maker = _MAKERS.get(field.id)
    return maker(letter, field) if maker else None


def quoted_words(text: str) -> RichText:
    """Return the letter's own words, shown to be so."""
    return plain("\n".join(f"“{line}”" for line in text.split("\n")))


def _fact(fact: Fact[Any] | None, value: Callable[[Any], Value]) -> Answer | None:
    if fact is None:
        return None
    made = value(fact.value)
    return Fact(made, fact.spans, fact.sureness) if made is not None else None


def _choice(field: Field, id: str) -> Choice | None:
    return next((choice for choice in field.choices if choice == id), None)


def _inspectorate(letter: Letter, field: Field) -> Answer | None:
    kind = letter.kind
    if kind and kind.value in _TOGETHER:
        together = _choice(field, _TOGETHER[kind.value])
        return Fact(together, kind.spans, Sureness.LIKELY) if together else None
    return _fact(
        letter.inspectorate,
        lambda name: _choice(field, _INSPECTORATES.get(name.casefold(), "")),
    )


def _type(letter: Letter, field: Field) -> Answer | None:
    return _fact(letter.kind, lambda kind: _choice(field, TYPES.get(kind, "")))


def _is_graded(letter: Letter, field: Field) -> Answer | None:
    """Only what kinds without grades say is taken: others tell by their judgements."""
    kind = letter.kind
    return Fact(False, kind.spans, kind.sureness) if kind and not is_graded(kind.value) else None


def _dates(letter: Letter, field: Field) -> Answer | None:
    """Days with others between them are told by first and last, which says more than the letter."""
    fact = _fact(letter.visit, lambda visit: DateRange(visit.start, visit.end))
    parted = letter.visit is not None and len(letter.visit.value.periods) > 1
    return replace(fact, sureness=_least_of(fact, Sureness.LIKELY)) if fact and parted else fact


def _inspectors(letter: Letter, field: Field) -> Answer | None:
    return _fact(
        letter.inspectors,
        lambda names: tuple({"id": f"i{at}", "name": name} for at, name in enumerate(names, 1)),
    )


def _addressee(letter: Letter, field: Field) -> Answer | None:
    return _fact(letter.addressee, lambda addressee: {"name": addressee.name})


def _headline(letter: Letter, field: Field) -> Answer | None:
    return _text(letter.items(SectionKind.OVERVIEW))


def _text(items: tuple[Item, ...]) -> Answer | None:
    text = plain("\n".join(f"“{item.text}”" for item in items))
    return Fact(text, _spans(items), _least(items)) if items else None


def _improvements(letter: Letter, field: Field) -> Answer | None:
    return _rows(letter.items(SectionKind.IMPROVEMENT), "a", _item_row)


def _priorities(letter: Letter, field: Field) -> Answer | None:
    return _rows(letter.items(SectionKind.PRIORITY), "p", _item_row)


def _findings(letter: Letter, field: Field) -> Answer | None:
    return _rows(letter.items(SectionKind.FINDINGS), "f", _finding_row)


def _grades(letter: Letter, field: Field) -> Answer | None:
    judged = letter.judgements
    if not judged:
        return None
    rows: tuple[Row, ...] = tuple(
        {"id": f"g{at}", "area": one.area, "grade": one.grade} for at, one in enumerate(judged, 1)
    )
    spans = tuple(span for one in judged for span in one.spans)
    return Fact(rows, spans, max((one.sureness for one in judged), key=_ORDER.index))


def _rows(items: tuple[Item, ...], prefix: str, make: Callable[[Item, int], Row]) -> Answer | None:
    if not items:
        return None
    rows = tuple({"id": f"{prefix}{at}", **make(item, at)} for at, item in enumerate(items, 1))
    return Fact(rows, _spans(items), _least(items))


def _item_row(item: Item, at: int) -> Row:
    number = int(item.number) if item.number.isdecimal() else at
    text = plain(item.text)
    return {"number": number, "text": text, "letter_reference": place_in_letter(item.spans)}


def _finding_row(item: Item, at: int) -> Row:
    return {
        "text": quoted_words(item.text),
        "letter_reference": place_in_letter(item.spans),
    }


def _spans(items: Iterable[Item]) -> tuple[Span, ...]:
    return tuple(span for item in items for span in item.spans)


_ORDER = (Sureness.SURE, Sureness.LIKELY, Sureness.UNSURE)


def _least_of(fact: Answer, sureness: Sureness) -> Sureness:
    return max(fact.sureness, sureness, key=_ORDER.index)


def _least(items: Iterable[Item]) -> Sureness:
    return max((item.sureness for item in items), key=_ORDER.index)


_MAKERS: Mapping[str, Callable[[Letter, Field], Answer | None]] = {
    "inspectorate": _inspectorate,
    "inspection_type": _type,
    "inspection_scope": lambda letter, field: _fact(letter.scope, quoted_words),
    "inspection_dates": _dates,
    "letter_date": lambda letter, field: _fact(letter.letter_date, lambda day: day),
    "inspectors": _inspectors,
    "addressee": _addressee,
    "is_graded": _is_graded,
    "headline": _headline,
    "areas_for_improvement": _improvements,
    "areas_for_priority_action": _priorities,
    "findings": _findings,
    "grades": _grades,
}
