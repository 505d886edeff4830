"""Rich text to the Markdown of drafts, exactly: written, read again and compared."""

from __future__ import annotations

from reportdesk.core.richtext import Block, RichText
from reportdesk.storage.markdown import from_markdown
from reportdesk.storage.markdown_text import Care, write_block, write_blocks


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
