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
    r"^(?:there (?:are|were|is|was) (?:currently )?no|no"
    r"|(?:inspectors|(?:this|the) (?:focused |monitoring )?visit)"
    r" (?:did not|have not|has not|identified no|found no))\b"
    r".{0,40}\b(?:areas?|priority actions?|improvements?|identified|required)\b"
    r"|^none\b|^n/?a\b|^not applicable\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:no|not|none|any|neither)\b", re.IGNORECASE)
_TABLE = re.compile(r"Responsible bod(?:y|ies)\b", re.IGNORECASE)
_WHOLE = re.compile(r"[.?!:;][\"'’”)\]]*\d{0,2}$")
_DEEPER = 8  # points further right, for an item of an item
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
    return replace(section, items=tuple(_said(item_of(block)) for block in blocks))


def _said(item: Item) -> Item:
    """A line without an end, set as no item of a list, may be a heading of its own."""
    doubtful = not item.bulleted and not _WHOLE.search(item.text)
    return _doubted(item, Sureness.LIKELY) if doubtful else item


def _doubted(item: Item, sureness: Sureness) -> Item:
    return replace(item, sureness=sureness) if item.sureness is Sureness.SURE else item


def _listed(section: Section, blocks: tuple[Block, ...]) -> Section:
    """A section that lists what to do: marked blocks are its items, sentences lead in to them."""
    marked = _marked([block for block in blocks if block.mark])
    plain = tuple(item_of(block) for block in blocks if not block.mark)
    if marked:
        last_mark = max(at for at, block in enumerate(blocks) if block.mark)
        trailing = any(not block.mark for block in blocks[last_mark + 1 :])
        sureness = Sureness.LIKELY if trailing else Sureness.SURE
        return replace(section, items=marked, lead=plain, sureness=sureness)
    if plain and all(_NONE.search(item.text) for item in plain):
        return replace(section, lead=plain, none_stated=True)
    table = any(_TABLE.match(item.text) for item in plain)
    likely = tuple(_unmarked(item, table=table) for item in plain)
    return replace(section, items=likely, sureness=Sureness.LIKELY)


def _unmarked(item: Item, *, table: bool) -> Item:
    """A sentence where a list was awaited; it may name nothing, or be the rows of a table."""
    unlike = table or bool(_DENIES.search(item.text))
    return replace(item, sureness=Sureness.UNSURE if unlike else Sureness.LIKELY)


def _marked(blocks: Sequence[Block]) -> tuple[Item, ...]:
    """The items of a list; items of an item belong to it, and are then not sure to be all."""
    items: list[Item] = []
    within = False
    for block in blocks:
        item, other = item_of(block), _glyph(block) != _glyph(blocks[0])
        led = bool(items) and (items[-1].text.endswith(":") or _deeper(block, blocks[0]))
        within = other and (within or led)
        if within:
            last = items[-1]
            text, spans = f"{last.text} {item.text}", (*last.spans, *item.spans)
            items[-1] = replace(last, text=text, spans=spans, sureness=Sureness.LIKELY)
        else:
            items.append(_doubted(item, Sureness.LIKELY) if other else item)
    return tuple(items)


def _glyph(block: Block) -> str:
    return "" if block.number else block.lines[0].text[:1]


def _deeper(block: Block, first: Block) -> bool:
    return block.lines[0].x > first.lines[0].x + _DEEPER


def _doubtful(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """A list that an unknown heading follows may go on under it: then it is likely, not sure."""
    made = list(sections)
    for at, (section, after) in enumerate(pairwise(sections)):
        known = bare_heading(after.heading) and heading_kind(after.heading) is not None
        if section.kind in _LISTS and not known:
            made[at] = replace(section, sureness=Sureness.LIKELY)
    return tuple(made)
