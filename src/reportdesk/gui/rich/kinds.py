"""What the paragraphs at a cursor are, and how to make them something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextFormat, QTextList, QTextListFormat

from reportdesk.core.richtext import LISTS, MAX_LEVEL, BlockKind
from reportdesk.gui.rich.to_qt import block_format, list_format

_BULLET = QTextListFormat.Style.ListDisc


def kind_of(block: QTextBlock) -> BlockKind:
    """Return what the paragraph is."""
    if found := block.textList():
        return BlockKind.BULLET if found.format().style() == _BULLET else BlockKind.NUMBER
    if block.blockFormat().headingLevel():
        return BlockKind.HEADING
    if block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel):
        return BlockKind.QUOTATION
    return BlockKind.PARAGRAPH


def level_of(block: QTextBlock) -> int:
    """Return the level of a list item, 0 for all else."""
    found = block.textList()
    return found.format().indent() if found else 0


def toggle_kind(cursor: QTextCursor, kind: BlockKind) -> None:
    """Make the selected paragraphs of that kind; where all are, make them plain again."""
    blocks = list(selected_blocks(cursor))
    wanted = BlockKind.PARAGRAPH if all(kind_of(one) is kind for one in blocks) else kind
    _at_each(cursor, blocks, lambda one: _make(one, wanted, max(level_of(one.block()), 1)))


def leave_list(cursor: QTextCursor) -> None:
    """Make the selected paragraphs plain, whatever they are."""
    blocks = list(selected_blocks(cursor))
    _at_each(cursor, blocks, lambda one: _make(one, BlockKind.PARAGRAPH, 1))


def change_level(cursor: QTextCursor, step: int) -> None:
    """Put the selected list items deeper, or less deep; one level below the item before at most."""
    blocks = [block for block in selected_blocks(cursor) if block.textList()]
    _at_each(cursor, blocks, lambda one: _shift(one, step))


def selected_blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Yield each paragraph that the selection touches."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(max(cursor.selectionEnd() - 1, cursor.selectionStart()))
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def _at_each(
    cursor: QTextCursor, blocks: list[QTextBlock], change: Callable[[QTextCursor], None]
) -> None:
    cursor.beginEditBlock()
    for block in blocks:
        change(QTextCursor(block))
    cursor.endEditBlock()


def _make(at: QTextCursor, kind: BlockKind, level: int) -> None:
    if found := at.block().textList():
        found.remove(at.block())
    at.setBlockFormat(block_format(kind, level))
    if kind in LISTS:
        above = level_of(at.block().previous())
        _join(at, kind, min(level, above + 1))


def _shift(at: QTextCursor, step: int) -> None:
    deepest = min(level_of(at.block().previous()) + 1, MAX_LEVEL)
    now = level_of(at.block())
    level = min(max(now + step, 1), deepest)
    if level != now:
        _join(at, kind_of(at.block()), level)


def _join(at: QTextCursor, kind: BlockKind, level: int) -> None:
    """Go on with the list of that kind and level that stands above, or begin one."""
    known = _list_above(at.block(), kind, level)
    if known is None:
        at.createList(list_format(kind, level))
    else:
        known.add(at.block())


def _list_above(block: QTextBlock, kind: BlockKind, level: int) -> QTextList | None:
    above = block.previous()
    while above.isValid() and level_of(above) >= level:
        if level_of(above) == level:
            return above.textList() if kind_of(above) is kind else None
        above = above.previous()
    return None
