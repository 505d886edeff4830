"""Write blocks of a report where a cursor of a QTextDocument stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextImageFormat,
)

from reportdesk.core.document import Block, Paragraph, Picture, Run, Table
from reportdesk.gui.preview.looks import PIXELS, letters, spacer, standing
from reportdesk.gui.preview.tables import box_of, dress, make_table, placed
from reportdesk.services.preview import GAP

_LINE = "\u2028"
_APART = 18


class Writer:
    """Writes block after block; a ``fresh`` cursor stands in an empty block that is to be used."""

    def __init__(self, cursor: QTextCursor, below: float = 0.0) -> None:
        """``below`` is the space in points that a table leaves below itself."""
        self.cursor = cursor
        self._below = below
        self._fresh = True

    def write(self, blocks: Iterable[Block]) -> None:
        """Write the blocks one below the other."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block)

    def write_box(self, blocks: tuple[Paragraph, ...]) -> None:
        """Write paragraphs with lines around all of them."""
        self._table(box_of(blocks))

    def write_space(self) -> None:
        """Leave a line free, where the head or foot of pages is set off from their text."""
        look, thin = spacer()
        apart = QTextBlockFormat(look)
        apart.setTopMargin(_APART)
        self.begin(apart, thin)

    def begin(self, look: QTextBlockFormat, text: QTextCharFormat) -> None:
        """Go to a block of that look, the fresh one if there is one."""
        if self._fresh:
            self.cursor.setBlockFormat(look)
            self.cursor.setBlockCharFormat(text)
            self._fresh = False
        else:
            self.cursor.insertBlock(look, text)

    def _paragraph(self, paragraph: Paragraph) -> None:
        look = letters(paragraph.look)
        self.begin(standing(paragraph), look)
        if paragraph.label:
            self.cursor.insertText(f"{paragraph.label.text}\t", look)
        for run in paragraph.runs:
            self._run(run)

    def _run(self, run: Run) -> None:
        if run.picture:
            self._picture(run.picture)
            return
        text = run.text.replace("\n", _LINE).replace("\f", "")
        linked = bool(run.link)
        at = 0
        for gap in GAP.finditer(text):
            self.cursor.insertText(text[at : gap.start()], letters(run.look, linked))
            self.cursor.insertText(gap[0], letters(run.look, gap=True))
            at = gap.end()
        self.cursor.insertText(text[at:], letters(run.look, linked))

    def _picture(self, picture: Picture) -> None:
        image = QTextImageFormat()
        image.setName(QUrl(f"part:{picture.part}").toString())
        image.setWidth(picture.width * PIXELS)
        image.setHeight(picture.height * PIXELS)
        image.setToolTip(picture.alternative)
        self.cursor.insertImage(image)

    def _table(self, table: Table) -> None:
        cells = list(placed(table))
        if not cells:
            return
        self.begin(*spacer())
        made = make_table(self.cursor, table, cells, self._below)
        for at, column, cell in cells:
            inner = made.cellAt(at, column).firstCursorPosition()
            Writer(inner).write(cell.blocks)
        dress(made, table, cells)
        self.cursor.setPosition(made.lastPosition() + 1)
        self.cursor.setBlockFormat(spacer()[0])
        self.cursor.setBlockCharFormat(spacer()[1])
        self._fresh = True
