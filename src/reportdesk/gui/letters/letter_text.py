"""A letter's pages as one text on screen, and the way between places in either."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from reportdesk.core.i18n import _
from reportdesk.core.letter import SourceText, Span

# Bullets of symbol fonts have no shape in others; one that has is shown in their place.
_SYMBOLS = re.compile("[\ue000-\uf8ff]")
_BULLET = "\u2022"


@dataclass(frozen=True, slots=True)
class PagedText:
    """The pages below each other, each under its number.

    Attributes:
        text: what is shown.
        starts: where each page's own text begins, as Qt counts: two for letters beyond U+FFFF.
        titles: where each page's number is shown, from and to.
    """

    source: SourceText
    text: str
    starts: tuple[int, ...]
    titles: tuple[tuple[int, int], ...]

    def shown(self, span: Span) -> tuple[int, int]:
        """Return from where to where the span is shown."""
        page, start = self.source.pages[span.page - 1], self.starts[span.page - 1]
        return start + units(page[: span.start]), start + units(page[: span.end])

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the letter's places that are shown there, page by page; page numbers are none."""
        found = []
        for at in range(max(bisect_right(self.starts, start) - 1, 0), len(self.starts)):
            page, begin = self.source.pages[at], self.starts[at]
            first, last = _index(page, start - begin), _index(page, end - begin)
            if first < last:
                found.append(Span(at + 1, first, last))
        return tuple(found)


def paged(source: SourceText) -> PagedText:
    """Return the source's pages laid out as one text."""
    pieces: list[str] = []
    starts: list[int] = []
    titles: list[tuple[int, int]] = []
    at = 0
    for number, page in enumerate(source.pages, 1):
        title = _("Page {number}").format(number=number)
        titles.append((at, at + units(title)))
        starts.append(at + units(title) + 1)
        piece = f"{title}\n{_SYMBOLS.sub(_BULLET, page)}\n\n"
        pieces.append(piece)
        at += units(piece)
    return PagedText(source, "".join(pieces), tuple(starts), tuple(titles))


def units(text: str) -> int:
    """Return how many places Qt counts for the text."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _index(page: str, place: int) -> int:
    """The character of the page at that place of Qt's, kept within the page."""
    if place <= 0:
        return 0
    index = min(place, len(page))
    while units(page[:index]) > place:
        index -= 1
    return index
