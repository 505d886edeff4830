"""Read the tree of rich text back from a QTextDocument."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)

from reportdesk.core.richtext import Block, BlockKind, RichText, Run, normal_runs, rich
from reportdesk.gui.rich.to_qt import LINE_SEPARATOR


def read_rich(document: QTextDocument) -> RichText:
    """Return what the document shows; every character is kept, hard spaces too."""
    seen: set[int] = set()
    return rich(read_block(block, read_block_runs(block), seen) for block in blocks_of(document))


def read_block_runs(block: QTextBlock) -> tuple[Run, ...]:
    """Return the runs of one paragraph as the tree holds them; none for an empty one."""
    return normal_runs(_runs(block))


def read_run(text: str, look: QTextCharFormat) -> Run:
    """Return letters with their looks as core knows them; other looks are dropped."""
    return Run(
        text.replace(LINE_SEPARATOR, "\n").replace("\u2029", "\n"),
        look.fontWeight() >= QFont.Weight.DemiBold,
        look.fontItalic(),
        look.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript,
        look.anchorHref() if look.isAnchor() else "",
    )


def read_block(block: QTextBlock, runs: tuple[Run, ...], seen: set[int]) -> Block:
    """Return one paragraph that has these runs; ``seen`` holds the lists of those before it."""
    if found := block.textList():
        number = found.objectIndex()
        is_new = number not in seen
        if runs:  # an empty item is not in the tree: it starts no list
            seen.add(number)
        look = found.format()
        if look.style() == QTextListFormat.Style.ListDisc:
            return Block(runs, BlockKind.BULLET, look.indent())
        return Block(runs, BlockKind.NUMBER, look.indent(), is_new)
    look_of_block = block.blockFormat()
    if level := look_of_block.headingLevel():
        return Block(runs, BlockKind.HEADING, level)
    if look_of_block.intProperty(QTextFormat.Property.BlockQuoteLevel):
        return Block(runs, BlockKind.QUOTATION)
    return Block(runs)


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield each paragraph that is shown."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _runs(block: QTextBlock) -> Iterator[Run]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        yield read_run(fragment.text(), fragment.charFormat())
        at += 1
