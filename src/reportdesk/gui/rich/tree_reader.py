"""Reads a document's tree at every key: only paragraphs that changed are read anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextBlock, QTextDocument

from reportdesk.core.richtext import Block, RichText, placed
from reportdesk.gui.rich.from_qt import blocks_of, read_block, read_block_runs

_NO_LIST = -1


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What was read of a paragraph.

    Attributes:
        first: as it is where no item of its list stands before it.
        later: as it is behind other items of its list.
        list: the number of its list in the document.
    """

    first: Block
    later: Block
    list: int


class TreeReader(QObject):
    """Keeps each paragraph as it was read until Qt says that it changed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._known: list[_Paragraph] = []
        document.documentLayout()  # a document tells of changes only once it has one
        document.contentsChange.connect(self._changed)

    @property
    def document(self) -> QTextDocument:
        """The document, asked of Qt: what Python once held of it may be gone before it is."""
        return cast(QTextDocument, self.parent())

    def read(self) -> RichText:
        """Return what the document shows."""
        document = self.document
        if len(self._known) != document.blockCount():
            self._known = [_read(block) for block in blocks_of(document)]
        return placed(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        seen: set[int] = set()
        for known in self._known:
            if known.list == _NO_LIST:
                yield known.first
            else:
                yield known.later if known.list in seen else known.first
                if known.first.runs:  # an empty item is not in the tree: it starts no list
                    seen.add(known.list)

    @Slot(int, int, int)
    def _changed(self, place: int, _removed: int, added: int) -> None:
        document = self.document
        first = document.findBlock(place)
        last = document.findBlock(place + added)
        if not last.isValid():
            last = document.lastBlock()
        if not first.isValid():
            self._known = []
            return
        grown = document.blockCount() - len(self._known)
        anew = []
        block = first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            anew.append(_read(block))
            block = block.next()
        self._known[first.blockNumber() : last.blockNumber() + 1 - grown] = anew


def _read(block: QTextBlock) -> _Paragraph:
    runs, found = read_block_runs(block), block.textList()
    if not found:
        only = read_block(block, runs, set())
        return _Paragraph(only, only, _NO_LIST)
    number = found.objectIndex()
    return _Paragraph(read_block(block, runs, set()), read_block(block, runs, {number}), number)
