"""Reads a Word file into the nodes around its tags, cleaned of all traces of editing."""

from __future__ import annotations

import re

from reportdesk.core.errors import PackageError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.core.skeleton import Node, Part, Skeleton
from reportdesk.word.intake.strict_xml import XmlFault
from reportdesk.word.package import Package
from reportdesk.word.styles import Styles
from reportdesk.word.tags.cleaning import has_traces
from reportdesk.word.tags.counting import Counter
from reportdesk.word.tags.paragraph_reader import ParagraphReader
from reportdesk.word.tags.part_reader import PartReader
from reportdesk.word.tags.property_tags import property_nodes
from reportdesk.word.tags.tag_faults import TagFaults, TooManyTags

NOTES = ("footnotes", "endnotes", "comments")
_NOTE_TITLES = {
    "footnotes": _("footnotes"),
    "endnotes": _("endnotes"),
    "comments": _("comments"),
}
_PROPERTIES = ("core-properties", "extended-properties")
_STYLE_TRACE = re.compile(rb'<w:rsid w:val="[0-9A-Fa-f]*"\s*/>')
_BRACES = 2
_NUMBER = re.compile(r"(\d+)\.xml$")


@dataclass(slots=True)
class TemplateParts:
    """A template as it was read.

    Attributes:
        cleaned: parts without tags that had traces of editing, without those.
        repeating: parts in which something with a number of its own stands in a loop or may go.
    """

    skeleton: Skeleton
    cleaned: dict[str, bytes] = field(default_factory=dict)
    repeating: frozenset[str] = frozenset()


def read_skeleton(package: Package, styles: Styles) -> TemplateParts:
    """Return the file's parts around their tags; raises PackageError where XML is damaged.

    Faults of tags are not raised but stand in the skeleton's problems.
    """
    reader = _Reader(package, styles)
    try:
        reader.read()
    except TooManyTags:
        reader.parts.clear()
    skeleton = Skeleton(package.file, tuple(reader.parts), reader.faults.problems)
    return TemplateParts(skeleton, reader.cleaned, frozenset(reader.repeating))


class _Reader:
    def __init__(self, package: Package, styles: Styles) -> None:
        self.parts: list[Part] = []
        self.cleaned: dict[str, bytes] = {}
        self.repeating: set[str] = set()
        self.faults = TagFaults(package.file)
        self._package = package
        self._styles = styles

    def read(self) -> None:
        texts = _text_parts(self._package)
        for name, title in texts.items():
            self._read_text(name, title)
        properties = [self._package.target("", kind) for kind in _PROPERTIES]
        for name in filter(None, properties):
            self._read_properties(name)
        for name in self._package.names:
            if name not in (*texts, *properties) and name.endswith((".xml", ".rels")):
                self._look_at_other(name)

    def _read_text(self, name: str, title: str) -> None:
        content = self._package.part(name)
        self.faults.expect(max(content.count(b"{"), content.count(b"}")) // _BRACES)
        paragraphs = ParagraphReader(self._styles, self.faults)
        counter = Counter(self._package.file, title)
        nodes = self._nodes(PartReader(counter, paragraphs, self.faults), name, content)
        if isinstance(nodes, str):
            if has_traces(content) or b"{" in content:
                self.cleaned[name] = nodes.encode()
            return
        self.parts.append(Part(name, title, nodes))
        if paragraphs.repeats:
            self.repeating.add(name)

    def _nodes(self, reader: PartReader, name: str, content: bytes) -> tuple[Node, ...] | str:
        try:
            return reader.nodes(content)
        except XmlFault as fault:
            place = Place(self._package.file, part=name)
            fix = _("open it in Word and save it again, or use an earlier copy")
            raise PackageError.of("package-damaged", str(fault), fix, place) from None

    def _read_properties(self, name: str) -> None:
        content = self._package.part(name)
        if not _may_hold_tags(content):
            return
        title = _("document properties")
        nodes = property_nodes(content, Place(self._package.file, part=title), self.faults)
        if nodes:
            self.parts.append(Part(name, title, nodes))

    def _look_at_other(self, name: str) -> None:
        """Tell of tags where none are filled; take traces of editing off."""
        content = self._package.part(name)
        if b"{{" in content or b"{%" in content or b"%7B%7B" in content:
            self._tell_misplaced(name)
        elif b":rsid" in content and name.startswith("word/"):
            self.cleaned[name] = _STYLE_TRACE.sub(b"", content)

    def _tell_misplaced(self, name: str) -> None:
        where = _("the address of a link") if name.endswith(".rels") else _("a chart or diagram")
        self.faults.misplaced("", where, Place(self._package.file, part=name))


def _text_parts(package: Package) -> dict[str, str]:
    """Return the parts with text, body first, each with its title."""
    parts = {package.main: _("body")}
    titles = {"header": _("header {number}"), "footer": _("footer {number}")}
    for kind, title in titles.items():
        for name in _targets(package, kind):
            number = _NUMBER.search(name)
            parts[name] = title.format(number=number[1] if number else "")
    for kind, title in _NOTE_TITLES.items():
        parts.update(dict.fromkeys(_targets(package, kind), title))
    return parts


def _targets(package: Package, kind: str) -> list[str]:
    found = {one.target for one in package.relations(package.main) if one.kind == kind}
    return sorted(found, key=lambda name: (len(name), name))


def _may_hold_tags(content: bytes) -> bool:
    """Whether there can be a brace in the text: as such, by its number, or in another encoding."""
    return b"{" in content or b"}" in content or b"&#" in content or b"\0" in content[:4]
