"""Show a tree of rich text in a QTextDocument."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
)

from reportdesk.core.richtext import LISTS, Block, BlockKind, RichText, Run

LINE_SEPARATOR = "\u2028"
INDENT = 30
_GAP = 5
_GAP_OF_ITEMS = 2
_STYLES = {
    BlockKind.BULLET: QTextListFormat.Style.ListDisc,
    BlockKind.NUMBER: QTextListFormat.Style.ListDecimal,
}


def show_rich(document: QTextDocument, value: RichText) -> None:
    """Replace what the document shows; its undo history begins anew."""
    document.clear()
    writer = _Writer(QTextCursor(document))
    for block in value.blocks:
        writer.write(block)


def insert_rich(cursor: QTextCursor, value: RichText) -> None:
    """Put rich text where the cursor stands, as one step of undo."""
    cursor.beginEditBlock()
    writer = _Writer(cursor)
    for block in value.blocks:
        writer.write(block)
    cursor.endEditBlock()


def run_format(run: Run) -> QTextCharFormat:
    """Return how a run looks."""
    look = QTextCharFormat()
    if run.bold:
        look.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        look.setFontItalic(True)
    if run.superscript:
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    if run.link:
        look.setAnchor(True)
        look.setAnchorHref(run.link)
        look.setFontUnderline(True)
    return look


def block_format(kind: BlockKind, level: int) -> QTextBlockFormat:
    """Return how a paragraph of that kind is set, apart from its list."""
    look = QTextBlockFormat()
    if kind is BlockKind.HEADING:
        look.setHeadingLevel(level)
    if kind is BlockKind.QUOTATION:
        look.setProperty(QTextFormat.Property.BlockQuoteLevel, 1)
        look.setLeftMargin(INDENT)
    look.setBottomMargin(_GAP_OF_ITEMS if kind in LISTS else _GAP)
    look.setTopMargin(0 if kind in LISTS else _GAP)
    return look


def list_format(kind: BlockKind, level: int) -> QTextListFormat:
    """Return how a list of bullets or numbers is set."""
    look = QTextListFormat()
    look.setStyle(_STYLES[kind])
    look.setIndent(level)
    return look


class _Writer:
    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._fresh = cursor.block().length() == 1
        self._lists: dict[tuple[BlockKind, int], QTextList] = {}

    def write(self, block: Block) -> None:
        look = block_format(block.kind, block.level)
        if self._fresh:
            self._cursor.setBlockFormat(look)
            self._fresh = False
        else:
            self._cursor.insertBlock(look, QTextCharFormat())
            self._leave_list()
        if block.kind in LISTS:
            self._join_list(block)
        for run in block.runs:
            self._cursor.insertText(run.text.replace("\n", LINE_SEPARATOR), run_format(run))

    def _leave_list(self) -> None:
        """A new block belongs to the list of the one before it; take it out."""
        if current := self._cursor.currentList():
            current.remove(self._cursor.block())

    def _join_list(self, block: Block) -> None:
        key = block.kind, block.level
        known = self._lists.get(key)
        if known is None or block.restart:
            self._lists = {at: one for at, one in self._lists.items() if at[1] <= block.level}
            self._lists[key] = self._cursor.createList(list_format(block.kind, block.level))
        else:
            self._lists = {at: one for at, one in self._lists.items() if at[1] <= block.level}
            known.add(self._cursor.block())
