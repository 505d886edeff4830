"""A first wording of what a report says of a letter, put together from the letter's facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reportdesk.core.dates import long_date, long_range
from reportdesk.core.fields import Field, Kind, Row, Value
from reportdesk.core.i18n import _, plural
from reportdesk.core.letter import Fact, Letter, SectionKind, Sureness
from reportdesk.core.richtext import plain
from reportdesk.services.letter_council import council_of
from reportdesk.services.letter_quoting import quoted
from reportdesk.services.letter_steps import counted, sentences, steps
from reportdesk.services.letter_subject import subject_of

_BEFORE = re.compile(r"\b(?:last|previous)(?:ly)?\b.*\b(?:inspect|visit)", re.IGNORECASE)
_SHORT_SUBJECT, _LONG_SUBJECT = 25, 45  # words, in a summary and in the background
_SHORT = 15  # words; so short a sentence needs the next one beside it
Drafted = Fact[Value]


def drafted_from(letter: Letter, field: Field) -> Drafted | None:
    """Return a first wording for a field, only of what the letter states; never sure."""
    maker = _MAKERS.get(field.id)
    return maker(letter, field) if maker else None


def standard_words(field: Field) -> Drafted | None:
    """Return the template's own standard words for a field; they claim no place in any letter."""
    if not field.standard or field.kind not in (Kind.LINE, Kind.RICH, Kind.ROWS):
        return None
    lines = [line.strip() for line in field.standard.split("\n") if line.strip()]
    if field.kind is Kind.ROWS:
        made: Value = tuple(_standard_row(field, at, line) for at, line in enumerate(lines, 1))
        return Fact(made, (), Sureness.LIKELY)
    words = "\n".join(lines)
    return Fact(plain(words) if field.kind is Kind.RICH else words, (), Sureness.LIKELY)


def _standard_row(field: Field, at: int, words: str) -> Row:
    first = field.fields[0]
    return {"id": f"r{at}", first.id: plain(words) if first.kind is Kind.RICH else words}


def _likely(value: Value, *facts: Fact[Any] | None) -> Drafted:
    spans = tuple(span for fact in facts if fact for span in fact.spans)
    return Fact(value, spans, Sureness.LIKELY)


def _title(letter: Letter, field: Field) -> Drafted | None:
    return _likely(letter.title.value, letter.title) if letter.title else None


def _council(letter: Letter, field: Field) -> Drafted | None:
    named = council_of(letter)
    return _likely(named.value, named) if named else None


def _subject(letter: Letter, field: Field) -> Drafted | None:
    subject = subject_of(letter)
    return Fact(subject.words, subject.spans, Sureness.LIKELY) if subject else None


def _director(letter: Letter, field: Field) -> Drafted | None:
    addressee = letter.addressee
    if addressee is None:
        return None
    roles = [line for line in addressee.value.lines if "director" in line.casefold()]
    if not roles:
        return None
    name, role = addressee.value.name, roles[0].strip(" ,")
    if not name and ", " in role:  # one of several addressees, each on a line of its own
        name, role = role.split(", ", 1)
    person = {"name": name, "role": role}
    asked = {id: value for id, value in person.items() if field.field(id)}
    return _likely(asked, addressee) if asked else None


def _appendix(letter: Letter, field: Field) -> Drafted | None:
    if letter.letter_date is None:
        return None
    by, day = _inspectorate(letter), long_date(letter.letter_date.value)
    title = _("Letter from {by}, {day}").format(by=by, day=day)
    return _likely(({"id": "letter", "title": title},), letter.letter_date)


def _background(letter: Letter, field: Field) -> Drafted | None:
    told = tuple(_told(letter))
    if letter.visit is None or not told:
        return None
    scope = letter.scope if _looked_at(letter) else None
    facts = (letter.visit, scope, letter.inspectors, letter.letter_date)
    return _likely(plain(" ".join(told)), *facts)


def _summary(letter: Letter, field: Field) -> Drafted | None:
    subject = _looked_at(letter, _SHORT_SUBJECT)
    words = " ".join(filter(None, (_visited(letter), subject, _named(letter))))
    scope = letter.scope if subject else None
    return _likely(plain(words), letter.visit, letter.kind, scope) if words else None


def _outcome(letter: Letter, field: Field) -> Drafted | None:
    """The inspectors' own first sentences, and what they ask for, counted."""
    items = letter.items(SectionKind.OVERVIEW)
    scope = letter.scope
    words, spans = (items[0].text, items[0].spans) if items else ("", ())
    if not words and scope:
        words, spans = scope.value.split("\n")[0], scope.spans
    said = [quoted(_beginning(words), spans)] if words else []
    said += [named] if (named := _named(letter)) else []
    return Fact(plain(" ".join(said)), spans, Sureness.LIKELY) if said else None


def _beginning(paragraph: str) -> str:
    """The first sentence, with the next one where it is short or tells of an earlier inspection."""
    whole = sentences(paragraph)
    first = whole[0]
    more = len(first.split()) < _SHORT or _BEFORE.search(first)
    return " ".join(whole[: 2 if more else 1])


def _next_steps(letter: Letter, field: Field) -> Drafted | None:
    found = steps(letter)
    text = plain("\n".join(words for words, _spans in found))
    spans = tuple(span for _words, places in found for span in places)
    return Fact(text, spans, Sureness.LIKELY) if found else None


def _named(letter: Letter) -> str:
    points = counted(letter)
    return _("The letter names {points}.").format(points=points) if points else ""


def _told(letter: Letter) -> Iterator[str]:
    if visited := _visited(letter):
        yield visited
    if subject := _looked_at(letter):
        yield subject
    if letter.inspectors and letter.inspectors.value:
        names = letter.inspectors.value
        listed = _listed(names)
        said = plural("The inspector was {names}.", "The inspectors were {names}.", len(names))
        yield said.format(names=listed)
    if letter.letter_date:
        day = long_date(letter.letter_date.value)
        yield _("Their letter is dated {day}.").format(day=day)


def _listed(words: tuple[str, ...]) -> str:
    return _(" and ").join(filter(None, (", ".join(words[:-1]), words[-1])))


def _visited(letter: Letter) -> str:
    if letter.visit is None or letter.kind is None or letter.authority is None:
        return ""
    days = _listed(tuple(long_range(period) for period in letter.visit.value.periods))
    said = _("{by} carried out a {kind} to {authority} on {days}.")
    if "inspection" in letter.kind.value.value:
        said = _("{by} carried out the {kind} of {authority} on {days}.")
    by, kind = _inspectorate(letter), letter.kind.value.value
    return said.format(by=by, kind=kind, authority=letter.authority.value, days=days)


def _looked_at(letter: Letter, most: int = _LONG_SUBJECT) -> str:
    """What the visit was about, if a sentence can be made of it that is read in one breath."""
    subject = subject_of(letter)
    if subject is None or len(subject.words.split()) > most:
        return ""
    return _("Inspectors looked at {subject}.").format(subject=subject.phrase)


def _inspectorate(letter: Letter) -> str:
    return letter.inspectorate.value if letter.inspectorate else _("The inspectorate")


_MAKERS: Mapping[str, Callable[[Letter, Field], Drafted | None]] = {
    "report_title": _title,
    "council_name": _council,
    "inspection_subject": _subject,
    "lead_director": _director,
    "background": _background,
    "summary": _summary,
    "outcome_benefits": _outcome,
    "next_steps": _next_steps,
    "appendices": _appendix,
}
