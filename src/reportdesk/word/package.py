"""A Word file read within bounds: its parts as they lie there, and nothing that acts by itself."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from pathlib import Path

from reportdesk.core.problems import Problem
from reportdesk.word.additions import with_elements
from reportdesk.word.intake import limits
from reportdesk.word.intake.bounded_file import read_bounded
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.live_content import scan_part
from reportdesk.word.intake.names import CONTENT_TYPES, TYPES, relations_of
from reportdesk.word.intake.relations import Relation, write_relations
from reportdesk.word.intake.strict_xml import XmlFault
from reportdesk.word.intake.walk import PackageWalk
from reportdesk.word.intake.zip_file import Entry, deflated, inflate, read_zip

_CORE_KIND, _CORE_NAME = "core-properties", "docProps/core.xml"
_CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_CONTENT = "application/vnd.openxmlformats-package.core-properties+xml"


class Package:
    """The parts of a Word file, without those that no report may carry on.

    Attributes:
        file: the file's name, as messages give it.
        main: name of the part with the document's body.
        notices: what was left out, each a note.
    """

    def __init__(self, file: str, walk: PackageWalk, entries: Mapping[str, Entry]) -> None:
        self.file = file
        self.main = walk.main
        self.notices: tuple[Problem, ...] = walk.faults.notes
        self._relations = walk.relations
        self._contents = walk.contents
        self._entries = dict(entries)

    def __contains__(self, part: str) -> bool:
        return part in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(self._entries)

    def part(self, name: str) -> bytes:
        """Return the content of a part; raises KeyError."""
        if name not in self._contents:
            self._contents[name] = inflate(self._entries[name]) or b""
        return self._contents[name]

    def raw(self, name: str) -> Entry:
        """Return a part as it lies in the file, still compressed; raises KeyError."""
        return self._entries[name]

    def relations(self, part: str = "") -> tuple[Relation, ...]:
        """Return the relations of a part, or of the whole file."""
        return self._relations.get(part, ())

    def target(self, part: str, kind: str) -> str:
        """Return the name of the part that another one is tied to by that kind, or nothing."""
        found = (one.target for one in self.relations(part) if one.kind == kind)
        return next(found, "")

    def with_parts(self, changed: Mapping[str, Entry]) -> Package:
        """Return the same file with these parts in the place of those of their names."""
        other = copy(self)
        other._entries = {**self._entries, **changed}
        other._contents = {
            name: content for name, content in self._contents.items() if name not in changed
        }
        return other

    def ensure_core_properties(self) -> None:
        """See that there is a part for title and language; its content is still empty."""
        if self.target("", _CORE_KIND):
            return
        root = relations_of("")
        made = Relation("rIdCore", _CORE_KIND, _CORE_NAME, False, _CORE_TYPE, _CORE_NAME)
        self._relations[""] = (*self.relations(), made)
        self._set(root, write_relations(self.relations()))
        kind = f'<Override xmlns="{TYPES}" PartName="/{_CORE_NAME}" ContentType="{_CORE_CONTENT}"/>'
        self._set(CONTENT_TYPES, with_elements(self.part(CONTENT_TYPES), kind.encode()))
        self._set(_CORE_NAME, b"")

    def _set(self, name: str, content: bytes) -> None:
        self._entries[name] = deflated(name, content)
        self._contents[name] = content


def read_package(source: Path | bytes, name: str = "") -> Package:
    """Return the Word file's parts; raises PackageError with everything that is wrong with it."""
    faults = Faults(name or (source.name if isinstance(source, Path) else ""))
    data = read_bounded(source, faults)
    faults.stop()
    entries = {entry.name: entry for entry in _entries(data, faults)}
    walk = PackageWalk(entries, faults)
    faults.stop()
    return Package(faults.file, walk, _kept(entries, walk))


def read_package_again(source: bytes, before: Package | None, name: str = "") -> Package:
    """Return a Word file's parts as ``read_package`` does, of a file read before with other text.

    Only parts that differ from those before are judged anew.
    """
    return (_same_but_text(source, before) if before else None) or read_package(source, name)


def _same_but_text(source: bytes, before: Package) -> Package | None:
    """Return the parts, or None where more than text of the same parts is another."""
    faults = Faults(before.file)
    entries = {entry.name: entry for entry in read_zip(source, faults, limits.MOST_PARTS)}
    if faults or before.notices or tuple(entries) != before.names:
        return None
    changed = {name: one for name, one in entries.items() if one != before.raw(name)}
    limits.refuse_sizes(entries.values(), faults)
    package = before.with_parts(changed)
    if faults or not all(_plain_text(package, name, faults) for name in changed):
        return None
    return None if faults else package


def _plain_text(package: Package, name: str, faults: Faults) -> bool:
    """Whether the part is XML, rules no other part, and can be read; faults has what is wrong."""
    if not name.endswith(".xml") or name == CONTENT_TYPES:
        return False
    try:
        return bool(scan_part(name, package.part(name), faults))
    except XmlFault:
        return False


def _entries(data: bytes, faults: Faults) -> list[Entry]:
    entries = read_zip(data, faults, limits.MOST_PARTS)
    faults.stop()
    limits.refuse_names(entries, faults)
    limits.refuse_sizes(entries, faults)
    faults.stop()
    return entries


def _kept(entries: Mapping[str, Entry], walk: PackageWalk) -> dict[str, Entry]:
    """Return what stays, with the lists of parts and relations telling of nothing else."""
    kept = {name: entry for name, entry in entries.items() if name in walk.reached}
    for part in walk.stripped:
        _replace(kept, walk, relations_of(part), write_relations(walk.relations[part]))
    if len(kept) < len(entries) and walk.types:
        _replace(kept, walk, CONTENT_TYPES, walk.types.write(kept))
    return kept


def _replace(kept: dict[str, Entry], walk: PackageWalk, name: str, content: bytes) -> None:
    kept[name] = deflated(name, content)
    walk.contents[name] = content
