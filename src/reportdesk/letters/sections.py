"""Turns headed blocks into sections with their items, lead-ins and what is stated as none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportdesk.core.letter import Item, Section, SectionKind, Sureness
from reportdesk.letters.blocks import Block, Shape
from reportdesk.letters.headings import bare_heading, heading_kind
from reportdesk.letters.outline import Headed

_LISTS = frozenset({SectionKind.PRIORITY, SectionKind.IMPROVEMENT})
_NONE = re.compile(
    r"^(?:there (?:are|were|is|was) no|no|inspectors (?:did not|have not|identified no|found no))\b"
    r".{0,40}\b(?:areas?|priority actions?|improvements?|identified|required)\b|^none\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?<=[:?.\s])\d{1,2}$|(?<=[a-z])\d$")


def sections_of(headed: Sequence[Headed]) -> tuple[Section, ...]:
    """Return the sections in order; a sub-heading under findings goes on as findings."""
    sections: list[Section] = []
    for part in headed:
        kind = heading_kind(part.heading.text)
        before = sections[-1].kind if sections else SectionKind.OTHER
        if kind is None:
            kind = before if before is SectionKind.FINDINGS else SectionKind.OTHER
        sections.append(_section(kind, part))
    return _doubtful(tuple(sections))


def item_of(block: Block) -> Item:
    """Return a block as an item, with its places."""
    bulleted = block.shape in (Shape.BULLET, Shape.NUMBER)
    return Item(block.text, block.spans, block.sureness, block.number, bulleted)


def bodies(part: Headed) -> tuple[Block, ...]:
    """Return the blocks under a heading that say something: bare bullets left out."""
    return tuple(block for block in part.blocks if not block.bare)


def _section(kind: SectionKind, part: Headed) -> Section:
    blocks = bodies(part)
    heading = _MARK.sub("", part.heading.text).strip()
    section = Section(kind, heading, part.heading.spans)
    if kind in _LISTS:
        return _listed(section, blocks)
    return replace(section, items=tuple(item_of(block) for block in blocks))


def _listed(section: Section, blocks: tuple[Block, ...]) -> Section:
    """A section that lists what to do: marked blocks are its items, sentences lead in to them."""
    marked = tuple(item_of(block) for block in blocks if block.mark)
    plain = tuple(item_of(block) for block in blocks if not block.mark)
    if marked:
        last_mark = max(at for at, block in enumerate(blocks) if block.mark)
        trailing = any(not block.mark for block in blocks[last_mark + 1 :])
        sureness = Sureness.LIKELY if trailing else Sureness.SURE
        return replace(section, items=marked, lead=plain, sureness=sureness)
    if plain and all(_NONE.search(item.text) for item in plain):
        return replace(section, lead=plain, none_stated=True)
    likely = tuple(replace(item, sureness=Sureness.LIKELY) for item in plain)
    return replace(section, items=likely, sureness=Sureness.LIKELY)


def _doubtful(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """A list that an unknown heading follows may go on under it: then it is likely, not sure."""
    made = list(sections)
    for at, (section, after) in enumerate(pairwise(sections)):
        known = bare_heading(after.heading) and heading_kind(after.heading) is not None
        if section.kind in _LISTS and not known:
            made[at] = replace(section, sureness=Sureness.LIKELY)
    return tuple(made)
