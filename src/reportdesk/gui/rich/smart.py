"""What is made of a key that was just typed: curly quotes, dashes, and lists begun by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportdesk.core.richtext import BlockKind

_OPENS_AFTER = frozenset(" \t\u00a0\u2028([{<–—/“‘")
_QUOTES = {'"': ("“", "”"), "'": ("‘", "’")}
_LIST_MARKS = (
    (re.compile(r"[-*•]"), BlockKind.BULLET),
    (re.compile(r"1[.)]"), BlockKind.NUMBER),
)


@dataclass(frozen=True, slots=True)
class Instead:
    """Take so many characters before the cursor away, and put the text there."""

    away: int
    text: str


def instead_of(before: str, typed: str) -> Instead | None:
    """Return what stands for the typed character; ``before`` is what precedes it in its line."""
    if typed in _QUOTES:
        opening, closing = _QUOTES[typed]
        opens = not before or before[-1] in _OPENS_AFTER
        return Instead(1, opening if opens else closing)
    if typed == " " and before.endswith((" -", " --")) and before.strip(" -"):
        dashes = len(before) - len(before.rstrip("-"))
        return Instead(dashes + 1, "– ")
    if typed == "-" and re.search(r"[^\W_]-$", before):
        return Instead(2, "–")
    return None


def list_begun(before: str, typed: str) -> BlockKind | None:
    """Return the kind of list that a space after such a mark at a paragraph's start begins."""
    if typed != " ":
        return None
    return next((kind for mark, kind in _LIST_MARKS if mark.fullmatch(before)), None)
