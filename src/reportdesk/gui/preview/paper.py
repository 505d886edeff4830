"""A report as one long sheet: a QTextDocument in which only what changed is drawn anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument, QTextFrameFormat

from reportdesk.core.document import Paragraph, Section
from reportdesk.gui.preview.looks import LABELLED, PIXELS, SPACER
from reportdesk.gui.preview.units import Unit, same_ends
from reportdesk.gui.preview.writer import Writer

_AT_ONCE = 60  # units drawn before the window may answer again


class Paper(QTextDocument):
    """Shows units, and brings itself in step with others by replacing only what differs.

    Signals:
        stepped: some units were drawn; the payload is the number of the first block of them.
        finished: all units are shown.
    """

    stepped = Signal(int)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: Mapping[str, bytes] = {}
        self._images: dict[str, QImage] = {}
        self._shown: list[Unit] = []
        self._counts: list[int] = []  # blocks of each unit shown
        self._wanted: tuple[Unit, ...] = ()
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._step)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setUseDesignMetrics(True)
        self.set_page(Section(0))

    @property
    def units(self) -> tuple[Unit, ...]:
        """What is shown, or will be when all is drawn."""
        return self._wanted

    def set_page(self, section: Section) -> None:
        """Take the size and the margins of the report's pages."""
        look = QTextFrameFormat()
        look.setLeftMargin(section.left * PIXELS)
        look.setRightMargin(section.right * PIXELS)
        look.setTopMargin(section.top * PIXELS)
        look.setBottomMargin(section.bottom * PIXELS)
        if look != self.rootFrame().frameFormat():
            self.rootFrame().setFrameFormat(look)
        if self.textWidth() != section.width * PIXELS:
            self.setTextWidth(section.width * PIXELS)

    def show_units(self, units: Sequence[Unit], pictures: Mapping[str, bytes]) -> None:
        """Show these units; where they are many, the window answers in between."""
        if pictures != self._pictures:
            self._images.clear()
        self._pictures = pictures
        self._wanted = tuple(units)
        self._step()

    def texts(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Return the paragraphs' texts without labels, and the number of each one's block."""
        texts: list[str] = []
        numbers: list[int] = []
        block = self.begin()
        while block.isValid():
            if not block.blockFormat().hasProperty(SPACER):
                texts.append(_unlabelled(block))
                numbers.append(block.blockNumber())
            block = block.next()
        return tuple(texts), tuple(numbers)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures come from the report itself; nothing is ever fetched."""
        address = name if isinstance(name, QUrl) else QUrl(name)
        part = address.path() if address.scheme() == "part" else ""
        if part not in self._images:
            image = QImage()
            image.loadFromData(QByteArray(self._pictures.get(part, b"")))
            self._images[part] = image if not image.isNull() else _blank()
        return self._images[part]

    @Slot()
    def _step(self) -> None:
        head, tail = same_ends(self._shown, self._wanted)
        end = len(self._wanted) - tail
        taken = self._wanted[head : min(end, head + _AT_ONCE)]
        gone = len(self._shown) - tail
        if taken or gone > head:
            self._replace(head, gone, taken)
            self.stepped.emit(sum(self._counts[:head]))
        if len(self._shown) < len(self._wanted):
            self._more.start()
        else:
            self.finished.emit()

    def _replace(self, start: int, end: int, units: Sequence[Unit]) -> None:
        first = sum(self._counts[:start])
        cursor = QTextCursor(self.findBlockByNumber(first))
        after = self.findBlockByNumber(first + sum(self._counts[start:end]))
        look, text = after.blockFormat(), after.charFormat()
        cursor.beginEditBlock()
        cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        counts = []
        for unit in units:
            before = self.blockCount()
            writer = Writer(cursor, unit.below)
            _write(unit, writer)
            writer.begin(look, text)
            counts.append(self.blockCount() - before)
        cursor.setBlockFormat(look)
        cursor.setBlockCharFormat(text)
        cursor.endEditBlock()
        self._shown[start:end] = units
        self._counts[start:end] = counts


def _write(unit: Unit, writer: Writer) -> None:
    if not unit.blocks:
        writer.write_space()
    elif unit.boxed:
        writer.write_box(cast(tuple[Paragraph, ...], unit.blocks))
    else:
        writer.write(unit.blocks)


def _unlabelled(block: QTextBlock) -> str:
    look = block.blockFormat()
    label = cast(int, look.property(LABELLED)) if look.hasProperty(LABELLED) else 0
    return block.text()[label:]


def _blank() -> QImage:
    """Stands for a picture of a kind that cannot be drawn."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0xE6E8EC)
    return image
