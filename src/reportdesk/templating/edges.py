"""How a passage written so far ends: Word asks for paragraphs in certain places."""

from __future__ import annotations

import re

TABLE_END = "</w:tbl>"
_PARAGRAPH_END = re.compile(r"(?:</w:p>|<w:p(?: [^>]*)?/>|</w:sdt>)$")
_MARKS_AT_END = re.compile(r"(?:\s*<w:(?:bookmark|commentRange|perm)(?:Start|End)\b[^>]*/>)+$")


def last_piece(out: list[str], start: int) -> str:
    """Return the last piece since the start that is more than marks; marks at its end go."""
    for at in range(len(out) - 1, start - 1, -1):
        piece = out[at]
        if piece.endswith("/>") and (found := _MARKS_AT_END.search(piece)):
            piece = piece[: found.start()]
        if piece:
            return piece
    return ""


def ends_with_paragraph(out: list[str], start: int) -> bool:
    """Return whether the last block since the start is a paragraph."""
    return bool(_PARAGRAPH_END.search(last_piece(out, start)[-400:]))
