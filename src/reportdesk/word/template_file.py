"""A council's Word file as a template: read once, then filled and saved again and again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportdesk.core.problems import Problem
from reportdesk.core.skeleton import Skeleton
from reportdesk.word.house_style import house_style
from reportdesk.word.intake.names import CONTENT_TYPES
from reportdesk.word.intake.zip_file import Entry, deflated, write_zip
from reportdesk.word.output.numbering_again import number_again
from reportdesk.word.output.packing import Packer
from reportdesk.word.output.properties import Properties, app_part, core_part
from reportdesk.word.output.settings import clean_settings
from reportdesk.word.package import Package, read_package
from reportdesk.word.rich_writer import RichWriter
from reportdesk.word.skeleton_reader import read_skeleton

__all__ = ["Properties", "WordTemplate", "open_template"]

_CORE, _APP = "core-properties", "extended-properties"
_CONTENTS_FIELD = re.compile(rb'(?:<w:instrText[^>]*>|w:instr=")\s*TOC\b')
_LANGUAGE = "en-GB"


class WordTemplate:
    """One Word file of a template; belongs to one thread.

    Attributes:
        skeleton: its parts around the tags, for ``templating``.
        notices: what was left out of it, each a note.
        styles: names of its styles, as Word shows them.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._house = house_style(package)
        self._packer = Packer()
        parts = read_skeleton(package, self._house.styles)
        self.skeleton: Skeleton = parts.skeleton
        self.notices: tuple[Problem, ...] = package.notices
        self.styles = [style.name for style in self._house.styles.by_id.values()]
        self._repeating = parts.repeating
        self._entries = self._lasting_entries(parts.cleaned)

    def writer(self) -> RichWriter:
        """Return a writer for one filling."""
        return RichWriter(self._house)

    def save(
        self, filled: Mapping[str, Sequence[str]], writer: RichWriter, properties: Properties
    ) -> bytes:
        """Return the report as the bytes of a Word file; the same input gives the same bytes.

        ``filled`` has the XML of each part of the skeleton in chunks; a chunk that is equal to
        one of the last saving costs next to nothing.
        """
        entries = dict(self._entries)
        entries |= self._packer.pack(self._texts(filled))
        for name, content in self._properties(filled, properties).items():
            entries[name] = deflated(name, content)
        for name, content in writer.finished().items():
            entries[name] = deflated(name, content)
        return write_zip(entries.values())

    def _texts(self, filled: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
        properties = self._property_parts().values()
        return {
            name: number_again(chunks) if name in self._repeating else chunks
            for name, chunks in filled.items()
            if name not in properties
        }

    def _properties(
        self, filled: Mapping[str, Sequence[str]], properties: Properties
    ) -> dict[str, bytes]:
        names = self._property_parts()
        given = {kind: "".join(filled.get(name, ())) for kind, name in names.items()}
        parts = {names[_CORE]: core_part(properties, given[_CORE])}
        if names[_APP]:
            parts[names[_APP]] = app_part(given[_APP])
        return parts

    def _property_parts(self) -> dict[str, str]:
        return {kind: self._package.target("", kind) for kind in (_CORE, _APP)}

    def _lasting_entries(self, cleaned: Mapping[str, bytes]) -> dict[str, Entry]:
        """Return the parts that are the same in every report, the list of parts first."""
        package = self._package
        changed = dict(cleaned)
        settings = package.target(package.main, "settings")
        if settings:
            has_contents = bool(_CONTENTS_FIELD.search(package.part(package.main)))
            changed[settings] = clean_settings(package.part(settings), _LANGUAGE, has_contents)
        names = dict.fromkeys((CONTENT_TYPES, *package.names))
        return {
            name: deflated(name, changed[name]) if name in changed else package.raw(name)
            for name in names
        }


def open_template(path: Path) -> WordTemplate:
    """Return the Word file at that path as a template.

    Raises PackageError with everything that forbids to use it; faults of its tags are not
    raised but stand in the skeleton's problems.
    """
    package = read_package(path)
    package.ensure_core_properties()
    return WordTemplate(package)
