"""Which list item a paragraph of pasted HTML is: by its tags, or by Word's own marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from reportdesk.core.richtext import BlockKind

_LEVEL = re.compile(r"\blevel(\d)\b")
_NUMBER = re.compile(r"[(\[]?(?:\d+(?:\.\d+)*|[a-z]{1,5})[.):\]]|\d+", re.IGNORECASE)
_FIRST = re.compile(r"[(\[]?(?:[\d.]*\b1|a|i)[.):\]]*", re.IGNORECASE)
_DEEPEST = 9


@dataclass(slots=True)
class Place:
    """What the block is that the letters at hand belong to.

    Attributes:
        used: a block was made here already; a further one is a plain paragraph, unless it is
            quoted.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    restart: bool = False
    used: bool = False


@dataclass(slots=True)
class _List:
    kind: BlockKind
    restart: bool


class Lists:
    """The ``ul`` and ``ol`` around the place that is read."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def enter(self, element: Element) -> None:
        """Go into a list; one that is said to start later goes on from the list before."""
        start = (element.get("start") or "1").strip()
        kind = BlockKind.NUMBER if element.tag == "ol" else BlockKind.BULLET
        self._open.append(_List(kind, start in ("", "0", "1")))

    def leave(self) -> None:
        """Come out of the innermost list."""
        if self._open:
            self._open.pop()

    def item(self, element: Element) -> Place:
        """Return the place of a list item."""
        around = self._open[-1] if self._open else _List(BlockKind.BULLET, True)
        restart, around.restart = around.restart, False
        said = element.get("aria-level") or element.get("data-aria-level") or ""
        level = int(said) if said.isdecimal() and len(said) == 1 else len(self._open)
        return Place(around.kind, max(level, 1), restart and around.kind is BlockKind.NUMBER)


def word_item(style: Mapping[str, str]) -> Place | None:
    """Return the place that Word's ``mso-list`` gives a paragraph, None where it is no item.

    Whether it is a bullet or a number is in the mark, which Word writes as text.
    """
    found = _LEVEL.search(style.get("mso-list", ""))
    if found is None:
        return None
    return Place(BlockKind.BULLET, min(int(found[1]), _DEEPEST))


def marked(place: Place, mark: str) -> None:
    """Make the item a bullet or a number by the mark that stood before its words."""
    mark = mark.strip(" \t\n\u00a0")
    if place.kind is BlockKind.BULLET and _NUMBER.fullmatch(mark):
        place.kind = BlockKind.NUMBER
        place.restart = bool(_FIRST.fullmatch(mark))
