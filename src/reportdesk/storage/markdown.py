"""The Markdown of drafts to rich text."""

from __future__ import annotations

from importlib import import_module

from reportdesk.core.richtext import RichText
from reportdesk.storage.markdown_fast import parse_simple


def from_markdown(text: str) -> RichText:
    """Return the rich text that the Markdown stands for; every text is Markdown."""
    simple = parse_simple(text)
    return _parse_all(text) if simple is None else simple


def _parse_all(text: str) -> RichText:
    # markdown-it takes as long to import as a small report to write: only where it is needed.
    full = import_module("reportdesk.storage.markdown_full")
    parsed: RichText = full.parse(text)
    return parsed
