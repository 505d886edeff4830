"""Rich text to the Markdown of drafts and back, exactly: written, read again and compared."""

from __future__ import annotations

from importlib import import_module

from reportdesk.core.richtext import Block, RichText
from reportdesk.storage.markdown_fast import parse_simple
from reportdesk.storage.markdown_text import Care, write_block, write_blocks


def from_markdown(text: str) -> RichText:
    """Return the rich text that the Markdown stands for; every text is Markdown."""
    simple = parse_simple(text)
    return _parse_all(text) if simple is None else simple


def to_markdown(value: RichText) -> str:
    """Return the rich text as Markdown that reads back as the same."""
    written = write_blocks(value, [Care.STARS] * len(value.blocks))
    if from_markdown(written) == value:
        return written
    written = write_blocks(value, [_least_care(block) for block in value.blocks])
    if from_markdown(written) == value:
        return written
    return write_blocks(value, [Care.ALL] * len(value.blocks))


def _least_care(block: Block) -> Care:
    """Return the most pleasant spelling that reads back as this block's letters."""
    for care in (Care.STARS, Care.TAGS):
        blocks = from_markdown(write_block(block, care)).blocks
        if len(blocks) == 1 and blocks[0].runs == block.runs:
            return care
    return Care.ALL


def _parse_all(text: str) -> RichText:
    # markdown-it takes as long to import as a small report to write: only where it is needed.
    full = import_module("reportdesk.storage.markdown_full")
    parsed: RichText = full.parse(text)
    return parsed
