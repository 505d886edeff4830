"""Builds the steps of a plan from lifted, matched and resolved tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reportdesk.core.places import Place
from reportdesk.core.skeleton import Group, Paragraph, Part, Role, Tag, Xml
from reportdesk.templating import plan
from reportdesk.templating.lifting import Branch, Leaf, Piece, ends_section, marks, single
from reportdesk.templating.matching import Loop, Meaning
from reportdesk.templating.reads import reads
from reportdesk.templating.scope import Typed
from reportdesk.templating.tags import Word, place_of

_BLOCK = re.compile(r"<w:(?:p|tbl|sdt)[ />]")
_ROW = re.compile(r"<w:tr[ />]")
_CELL = re.compile(r"<w:tc[ />]")
_TABLE_START = re.compile(r"\s*<w:tbl[ >]")
_OPENERS = (Word.FOR, Word.IF)
_EMPTY = "<w:p/>"

Steps = list[plan.Step]


@dataclass(slots=True)
class _Builder:
    meanings: Mapping[Leaf, Meaning]
    loops: int = 0


def build(roots: list[Branch], meanings: Mapping[Leaf, Meaning]) -> tuple[plan.PartPlan, ...]:
    """Return the plan of each part; every tag must have a meaning, so none may have a fault."""
    builder = _Builder(meanings)
    return tuple(
        plan.PartPlan(root.node.name, _merged(_all(root.pieces, builder)))
        for root in roots
        if isinstance(root.node, Part)
    )


def _all(pieces: list[Piece], builder: _Builder) -> Steps:
    return _until_end(iter(pieces), None, builder)[0]


def _until_end(
    pieces: Iterator[Piece], before: Piece | None, builder: _Builder
) -> tuple[Steps, Leaf | None]:
    """The steps up to the tag that ends this passage, and that tag."""
    steps: Steps = []
    for piece in pieces:
        if isinstance(piece, Leaf) and piece.controls:
            if piece.says.word is Word.COMMENT:
                continue
            if piece.says.word not in _OPENERS:
                return steps, piece
            steps.append(_OPENED[piece.says.word](piece, pieces, builder))
        else:
            if _starts_table(piece) and _may_vanish(before):
                steps.append(plan.Apart())
            steps += _piece(piece, builder)
        before = before if _is_mark(piece) else piece
    return steps, None


def _if(leaf: Leaf, pieces: Iterator[Piece], builder: _Builder) -> plan.Step:
    branches: list[tuple[plan.Expression, tuple[plan.Step, ...], plan.Spot]] = []
    otherwise: Steps = []
    opener: Leaf | None = leaf
    while opener and opener.says.word is not Word.ENDIF:
        steps, following = _until_end(pieces, opener, builder)
        if opener.says.word is Word.ELSE:
            otherwise = steps
        else:
            test: plan.Expression = builder.meanings[opener]  # type: ignore[assignment]
            branches.append((test, _merged(steps), _spot(opener.tag)))
        opener = following
    return plan.If(tuple(branches), _merged(otherwise))


def _for(leaf: Leaf, pieces: Iterator[Piece], builder: _Builder) -> plan.Step:
    loop = builder.meanings[leaf]
    assert isinstance(loop, Loop)
    builder.loops += 1
    number = builder.loops
    body, end = _until_end(pieces, leaf, builder)
    otherwise: Steps = []
    if end and end.says.word is Word.ELSE:
        otherwise, end = _until_end(pieces, end, builder)
    steps = _merged(body)
    facts, outer = reads(steps, loop.slot) if loop.slot == 0 else ((), ())
    spot = _spot(leaf.tag, loop.over.label)
    over, condition = loop.over.code, loop.condition
    kept = _merged(otherwise)
    return plan.For(number, loop.slot, over, condition, steps, kept, facts, outer, spot)


_OPENED: Mapping[Word, Callable[[Leaf, Iterator[Piece], _Builder], plan.Step]] = {
    Word.IF: _if,
    Word.FOR: _for,
}


def _piece(piece: Piece, builder: _Builder) -> Steps:
    match piece:
        case Xml():
            return [plan.Copy(piece.xml)]
        case Leaf():
            return [_show(piece, builder)]
        case Branch(node=Paragraph() as node):
            return _paragraph(piece, node, builder)
        case Branch(node=Group() as node):
            return _GROUPS[node.role](piece, node, builder)
    return []


def _show(leaf: Leaf, builder: _Builder) -> plan.Step:
    typed = _typed(leaf, builder)
    spot = _spot(leaf.tag, typed.label)
    if leaf.tag.bare:
        return plan.Bare(typed.code, spot)
    return plan.Show(typed.code, leaf.tag.run, spot)


def _typed(leaf: Leaf, builder: _Builder) -> Typed:
    typed = builder.meanings[leaf]
    assert isinstance(typed, Typed)
    return typed


def _paragraph(branch: Branch, node: Paragraph, builder: _Builder) -> Steps:
    value = _alone(branch)
    if value is None:
        return _around(branch, node.open, node.close, builder)
    before, leaf, after = value
    typed = _typed(leaf, builder)
    return [
        plan.Alone(
            typed.code,
            node.open,
            before,
            leaf.tag.run,
            after,
            node.close,
            node.style,
            node.heading,
            (marks(before), marks(after)),
            _spot(leaf.tag, typed.label),
        )
    ]


def _alone(branch: Branch) -> tuple[str, Leaf, str] | None:
    """The value that has the paragraph for itself."""
    value = None if ends_section(branch) else single(branch.pieces)
    return None if value and value[1].tag.prefix == "r" else value


def _around(branch: Branch, open: str, close: str, builder: _Builder) -> Steps:
    inner = _all(branch.pieces, builder)
    return [plan.Copy(open), *inner, plan.Copy(close)]


def _inline(branch: Branch, node: Group, builder: _Builder) -> Steps:
    return _around(branch, node.open, node.close, builder)


def _blocks(branch: Branch, node: Group, builder: _Builder) -> Steps:
    if any(isinstance(inner, Tag) for inner in node.nodes) or _surely(branch, _BLOCK):
        return _around(branch, node.open, node.close, builder)
    inner, tail = list(branch.pieces), ""
    while inner and isinstance(inner[-1], Xml):
        tail = inner.pop().xml + tail  # type: ignore[union-attr]  # just seen
    steps = _merged(_all(inner, builder))
    return [plan.Blocks(node.open, steps, tail + node.close, _filler(branch, builder))]


def _table(branch: Branch, node: Group, builder: _Builder) -> Steps:
    return _box(branch, node, _ROW, "<w:tr", builder)


def _row(branch: Branch, node: Group, builder: _Builder) -> Steps:
    return _box(branch, node, _CELL, "<w:tc", builder)


def _box(
    branch: Branch, node: Group, surely: re.Pattern[str], needs: str, builder: _Builder
) -> Steps:
    if _surely(branch, surely):
        return _around(branch, node.open, node.close, builder)
    steps = _merged(_all(branch.pieces, builder))
    return [plan.Box(node.open, steps, node.close, needs)]


def _cell(branch: Branch, node: Group, builder: _Builder) -> Steps:
    last = next((piece for piece in reversed(branch.pieces) if not _is_mark(piece)), None)
    if isinstance(last, Xml) or (isinstance(last, Branch) and not _may_vanish(last)):
        return _around(branch, node.open, node.close, builder)
    steps = _merged(_all(branch.pieces, builder))
    filler = _filler(branch, builder)
    return [plan.Cell(node.open, steps, node.close, filler)]


_GROUPS: Mapping[Role, Callable[[Branch, Group, _Builder], Steps]] = {
    Role.BLOCKS: _blocks,
    Role.TABLE: _table,
    Role.ROW: _row,
    Role.CELL: _cell,
    Role.INLINE: _inline,
}


def _filler(branch: Branch, builder: _Builder) -> str:
    """An empty paragraph that looks as the last one there would have looked."""
    for piece in reversed(branch.pieces):
        if isinstance(piece, Branch) and isinstance(piece.node, Paragraph):
            return piece.node.open + piece.node.close
    return _EMPTY


def _is_mark(piece: Piece) -> bool:
    return isinstance(piece, Xml) and marks(piece.xml) == piece.xml


def _starts_table(piece: Piece) -> bool:
    if isinstance(piece, Branch):
        return piece.role is Role.TABLE
    return isinstance(piece, Xml) and bool(_TABLE_START.match(piece.xml))


def _may_vanish(piece: Piece | None) -> bool:
    """Whether the piece may leave nothing between what stands before and behind it."""
    if isinstance(piece, Branch):
        if isinstance(piece.node, Paragraph):
            return _alone(piece) is not None
        return piece.role is Role.TABLE and not _surely(piece, _ROW)
    return isinstance(piece, Leaf)


def _surely(branch: Branch, wanted: re.Pattern[str]) -> bool:
    """Whether the branch holds what is wanted whatever the answers are."""
    open = 0
    for piece in branch.pieces:
        if isinstance(piece, Leaf):
            word = piece.says.word
            open += (word in _OPENERS) - (word in (Word.ENDFOR, Word.ENDIF))
        elif open == 0 and _surely_is(piece, wanted):
            return True
    return False


def _surely_is(piece: Xml | Branch, wanted: re.Pattern[str]) -> bool:
    if isinstance(piece, Xml):
        return bool(wanted.search(piece.xml))
    if isinstance(piece.node, Part):
        return False
    needs = {Role.TABLE: _ROW, Role.ROW: _CELL}.get(piece.role) if piece.role else None
    if needs and not _surely(piece, needs):
        return False
    return not _may_vanish(piece)


def _merged(steps: Steps) -> tuple[plan.Step, ...]:
    """The steps with neighbouring copies as one."""
    made: Steps = []
    for step in steps:
        last = made[-1] if made else None
        if isinstance(step, plan.Copy) and isinstance(last, plan.Copy):
            made[-1] = plan.Copy(last.xml + step.xml)
        elif step != plan.Copy(""):
            made.append(step)
    return tuple(made)


def _spot(tag: Tag, label: tuple[str | int, ...] = ()) -> plan.Spot:
    place: Place = place_of(tag)
    cells = tuple(plan.CellAt(cell.table, cell.row, cell.cell) for cell in place.cells)
    return plan.Spot(place.file, place.part, cells, place.paragraph, place.tag, label)
