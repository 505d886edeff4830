"""Says in plain words why two tags that belong together cannot work where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.skeleton import Group, Paragraph, Part, Role, Xml
from reportdesk.templating.lifting import Branch, Leaf, Piece, ends_section, is_bare, single
from reportdesk.templating.tags import place_of, shown

_HEADER = re.compile(r"<w:tblHeader(?:\s+w:val=\"(?:1|true|on)\")?\s*/>")
# Where a tag of that prefix may stand once it is lifted.
_LEVELS = {
    "p": (Role.BLOCKS, Role.CELL, Role.ROW, Role.TABLE),
    "tc": (Role.ROW,),
    "tr": (Role.TABLE,),
}


def crossing(opener: Leaf, closer: Leaf) -> Problem | None:
    """Return the fault of a pair that does not stand at one level, or None."""
    if opener.home is closer.home:
        return None
    first, second = shown(opener.tag.source), shown(closer.tag.source)
    in_text = next((leaf for leaf in (opener, closer) if _in_text(leaf)), None)
    if _cells(opener) != _cells(closer) or _rows(opener) or _rows(closer):
        message = _(
            "{first} and {second} do not stand in the same table cell, nor around whole rows"
        )
        fix = _("put both in one cell, or each alone in a table row of its own")
        return _problem("crosses-table", opener, closer, message, fix)
    for leaf in (opener, closer):
        if leaf.home and ends_section(leaf.home) and is_bare(leaf.home.pieces):
            return Problem("section-break", *_section(leaf), place_of(leaf.tag))
    if in_text and not _same_paragraph(opener, closer):
        message = _("text stands beside {tag}, and {other} stands in another paragraph").format(
            tag=shown(in_text.tag.source), other=second if in_text is opener else first
        )
        fix = _("put the tag in a paragraph of its own; the text would be lost or repeated")
        return Problem("text-beside-tag", message, fix, place_of(in_text.tag))
    message = _("{first} and {second} are parted by the edge of a link, a text box or a change")
    fix = _("put both inside it, or both outside")
    return _problem("crosses-edge", opener, closer, message, fix)


def misplaced(leaf: Leaf) -> Problem | None:
    """Return the fault of a tag whose prefix asks for more than stands around it, or None."""
    prefix, home = leaf.tag.prefix, leaf.home
    if home is None or prefix not in _LEVELS or home.role in _LEVELS[prefix]:
        return None
    if prefix == "p" and isinstance(home.node, Part):
        return None
    if not leaf.controls and (prefix != "p" or single(home.pieces)):
        return None
    tag = shown(leaf.tag.source)
    if prefix != "p" and not leaf.tag.place.cells:
        message = _("{tag} has the prefix {prefix}, but stands in no table")
        fix = _("take the prefix out")
        code = "prefix"
    else:
        message = _("text stands beside {tag}, whose prefix {prefix} would drop it")
        fix = _("move the text away from the tag, or take the prefix out")
        code = "text-beside-tag"
    said = message.format(tag=tag, prefix=prefix)
    return Problem(code, said, fix, place_of(leaf.tag))


def headers_between(opener: Leaf, closer: Leaf) -> Problem | None:
    """Return the warning for a loop over rows that repeats the table's header row, or None."""
    home = opener.home
    if home is None or home.role is not Role.TABLE or closer.home is not home:
        return None
    between = home.pieces[home.pieces.index(opener) : home.pieces.index(closer)]
    if not any(map(_is_header, between)):
        return None
    message = _("{tag} repeats the table’s header row").format(tag=shown(opener.tag.source))
    fix = _("put the loop’s tags below the header row")
    return Problem("header-row-in-loop", message, fix, place_of(opener.tag), Severity.WARN)


def _problem(code: str, opener: Leaf, closer: Leaf, message: str, fix: str) -> Problem:
    said = message.format(first=shown(opener.tag.source), second=shown(closer.tag.source))
    ends = _details(closer.tag.place)
    if ends:
        said = _("{message}; the second is in {place}").format(message=said, place=ends)
    return Problem(code, said, fix, place_of(opener.tag))


def _section(leaf: Leaf) -> tuple[str, str]:
    message = _("the paragraph of {tag} ends a section and cannot go").format(
        tag=shown(leaf.tag.source)
    )
    return message, _("put the tag in a paragraph of its own before it")


def _details(place: Place) -> str:
    return str(Place(part=place.part, cells=place.cells, paragraph=place.paragraph))


def _in_text(leaf: Leaf) -> bool:
    home = leaf.home
    return home is not None and (isinstance(home.node, Paragraph) or home.role is Role.INLINE)


def _around(leaf: Leaf) -> Iterator[Branch]:
    home = leaf.home
    while home is not None:
        yield home
        home = home.parent


def _same_paragraph(opener: Leaf, closer: Leaf) -> bool:
    first, second = (
        next((home for home in _around(leaf) if isinstance(home.node, Paragraph)), None)
        for leaf in (opener, closer)
    )
    return first is second


def _cells(leaf: Leaf) -> Branch | None:
    """The innermost cell, or table in which whole rows are controlled, around the tag."""
    roles = (Role.CELL, Role.ROW, Role.TABLE)
    return next((home for home in _around(leaf) if home.role in roles), None)


def _rows(leaf: Leaf) -> bool:
    return leaf.home is not None and leaf.home.role in (Role.ROW, Role.TABLE)


def _is_header(piece: Piece) -> bool:
    if isinstance(piece, Branch):
        return piece.role is Role.ROW and bool(_HEADER.search(_opening(piece)))
    return isinstance(piece, Xml) and bool(_HEADER.search(piece.xml.partition("<w:tc")[0]))


def _opening(branch: Branch) -> str:
    first = branch.pieces[0] if branch.pieces else None
    before = first.xml.partition("<w:tc")[0] if isinstance(first, Xml) else ""
    return branch.node.open + before if isinstance(branch.node, Group) else before
