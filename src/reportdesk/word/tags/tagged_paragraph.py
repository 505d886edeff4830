"""Cuts a paragraph at its tags, so that each tag stands between whole runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportdesk.core.places import Place
from reportdesk.core.quick_dataclasses import dataclass, replace
from reportdesk.core.skeleton import Group, Node, Role, Tag, Xml
from reportdesk.word.tags.field_codes import join_instructions
from reportdesk.word.tags.paragraph_pieces import Box, Piece
from reportdesk.word.tags.tag_faults import TagFaults
from reportdesk.word.tags.tag_text import OBJECT, Fault, Found, find_tags, tag_like
from reportdesk.word.tags.tokens import escape, folded

_RUN_END = "</w:r>"
# docxtpl's way to print braces; two texts, as braces side by side are a tag that is left over.
_PRINTED_BRACES = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")
_EXACT = ' xml:space="preserve"'
_APART = f"{{}}</w:t><w:t{_EXACT}>{{}}"
_INSTRUCTION = '<w:instrText xml:space="preserve">{}</w:instrText>'


@dataclass(frozen=True, slots=True)
class _Begun:
    """A tag, at the piece that it begins in."""

    found: Found
    look: str


_Cut = Piece | Box | _Begun


class TagCutter:
    """Cuts the runs of one paragraph and of the boxes within it.

    Attributes:
        changes: how much is not printed as it is typed: ``{# comments #}`` and ``{_{``.
    """

    def __init__(self, place: Place, faults: TagFaults) -> None:
        self._place = place
        self._faults = faults
        self.changes = 0
        self._crossing = False

    def cut(self, paragraph: Box) -> tuple[Node, ...]:
        """Return what the paragraph holds, as nodes."""
        self._crossing = _crosses_edges(paragraph)
        return self._nodes(paragraph)

    def _nodes(self, box: Box) -> tuple[Node, ...]:
        items = join_instructions(box.items, self._place, self._faults)
        text = _text_of(items)
        tags = [found for found in find_tags(text) if self._is_sound(found)]
        self.changes += sum(not found.source for found in tags)
        self.changes += len(_PRINTED_BRACES.findall(text))
        for typed in tag_like(text):
            self._faults.tag_like(typed, self._place)
        runs = _Runs()
        for cut in _cuts(items, tags):
            if isinstance(cut, Piece):
                runs.add(cut)
            else:
                runs.add_node(self._node(cut))
        return runs.nodes()

    def _node(self, cut: Box | _Begun) -> Node:
        if isinstance(cut, Box):
            return _box_node(cut, self._nodes(cut), self._place)
        found = cut.found
        place = replace(self._place, tag=found.typed)
        return Tag(found.source, place, found.prefix, cut.look)

    def _is_sound(self, found: Found) -> bool:
        self._faults.count(1)
        if found.fault and not self._crossing:
            self._faults.tag(found, self._place)
        elif found.fault and found.fault is not Fault.STRAY:
            self._faults.crossing(found, self._place)
        return not found.fault


class _Runs:
    """Puts pieces together to runs again, and runs to markup between nodes."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._markup: list[str] = []
        self._seen: list[str] = []
        self._run = 0

    def add(self, piece: Piece) -> None:
        if not isinstance(piece.content, str):
            self._add_framed(piece, piece.content)
            return
        self._turn_to(piece)
        self._markup.append(_markup(piece))
        self._seen.append(piece.shown)

    def add_node(self, node: Node) -> None:
        self._flush()
        self._nodes.append(node)

    def nodes(self) -> tuple[Node, ...]:
        self._flush()
        return tuple(node for node in self._nodes if node != Xml(""))

    def _add_framed(self, piece: Piece, node: Node) -> None:
        """Add a finished node, within a run of its own where it stood in one."""
        if piece.run:
            node = Group(Role.INLINE, piece.start + piece.look, (node,), _RUN_END, Place())
        self.add_node(node)

    def _turn_to(self, piece: Piece) -> None:
        if piece.run == self._run:
            return
        if self._run:
            self._markup.append(_RUN_END)
        if piece.run:
            self._markup.append(piece.start + piece.look)
        self._run = piece.run

    def _flush(self) -> None:
        if self._run:
            self._markup.append(_RUN_END)
            self._run = 0
        if self._markup:
            self._nodes.append(Xml("".join(self._markup), "".join(self._seen)))
            self._markup.clear()
            self._seen.clear()


def _cuts(items: Sequence[Piece | Box], tags: Sequence[Found]) -> Iterator[_Cut]:
    """Go over items and tags side by side; a tag comes out at the piece that it begins in."""
    at = passed = 0
    for item in items:
        end = at + len(_shown(item))
        while passed < len(tags) and tags[passed].end <= at:
            passed += 1
        if isinstance(item, Piece) and item.is_text:
            yield from _text_cuts(item, at, tags, passed)
        elif end == at or passed == len(tags) or tags[passed].start >= end:
            yield item
        at = end


def _text_cuts(piece: Piece, start: int, tags: Sequence[Found], passed: int) -> Iterator[_Cut]:
    here, end = start, start + len(piece.shown)
    for number in range(passed, len(tags)):
        tag = tags[number]
        if tag.start >= end:
            break
        if tag.start > here:
            yield _part(piece, here - start, tag.start - start)
        if tag.start >= start and tag.source:
            yield _Begun(tag, piece.look)
        here = min(end, tag.end)
    if here < end:
        yield _part(piece, here - start, end - start)


def _part(piece: Piece, start: int, end: int) -> Piece:
    text = piece.shown[start:end]
    return replace(piece, shown=text, content=text)


def _markup(piece: Piece) -> str:
    content = str(piece.content)
    if piece.is_instruction:
        return _INSTRUCTION.format(escape(content))
    if not piece.is_text:
        return content
    text = escape(content)
    printed = _PRINTED_BRACES.sub(lambda found: _APART.format(found[0][0], found[0][2]), text)
    exact = content != content.strip() or "  " in content or printed != text
    return f"<w:t{_EXACT if exact else ''}>{printed}</w:t>"


def _box_node(box: Box, nodes: tuple[Node, ...], place: Place) -> Node:
    if all(isinstance(node, Xml) for node in nodes):
        markup = "".join(node.xml for node in nodes if isinstance(node, Xml))
        text = "".join(node.text for node in nodes if isinstance(node, Xml))
        return Xml(box.opening + markup + box.closing, text)
    return folded(Group(Role.INLINE, box.opening, nodes, box.closing, place))


def _crosses_edges(paragraph: Box) -> bool:
    """Whether tags are whole only when the edges of links and controls are not looked at."""
    boxes = [item for item in paragraph.items if isinstance(item, Box)]
    if not boxes:
        return False
    apart = [find_tags(_text_of(box.items)) for box in (paragraph, *_all_boxes(paragraph))]
    faulty = any(found.fault for tags in apart for found in tags)
    return faulty and not any(found.fault for found in find_tags(_text_through(paragraph)))


def _all_boxes(box: Box) -> Iterator[Box]:
    for item in box.items:
        if isinstance(item, Box):
            yield item
            yield from _all_boxes(item)


def _text_through(box: Box) -> str:
    return "".join(
        _text_through(item) if isinstance(item, Box) else item.shown for item in box.items
    )


def _text_of(items: Sequence[Piece | Box]) -> str:
    return "".join(map(_shown, items))


def _shown(item: Piece | Box) -> str:
    return OBJECT if isinstance(item, Box) else item.shown
