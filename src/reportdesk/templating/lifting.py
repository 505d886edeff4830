"""Lifts control tags to the level they mean: alone in a paragraph or row, they take it whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reportdesk.core.skeleton import Group, Node, Paragraph, Part, Role, Tag, Xml
from reportdesk.templating.tags import Statement, Word

Reader = Callable[[Tag], Statement]
_VISIBLE = re.compile(
    r"<(?:w:drawing|w:pict|w:object|w:sym|w:fldChar|w:instrText|w:fldSimple|w:ptab|w:pgNum"
    r"|w:footnoteReference|w:endnoteReference|w:footnoteRef|w:endnoteRef|mc:AlternateContent|m:oMath|w:tbl"
    r"|w:br [^>]*w:type)\b"
)
_MARKS = re.compile(r"<w:(?:bookmark|commentRange|perm)(?:Start|End)\b[^>]*/>")
_BRANCHES = {Word.ELIF, Word.ELSE}


@dataclass(slots=True, eq=False)
class Leaf:
    """A tag and what it says; ``home`` is the branch in which it stands once lifted."""

    tag: Tag
    says: Statement
    home: Branch | None = None

    @property
    def controls(self) -> bool:
        """Whether it prints nothing itself."""
        return self.says.word is not Word.VALUE


@dataclass(slots=True, eq=False)
class Branch:
    """A paragraph, a group or a whole part, around its pieces."""

    node: Paragraph | Group | Part
    pieces: list[Piece]
    parent: Branch | None = field(default=None, repr=False)

    @property
    def role(self) -> Role | None:
        """What the group is, None for paragraphs and parts."""
        return self.node.role if isinstance(self.node, Group) else None


Piece = Xml | Leaf | Branch


def lift(part: Part, read: Reader) -> Branch:
    """Return the part as a tree in which each tag stands at the level it controls."""
    root = Branch(part, _pieces(part.nodes, read))
    _settle(root)
    return root


def leaves(branch: Branch) -> Iterator[Leaf]:
    """Yield every tag below the branch, in the order of the document."""
    for piece in branch.pieces:
        if isinstance(piece, Leaf):
            yield piece
        elif isinstance(piece, Branch):
            yield from leaves(piece)


def is_bare(pieces: Iterable[Piece]) -> bool:
    """Return whether a reader sees nothing of the pieces but control tags."""
    return all(_is_blank(piece) or (isinstance(piece, Leaf) and piece.controls) for piece in pieces)


def ends_section(branch: Branch) -> bool:
    """Return whether the paragraph carries the page set-up of what stands before it."""
    return isinstance(branch.node, Paragraph) and "<w:sectPr" in branch.node.open


def single(pieces: list[Piece]) -> tuple[str, Leaf, str] | None:
    """Return the one value among blanks, between the XML on either side; None for all else."""
    values = [at for at, piece in enumerate(pieces) if not _is_blank(piece)]
    if len(values) != 1:
        return None
    leaf = pieces[values[0]]
    if not isinstance(leaf, Leaf) or leaf.controls or leaf.tag.bare:
        return None
    return _xml(pieces[: values[0]]), leaf, _xml(pieces[values[0] + 1 :])


def marks(xml: str) -> str:
    """Return the bookmarks and comment ranges within the XML."""
    return "".join(_MARKS.findall(xml))


def _xml(pieces: list[Piece]) -> str:
    return "".join(piece.xml for piece in pieces if isinstance(piece, Xml))


def _is_blank(piece: Piece) -> bool:
    return isinstance(piece, Xml) and not piece.text.strip() and not _VISIBLE.search(piece.xml)


def _settle(branch: Branch) -> None:
    for piece in branch.pieces:
        if isinstance(piece, Leaf):
            piece.home = branch
        elif isinstance(piece, Branch):
            piece.parent = branch
            _settle(piece)


def _pieces(nodes: Iterable[Node], read: Reader) -> list[Piece]:
    return [piece for node in nodes for piece in _lifted(node, read)]


def _lifted(node: Node, read: Reader) -> list[Piece]:
    match node:
        case Xml():
            return [node]
        case Tag():
            return [Leaf(node, read(node))]
        case Paragraph():
            return _paragraph(Branch(node, _pieces(node.nodes, read)))
        case Group():
            branch = Branch(node, _pieces(node.nodes, read))
            return _LIFTERS[node.role](branch)


def _paragraph(branch: Branch) -> list[Piece]:
    pieces = branch.pieces
    if ends_section(branch) or any(_has_prefix(piece, "r") for piece in pieces):
        return [branch]
    if is_bare(pieces) and _controls(pieces):
        return _without_blanks(pieces)
    if _is_one_condition(pieces):
        return _split(branch)
    return [branch]


def _is_one_condition(pieces: list[Piece]) -> bool:
    """Whether nothing but one ``if`` … ``endif`` stands there, with one value a branch at most."""
    if any(isinstance(piece, Branch) for piece in pieces):
        return False
    found = [piece for piece in pieces if not _is_blank(piece)]
    says = [piece.says.word for piece in found if isinstance(piece, Leaf) and not piece.tag.bare]
    if len(says) != len(found) or says[:1] != [Word.IF] or says[-1:] != [Word.ENDIF]:
        return False
    inner = says[1:-1]
    pairs = pairwise(inner)
    return all(word is Word.VALUE or word in _BRANCHES for word in inner) and not any(
        first is second is Word.VALUE for first, second in pairs
    )


def _split(branch: Branch) -> list[Piece]:
    """Give each value of the condition a paragraph of its own, so that none is left empty."""
    made: list[Piece] = []
    for piece in branch.pieces:
        if isinstance(piece, Leaf) and not piece.controls:
            made.append(Branch(branch.node, [piece]))
        else:
            made += _without_blanks([piece])
    return made


def _inline(branch: Branch) -> list[Piece]:
    """A link or a tracked insertion around control tags alone is of no use to anyone."""
    bare_text = any(isinstance(piece, Leaf) and piece.tag.bare for piece in branch.pieces)
    if is_bare(branch.pieces) and _controls(branch.pieces) and not bare_text:
        return _without_blanks(branch.pieces)
    return [branch]


def _cell(branch: Branch) -> list[Piece]:
    if is_bare(branch.pieces) and any(_has_prefix(piece, "tc") for piece in branch.pieces):
        return _without_blanks(branch.pieces)
    return [branch]


def _row(branch: Branch) -> list[Piece]:
    cells = [piece for piece in branch.pieces if isinstance(piece, Branch)]
    rest = [piece for piece in branch.pieces if not isinstance(piece, Branch)]
    bare = all(_is_blank(piece) for piece in rest) and all(_is_bare_cell(cell) for cell in cells)
    inner = [piece for cell in cells for piece in cell.pieces]
    return _without_blanks(inner) if bare and _controls(inner) else [branch]


def _is_bare_cell(branch: Branch) -> bool:
    return branch.role is Role.CELL and is_bare(branch.pieces)


def _as_it_is(branch: Branch) -> list[Piece]:
    return [branch]


def _controls(pieces: list[Piece]) -> bool:
    return any(isinstance(piece, Leaf) for piece in pieces)


def _has_prefix(piece: Piece, prefix: str) -> bool:
    return isinstance(piece, Leaf) and piece.tag.prefix == prefix


def _without_blanks(pieces: list[Piece]) -> list[Piece]:
    """The tags, and of the rest the marks that others refer to."""
    kept = [
        replace(piece, xml=marks(piece.xml)) if isinstance(piece, Xml) else piece
        for piece in pieces
    ]
    return [piece for piece in kept if not isinstance(piece, Xml) or piece.xml]


_LIFTERS: dict[Role, Callable[[Branch], list[Piece]]] = {
    Role.BLOCKS: _as_it_is,
    Role.TABLE: _as_it_is,
    Role.ROW: _row,
    Role.CELL: _cell,
    Role.INLINE: _inline,
}
