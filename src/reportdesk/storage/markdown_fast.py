"""The common case of the Markdown dialect, read without markdown-it; what is unsure is declined."""

from __future__ import annotations

from reportdesk.core.richtext import RichText


def parse_simple(text: str) -> RichText | None:
    """Return the rich text, the same as the whole dialect gives, or None where it is unsure."""
    return None
