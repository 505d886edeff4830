"""The address book: people named in earlier drafts, for the owner of this computer's user alone."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from reportdesk.core.errors import ReportDeskError, SaveError
from reportdesk.core.people import MOST, Person, person_of
from reportdesk.storage.atomic import save
from reportdesk.storage.files import read_file
from reportdesk.storage.places import make_private
from reportdesk.storage.removing import remove

_MAX_BYTES = 1_000_000


def read_people(path: Path) -> tuple[Person, ...]:
    """Return the people, the latest first; a book that cannot be read is empty."""
    with suppress(ReportDeskError, ValueError, RecursionError):
        told = json.loads(read_file(path, _MAX_BYTES, SaveError))
        rows = [row for row in told if isinstance(row, dict)] if isinstance(told, list) else []
        people = (person_of(row) for row in rows[:MOST])
        return tuple(person for person in people if person is not None)
    return ()


def write_people(path: Path, people: tuple[Person, ...]) -> None:
    """Save the book; raises SaveError."""
    with suppress(OSError):  # saving says it better
        make_private(path.parent)
    told = [{part: said for part, said in asdict(one).items() if said} for one in people[:MOST]]
    save(path, json.dumps(told, indent=1).encode("ascii"), None, private=True)


def forget_people(path: Path) -> None:
    """Remove the book; raises SaveError where that cannot be."""
    remove((path,))
