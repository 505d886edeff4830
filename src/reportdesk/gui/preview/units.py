"""What of a report is drawn anew by itself: a paragraph, a box, or some rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportdesk.core.document import (
    NO_BORDERS,
    Block,
    Document,
    Margin,
    Paragraph,
    Section,
    Table,
)

MOST_ROWS = 50  # of a table in one unit: what one key press may have to draw again


@dataclass(frozen=True, slots=True)
class Unit:
    """Blocks that are replaced together.

    Attributes:
        boxed: paragraphs with lines around all of them.

        below: free space in points, which Qt would not give between a table and a paragraph.

    One without blocks is the space between the text and the head or foot of its pages.
    """

    blocks: tuple[Block, ...] = ()
    boxed: bool = False
    below: float = 0.0


_APART = Unit()
_BELOW_HEAD = 12.0


def units_of(document: Document) -> tuple[Unit, ...]:
    """Return the report from the head of its first page to the foot of its last."""
    section = document.sections[0] if document.sections else Section(0)
    notes = [block for note in document.notes for block in note.blocks]
    parts = [
        list(_split(blocks))
        for blocks in (_margin(section.headers), document.blocks, notes, _margin(section.footers))
    ]
    made: list[Unit] = []
    for part in parts:
        made += [_APART, *part] if made and part else part
    following = [*made[1:], _APART][: len(made)]
    return tuple(map(_set_off, made, following))


def same_ends(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[int, int]:
    """Return how many units are the same at the head and at the tail."""
    most = min(len(before), len(after))
    head = 0
    while head < most and _same(before[head], after[head]):
        head += 1
    tail = 0
    while tail < most - head and _same(before[-1 - tail], after[-1 - tail]):
        tail += 1
    return head, tail


def known_again(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return ``after`` with the very objects of ``before`` where they are equal at the ends.

    What is the same object need not be compared again.
    """
    head, tail = same_ends(before, after)
    middle = after[head : len(after) - tail]
    return (*before[:head], *middle, *before[len(before) - tail :])


def _set_off(unit: Unit, after: Unit) -> Unit:
    """A table or box with the space above the paragraph that follows it."""
    drawn_as_table = unit.boxed or isinstance(next(iter(unit.blocks), None), Table)
    first = next(iter(after.blocks), None)
    if not drawn_as_table or after.boxed or isinstance(first, Table):
        return unit
    return replace(unit, below=first.layout.before if first else _BELOW_HEAD)


def _same(one: Unit, other: Unit) -> bool:
    return one is other or one == other


def _margin(margins: Sequence[Margin]) -> tuple[Block, ...]:
    """What stands on the first page."""
    by_pages = {margin.pages: margin.blocks for margin in margins}
    return by_pages.get("first") or by_pages.get("default", ())


def _split(blocks: Iterable[Block]) -> Iterator[Unit]:
    box: list[Paragraph] = []
    for block in _spaced(blocks):
        if box and not (isinstance(block, Paragraph) and _same_box(box[0], block)):
            yield Unit(tuple(box), boxed=True)
            box = []
        if isinstance(block, Table):
            yield from (Unit((part,)) for part in _chunks(block))
        elif block.layout.borders != NO_BORDERS:
            box.append(block)
        else:
            yield Unit((block,))
    if box:
        yield Unit(tuple(box), boxed=True)


def _same_box(one: Paragraph, other: Paragraph) -> bool:
    return one.layout.borders == other.layout.borders


def _spaced(blocks: Iterable[Block]) -> Iterator[Block]:
    """No space between paragraphs of one style where their style says so."""
    row = list(blocks)
    for at, block in enumerate(row):
        if isinstance(block, Paragraph) and block.layout.contextual:
            block = _closed_up(block, row[at - 1] if at else None, row[at + 1 : at + 2])
        yield block


def _closed_up(block: Paragraph, before: Block | None, after: list[Block]) -> Paragraph:
    layout = block.layout
    if isinstance(before, Paragraph) and before.style == block.style:
        layout = replace(layout, before=0.0)
    if after and isinstance(after[0], Paragraph) and after[0].style == block.style:
        layout = replace(layout, after=0.0)
    return replace(block, layout=layout)


def _chunks(table: Table) -> Iterator[Table]:
    """Some rows at a time; rows that a cell reaches over stay together."""
    rows = table.rows
    start = 0
    while start < len(rows):
        end = reach = min(start + MOST_ROWS, len(rows))
        for at in range(start, end):
            reach = max(reach, *(at + cell.rows for cell in rows[at].cells), reach)
        end = min(reach, len(rows))
        yield table if (start, end) == (0, len(rows)) else replace(table, rows=rows[start:end])
        start = end
