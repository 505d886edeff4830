"""What a letter offers to a draft, for an officer to pick from row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice
from typing import cast

from reportdesk.core.edits import Edit, SetAnswer, Together
from reportdesk.core.fields import Answers, Field, Kind, Row, Value, answered
from reportdesk.core.letter import FURNITURE, Item, Letter, Role, SectionKind, Span, Sureness
from reportdesk.core.richtext import RichText
from reportdesk.core.suggestions import Standing, Suggestion
from reportdesk.core.template import Template
from reportdesk.services.letter_answers import quoted_words
from reportdesk.services.letter_drafting import drafted_from, standard_words
from reportdesk.services.letter_import import suggestions
from reportdesk.services.letter_places import place_in_letter

_KEYS = ("text", "name", "area")  # what a row is known by, numbers and places aside
_MOST_ROWS = 200  # a long report has a hundred findings
_PICKED = "findings"  # where paragraphs go that were not told apart
_FRAME = FURNITURE | {Role.DATE, Role.ADDRESSEE, Role.SALUTATION, Role.CLOSING, Role.SIGN_OFF}


class Origin(Enum):
    """Where what is offered comes from."""

    LETTER = "said by the letter"
    WORDING = "first wording of what the letter says"
    STANDARD = "standard words of the template"


@dataclass(frozen=True, slots=True)
class OfferedRow:
    """One row that a letter offers.

    Attributes:
        present: the draft has this row already.
    """

    row: Row
    text: str
    spans: tuple[Span, ...]
    sureness: Sureness
    present: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One field that a letter answers.

    Attributes:
        now: the draft's present answer.
        rows: for a field of rows: what is offered one by one; these are added to the draft's.
        more: how many rows the letter has beyond those offered one by one.
        picked: the letter was not understood here, so nothing is ticked beforehand.
        origin: only what the letter says can be sure.
    """

    field: Field
    suggestion: Suggestion
    now: Value = None
    rows: tuple[OfferedRow, ...] = ()
    more: int = 0
    picked: bool = False
    origin: Origin = Origin.LETTER

    @property
    def sure(self) -> bool:
        """Whether it can be taken without looking."""
        new = self.suggestion.standing is Standing.NEW
        return new and not self.picked and self.suggestion.sureness is Sureness.SURE

    @property
    def fits(self) -> bool:
        """Whether it can be taken to be read afterwards: new, and at least likely."""
        new = self.suggestion.standing is Standing.NEW
        return new and not self.picked and self.suggestion.sureness is not Sureness.UNSURE


@dataclass(frozen=True, slots=True)
class Taken:
    """What an officer takes of an offer: an edited value, or some of its rows by number."""

    offer: Offer
    value: Value = None
    rows: tuple[int, ...] = ()


def offers(letter: Letter, template: Template, answers: Answers) -> tuple[Offer, ...]:
    """Return what the letter offers, in the order of the form.

    Fields that the letter has no words for are offered a first wording while they are empty.
    Where no section of the letter was told apart, its paragraphs are offered for picking.
    """
    said = {one.field: one for one in suggestions(letter, template, answers)}
    made = [one for field in template.fields() for one in _to(field, letter, answers, said)]
    field = template.field(_PICKED)
    if field is not None and not any(section.items for section in letter.sections):
        made += _for_picking(letter, field, answers.get(field.id))
    return tuple(made)


def take(chosen: Iterable[Taken]) -> Edit:
    """Return one edit that puts all of it into the draft; undone, it takes it all back."""
    return Together(tuple(SetAnswer((one.offer.field.id,), _value(one)) for one in chosen))


def _to(
    field: Field, letter: Letter, answers: Answers, said: Mapping[str, Suggestion]
) -> Iterator[Offer]:
    """What the letter says for the field, else a first wording of it, else standard words."""
    now = answers.get(field.id)
    if field.id in said:
        yield _offer(letter, field, said[field.id], now)
    elif not answered(now):
        known = letter.kind is not None or letter.title is not None
        worded = drafted_from(letter, field)
        fact = worded or (standard_words(field) if known else None)
        if fact is not None:
            new, origin = Standing.NEW, Origin.WORDING if worded else Origin.STANDARD
            one = Suggestion(field.id, field.label, fact.value, fact.spans, fact.sureness, new)
            yield replace(_offer(letter, field, one, now), origin=origin)


