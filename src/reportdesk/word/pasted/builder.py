"""Gathers letters into blocks, with white space as a browser shows it."""

from __future__ import annotations

import re
from dataclasses import replace

from reportdesk.core.characters import without_forbidden
from reportdesk.core.richtext import Block, BlockKind, RichText, Run, rich
from reportdesk.word.pasted.lists import Place
from reportdesk.word.pasted.styles import Look

_WHITE = re.compile(r"[ \t\r\n\f]+")
_BLANK = " \t\r\n\f\u00a0"
_SYMBOLS = str.maketrans(
    {"à": "→", "ß": "←", "ü": "✓", "û": "✗", "J": "☺", "L": "☹", "§": "▪", "q": "□", "è": "➔"}
)


class Builder:
    """Blocks made so far, and the one that letters go into."""

    def __init__(self) -> None:
        self.place = Place()
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._ends_in_space = True
        self._parted = False

    def text(self, letters: str, look: Look) -> None:
        """Add letters; white space counts once, unless the look keeps it."""
        if self._parted and letters.strip(_BLANK):
            self.mark(" ")
        if not look.keeps_space:
            letters = _WHITE.sub(" ", letters)
            if self._ends_in_space:
                letters = letters.removeprefix(" ")
        if look.symbols:
            letters = letters.translate(_SYMBOLS)
        letters, _dropped = without_forbidden(letters)
        if letters:
            self._ends_in_space = letters[-1] in " \n\t"
            self._runs.append(Run(letters, look.bold, look.italic, look.superscript, look.link))

    def mark(self, letters: str) -> None:
        """Add a line break or a tab as it is."""
        self._runs.append(Run(letters))
        self._ends_in_space = True
        self._parted = False

    def space(self) -> None:
        """Part the words that follow from what stands before them."""
        self._parted = not self._ends_in_space

    def flush(self, after: Place) -> None:
        """End the block at hand; what follows stands at the other place."""
        if any(run.text.strip(_BLANK) for run in self._runs):
            self.blocks.append(_block(self.place, tuple(self._runs)))
            self.place.used = True
        self._runs = []
        self._ends_in_space = True
        self._parted = False
        self.place = after

    def finished(self) -> RichText:
        """Return everything gathered; lists that begin deeper than the first level come up."""
        self.flush(Place())
        return rich(_lifted(self.blocks))


def _block(place: Place, runs: tuple[Run, ...]) -> Block:
    if place.used and place.kind is not BlockKind.QUOTATION:
        return Block(runs)
    if place.kind is BlockKind.HEADING and all(run.bold or not run.text.strip() for run in runs):
        runs = tuple(replace(run, bold=False) for run in runs)  # headings are bold by themselves
    return Block(runs, place.kind, place.level, place.restart)


def _lifted(blocks: list[Block]) -> list[Block]:
    """A list copied from its middle begins at its own first level."""
    made: list[Block] = []
    lift = 0
    in_list = False
    for block in blocks:
        is_item = block.kind in (BlockKind.BULLET, BlockKind.NUMBER)
        if is_item and not in_list:
            lift = block.level - 1
        in_list = is_item
        lift = min(lift, block.level - 1)
        made.append(replace(block, level=block.level - lift) if is_item and lift else block)
    return made
