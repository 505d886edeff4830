"""How a file's styles make letters and paragraphs look, worked out once for each combination."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from reportdesk.core.document import PLAIN_LAYOUT, PLAIN_LOOK, Layout, Look
from reportdesk.word.numbering import Level, Numbering
from reportdesk.word.reading.properties import (
    Properties,
    paragraph_properties,
    run_properties,
)
from reportdesk.word.reading.table_formats import CellFormat
from reportdesk.word.reading.tree import VAL, Key, key_of, parsed, w
from reportdesk.word.styles import read_styles

_TOGGLES = ("bold", "italic", "caps", "small_caps", "strike")
_RUN, _PARAGRAPH, _R_STYLE = w("rPr"), w("pPr"), w("rStyle")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TWENTIETHS = 20


@dataclass(frozen=True, slots=True)
class Letters:
    """The looks of a run: as drawn, and what its own properties do beyond its paragraph."""

    look: Look
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    hidden: bool = False


@dataclass(slots=True)
class _Style:
    run: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)


class Formats:
    """The styles of one file; equal combinations give the same object again.

    Attributes:
        language: what the file says its text is written in.
    """

    def __init__(self, xml: bytes, numbering: Numbering, fonts: dict[str, str]) -> None:
        self.styles = read_styles(xml)
        self._numbering = numbering
        self._fonts = fonts
        self._defaults = _Style()
        self._own: dict[str, _Style] = {}
        self.language = ""
        if xml:
            self._read(parsed(xml))
        self._headings: dict[str, int] = {}
        self._lists: dict[str, tuple[str, int]] = {}
        self._letters: dict[tuple[str, Key, CellFormat], Letters] = {}
        self._layouts: dict[tuple[str, Key, int, CellFormat], Layout] = {}

    def letters(self, style: str, properties: Element | None, cell: CellFormat) -> Letters:
        """Return the looks of a run in a paragraph of that style, in a cell of that format."""
        key = (style, key_of(properties) if properties is not None else (), cell)
        letters = self._letters.get(key)
        if letters is None:
            letters = self._letters[key] = self._new_letters(style, properties, cell.run)
        return letters

    def layout(
        self, style: str, properties: Element | None, level: Level | None, cell: CellFormat
    ) -> Layout:
        """Return how a paragraph stands; ``level`` is what its own properties say of a list."""
        said = paragraph_properties(properties)
        key = (style, tuple(said.items()), id(level), cell)
        layout = self._layouts.get(key)
        if layout is None:
            layout = self._layouts[key] = self._new_layout(style, said, level, cell.paragraph)
        return layout

    def heading(self, style: str) -> int:
        """Return the heading level of a paragraph of that style, 0 for none."""
        level = self._headings.get(style)
        if level is None:
            level = self._headings[style] = self.styles.heading_level(style)
        return level

    def list_of(self, style: str) -> tuple[str, int]:
        """Return the list and level that the style brings by itself; no list is empty."""
        found = self._lists.get(style)
        if found is None:
            num, level, _indent = self.styles.numbering_of(style)
            at = level if level >= 0 else self._numbering.level_of_style(num, style)
            found = self._lists[style] = num, at
        return found

    def _new_letters(self, style: str, properties: Element | None, table: Properties) -> Letters:
        base = self._base(style, table)
        said, character = run_properties(properties), self._character(properties)
        merged = base | character | said
        for name in _TOGGLES:
            if name in character and name not in said:
                merged[name] = bool(base.get(name)) != bool(character[name])
        own = character | said
        return Letters(
            self._look(merged),
            bool(own.get("bold")),
            bool(own.get("italic")),
            bool(own.get("superscript")),
            bool(merged.get("hidden")),
        )

    def _base(self, style: str, table: Properties) -> Properties:
        """Document defaults, then the table's style, then the paragraph's."""
        return self._defaults.run | table | self._merged(style, "run")

    def _character(self, properties: Element | None) -> Properties:
        named = properties.find(_R_STYLE) if properties is not None else None
        style = named.get(VAL, "") if named is not None else ""
        return self._merged(style, "run") if style in self.styles.by_id else {}

    def _look(self, merged: Properties) -> Look:
        said: dict[str, Any] = {name: value for name, value in merged.items() if name != "hidden"}
        font = said.get("font", "")
        said["font"] = self._fonts.get(font, "") if font[:1] == "+" else font
        said["font"] = said["font"] or PLAIN_LOOK.font
        return Look(**said)

    def _new_layout(
        self, style: str, said: Properties, level: Level | None, table: Properties
    ) -> Layout:
        merged = self._defaults.paragraph | table
        for one in reversed(list(self.styles.chain(style))):
            if one.numbering not in ("", "0"):
                merged |= _list_indent(self._numbering.level(*self.list_of(one.id)))
            merged |= self._own[one.id].paragraph if one.id in self._own else {}
        attributes: dict[str, Any] = merged | _list_indent(level) | said
        return Layout(**attributes) if attributes else PLAIN_LAYOUT

    def _merged(self, style: str, part: str) -> Properties:
        """What a style and all it is based on set."""
        merged: Properties = {}
        for one in reversed(list(self.styles.chain(style))):
            own = self._own.get(one.id)
            merged |= getattr(own, part) if own else {}
        return merged

    def _read(self, root: Element) -> None:
        for default in root.iter(w("rPrDefault")):
            self._defaults.run = run_properties(default.find(_RUN))
            language = default.find(f"{_RUN}/{w('lang')}")
            self.language = language.get(VAL, "") if language is not None else ""
        for default in root.iter(w("pPrDefault")):
            self._defaults.paragraph = paragraph_properties(default.find(_PARAGRAPH))
        for style in root.iter(w("style")):
            run, paragraph = style.find(_RUN), style.find(_PARAGRAPH)
            own = _Style(run_properties(run), paragraph_properties(paragraph))
            self._own[style.get(w("styleId"), "")] = own


def _list_indent(level: Level | None) -> Properties:
    if level is None:
        return {}
    first = level.first - level.hanging
    return {"left": level.left / _TWENTIETHS, "first": first / _TWENTIETHS}


def fonts_of(theme: bytes) -> dict[str, str]:
    """Return the names of a theme's fonts by ``+major`` and ``+minor``."""
    fonts: dict[str, str] = {}
    for name in ("major", "minor") if theme else ():
        for font in parsed(theme).iter(f"{_DRAWING}{name}Font"):
            latin = font.find(f"{_DRAWING}latin")
            if latin is not None:
                fonts[f"+{name}"] = latin.get("typeface", "")
    return fonts
