"""A first wording of what a report says of a letter, put together from the letter's facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reportdesk.core.dates import DateRange, long_date, long_range
from reportdesk.core.fields import Field, Value
from reportdesk.core.i18n import _, plural
from reportdesk.core.letter import Fact, Letter, SectionKind, Sureness
from reportdesk.core.richtext import plain

_COUNCIL = ("council", "borough of", "corporation")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
Drafted = Fact[Value]


def drafted_from(letter: Letter, field: Field) -> Drafted | None:
    """Return a first wording for a field, only of what the letter states; never sure."""
    maker = _MAKERS.get(field.id)
    return maker(letter, field) if maker else None


def _likely(value: Value, *facts: Fact[Any] | None) -> Drafted:
    spans = tuple(span for fact in facts if fact for span in fact.spans)
    return Fact(value, spans, Sureness.LIKELY)


def _title(letter: Letter, field: Field) -> Drafted | None:
    return _likely(letter.title.value, letter.title) if letter.title else None


def _council(letter: Letter, field: Field) -> Drafted | None:
    """The address names the council in full, where it names it at all."""
    lines = letter.addressee.value.lines if letter.addressee else ()
    named = [line for line in lines if any(word in line.casefold() for word in _COUNCIL)]
    return _likely(named[0].strip(" ,"), letter.addressee) if named else None


def _director(letter: Letter, field: Field) -> Drafted | None:
    addressee = letter.addressee
    if addressee is None:
        return None
    roles = [line for line in addressee.value.lines if "director" in line.casefold()]
    if not roles:
        return None
    person = {"name": addressee.value.name, "role": roles[0].strip(" ,")}
    asked = {id: value for id, value in person.items() if field.field(id)}
    return _likely(asked, addressee) if asked else None


def _appendix(letter: Letter, field: Field) -> Drafted | None:
    if letter.letter_date is None:
        return None
    by, day = _inspectorate(letter), long_date(letter.letter_date.value)
    title = _("Letter from {by}, {day}").format(by=by, day=day)
    return _likely(({"id": "letter", "title": title},), letter.letter_date)


def _background(letter: Letter, field: Field) -> Drafted | None:
    sentences = tuple(_sentences(letter))
    if letter.visit is None or not sentences:
        return None
    facts = (letter.visit, letter.inspectors, letter.letter_date)
    return _likely(plain(" ".join(sentences)), *facts)


def _summary(letter: Letter, field: Field) -> Drafted | None:
    counted = _counted(letter)
    visited = _visited(letter)
    if not visited or not counted:
        return None
    return _likely(plain(f"{visited} {counted}"), letter.visit)


def _sentences(letter: Letter) -> Iterator[str]:
    if visited := _visited(letter):
        yield visited
    if letter.inspectors and letter.inspectors.value:
        names = letter.inspectors.value
        listed = _(" and ").join(filter(None, (", ".join(names[:-1]), names[-1])))
        said = plural("The inspector was {names}.", "The inspectors were {names}.", len(names))
        yield said.format(names=listed)
    if letter.letter_date:
        day = long_date(letter.letter_date.value)
        yield _("Their letter is dated {day}.").format(day=day)


def _visited(letter: Letter) -> str:
    if letter.visit is None or letter.kind is None or letter.authority is None:
        return ""
    days = long_range(DateRange(letter.visit.value.start, letter.visit.value.end))
    said = _("{by} carried out a {kind} to {authority} on {days}.")
    if "inspection" in letter.kind.value.value:
        said = _("{by} carried out the {kind} of {authority} on {days}.")
    by, kind = _inspectorate(letter), letter.kind.value.value
    return said.format(by=by, kind=kind, authority=letter.authority.value, days=days)


def _counted(letter: Letter) -> str:
    """The number of points, where the letter lists them."""
    count = len(letter.items(SectionKind.IMPROVEMENT))
    if not count:
        return ""
    one = _("The letter names {count} area for improvement.")
    many = _("The letter names {count} areas for improvement.")
    word = _NUMBERS[count - 1] if count <= len(_NUMBERS) else str(count)
    return plural(one, many, count).format(count=word)


def _inspectorate(letter: Letter) -> str:
    return letter.inspectorate.value if letter.inspectorate else _("The inspectorate")


_MAKERS: Mapping[str, Callable[[Letter, Field], Drafted | None]] = {
    "report_title": _title,
    "council_name": _council,
    "lead_director": _director,
    "background": _background,
    "summary": _summary,
    "appendices": _appendix,
}