def _offer(letter: Letter, field: Field, one: Suggestion, now: Value) -> Offer:
    if field.kind is not Kind.ROWS or not isinstance(one.value, tuple):
        return Offer(field, one, now)
    rows = cast(tuple[Row, ...], one.value)
    places = tuple(_PLACES[field.id](letter)) if field.id in _PLACES else ()
    if len(places) != len(rows):
        places = ((one.spans, one.sureness),) * len(rows)
    return _with_rows(field, one, now, zip(rows, places, strict=True))


def _with_rows(
    field: Field,
    one: Suggestion,
    now: Value,
    rows: Iterable[tuple[Row, tuple[tuple[Span, ...], Sureness]]],
) -> Offer:
    present = {_known_by(row) for row in _rows(now)}
    offered = tuple(
        OfferedRow(row, _said(row), spans, sureness, _known_by(row) in present)
        for row, (spans, sureness) in islice(rows, _MOST_ROWS)
    )
    more = len(_rows(one.value)) - len(offered)
    standing = Standing.SAME if all(row.present for row in offered) else one.standing
    return Offer(field, replace(one, standing=standing), now, offered, more)


def _for_picking(letter: Letter, field: Field, now: Value) -> Iterator[Offer]:
    parts = [part for part in letter.parts if part.role not in _FRAME and part.text.strip()]
    rows: tuple[Row, ...] = tuple(
        {
            "id": f"f{at}",
            "text": quoted_words(" ".join(part.text.split())),
            "letter_reference": place_in_letter(part.spans),
        }
        for at, part in enumerate(parts, 1)
    )
    if rows:
        unsure = Sureness.UNSURE
        spans = tuple(span for part in parts for span in part.spans)
        standing = Standing.DIFFERENT if now else Standing.NEW
        one = Suggestion(field.id, field.label, rows, spans, unsure, standing)
        places = ((part.spans, unsure) for part in parts)
        yield replace(_with_rows(field, one, now, zip(rows, places, strict=True)), picked=True)


def _value(taken: Taken) -> Value:
    if not taken.offer.rows:
        return taken.value
    rows = list(_rows(taken.offer.now))
    ids = {row.get("id") for row in rows}
    for at in taken.rows:
        row = taken.offer.rows[at].row
        rows.append({**row, "id": _free_id(str(row.get("id")), ids)})
        ids.add(rows[-1]["id"])
    return tuple(rows) or None


def _free_id(wanted: str, ids: set[Value]) -> str:
    found, number = wanted, 1
    while found in ids:
        number += 1
        found = f"{wanted}-{number}"
    return found


def _rows(value: Value) -> tuple[Row, ...]:
    return cast(tuple[Row, ...], value) if isinstance(value, tuple) else ()


def _known_by(row: Row) -> str:
    """The words that make the row what it is."""
    return " ".join(_said(row).split()).strip("“”").casefold()


def _said(row: Row) -> str:
    words = [_words(row[key]) for key in (*_KEYS, "title", "grade") if row.get(key)]
    return ": ".join(words)


def _words(value: Value) -> str:
    return value.text if isinstance(value, RichText) else str(value)


Places = Iterable[tuple[tuple[Span, ...], Sureness]]


def _of_items(kind: SectionKind) -> Callable[[Letter], Places]:
    def places(letter: Letter) -> Places:
        items: tuple[Item, ...] = letter.items(kind)
        return ((item.spans, item.sureness) for item in items)

    return places


_PLACES: Mapping[str, Callable[[Letter], Places]] = {
    "areas_for_improvement": _of_items(SectionKind.IMPROVEMENT),
    "areas_for_priority_action": _of_items(SectionKind.PRIORITY),
    "findings": _of_items(SectionKind.FINDINGS),
    "grades": lambda letter: ((one.spans, one.sureness) for one in letter.judgements),
}
