"""Paragraphs and tables, as they follow each other in the body, a cell, a header or a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

from reportdesk.core.document import Block, Paragraph
from reportdesk.word.reading.runs import Runs
from reportdesk.word.reading.story import Story
from reportdesk.word.reading.table_formats import PLAIN_CELL, CellFormat
from reportdesk.word.reading.tables import read_table
from reportdesk.word.reading.tree import VAL, w

_PROPERTIES, _RUN_PROPERTIES = w("pPr"), w("rPr")
_STYLE, _LIST, _SECTION, _DELETED = w("pStyle"), w("numPr"), w("sectPr"), w("del")
_NUM, _LEVEL = w("numId"), w("ilvl")


class Blocks:
    """Reads one part.

    Attributes:
        sections: where sections end: their properties, and how many blocks stand before.
    """

    def __init__(self, story: Story) -> None:
        self._story = story
        self._carried: Runs | None = None
        self.sections: list[tuple[Element, int]] = []

    @property
    def settled(self) -> bool:
        """Whether nothing that was begun goes on in what is read next."""
        return self._carried is None and not self._story.fields

    def read(self, parent: Iterable[Element], cell: CellFormat = PLAIN_CELL) -> tuple[Block, ...]:
        """Return the blocks in an element, or the blocks that some elements are."""
        blocks: list[Block] = []
        self._read(parent, cell, blocks)
        return tuple(blocks)

    def _read(self, parent: Iterable[Element], cell: CellFormat, blocks: list[Block]) -> None:
        for child in parent:
            reader = _READERS.get(child.tag)
            if reader:
                reader(self, child, cell, blocks)

    def _content(self, control: Element, cell: CellFormat, blocks: list[Block]) -> None:
        content = control.find(w("sdtContent"))
        if content is not None:
            self._read(content, cell, blocks)

    def _section(self, section: Element, cell: CellFormat, blocks: list[Block]) -> None:
        self.sections.append((section, len(blocks)))

    def _table(self, table: Element, cell: CellFormat, blocks: list[Block]) -> None:
        blocks.append(read_table(table, self._story, self.read))

    def _paragraph(self, element: Element, cell: CellFormat, blocks: list[Block]) -> None:
        properties = element.find(_PROPERTIES)
        said = {child.tag: child for child in properties} if properties is not None else {}
        style = said[_STYLE].get(VAL, "") if _STYLE in said else ""
        runs = self._carried or Runs(self._story, style, cell)
        runs.read(element)
        self._carried = runs if _is_joined(said.get(_RUN_PROPERTIES)) else None
        if self._carried:
            return
        blocks.append(self._made(properties, said, style, runs, cell))
        for box in runs.boxes:
            self._read(box, PLAIN_CELL, blocks)
        if _SECTION in said:
            self.sections.append((said[_SECTION], len(blocks)))

    def _made(
        self,
        properties: Element | None,
        said: Mapping[str, Element],
        style: str,
        runs: Runs,
        cell: CellFormat,
    ) -> Paragraph:
        formats, labels = self._story.formats, self._story.labels
        num, level = formats.list_of(style)
        direct = said.get(_LIST)
        if direct is not None:
            num, level = _list_said(direct, num, level)
        return Paragraph(
            runs.finished(),
            formats.styles.name_of(style),
            formats.heading(style),
            labels.next(num, level) if num else None,
            formats.layout(
                style,
                properties,
                labels.level(num, level) if direct is not None else None,
                cell,
            ),
            formats.letters(style, said.get(_RUN_PROPERTIES), cell).look,
        )


def _is_joined(mark: Element | None) -> bool:
    """Whether the paragraph's end was deleted, so that the next one goes on with it."""
    return mark is not None and mark.find(_DELETED) is not None


def _list_said(direct: Element, num: str, level: int) -> tuple[str, int]:
    """The list and level that a paragraph itself says, or has from its style."""
    own, at = direct.find(_NUM), direct.find(_LEVEL)
    num = own.get(VAL, num) if own is not None else num
    said = at.get(VAL, "") if at is not None else ""
    return "" if num == "0" else num, int(said) if said.isdecimal() else level


_Reader = Callable[[Blocks, Element, CellFormat, list[Block]], None]
_READERS: Mapping[str, _Reader] = {
    w("p"): Blocks._paragraph,
    w("tbl"): Blocks._table,
    w("sdt"): Blocks._content,
    w("sectPr"): Blocks._section,
    **{w(name): Blocks._read for name in ("customXml", "ins", "moveTo", "smartTag")},
}
