"""Takes a paragraph apart into runs, their pieces, and what stands between runs."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.core.places import Place
from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.core.skeleton import Node, Role
from reportdesk.word.tags.tag_text import OBJECT
from reportdesk.word.tags.tokens import Token, group, step, unescape

_BOXES = ("<w:hyperlink", "<w:fldSimple", "<w:sdt>", "<w:sdtContent", "<w:dir", "<w:bdo")
_TEXT = "<w:t"
_INSTRUCTION = "<w:instrText"
_IN_TAG = {"<w:tab/>": "\t", "<w:br/>": "\n", "<w:cr/>": "\n", "<w:noBreakHyphen/>": "-"}
_UNSEEN_WORDS = (
    "<w:t/ <w:t> <w:t_ <w:instrText <w:fldChar <w:softHyphen <w:annotationRef <w:footnoteRef/"
    " <w:endnoteRef/ <w:commentReference_ <w:separator <w:continuationSeparator"
)
_UNSEEN = tuple(word.replace("_", " ") for word in _UNSEEN_WORDS.split())


@dataclass(slots=True)
class Piece:
    """A stretch of a run, or something that stands between runs.

    Attributes:
        shown: what it adds to the paragraph's text when tags are looked for.
        content: its text without escapes, its markup, or a finished node.
        run: number of the run it belongs to; 0 between runs.
        look: the run's ``w:rPr``.
        start: the run's start, which may have attributes.
    """

    shown: str
    content: str | Node
    is_text: bool = False
    is_instruction: bool = False
    run: int = 0
    look: str = ""
    start: str = "<w:r>"


@dataclass(slots=True)
class Box:
    """An element around runs: a hyperlink, a simple field, a content control."""

    opening: str
    items: list[Piece | Box] = field(default_factory=list)
    closing: str = ""


class PiecesReader:
    """Reads the tokens of one paragraph."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._runs = 0

    def read(self) -> Box:
        """Return the paragraph; the opening holds its properties."""
        box = self._box()
        first = box.items[0] if box.items else None
        if isinstance(first, Piece) and str(first.content).startswith("<w:pPr"):
            box.opening += str(first.content)
            del box.items[0]
        return box

    def _box(self) -> Box:
        box = Box(str(self._tokens[self._at]))
        self._at += 1
        while True:
            token = self._tokens[self._at]
            if isinstance(token, str) and token.startswith("</"):
                box.closing = token
                self._at += 1
                return box
            box.items += self._item(token)

    def _item(self, token: Token) -> list[Piece | Box]:
        if not isinstance(token, str):
            self._at += 1
            return [Piece(OBJECT, token)]
        if token.startswith(_BOXES) and step(token) == 1:
            return [self._box()]
        if token.startswith(("<w:r>", "<w:r ")) and step(token) == 1:
            return list(self._run(token))
        content = self._element()
        return [Piece("", content)] if isinstance(content, str) else [Piece(OBJECT, content)]

    def _run(self, start: str) -> list[Piece]:
        self._runs += 1
        self._at += 1
        look = ""
        pieces: list[Piece] = []
        while True:
            token = self._tokens[self._at]
            if token == "</w:r>":
                self._at += 1
                return pieces or [Piece("", "", run=self._runs, look=look, start=start)]
            if isinstance(token, str) and token.startswith("<w:rPr"):
                look = str(self._element())
                continue
            piece = self._piece(token)
            piece.run, piece.look, piece.start = self._runs, look, start
            pieces.append(piece)

    def _piece(self, token: Token) -> Piece:
        if not isinstance(token, str):
            self._at += 1
            return Piece(OBJECT, token)
        if token.startswith((_TEXT + ">", _TEXT + " ", _INSTRUCTION)) and step(token) == 1:
            return self._text(is_instruction=token.startswith(_INSTRUCTION))
        content = self._element()
        if not isinstance(content, str):
            return Piece(OBJECT, content)
        unseen = content.startswith(_UNSEEN)
        return Piece(_IN_TAG.get(content, "" if unseen else OBJECT), content)

    def _text(self, is_instruction: bool) -> Piece:
        text = ""
        self._at += 1
        while not str(token := self._tokens[self._at]).startswith("</"):
            text += unescape(str(token))
            self._at += 1
        self._at += 1
        if is_instruction:
            return Piece("", text, is_instruction=True)
        return Piece(text, text, is_text=True)

    def _element(self) -> str | Node:
        """Return a whole element: markup, or a group if there are nodes within."""
        start, depth = self._at, 0
        while True:
            token = self._tokens[self._at]
            self._at += 1
            depth += step(token) if isinstance(token, str) else 0
            if depth == 0:
                break
        return _whole(self._tokens[start : self._at])


def _whole(tokens: Sequence[Token]) -> str | Node:
    markup = [token for token in tokens if isinstance(token, str)]
    if len(markup) == len(tokens):
        return "".join(markup)
    return group(Role.INLINE, tokens, Place())
