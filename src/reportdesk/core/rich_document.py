"""Paragraphs of a Word file taken over as rich text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportdesk.core import richtext
from reportdesk.core.document import Label, Paragraph, Run
from reportdesk.core.richtext import BlockKind, RichText

_LIST_STYLE = re.compile(r"list (?:bullet|number) ([2-9])")
_NUMBERED = "numbered"  # the house numbers its paragraphs: they are no list
_QUOTATIONS = frozenset({"quote", "quotations", "intense quote"})


def rich_of(paragraphs: Iterable[Paragraph], heading: int = 0) -> RichText:
    """Return the paragraphs as rich text; ``heading`` is the level that they stand under.

    What rich text does not have (fonts, tables, pictures) stays behind.
    """
    return richtext.rich(_block(paragraph, heading) for paragraph in paragraphs)


def item_level(label: Label, style: str) -> int:
    """Return the level of a list item, from 1: the style's, where each level has its own list."""
    named = _LIST_STYLE.fullmatch(style.lower())
    if named:
        return int(named[1])
    return 1 if style.lower().startswith(_NUMBERED) else label.level


def _block(paragraph: Paragraph, heading: int) -> richtext.Block:
    runs = tuple(_run(run) for run in paragraph.runs if run.text)
    style = paragraph.style.lower()
    if paragraph.heading:
        return richtext.Block(runs, BlockKind.HEADING, paragraph.heading - heading)
    if style in _QUOTATIONS:
        return richtext.Block(runs, BlockKind.QUOTATION)
    if paragraph.label is None or style.startswith(_NUMBERED):
        return richtext.Block(runs)
    return _item(runs, paragraph.label, style)


def _run(run: Run) -> richtext.Run:
    text = run.text.replace("\f", "\n")
    return richtext.Run(text, run.bold, run.italic, run.superscript, run.link)


def _item(runs: tuple[richtext.Run, ...], label: Label, style: str) -> richtext.Block:
    kind = BlockKind.NUMBER if label.number else BlockKind.BULLET
    return richtext.Block(runs, kind, item_level(label, style), label.first)
