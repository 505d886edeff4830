"""The body of a Word file: read as a whole, or again with only what changed read anew."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from xml.etree.ElementTree import Element

from reportdesk.core.document import Block, Label
from reportdesk.word.numbering import Level
from reportdesk.word.reading.blocks import Blocks
from reportdesk.word.reading.pieces import Cut, cut
from reportdesk.word.reading.story import Counting, Story
from reportdesk.word.reading.tree import parsed, w

_NOTE = b"noteReference"  # notes are numbered over the whole text
Read = tuple[tuple[Block, ...], Sequence[tuple[Element, int]]]


class Body(Protocol):
    """A way to read the body of the main part."""

    def read(self, xml: bytes, story: Story) -> Read:
        """Return the blocks, and where sections end; raises PackageError for damaged XML."""


class WholeBody:
    """Reads all of it."""

    def read(self, xml: bytes, story: Story) -> Read:
        """Return the blocks, and where sections end; raises PackageError for damaged XML."""
        body = parsed(xml).find(w("body"))
        reader = Blocks(story)
        blocks = reader.read(body) if body is not None else ()
        return blocks, reader.sections


@dataclass(frozen=True, slots=True)
class _Piece:
    """What was read of a piece.

    Attributes:
        labels: the items of lists in it: list, level, and the label that it got.
    """

    blocks: tuple[Block, ...]
    sections: tuple[tuple[Element, int], ...]
    labels: tuple[tuple[str, int, Label | None], ...]
    tally: Counter[str]


class KeptBody:
    """Keeps what it read last: where nothing changed, the very same blocks come again.

    It is of one set of styles, lists and related parts; others need another one.
    """

    def __init__(self) -> None:
        self._known: dict[bytes, deque[_Piece]] = {}

    def read(self, xml: bytes, story: Story) -> Read:
        """Return the blocks, and where sections end; raises PackageError for damaged XML."""
        found = cut(xml)
        new = dict.fromkeys(one for one in found.pieces if one not in self._known) if found else {}
        elements = found.elements(tuple(new)) if found else None
        if found is None or elements is None:
            self._known = {}
            return WholeBody().read(xml, story)
        reading = _Reading(found, story, self._known, dict(zip(new, elements, strict=True)))
        read = reading.read()
        self._known = reading.kept
        return read


class _Counting:
    """Counts the items of lists, and notes what it gave; labels given before may come first."""

    def __init__(self, counted: Counting) -> None:
        self._counted = counted
        self.told: deque[Label | None] = deque()
        self.noted: list[tuple[str, int, Label | None]] = []

    def next(self, num: str, level: int) -> Label | None:
        label = self.told.popleft() if self.told else self._counted.next(num, level)
        self.noted.append((num, level, label))
        return label

    def level(self, num: str, level: int) -> Level | None:
        return self._counted.level(num, level)


class _Reading:
    """One reading of pieces, with what was read of them before at hand."""

    def __init__(
        self,
        found: Cut,
        story: Story,
        known: Mapping[bytes, deque[_Piece]],
        elements: Mapping[bytes, list[Element]],
    ) -> None:
        self.kept: dict[bytes, deque[_Piece]] = {}
        self._cut, self._known, self._elements = found, known, elements
        self._counting = _Counting(story.labels)
        self._total = story.tally
        self._story = replace(story, labels=self._counting)
        self._reader = Blocks(self._story)
        self._settled = True  # whether nothing that was begun goes on in the next piece

    def read(self) -> Read:
        blocks: list[Block] = []
        sections: list[tuple[Element, int]] = []
        for xml in self._cut.pieces:
            piece = self._piece(xml)
            if piece.sections:
                sections += ((element, len(blocks) + at) for element, at in piece.sections)
            if piece.tally:
                self._total.update(piece.tally)
            blocks += piece.blocks
        return tuple(blocks), sections

    def _piece(self, xml: bytes) -> _Piece:
        before = self._settled
        known = self._known.get(xml) if before else None
        piece = self._again(xml, known.popleft()) if known else self._anew(xml)
        if before and self._settled and (known is not None or _NOTE not in xml):
            if xml in self.kept:
                self.kept[xml].append(piece)
            else:
                self.kept[xml] = deque((piece,))
        return piece

    def _again(self, xml: bytes, piece: _Piece) -> _Piece:
        """What was read before, unless its lists count otherwise now."""
        if not piece.labels:
            return piece
        labels = [self._counting.next(num, level) for num, level, _label in piece.labels]
        if labels == [label for _num, _level, label in piece.labels]:
            return piece
        self._counting.told.extend(labels)
        return self._anew(xml)

    def _anew(self, xml: bytes) -> _Piece:
        self._counting.noted = []
        self._reader.sections = []
        self._story.tally = Counter()
        blocks = self._reader.read(self._elements_of(xml))
        self._settled = self._reader.settled
        sections, noted = tuple(self._reader.sections), tuple(self._counting.noted)
        return _Piece(blocks, sections, noted, self._story.tally)

    def _elements_of(self, xml: bytes) -> list[Element]:
        if xml in self._elements:
            return self._elements[xml]
        found = self._cut.elements((xml,))
        assert found is not None  # it was whole when it was read before
        return found[0]
