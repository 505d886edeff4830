"""A Word file as a reader sees it: blocks, runs and tables with their looks, lists as shown.

All lengths are in points; colours are six hexadecimal digits, or empty for none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from reportdesk.core.problems import Problem


class Alignment(Enum):
    """How lines stand between the edges."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look with all that styles say; ``highlight`` and ``shading`` lie behind them."""

    font: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    caps: bool = False
    small_caps: bool = False
    superscript: bool = False
    subscript: bool = False
    colour: str = ""
    highlight: str = ""


PLAIN_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a line.

    Attributes:
        part: name of its part in the Word file, empty where it has none of its own.
        alternative: what it shows, in words.
        decorative: says nothing that needs words.
    """

    part: str
    width: float
    height: float
    alternative: str = ""
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike. A line break is ``\\n``, a page break ``\\f``.

    Attributes:
        bold: and the next two: what was done to these letters themselves, beyond
            the paragraph's style.
        link: address, or ``#`` and the name of a place in the file.
        look: as they are drawn.
        field: name of the field whose result they are: ``PAGE``, ``NUMPAGES`` …
        note: label of the footnote that they refer to.
    """

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str = ""
    look: Look = PLAIN_LOOK
    field: str = ""
    note: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Border:
    """A line; ``kind`` is Word's word: ``single``, ``double``, ``dotted`` …"""

    kind: str
    width: float
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Borders:
    """The lines around a paragraph, cell or table; the inner ones are a table's."""

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    inner_rows: Border | None = None
    inner_columns: Border | None = None


NO_BORDERS = Borders()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph stands.

    Attributes:
        first: how far the first line stands to the right of ``left``; less than 0 hangs out.
        line: height of a line as a multiple of its natural one.
        contextual: no space towards a paragraph of the same style.
    """

    alignment: Alignment = Alignment.LEFT
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    contextual: bool = False
    keep_with_next: bool = False
    page_break: bool = False
    borders: Borders = NO_BORDERS
    shading: str = ""


PLAIN_LAYOUT = Layout()


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before an item of a list, as shown: ``4.1.1``, ``(a)``, ``•``.

    Attributes:
        level: from 1.
        number: which one it is on its level; 0 for a bullet.
        first: whether its level begins with it.
    """

    text: str
    level: int
    number: int = 0
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``style`` is the style's name, ``heading`` 1 to 9 for headings."""

    runs: tuple[Run, ...]
    style: str = ""
    heading: int = 0
    label: Label | None = None
    layout: Layout = PLAIN_LAYOUT
    look: Look = PLAIN_LOOK

    @property
    def text(self) -> str:
        """Its letters, without label and looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; one that reaches over several rows stands in the first of them only."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    width: float = 0.0
    shading: str = ""
    borders: Borders = NO_BORDERS

    @property
    def text(self) -> str:
        """The text of its paragraphs, a line each."""
        return "\n".join(paragraph.text for paragraph in paragraphs_of(self.blocks))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``before`` counts the columns that are left out at its start."""

    cells: tuple[Cell, ...]
    header: bool = False
    before: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``columns`` are the widths that its grid gives."""

    rows: tuple[Row, ...]
    columns: tuple[float, ...] = ()
    style: str = ""
    alternative: str = ""
    borders: Borders = NO_BORDERS
    alignment: Alignment = Alignment.LEFT
    indent: float = 0.0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands at the head or foot of pages: ``default``, ``first`` or ``even`` ones."""

    pages: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one size.

    Attributes:
        end: index of the first block that is not in the section any more.
    """

    end: int
    width: float = 595.3
    height: float = 841.9
    top: float = 72.0
    right: float = 72.0
    bottom: float = 72.0
    left: float = 72.0
    headers: tuple[Margin, ...] = ()
    footers: tuple[Margin, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote with its label as shown."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole Word file; ``notices`` tell what was passed over in it."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    title: str = ""
    language: str = ""
    notices: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """All text of the body, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in paragraphs_of(self.blocks))


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Return all paragraphs in reading order, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)


def tables_of(blocks: Iterable[Block]) -> Iterator[Table]:
    """Return all tables in reading order, an outer one before those inside it."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from tables_of(cell.blocks)
