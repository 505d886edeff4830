"""Show another tree by changing only what differs, so that cursor and scrolling stay."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from reportdesk.core.richtext import LISTS, Block, RichText, Run
from reportdesk.gui.rich.from_qt import blocks_of, read_block_runs, read_rich
from reportdesk.gui.rich.kinds import level_of
from reportdesk.gui.rich.to_qt import LINE_SEPARATOR, run_format, show_rich


def show_change(document: QTextDocument, before: RichText, after: RichText) -> int:
    """Show ``after`` where ``before`` is shown, and return the place right after the change."""
    at = _patched(document, before, after)
    if at is not None and read_rich(document) == after:
        return at
    show_rich(document, after)
    return _place_of_change(before.text, after.text)


def _patched(document: QTextDocument, before: RichText, after: RichText) -> int | None:
    """Change the one block that differs; None where more does."""
    if len(before.blocks) != len(after.blocks):
        return None
    differing = [
        at
        for at, (old, new) in enumerate(zip(before.blocks, after.blocks, strict=True))
        if old != new
    ]
    if len(differing) != 1:
        return None
    old, new = before.blocks[differing[0]], after.blocks[differing[0]]
    if (old.kind, old.level, old.restart) != (new.kind, new.level, new.restart):
        return None
    block = shown_block(document, differing[0])
    return None if block is None else _replace(block, old, new)


def settle(document: QTextDocument, value: RichText) -> bool:
    """Show list items at the levels that are printed; return whether any stood elsewhere.

    An item can come to stand deeper than the one before it allows, such as when that is deleted.
    """
    shown = [level_of(block) for block in blocks_of(document) if read_block_runs(block)]
    printed = [block.level if block.kind in LISTS else 0 for block in value.blocks]
    if shown == printed:
        return False
    show_rich(document, value)
    return True


def shown_block(document: QTextDocument, wanted: int) -> QTextBlock | None:
    """Return the paragraph that shows a block of the tree; empty ones show none."""
    block = document.begin()
    while block.isValid():
        if read_block_runs(block):
            if wanted == 0:
                return block
            wanted -= 1
        block = block.next()
    return None


def place_of(block: QTextBlock, told: str, index: int) -> int:
    """Return the document's place of a character of the tree's block that this paragraph shows.

    White space at edges and around line breaks is shown while it is typed, and not in the tree.
    """
    shown = block.text().replace(LINE_SEPARATOR, "\n")
    at = 0
    for letter in told[: index + 1]:
        at = max(shown.find(letter, at), at) + 1
    at = at - 1 if index < len(told) else at
    return block.position() + units(shown[: max(at, 0)])


def _replace(block: QTextBlock, old: Block, new: Block) -> int:
    same, was, now = _common(_letters(old), _letters(new))
    cursor = QTextCursor(block)
    cursor.setPosition(place_of(block, old.text, same))
    if was > same:
        end = place_of(block, old.text, was - 1) + units(old.text[was - 1])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for run in _cut(new, same, now):
        cursor.insertText(run.text.replace("\n", LINE_SEPARATOR), run_format(run))
    cursor.endEditBlock()
    return cursor.position()


Letter = tuple[str, Run]


def _letters(block: Block) -> list[Letter]:
    bare = [Run("", run.bold, run.italic, run.superscript, run.link) for run in block.runs]
    return [
        (letter, look) for run, look in zip(block.runs, bare, strict=True) for letter in run.text
    ]


def _common(old: list[Letter], new: list[Letter]) -> tuple[int, int, int]:
    """Return how much is the same before the change, and where the change ends in old and new."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    was, now = len(old), len(new)
    while was > same and now > same and old[was - 1] == new[now - 1]:
        was, now = was - 1, now - 1
    return same, was, now


def _cut(block: Block, start: int, end: int) -> list[Run]:
    cut: list[Run] = []
    at = 0
    for run in block.runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            cut.append(Run(text, run.bold, run.italic, run.superscript, run.link))
        at += len(run.text)
    return cut


def _place_of_change(before: str, after: str) -> int:
    """The place after the change in a document that shows exactly this text."""
    end = len(after)
    was = len(before)
    while end and was and before[was - 1] == after[end - 1]:
        end, was = end - 1, was - 1
    same = 0
    while same < end and same < was and before[same] == after[same]:
        same += 1
    return units(after[: max(end, same)])


def units(text: str) -> int:
    """Return how many places Qt counts for the text: two for a letter beyond U+FFFF."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
