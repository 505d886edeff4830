"""A Word file read as a document: what the preview, the checks and letters in Word look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from reportdesk.core.document import Block, Document, Margin, Note, Section
from reportdesk.core.i18n import plural
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.word.numbering import Numbering, read_numbering
from reportdesk.word.package import Package, read_package, read_package_again
from reportdesk.word.reading.blocks import Blocks
from reportdesk.word.reading.body import Body, KeptBody, WholeBody
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
    return _DocumentReader(package, _styling(package), WholeBody()).document()


class Rereader:
    """Reads versions of one Word file; what is as it was in the last one is not read again."""

    def __init__(self) -> None:
        self._package: Package | None = None
        self._key: tuple[object, ...] = ()
        self._styling: _Styling | None = None
        self._body = KeptBody()

    def read(self, data: bytes, name: str = "") -> tuple[Package, Document]:
        """Return a Word file and the document in it; raises PackageError as reading anew does."""
        package = read_package_again(data, self._package, name)
        key = (*_styling_parts(package), package.relations(package.main))
        if self._styling is None or key != self._key:
            self._key, self._styling, self._body = key, _styling(package), KeptBody()
        self._package = package
        return package, _DocumentReader(package, self._styling, self._body).document()


@dataclass(frozen=True, slots=True)
class _Styling:
    """How text looks and lists count."""

    numbering: Numbering
    formats: Formats
    tables: TableFormats


def _styling(package: Package) -> _Styling:
    styles, theme, lists = _styling_parts(package)
    numbering = read_numbering(lists)
    formats = Formats(styles, numbering, fonts_of(theme))
    root = parsed(styles) if styles else None
    return _Styling(numbering, formats, TableFormats(root, formats.styles))


def _styling_parts(package: Package) -> tuple[bytes, bytes, bytes]:
    names = (package.target(package.main, kind) for kind in ("styles", "theme", "numbering"))
    styles, theme, numbering = (package.part(name) if name in package else b"" for name in names)
    return styles, theme, numbering


class _DocumentReader:
    def __init__(self, package: Package, styling: _Styling, body: Body) -> None:
        self._package = package
        self._main = package.main
        self._styling = styling
        self._body = body
        self._notes = Notes()
        self._tally: Counter[str] = Counter()
        self._margins: dict[str, tuple[Block, ...]] = {}

    def document(self) -> Document:
        xml = self._package.part(self._main)
        blocks, ends = self._body.read(xml, self._story(self._main))
        sections = self._sections(ends)
        notes = self._read_notes()
        title, language = self._about()
        notices = (*self._package.notices, *self._notices())
        return Document(blocks, sections, notes, title, language, notices)

    def _story(self, part: str) -> Story:
        targets = {relation.id: relation.target for relation in self._package.relations(part)}
        labels, styling = Labels(self._styling.numbering), self._styling
        return Story(
            styling.formats, styling.tables, labels, targets, self._notes.label, self._tally
        )

    def _sections(self, found: Sequence[tuple[Element, int]]) -> tuple[Section, ...]:
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
        return title, self._styling.formats.language or language

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
    said = plural("{count} comment was not read.", "{count} comments were not read.", count)
    return said.format(count=count)


def _changes(count: int) -> str:
    return plural(
        "{count} tracked change was read as accepted.",
        "{count} tracked changes were read as accepted.",
        count,
    ).format(count=count)


def _hidden(count: int) -> str:
    return plural(
        "{count} piece of hidden text was left out.",
        "{count} pieces of hidden text were left out.",
        count,
    ).format(count=count)


_SAID = {"comments": _comments, "changes": _changes, "hidden": _hidden}
