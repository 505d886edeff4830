"""The whole Markdown dialect of drafts, read by markdown-it: only this module imports it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reportdesk.core.richtext import LISTS, Block, BlockKind, RichText, Run, rich
from reportdesk.storage.markdown_numbers import Numbers

Look = Literal["bold", "italic", "superscript"]

_BLOCKS = ["list", "blockquote", "heading"]
_INLINES = ["emphasis", "escape", "newline", "html_inline", "entity", "link"]
_MARKDOWN = MarkdownIt("zero", {"html": True}).enable(_BLOCKS + _INLINES)
# Addresses are the officer's words: kept as typed. What may be followed is for those who open them.
_MARKDOWN.normalizeLink = lambda url: url  # type: ignore[method-assign]
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]

_LOOKS: dict[str, Look] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "sup": "superscript",
}
_TAG = re.compile(r"<(/?)(b|strong|i|em|sup)>$")
_BREAK = re.compile(r"<br ?/?>$")
# What markdown-it or Python take for space or cannot hold; our dialect takes them for letters.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
)
_NUMERIC = re.compile(r"&#([xX][0-9a-fA-F]{1,6}|[0-9]{1,7});")
_PRIVATE = range(0xE000, 0xF8FF)


def parse(text: str) -> RichText:
    """Return the rich text that the Markdown stands for; nothing in it is ever lost or run."""
    hidden, back = _with_stand_ins(text)
    return rich(_Reader(_MARKDOWN.parse(hidden), back).blocks())


def _with_stand_ins(text: str) -> tuple[str, dict[int, str]]:
    odd = set(_ODD.findall(text))
    if not odd:
        return text, {}
    taken = set(text) | {_numeric(found) for found in _NUMERIC.findall(text)}
    free = (chr(code) for code in _PRIVATE if chr(code) not in taken)
    pairs = dict(zip(sorted(odd), free, strict=False))
    hidden = text.translate({ord(odd): by for odd, by in pairs.items()})
    return hidden, {ord(by): odd for odd, by in pairs.items()}


def _numeric(code: str) -> str:
    number = int(code[1:], 16) if code[0] in "xX" else int(code)
    return chr(number) if number <= 0x10FFFF else ""


@dataclass(slots=True)
class _Item:
    """A list item that is open: its marker as typed, and whether its text has come."""

    kind: BlockKind
    marker: str
    begun: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks the tokens; ``_open`` holds the items and quotations around the present one."""

    tokens: Sequence[Token]
    back: dict[int, str]
    _open: list[_Item | None] = field(default_factory=list)
    _heading: int = 0
    _numbers: Numbers = field(default_factory=Numbers)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks, not yet in normal form."""
        for token in self.tokens:
            if token.type == "inline":
                block = self._block(_Inline(token.children or [], self.back).runs())
                if block:
                    yield block
            else:
                self._step(token)

    def _step(self, token: Token) -> None:
        if token.type == "heading_open":
            self._heading = int(token.tag[1])
        elif token.type == "heading_close":
            self._heading = 0
        elif token.type == "blockquote_open":
            self._open.append(None)
        elif token.type == "list_item_open":
            kind = BlockKind.NUMBER if token.info else BlockKind.BULLET
            self._open.append(_Item(kind, token.info + token.markup))
        elif token.type in ("blockquote_close", "list_item_close"):
            self._open.pop()

    def _block(self, runs: list[Run]) -> Block | None:
        """Return the block of the innermost surrounding; none where there are no letters."""
        if not any(run.text.strip(" \t\n") for run in runs):
            return None
        around = self._open[-1] if self._open else _PLAIN
        if self._heading:
            return self._numbers.take(Block(tuple(runs), BlockKind.HEADING, self._heading))
        if around is None:
            return self._numbers.take(Block(tuple(runs), BlockKind.QUOTATION))
        if around.kind not in LISTS or around.begun:
            return self._numbers.take(Block(tuple(runs)))
        around.begun = True
        level = sum(1 for item in self._open if item is not None)
        return self._numbers.take_item(runs, around.kind, level, around.marker)


_PLAIN = _Item(BlockKind.PARAGRAPH, "")


@dataclass(slots=True)
class _Inline:
    """Walks the letters of one block."""

    tokens: Sequence[Token]
    back: dict[int, str]
    _looks: Counter[Look] = field(default_factory=Counter)
    _link: str = ""

    def runs(self) -> list[Run]:
        """Return the runs, not yet in normal form."""
        tags = _paired_tags(self.tokens)
        made = []
        for at, token in enumerate(self.tokens):
            text = self._take(token, at in tags)
            if text:
                made.append(self._run(text.translate(self.back) if self.back else text))
        return made

    def _run(self, text: str) -> Run:
        looks = self._looks
        return Run(
            text, looks["bold"] > 0, looks["italic"] > 0, looks["superscript"] > 0, self._link
        )

    def _take(self, token: Token, paired: bool) -> str:
        """Return the letters of the token; take in what it says of looks."""
        if token.type in _SIGNS:
            look, step = _SIGNS[token.type]
            self._looks[look] += step
        elif token.type == "link_open":
            self._link = str(token.attrs["href"]).translate(self.back)
        elif token.type == "link_close":
            self._link = ""
        elif paired:
            closing, name = _TAG.match(token.content).groups()  # type: ignore[union-attr]
            self._looks[_LOOKS[name]] += -1 if closing else 1
        elif token.type == "html_inline" and _BREAK.match(token.content):
            return "\n"
        else:
            return _BREAKS.get(token.type, token.content)
        return ""


_SIGNS: dict[str, tuple[Look, int]] = {
    "strong_open": ("bold", 1),
    "strong_close": ("bold", -1),
    "em_open": ("italic", 1),
    "em_close": ("italic", -1),
}
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def _paired_tags(tokens: Sequence[Token]) -> set[int]:
    """Return which tokens are tags of looks that are both opened and closed."""
    waiting: dict[str, list[int]] = {name: [] for name in _LOOKS}
    paired: set[int] = set()
    for at, token in enumerate(tokens):
        found = _TAG.match(token.content) if token.type == "html_inline" else None
        if found and not found[1]:
            waiting[found[2]].append(at)
        elif found and waiting[found[2]]:
            paired |= {at, waiting[found[2]].pop()}
    return paired
