"""A part's body cut between its blocks, so that what was read of a piece can be used again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from reportdesk.core.errors import PackageError
from reportdesk.word.reading.tree import parsed, w

_START, _END = b"<w:body>", b"</w:body>"
_PARAGRAPH_END = b"</w:p>"
_BETWEEN = "between"
_HOLDERS = tuple(  # what has paragraphs within
    (mark + name + b">", step)
    for name in (b"tbl", b"sdt", b"txbxContent")
    for mark, step in ((b"<w:", 1), (b"</w:", -1))
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A part in pieces.

    Attributes:
        head: what stands before the first piece.
        tail: what stands after the last.
    """

    head: bytes
    pieces: tuple[bytes, ...]
    tail: bytes

    def elements(self, pieces: Sequence[bytes]) -> list[list[Element]] | None:
        """Return the elements of some pieces, or None where one of them is not whole by itself."""
        if not pieces:
            return []
        joined = f"<{_BETWEEN}/>".encode().join(pieces)
        try:
            body = parsed(self.head + joined + self.tail).find(w("body"))
        except PackageError:
            return None
        found: list[list[Element]] = [[]]
        for child in body if body is not None else ():
            if child.tag == _BETWEEN:
                found.append([])
            else:
                found[-1].append(child)
        return found if len(found) == len(pieces) else None


def cut(xml: bytes) -> Cut | None:
    """Return the part cut behind its paragraphs and tables, or None where it has no plain body.

    Cuts follow the letters alone: only ``Cut.elements`` proves that a piece is whole.
    """
    start, end = xml.find(_START), xml.rfind(_END)
    if start < 0 or end < start:
        return None
    start += len(_START)
    return Cut(xml[:start], tuple(_pieces(xml[start:end])), xml[end:])


def _pieces(body: bytes) -> list[bytes]:
    holders = _holders(body)
    pieces: list[bytes] = []
    start = at = depth = seen = 0
    for paragraph in body.split(_PARAGRAPH_END)[:-1]:
        at += len(paragraph) + len(_PARAGRAPH_END)
        while seen < len(holders) and holders[seen][0] < at:
            depth += holders[seen][1]
            seen += 1
        if not depth:
            pieces.append(body[start:at])
            start = at
    return [*pieces, body[start:]] if start < len(body) else pieces


def _holders(body: bytes) -> list[tuple[int, int]]:
    """Where tables and the like are opened (1) and closed (-1)."""
    found: list[tuple[int, int]] = []
    for mark, step in _HOLDERS:
        at = body.find(mark)
        while at >= 0:
            found.append((at, step))
            at = body.find(mark, at + 1)
    return sorted(found)
