"""Put a tree of rich text into a document as a writer expects of pasting."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from reportdesk.core.richtext import Block, BlockKind, RichText, rich
from reportdesk.gui.rich.to_qt import LINE_SEPARATOR, insert_rich, run_format


def paste_rich(cursor: QTextCursor, value: RichText, spaces: tuple[str, str] = ("", "")) -> None:
    """Replace the selection by the tree, as one change; ``spaces`` stand around words in a line.

    Words go into the paragraph at the cursor; a list, or anything else that is a block of its
    own, becomes one. What stood after the cursor stands after what was pasted.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    blocks = list(value.blocks)
    if blocks and _joins(cursor, blocks):
        cursor.insertText(spaces[0])
        _insert_inline(cursor, blocks.pop(0))
        cursor.insertText(spaces[1])
    elif blocks and cursor.atBlockStart() and not cursor.atBlockEnd():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    if blocks:
        insert_rich(cursor, rich(blocks))
    cursor.endEditBlock()


def _joins(cursor: QTextCursor, blocks: list[Block]) -> bool:
    """Whether the first block's words go on in the paragraph at the cursor."""
    if cursor.block().length() == 1 and not cursor.currentList():
        return False
    return blocks[0].kind is BlockKind.PARAGRAPH or len(blocks) == 1


def _insert_inline(cursor: QTextCursor, block: Block) -> None:
    for run in block.runs:
        cursor.insertText(run.text.replace("\n", LINE_SEPARATOR), run_format(run))
