"""Tags within the instruction of a Word field, such as the address of a HYPERLINK field."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.quick_dataclasses import replace
from reportdesk.core.skeleton import Group, Node, Role, Tag, Xml
from reportdesk.word.tags.paragraph_pieces import Box, Piece
from reportdesk.word.tags.tag_faults import TagFaults
from reportdesk.word.tags.tag_text import find_tags, is_control
from reportdesk.word.tags.tokens import escape

_START = '<w:instrText xml:space="preserve">'
_END = "</w:instrText></w:r>"


def join_instructions(
    items: Sequence[Piece | Box], place: Place, faults: TagFaults
) -> list[Piece | Box]:
    """Return the items with each field instruction that holds tags as one node."""
    made: list[Piece | Box] = []
    pieces: list[Piece] = []
    for item in items:
        if isinstance(item, Piece) and item.is_instruction:
            pieces.append(item)
            continue
        if pieces and isinstance(item, Piece) and not item.content:
            continue
        made += _joined(pieces, place, faults)
        pieces = []
        made.append(item)
    return made + _joined(pieces, place, faults)


def bare_nodes(text: str, place: Place, faults: TagFaults, where: str) -> tuple[Node, ...]:
    """Return bare text, cut at its tags; ``where`` says in words what it is."""
    nodes: list[Node] = []
    at = 0
    for found in find_tags(text):
        faults.count(1)
        if found.fault:
            faults.tag(found, place)
        if not found.fault and is_control(found.source):
            faults.misplaced(found.typed, where, place)
        if found.start > at:
            nodes.append(_text(text[at : found.start]))
        if found.source:
            nodes.append(Tag(found.source, replace(place, tag=found.typed), bare=True))
        at = found.end if not found.fault else found.start
    if at < len(text):
        nodes.append(_text(text[at:]))
    return tuple(nodes)


def _joined(pieces: list[Piece], place: Place, faults: TagFaults) -> list[Piece | Box]:
    text = "".join(str(piece.content) for piece in pieces)
    if "{" not in text and "}" not in text:
        return list(pieces)
    nodes = bare_nodes(text, place, faults, _("a field’s instruction"))
    opening = pieces[0].start + pieces[0].look + _START
    return [Piece("", Group(Role.INLINE, opening, nodes, _END, place))]


def _text(text: str) -> Xml:
    return Xml(escape(text), text)
