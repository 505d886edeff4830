"""Numbers of list items: what is counted, and which typed numbers count."""

from __future__ import annotations

from collections.abc import Iterable

from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.core.richtext import LISTS, MAX_LEVEL, Block, BlockKind, Run


@dataclass(slots=True)
class Numbers:
    """Follows the blocks of one rich text, as its normal form counts them."""

    _counts: dict[int, int] = field(default_factory=dict)
    _above: int = 0

    def take(self, block: Block) -> Block:
        """Go past a block that is no list item, and return it."""
        if block.kind is BlockKind.HEADING:
            self._counts.clear()
        self._above = 0
        return block

    def take_item(self, runs: Iterable[Run], kind: BlockKind, level: int, marker: str) -> Block:
        """Return the item; as a paragraph with its number where that is not the next one.

        A number goes on where it is the expected one, and counts anew where it is 1.
        """
        placed = min(level, self._above + 1, MAX_LEVEL)
        if kind is BlockKind.BULLET:
            self._begin(placed)
            return Block(tuple(runs), kind, level)
        number = int(marker[:-1])
        if number not in (1, self._counts.get(placed, 0) + 1):
            return self.take(Block((Run(f"{marker} "), *runs)))
        restart = number != self._counts.get(placed, 0) + 1 or number == 1
        self._begin(placed)
        self._counts[placed] = number
        return Block(tuple(runs), kind, level, restart)

    def number(self, block: Block) -> int:
        """Return the number that is shown before the block, 0 for none; it is in normal form."""
        if block.kind not in LISTS:
            self.take(block)
            return 0
        self._begin(block.level)
        if block.kind is BlockKind.BULLET:
            return 0
        shown = 1 if block.restart else self._counts.get(block.level, 0) + 1
        self._counts[block.level] = shown
        return shown

    def _begin(self, level: int) -> None:
        self._above = level
        for deeper in range(level + 1, MAX_LEVEL + 1):
            self._counts.pop(deeper, None)
