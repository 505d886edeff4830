"""The addresses that a report links to: external relations of the parts that they stand in."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from reportdesk.core.addresses import is_linkable
from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.word.additions import NewRelation, with_relations
from reportdesk.word.intake.names import MAIN_PART, R, relations_of


@dataclass(slots=True)
class _Part:
    relations: bytes
    prefix: str
    targets: list[str] = field(default_factory=list)


class Links:
    """Links made during one filling; the ids in a part go up one by one.

    They belong to the main part until another one is opened.
    """

    def __init__(self, read: Callable[[str], bytes], main: str = MAIN_PART) -> None:
        self._read = read
        self._parts: dict[str, _Part] = {}
        self.open_part(main)

    def __len__(self) -> int:
        return len(self._now.targets)

    def open_part(self, name: str) -> None:
        """Say that the next links stand in the part of that name."""
        if name not in self._parts:
            relations = self._read(relations_of(name))
            self._parts[name] = _Part(relations, _free_prefix(relations))
        self._now = self._parts[name]

    def opening(self, address: str) -> str:
        """Return the start tag of a link, or empty where the address may not be linked to."""
        if not _may_link(address):
            return ""
        self._now.targets.append(address)
        key = f"{self._now.prefix}{len(self._now.targets)}"
        return f'<w:hyperlink xmlns:r="{R}" r:id="{key}" w:history="1">'

    def since(self, count: int) -> tuple[str, ...]:
        """Return the addresses linked in this part after the first ones of that count."""
        return tuple(self._now.targets[count:])

    def replay(self, targets: tuple[str, ...]) -> None:
        """Link to the same again, at the same count."""
        self._now.targets += targets

    def parts(self) -> dict[str, bytes]:
        """Return the relations files that have new links, by part name."""
        return {
            relations_of(name): with_relations(part.relations, _relations(part))
            for name, part in self._parts.items()
            if part.targets
        }


@lru_cache(maxsize=1024)
def _may_link(address: str) -> bool:
    return is_linkable(address)


def _free_prefix(relations: bytes) -> str:
    prefix = "rIdLink"
    while prefix.encode() in relations:
        prefix += "k"
    return prefix


def _relations(part: _Part) -> list[NewRelation]:
    return [
        NewRelation(f"{part.prefix}{number}", "hyperlink", target, external=True)
        for number, target in enumerate(part.targets, 1)
    ]
