"""Reads a document's tree at every key: only paragraphs that changed are read anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextDocument

from reportdesk.core.richtext import RichText, Run, rich
from reportdesk.gui.rich.from_qt import blocks_of, read_block, read_block_runs


class TreeReader(QObject):
    """Keeps the runs of each paragraph until Qt says that it changed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._runs: list[tuple[Run, ...]] = []
        document.documentLayout()  # a document tells of changes only once it has one
        document.contentsChange.connect(self._changed)

    def read(self) -> RichText:
        """Return what the document shows."""
        if len(self._runs) != self._document.blockCount():
            self._runs = [read_block_runs(block) for block in blocks_of(self._document)]
        seen: set[int] = set()
        pairs = zip(blocks_of(self._document), self._runs, strict=True)
        return rich(read_block(block, runs, seen) for block, runs in pairs)

    @Slot(int, int, int)
    def _changed(self, place: int, _removed: int, added: int) -> None:
        first = self._document.findBlock(place)
        last = self._document.findBlock(place + added)
        if not last.isValid():
            last = self._document.lastBlock()
        if not first.isValid():
            self._runs = []
            return
        grown = self._document.blockCount() - len(self._runs)
        anew = []
        block = first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            anew.append(read_block_runs(block))
            block = block.next()
        self._runs[first.blockNumber() : last.blockNumber() + 1 - grown] = anew
