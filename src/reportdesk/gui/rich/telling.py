"""Tells a screen reader what the cursor came to in a rich text: a list item, an unknown word."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QTextBlock
from PySide6.QtWidgets import QTextEdit

from reportdesk.core.i18n import _
from reportdesk.core.richtext import BlockKind
from reportdesk.gui.announcing import announce
from reportdesk.gui.rich.kinds import kind_of, level_of
from reportdesk.gui.rich.patching import units
from reportdesk.gui.rich.proofing import Concern, proofing_of


class Telling(QObject):
    """Says what readers do not see: Qt tells them of letters, but not of paragraphs or marks."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._kind = BlockKind.PARAGRAPH
        self._block = -1
        self._mark = ""
        text.cursorPositionChanged.connect(self._moved)

    @Slot()
    def _moved(self) -> None:
        if QAccessible.isActive() and self._text.hasFocus():
            block = self._text.textCursor().block()
            announce(self._text, ". ".join(filter(None, (self._new_kind(block), self._new_mark()))))

    def _new_kind(self, block: QTextBlock) -> str:
        kind, number = kind_of(block), block.blockNumber()
        same = kind is self._kind and (number == self._block or kind is BlockKind.PARAGRAPH)
        self._kind, self._block = kind, number
        return "" if same else _called(block, kind)

    def _new_mark(self) -> str:
        """Say a mark once, when the cursor comes into its word."""
        before, self._mark = self._mark, self._mark_here()
        return self._mark if self._mark != before else ""

    def _mark_here(self) -> str:
        proofing, cursor = proofing_of(self._text), self._text.textCursor()
        text, at = cursor.block().text(), cursor.positionInBlock()
        for mark in proofing.marks(text) if proofing else ():
            if units(text[: mark.start]) <= at < units(text[: mark.end]):
                return _WHY[mark.concern].format(words=text[mark.start : mark.end])
        return ""


def _called(block: QTextBlock, kind: BlockKind) -> str:
    level = level_of(block)
    if level > 1:
        return _("{kind}, level {level}").format(kind=_KINDS[kind], level=level)
    return _KINDS[kind]


_KINDS = {
    BlockKind.PARAGRAPH: _("Plain text"),
    BlockKind.HEADING: _("Sub-heading"),
    BlockKind.BULLET: _("Bullet"),
    BlockKind.NUMBER: _("Number"),
    BlockKind.QUOTATION: _("Quotation"),
}
_WHY = {
    Concern.SPELLING: _("Not in the dictionary: {words}"),
    Concern.QUOTATION: _("Not so in the letter: {words}"),
}
