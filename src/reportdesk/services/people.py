"""The address book of the window: people named in drafts that were saved here."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from reportdesk.core.fields import Answers
from reportdesk.core.people import Person, people_in, remembered
from reportdesk.core.template import Template
from reportdesk.storage.people import forget_people, read_people, write_people

__all__ = ["AddressBook", "Person"]


class AddressBook:
    """Earlier people, the latest first; read when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "people.json"
        self._people: tuple[Person, ...] | None = None
        self._lock = Lock()

    def people(self) -> tuple[Person, ...]:
        """Return everybody."""
        if self._people is None:
            found = read_people(self._path)
            with self._lock:  # a save may have learnt somebody on another thread meanwhile
                self._people = found if self._people is None else self._people
        return self._people

    def learn(self, template: Template, answers: Answers) -> None:
        """Take in the people whom the answers name; raises SaveError."""
        # What another window has learnt meanwhile is kept.
        before = read_people(self._path)
        learnt = remembered(before, people_in(template.fields(), answers))
        with self._lock:
            self._people = learnt
        if learnt != before:
            write_people(self._path, learnt)

    def forget(self, *people: Person) -> None:
        """Take these entries out; raises SaveError."""
        self._people = tuple(one for one in read_people(self._path) if one not in people)
        write_people(self._path, self._people)

    def clear(self) -> None:
        """Forget everybody; raises SaveError."""
        self._people = ()
        forget_people(self._path)
