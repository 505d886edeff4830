"""People as forms ask for them: a name with a role, a service and ways to reach them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields

from reportdesk.core.fields import Answers, Field, Kind, Row, Value

MOST = 500


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of somebody; a part that is not known is empty."""

    name: str
    role: str = ""
    service: str = ""
    telephone: str = ""
    email: str = ""

    @property
    def known_as(self) -> tuple[str, str]:
        """What tells one from another: the same name in another role is another entry."""
        return self.name.casefold(), self.role.casefold()

    @property
    def in_a_line(self) -> str:
        """Name, role and service as one line to choose by."""
        return ", ".join(part for part in (self.name, self.role, self.service) if part)


PARTS = tuple(part.name for part in fields(Person))


def is_person(field: Field) -> bool:
    """Return whether the field, or each row of it, asks for a person."""
    lines = {inner.id for inner in field.fields if inner.kind is Kind.LINE}
    return {"name", "role"} <= lines


def person_of(answers: Row) -> Person | None:
    """Return the person whom the answers name, None where there is no name."""
    parts = {part: answers.get(part) for part in PARTS}
    said = {part: value.strip() for part, value in parts.items() if isinstance(value, str)}
    return Person(**said) if said.get("name") else None


def people_in(fields: Iterable[Field], answers: Answers) -> Iterator[Person]:
    """Yield everybody whom the answers name, in the order of the form."""
    for field in fields:
        for row in _rows(answers.get(field.id)):
            person = person_of(row) if is_person(field) else None
            if person:
                yield person
            else:
                yield from people_in(field.fields, row)


def remembered(known: Iterable[Person], found: Iterable[Person]) -> tuple[Person, ...]:
    """Return the people, those found now first; what was known of them already is kept."""
    before = {person.known_as: person for person in known}
    now: dict[tuple[str, str], Person] = {}
    for person in found:
        old = now.get(person.known_as) or before.get(person.known_as)
        now[person.known_as] = _joined(person, old) if old else person
    left = (person for key, person in before.items() if key not in now)
    return (*now.values(), *left)[:MOST]


def filled(field: Field, row: Row, person: Person) -> Row:
    """Return the row with the person in it; parts of whoever stood there before are gone."""
    asked = {inner.id for inner in field.fields if inner.kind is Kind.LINE}
    kept = {id: value for id, value in row.items() if id not in PARTS or id not in asked}
    parts = {part: said for part, said in asdict(person).items() if said and part in asked}
    return {**kept, **parts}


def _joined(person: Person, old: Person) -> Person:
    return Person(**{part: getattr(person, part) or getattr(old, part) for part in PARTS})


def _rows(value: Value) -> tuple[Row, ...]:
    if isinstance(value, Mapping):
        return (value,)
    rows = value if isinstance(value, tuple) else ()
    return tuple(row for row in rows if isinstance(row, Mapping))
