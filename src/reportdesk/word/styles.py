"""The styles of a Word file by name and by id: what a writer needs to know of styles.xml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple  # not dataclasses: every cold start pays for them

from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.word.start_tags import Attributes, Handler, each_start_tag, whole

_HEADING = re.compile(r"heading ([1-9])")


@dataclass(slots=True)
class Style:
    """One style as it stands in the file, without what it inherits.

    Attributes:
        kind: ``paragraph``, ``character``, ``table`` or ``numbering``.
        outline: heading level 1 to 9; 0 where the style says none, 10 for body text.
        numbering: id of its list; ``0`` takes an inherited list away, empty says nothing.
        level: list level from 0, or -1 where it is not said.
        indent: its ``w:ind`` as XML, or empty.
    """

    id: str
    kind: str
    default: bool = False
    name: str = ""
    based_on: str = ""
    outline: int = 0
    numbering: str = ""
    level: int = -1
    indent: str = ""


class Styles(NamedTuple):
    """All styles of a file; names are compared as Word does, whatever their case."""

    by_id: Mapping[str, Style]
    by_name: Mapping[str, Style]
    default: str

    def id_of(self, name: str) -> str:
        """Return the id of the style of that name, or empty."""
        style = self.by_name.get(name.lower())
        return style.id if style else ""

    def name_of(self, style_id: str) -> str:
        """Return the name of the style, or empty; no id is the default paragraph style."""
        style = self.by_id.get(style_id or self.default)
        return style.name if style else ""

    def chain(self, style_id: str) -> Iterator[Style]:
        """Return the style and all it is based on, nearest first."""
        seen: set[str] = set()
        style = self.by_id.get(style_id or self.default)
        while style and style.id not in seen:
            seen.add(style.id)
            yield style
            style = self.by_id.get(style.based_on)

    def heading_level(self, style_id: str) -> int:
        """Return 1 to 9 for a heading's style, else 0."""
        for style in self.chain(style_id):
            named = _HEADING.fullmatch(style.name.lower())
            level = style.outline or (int(named[1]) if named else 0)
            if level:
                return level if level <= 9 else 0
        return 0

    def numbering_of(self, style_id: str) -> tuple[str, int, str]:
        """Return list id, level (-1: not said) and ``w:ind`` that the style brings."""
        level, indent = -1, ""
        for style in self.chain(style_id):
            level = style.level if level < 0 else level
            indent = indent or style.indent
            if style.numbering:
                return ("", -1, "") if style.numbering == "0" else (style.numbering, level, indent)
        return "", -1, ""


def read_styles(xml: bytes) -> Styles:
    """Return the styles of a styles.xml; raises PackageError if it is damaged."""
    reader = _Reader()
    if xml:
        each_start_tag(xml, reader.handlers())
    return reader.styles()


def styles_to_data(styles: Styles) -> list[list[str | int]]:
    """Return the styles as lists that JSON can hold."""
    names = Style.__match_args__
    return [[getattr(style, name) for name in names] for style in styles.by_id.values()]


def styles_from_data(data: list[list[Any]]) -> Styles:
    """Return the styles that were made into that data; TypeError where none were."""
    return _styles([Style(*row) for row in data])


def _styles(listed: list[Style]) -> Styles:
    by_id = {style.id: style for style in listed}
    default = next((s.id for s in by_id.values() if s.default and s.kind == "paragraph"), "")
    by_name = {style.name.lower(): style for style in reversed(by_id.values())}
    return Styles(by_id, by_name, default)


class _Reader:
    def __init__(self) -> None:
        self._all: list[Style] = []
        self._now = Style("", "")

    def handlers(self) -> dict[str, Handler]:
        return {
            "style": self._style,
            "name": self._name,
            "basedOn": self._based_on,
            "outlineLvl": self._outline,
            "numId": self._num_id,
            "ilvl": self._level,
            "ind": self._indent,
        }

    def styles(self) -> Styles:
        return _styles(self._all)

    def _style(self, given: Attributes) -> None:
        default = given.get("default") in ("1", "true", "on")
        self._now = Style(given.get("styleId", ""), given.get("type", "paragraph"), default)
        self._all.append(self._now)

    def _name(self, given: Attributes) -> None:
        self._now.name = self._now.name or given.get("val", "")

    def _based_on(self, given: Attributes) -> None:
        self._now.based_on = given.get("val", "")

    def _outline(self, given: Attributes) -> None:
        self._now.outline = self._now.outline or whole(given, "val", 9) + 1

    def _num_id(self, given: Attributes) -> None:
        self._now.numbering = self._now.numbering or given.get("val", "")

    def _level(self, given: Attributes) -> None:
        if self._now.level < 0:
            self._now.level = whole(given, "val", 0)

    def _indent(self, given: Attributes) -> None:
        if not self._now.indent:
            said = "".join(f' w:{name}="{whole(given, name, 0)}"' for name in given)
            self._now.indent = f"<w:ind{said}/>"
