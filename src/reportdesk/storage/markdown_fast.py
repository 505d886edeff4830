"""The common case of the Markdown dialect, read without markdown-it; what is unsure is declined.

Law: what is not declined is read exactly as ``markdown_full`` reads it.
"""

from __future__ import annotations

import re

from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.core.richtext import Block, BlockKind, RichText, rich
from reportdesk.storage.markdown_numbers import Numbers
from reportdesk.storage.markdown_stars import ADDRESS, Unsure, read_runs

_ODD = "\x00-\x08\t\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
# One look at each letter; where one of these is met, a closer look decides.
_SUSPECT = re.compile(rf"[{_ODD}\]<&_]")
# Odd spaces, odd links, tags, entities, underscores at a word's edge.
_UNSURE = re.compile(
    rf"[{_ODD}]|\]\((?!{ADDRESS}\))|<[A-Za-z/!?]|&(?!nbsp;|shy;)(?:#|[A-Za-z][A-Za-z0-9]{{1,31}};)"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"
)
_ITEM = re.compile(r"(?:-|(\d{1,9})\.) (?=[^ ])")
_HEADING = re.compile(r"(#{1,3}) (?=[^ ])")
_QUOTE = re.compile(r"> (?=[^ ])")
# What may begin something else than a paragraph.
_START = re.compile(r"[>#+-]|\*(?:\s|$)|\d{1,9}[.)](?:\s|$)")


def parse_simple(text: str) -> RichText | None:
    """Return the rich text, the same as the whole dialect gives, or None where it is unsure."""
    if _SUSPECT.search(text) and _UNSURE.search(text):
        return None
    if " \n" in text or text.endswith(" "):
        return None
    lines = _Lines()
    try:
        for line in text.split("\n"):
            lines.take(line)
        lines.finish()
    except Unsure:
        return None
    return rich(lines.blocks)


@dataclass(slots=True)
class _Item:
    """A list item that is open: where its text begins, and its kind."""

    column: int
    kind: BlockKind


@dataclass(slots=True)
class _Lines:
    """Takes line by line; what is being gathered is finished when the next thing begins."""

    blocks: list[Block] = field(default_factory=list)
    _items: list[_Item] = field(default_factory=list)
    _gathered: list[str] = field(default_factory=list)
    _kind: BlockKind = BlockKind.PARAGRAPH
    _level: int = 0
    _marker: str = ""
    _numbers: Numbers = field(default_factory=Numbers)

    def take(self, line: str) -> None:
        """Take one line; raises Unsure where only the whole dialect can tell."""
        bare = line.lstrip(" ")
        if not bare:
            self.finish()
        elif found := _ITEM.match(bare):
            self._item(len(line) - len(bare), found, bare[found.end() :])
        elif line[0] == "#" and not self._gathered:
            self._heading(line)
        elif (self._kind is BlockKind.QUOTATION and self._gathered) or line[0] == ">":
            self._quotation(line)
        elif _START.match(bare):
            raise Unsure
        elif self._gathered:
            self._gathered.append(bare)
        else:
            self._paragraph(len(line) - len(bare), bare)

    def finish(self) -> None:
        """End what is being gathered."""
        if not self._gathered:
            return
        runs = read_runs("\n".join(self._gathered))
        self._gathered = []
        if self._marker:
            block = self._numbers.take_item(runs, self._kind, self._level, self._marker)
        else:
            block = self._numbers.take(Block(tuple(runs), self._kind, self._level or 1))
        self.blocks.append(block)

    def _item(self, indent: int, found: re.Match[str], text: str) -> None:
        kind = BlockKind.NUMBER if found[1] else BlockKind.BULLET
        level = self._level_at(indent)
        if _START.match(text) or self._interrupts_unsurely(level, kind, found[1]):
            raise Unsure
        self.finish()
        del self._items[level - 1 :]
        self._items.append(_Item(indent + found.end(), kind))
        self._begin(text, kind, level, found[0][:-1])

    def _level_at(self, indent: int) -> int:
        if indent == 0:
            return 1
        for level, item in enumerate(self._items, 1):
            if item.column == indent:
                return level + 1
        raise Unsure

    def _interrupts_unsurely(self, level: int, kind: BlockKind, number: str | None) -> bool:
        """Whether the item follows, without an empty line, on a text that might swallow it."""
        if not self._gathered:
            return False
        if not self._marker or level > len(self._items) + 1:
            return True
        if level == len(self._items) + 1:
            return number is not None and number != "1"
        return self._items[level - 1].kind is not kind

    def _heading(self, line: str) -> None:
        found = _HEADING.match(line)
        if not found or line[-1] == "#":
            raise Unsure
        self._items.clear()
        self._begin(line[found.end() :], BlockKind.HEADING, len(found[1]), "")
        self.finish()

    def _quotation(self, line: str) -> None:
        """Take a line of a quotation, each line of which is marked as one."""
        found = _QUOTE.match(line)
        text = line[found.end() :] if found else ""
        if not text or text[0] == "#" or _ITEM.match(text) or _START.match(text):
            raise Unsure
        if not self._gathered:
            self._items.clear()
            self._begin(text, BlockKind.QUOTATION, 0, "")
        elif self._kind is BlockKind.QUOTATION:
            self._gathered.append(text)
        else:
            raise Unsure

    def _paragraph(self, indent: int, text: str) -> None:
        level = self._level_at(indent)
        del self._items[level - 1 :]
        self._begin(text, BlockKind.PARAGRAPH, 0, "")

    def _begin(self, text: str, kind: BlockKind, level: int, marker: str) -> None:
        self._gathered = [text]
        self._kind, self._level, self._marker = kind, level, marker
