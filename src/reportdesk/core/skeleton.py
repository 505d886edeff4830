"""A Word file cut into nodes around its tags: what ``word`` reads and ``templating`` compiles.

All ``xml`` strings are WordprocessingML (ECMA-376 part 1) with the prefixes of their part,
well formed where they stand: a tag never stands inside an element that is left open.
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.core.richtext import RichText


class Role(Enum):
    """What a group of nodes is in the Word file."""

    BLOCKS = "blocks"  # body, header, footnote, text box, block content control
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    INLINE = "inline"  # hyperlink, inline content control, tracked insertion


@dataclass(frozen=True, slots=True)
class Xml:
    """XML that is copied as it stands; ``text`` is what a reader sees of it."""

    xml: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as the author meant it: joined over runs, with straight quotes.

    Attributes:
        source: ``{{ report_title }}`` or ``{% for f in findings %}``, without docxtpl's prefix.
        prefix: docxtpl's prefix if the author gave one: ``p``, ``tr``, ``tc``, ``r``; else empty.
        run: XML of the ``w:rPr`` that the tag stands in, or empty.
        bare: the tag stands in bare text (a document property, a field's instruction):
            it is replaced by escaped text without a run around it.
    """

    source: str
    place: Place
    prefix: str = ""
    run: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that holds at least one tag.

    Attributes:
        open: its start with the ``w:pPr``.
        style: style id, empty for the default.
        heading: level of the heading that it stands under, 0 for none.
    """

    open: str
    nodes: tuple[Node, ...]
    place: Place
    style: str = ""
    heading: int = 0
    close: str = "</w:p>"


@dataclass(frozen=True, slots=True)
class Group:
    """A table, row, cell, or any other element around nodes that hold a tag."""

    role: Role
    open: str
    nodes: tuple[Node, ...]
    close: str
    place: Place


Node = Xml | Tag | Paragraph | Group


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the Word file that holds tags.

    Attributes:
        name: in the package: ``word/document.xml``.
        title: in words: ``body``, ``header 1``.
    """

    name: str
    title: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All parts with tags, and what could not be made out while reading them."""

    file: str
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...] = ()


class ReportWriter(Protocol):
    """Writes values as WordprocessingML during one filling; ``word`` has the real one.

    It holds what the report needs beyond its text, such as numberings that were begun and
    addresses that were linked to. ``mark`` and ``since`` let a repeated passage be kept
    and used again: ``replay`` of what ``since`` gave, at an equal ``mark``, has the same effect
    as writing the passage anew.
    """

    def open_part(self, name: str) -> None:
        """Say that what is written from now on belongs to the part of that name."""
        ...

    def run(self, text: str, properties: str) -> str:
        """Return runs with that text, escaped; line breaks and tabs become Word's."""
        ...

    def bare(self, text: str) -> str:
        """Return the text escaped for a place that takes no runs."""
        ...

    def gap(self, text: str, properties: str) -> str:
        """Return runs that show a missing answer so that nobody overlooks it."""
        ...

    def inline(self, value: RichText, properties: str) -> str:
        """Return rich text as runs of the paragraph around it."""
        ...

    def blocks(self, value: RichText, paragraph: Paragraph, properties: str) -> str:
        """Return rich text as paragraphs and lists in the template's styles.

        Its plain paragraphs look as the given one, which is not written itself.
        """
        ...

    def mark(self) -> object:
        """Return a value that is equal whenever writing the same again would give the same."""
        ...

    def since(self, mark: object) -> object:
        """Return what has been begun or linked since the mark."""
        ...

    def replay(self, recorded: object) -> None:
        """Begin and link the same again."""
        ...
