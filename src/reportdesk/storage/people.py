"""The address book: people named in earlier drafts, for the owner of this computer's user alone."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from reportdesk.core.people import MOST, Person, person_of
from reportdesk.storage.private_files import read_json, save_private_json
from reportdesk.storage.removing import remove

_MAX_BYTES = 1_000_000


def read_people(path: Path) -> tuple[Person, ...]:
    """Return the people, the latest first; a book that cannot be read is empty."""
    told = read_json(path, _MAX_BYTES)
    rows = [row for row in told if isinstance(row, dict)] if isinstance(told, list) else []
    people = (person_of(row) for row in rows[:MOST])
    return tuple(person for person in people if person is not None)


def write_people(path: Path, people: tuple[Person, ...]) -> None:
    """Save the book; raises SaveError."""
    told = [{part: said for part, said in asdict(one).items() if said} for one in people[:MOST]]
    save_private_json(path, told)


def forget_people(path: Path) -> None:
    """Remove the book; raises SaveError where that cannot be."""
    remove((path,))
