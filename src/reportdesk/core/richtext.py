"""Rich text: a small flat tree of paragraphs, headings, list items and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from reportdesk.core.quick_dataclasses import dataclass

_WHITE = " \t\n"
_PIECES = re.compile(r"[ \t\n]+|[^ \t\n](?:.*[^ \t\n])?", re.DOTALL)
_AROUND_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
MAX_LEVEL = 3


class BlockKind(Enum):
    """What a block of rich text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTATION = "quotation"


LISTS = frozenset({BlockKind.BULLET, BlockKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike. A line break is ``\\n``; ``link`` is an address or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str = ""

    def alike(self, other: Run) -> bool:
        """Return whether both look the same, whatever they say."""
        return (
            self.bold == other.bold
            and self.italic == other.italic
            and self.superscript == other.superscript
            and self.link == other.link
        )


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph.

    Attributes:
        level: 1 to 3, for headings and list items; 1 for all others.
        restart: for a number: counts from 1 again; otherwise it goes on from the
            last number of its level.
    """

    runs: tuple[Run, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    restart: bool = False

    @property
    def text(self) -> str:
        """The block's letters, without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class RichText:
    """Blocks in normal form; only ``rich`` and ``plain`` make them."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def text(self) -> str:
        """All letters, a line a block."""
        return "\n".join(block.text for block in self.blocks)


def plain(text: str) -> RichText:
    """Return the text as paragraphs without looks, a paragraph for each line."""
    return rich(Block((Run(line),)) for line in text.split("\n"))


def as_rich(value: object) -> RichText:
    """Return rich text as it is, anything else as the words that it is said by."""
    return value if isinstance(value, RichText) else plain(str(value or ""))


def rich(blocks: Iterable[Block]) -> RichText:
    """Return rich text in normal form.

    Runs of the same looks are joined, looks are taken off white space at their
    edges, white space at a block's ends and empty blocks go. Levels stay within
    1 to 3, and a list item is at most one level deeper than the item before it.
    A number that has nothing to go on from starts at 1.
    """
    return placed(_with(block, normal_runs(block.runs)) for block in blocks)


def placed(blocks: Iterable[Block]) -> RichText:
    """Return rich text in normal form, of blocks whose runs are in normal form already."""
    made: list[Block] = []
    for block in blocks:
        if block.runs:
            made.append(_placed(block, made))
    return RichText(tuple(made))


def _with(block: Block, runs: tuple[Run, ...]) -> Block:
    return block if block.runs == runs else Block(runs, block.kind, block.level, block.restart)


def normal_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs joined and trimmed, as ``rich`` keeps them."""
    given = list(runs)
    if _are_normal(given):
        return tuple(given)
    pieces = [_saying(run, text) for run in given for text in _PIECES.findall(run.text)]
    return _joined(_bare_spaces(_spaces_joined(pieces)))


def _saying(run: Run, text: str) -> Run:
    """Return a run of these looks; white space around its line breaks goes."""
    if "\n" in text:
        text = _AROUND_BREAK.sub("\n", text)
    return Run(text, run.bold, run.italic, run.superscript, run.link)


def _are_normal(runs: list[Run]) -> bool:
    """Whether the runs are in normal form already: the common case, made quick."""
    before: Run | None = None
    for run in runs:
        text = run.text
        if not text or "\n" in text or not text.strip(_WHITE):
            return False
        if text[0] in _WHITE and (before is None or not _shares(run, before)):
            return False
        if before is not None and (before.alike(run) or not _may_meet(before, run)):
            return False
        before = run
    return before is not None and before.text[-1] not in _WHITE


def _may_meet(before: Run, run: Run) -> bool:
    """Whether white space at the end of the one has the looks it would have between the two."""
    if before.text[-1] not in _WHITE:
        return True
    return run.text[0] not in _WHITE and _shares(before, run)


def _shares(run: Run, other: Run) -> bool:
    """Whether the other has all looks of the run."""
    return (
        run.bold <= other.bold
        and run.italic <= other.italic
        and run.superscript <= other.superscript
        and run.link in ("", other.link)
    )


def _spaces_joined(pieces: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for piece in pieces:
        if joined and joined[-1].text[0] in _WHITE and piece.text[0] in _WHITE:
            joined[-1] = _saying(joined[-1], joined[-1].text + piece.text)
        else:
            joined.append(piece)
    while joined and joined[0].text[0] in _WHITE:
        del joined[0]
    while joined and joined[-1].text[0] in _WHITE:
        del joined[-1]
    return joined


def _bare_spaces(pieces: list[Run]) -> list[Run]:
    """Give white space only the looks that both of its neighbours share."""
    for at, piece in enumerate(pieces):
        if piece.text[0] in _WHITE:
            before, after = pieces[at - 1], pieces[at + 1]
            pieces[at] = Run(
                _AROUND_BREAK.sub("\n", piece.text),
                before.bold and after.bold,
                before.italic and after.italic,
                before.superscript and after.superscript,
                before.link if before.link == after.link else "",
            )
    return pieces


def _joined(pieces: list[Run]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for piece in pieces:
        if runs and runs[-1].alike(piece):
            runs[-1] = _saying(piece, runs[-1].text + piece.text)
        else:
            runs.append(piece)
    return tuple(runs)


def _placed(block: Block, before: list[Block]) -> Block:
    level, restart = 1, False
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1), MAX_LEVEL)
    elif block.kind in LISTS:
        above = before[-1].level if before and before[-1].kind in LISTS else 0
        level = min(max(block.level, 1), MAX_LEVEL, above + 1)
        restart = block.kind is BlockKind.NUMBER and (block.restart or not _goes_on(level, before))
    if (level, restart) == (block.level, block.restart):
        return block
    return Block(block.runs, block.kind, level, restart)


def _goes_on(level: int, before: list[Block]) -> bool:
    """Whether a number of that level has an earlier one to go on from."""
    for block in reversed(before):
        if block.kind is BlockKind.HEADING:
            return False
        if block.kind in LISTS and block.level < level:
            return False
        if block.kind is BlockKind.NUMBER and block.level == level:
            return True
    return False
