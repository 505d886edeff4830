"""What is only shown in a rich text and never part of it: big headings, squiggles, quiet quotes."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QPalette, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from reportdesk.core.richtext import BlockKind
from reportdesk.gui.rich.kinds import kind_of
from reportdesk.gui.rich.patching import units
from reportdesk.gui.rich.proofing import Concern, Mark, Proofing
from reportdesk.gui.theme import alarm

_BIGGER = {1: 1.25, 2: 1.12, 3: 1.0}


class Highlighter(QSyntaxHighlighter):
    """Looks through each paragraph that changes; the word that is being typed is left alone."""

    def __init__(self, text: QTextEdit, proofing: Proofing | None) -> None:
        super().__init__(text.document())
        self._text = text
        self._proofing = proofing
        self._spared = -1  # the paragraph with a word that is not finished
        text.cursorPositionChanged.connect(self._moved)
        if proofing is not None:
            proofing.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        kind = kind_of(self.currentBlock())
        if kind is BlockKind.HEADING:
            self.setFormat(0, units(text), self._heading())
        elif kind is BlockKind.QUOTATION:
            self.setFormat(0, units(text), self._quotation())
        for mark in self._proofing.marks(text) if self._proofing else ():
            if not self._being_typed(text, mark):
                self._underline(text, mark)

    def _underline(self, text: str, mark: Mark) -> None:
        start = units(text[: mark.start])
        for at in range(start, start + units(text[mark.start : mark.end])):
            look = QTextCharFormat(self.format(at))
            look.setUnderlineStyle(mark.concern.value)
            look.setUnderlineColor(alarm(self._text.palette()))
            self.setFormat(at, 1, look)

    def _being_typed(self, text: str, mark: Mark) -> bool:
        cursor = self._text.textCursor()
        spared = (
            mark.concern is Concern.SPELLING
            and self._text.hasFocus()
            and cursor.block() == self.currentBlock()
            and cursor.positionInBlock() == units(text[: mark.end])
        )
        if spared:
            self._spared = self.currentBlock().blockNumber()
        return spared

    @Slot()
    def _moved(self) -> None:
        if self._spared >= 0:
            block = self.document().findBlockByNumber(self._spared)
            self._spared = -1
            if block.isValid():
                self.rehighlightBlock(block)

    def _heading(self) -> QTextCharFormat:
        look = QTextCharFormat()
        level = self.currentBlock().blockFormat().headingLevel()
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontPointSize(self._text.font().pointSizeF() * _BIGGER.get(level, 1.0))
        return look

    def _quotation(self) -> QTextCharFormat:
        look = QTextCharFormat()
        role = QPalette.ColorRole.PlaceholderText
        look.setForeground(self._text.palette().color(role))
        return look
