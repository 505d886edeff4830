"""How a passage written so far ends: Word asks for paragraphs in certain places."""

from __future__ import annotations

TABLE_END = "</w:tbl>"
_PARAGRAPH_ENDS = ("</w:p>", "</w:sdt>")
_MARKS = ("<w:bookmark", "<w:commentRange", "<w:perm")


def last_piece(out: list[str], start: int) -> str:
    """Return the last piece since the start that is more than marks; marks at its end go."""
    for at in range(len(out) - 1, start - 1, -1):
        piece = out[at]
        while piece.endswith("/>") and piece.startswith(_MARKS, begin := piece.rfind("<")):
            piece = piece[:begin]
        if piece:
            return piece
    return ""


def ends_with_paragraph(out: list[str], start: int) -> bool:
    """Return whether the last block since the start is a paragraph."""
    piece = last_piece(out, start)
    if piece.endswith("/>"):
        return piece.startswith(("<w:p/", "<w:p "), piece.rfind("<"))
    return piece.endswith(_PARAGRAPH_ENDS)
