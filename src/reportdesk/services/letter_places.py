"""A place in a letter, in words."""

from __future__ import annotations

from collections.abc import Iterable

from reportdesk.core.i18n import _
from reportdesk.core.letter import Span


def place_in_letter(spans: Iterable[Span]) -> str:
    """Return the pages in words: ``page 2``, ``pages 2 and 3``, ``pages 2 to 5``."""
    pages = sorted({span.page for span in spans})
    if len(pages) < 2:
        return _("page {page}").format(page=pages[0]) if pages else ""
    first, last = pages[0], pages[-1]
    said = _("pages {first} and {last}") if len(pages) == 2 else _("pages {first} to {last}")
    return said.format(first=first, last=last)
