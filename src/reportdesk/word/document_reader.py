"""A Word file read as a document: what the preview, the checks and letters in Word look at."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

from reportdesk.core.document import Block, Document, Margin, Note, Section
from reportdesk.core.i18n import plural
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.word.numbering import Numbering, read_numbering
from reportdesk.word.package import Package, read_package
from reportdesk.word.reading.blocks import Blocks
from reportdesk.word.reading.formats import Formats, fonts_of
from reportdesk.word.reading.labels import Labels
from reportdesk.word.reading.story import Notes, Story
from reportdesk.word.reading.table_formats import TableFormats
from reportdesk.word.reading.tree import RELATION, parsed, points, w

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_NOTE_PARTS = (("footnotes", "footnote", False), ("endnotes", "endnote", True))
_SIDES = ("top", "right", "bottom", "left")


def read_document(source: Path | bytes, name: str = "") -> Document:
    """Return a Word file as a document; raises PackageError with all that is wrong with it."""
    return document_of(read_package(source, name))


def document_of(package: Package) -> Document:
    """Return the document in a Word file; raises PackageError if a part is damaged."""
    return _DocumentReader(package).document()


class _DocumentReader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main
        self._numbering = self._read_numbering()
        styles = self._related("styles")
        self._formats = Formats(styles, self._numbering, fonts_of(self._related("theme")))
        root = parsed(styles) if styles else None
        self._tables = TableFormats(root, self._formats.styles)
        self._notes = Notes()
        self._tally: Counter[str] = Counter()
        self._margins: dict[str, tuple[Block, ...]] = {}

    def document(self) -> Document:
        root = parsed(self._package.part(self._main))
        body = root.find(w("body"))
        reader = Blocks(self._story(self._main))
        blocks = reader.read(body) if body is not None else ()
        sections = self._sections(reader.sections)
        notes = self._read_notes()
        title, language = self._about()
        notices = (*self._package.notices, *self._notices())
        return Document(blocks, sections, notes, title, language, notices)

    def _read_numbering(self) -> Numbering:
        return read_numbering(self._related("numbering"))

    def _related(self, kind: str) -> bytes:
        part = self._package.target(self._main, kind)
        return self._package.part(part) if part in self._package else b""

    def _story(self, part: str) -> Story:
        targets = {relation.id: relation.target for relation in self._package.relations(part)}
        labels = Labels(self._numbering)
        return Story(self._formats, self._tables, labels, targets, self._notes.label, self._tally)

    def _sections(self, found: list[tuple[Element, int]]) -> tuple[Section, ...]:
        sections: list[Section] = []
        margins: dict[tuple[str, str], Margin] = {}
        for element, end in found:
            margins |= self._margins_of(element)
            sections.append(_section(element, end, margins))
        return tuple(sections)

    def _margins_of(self, section: Element) -> dict[tuple[str, str], Margin]:
        """Headers and footers by kind and pages; a section keeps those of the one before."""
        relations = {one.id: one.target for one in self._package.relations(self._main)}
        margins = {}
        for kind in ("header", "footer"):
            for reference in section.iterfind(w(f"{kind}Reference")):
                pages = reference.get(w("type"), "default")
                part = relations.get(reference.get(RELATION, ""), "")
                margins[kind, pages] = Margin(pages, self._margin(part))
        return margins

    def _margin(self, part: str) -> tuple[Block, ...]:
        if part not in self._package:
            return ()
        if part not in self._margins:
            root = parsed(self._package.part(part))
            self._margins[part] = Blocks(self._story(part)).read(root)
        return self._margins[part]

    def _read_notes(self) -> tuple[Note, ...]:
        notes: list[Note] = []
        for kind, name, end in _NOTE_PARTS:
            part = self._package.target(self._main, kind)
            if part in self._package:
                root = parsed(self._package.part(part))
                notes += self._notes_in(root, name, Blocks(self._story(part)), end)
        return tuple(notes)

    def _notes_in(self, root: Element, name: str, reader: Blocks, end: bool) -> list[Note]:
        """Those that the text refers to, in its order."""
        by_id = {element.get(w("id"), ""): element for element in root.iter(w(name))}
        return [
            Note(label, reader.read(by_id[note]))
            for (note, is_end), label in list(self._notes.labels.items())
            if is_end == end and note in by_id
        ]

    def _about(self) -> tuple[str, str]:
        part = self._package.target("", "core-properties")
        root = parsed(self._package.part(part)) if part in self._package else None
        title = root.findtext(_TITLE, "") if root is not None else ""
        language = root.findtext(_LANGUAGE, "") if root is not None else ""
        return title, self._formats.language or language

    def _notices(self) -> list[Problem]:
        place = Place(self._package.file)
        return [
            Problem(code, _SAID[code](count), place=place, severity=Severity.NOTE)
            for code, count in sorted(self._tally.items())
            if count
        ]


def _section(element: Element, end: int, margins: dict[tuple[str, str], Margin]) -> Section:
    size, around = element.find(w("pgSz")), element.find(w("pgMar"))
    lengths = {} if size is None else {
        "width": points(size.get(w("w"))), "height": points(size.get(w("h")))
    }  # fmt: skip
    if around is not None:
        lengths |= {side: abs(points(around.get(w(side)))) for side in _SIDES}
    headers, footers = (
        tuple(margin for (one, _pages), margin in margins.items() if one == kind)
        for kind in ("header", "footer")
    )
    return Section(end, **lengths, headers=headers, footers=footers)


def _comments(count: int) -> str:
    one, many = "{count} comment was not read.", "{count} comments were not read."
    return plural(one, many, count).format(count=count)


def _changes(count: int) -> str:
    one = "{count} tracked change was read as accepted."
    many = "{count} tracked changes were read as accepted."
    return plural(one, many, count).format(count=count)


def _hidden(count: int) -> str:
    one, many = (
        "{count} piece of hidden text was left out.",
        "{count} pieces of hidden text were left out.",
    )
    return plural(one, many, count).format(count=count)


_SAID = {"comments": _comments, "changes": _changes, "hidden": _hidden}
