"""Joins paragraphs where a tracked change deleted the mark between them, as Word does."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.word.tags.cleaning import Opened
from reportdesk.word.tags.tokens import Token

# Each costs as much as the paragraph is long.
_MOST_JOINED = 20
_START, _END = "<w:pPr", "</w:pPr>"


def may_go_on(tokens: Sequence[Token], opened: Opened) -> bool:
    """Return whether it is a paragraph with text, which ends no section."""
    if opened.name != "w:p" or opened.start < 0 or opened.joined >= _MOST_JOINED:
        return False
    inner = tokens[opened.start + 1 :]
    texts = [token for token in inner if isinstance(token, str)]
    return "</w:r>" in texts and not any(token.startswith("<w:sectPr") for token in texts)


def join_paragraphs(tokens: list[Token], opened: Opened) -> None:
    """Make one paragraph of two, both open at the end of the tokens: it looks as the second."""
    first, second = opened.start + 1, opened.joint
    before, after = _properties_end(tokens, first), _properties_end(tokens, second)
    tokens[first:] = tokens[second:after] + tokens[before:second] + tokens[after:]
    opened.joint = 0
    opened.joined += 1


def _properties_end(tokens: Sequence[Token], at: int) -> int:
    """Return where a paragraph's properties, which may begin there, are over."""
    token = tokens[at] if at < len(tokens) else ""
    if not isinstance(token, str) or not token.startswith(_START):
        return at
    return at + 1 if token.endswith("/>") else tokens.index(_END, at) + 1
