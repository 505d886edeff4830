"""A letter's pages as one text on screen, and the way between places in either."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reportdesk.core.i18n import _
from reportdesk.core.letter import SourceText, Span
from reportdesk.gui.rich.patching import units

# Bullets of symbol fonts have no shape in others; one that has is shown in their place.
_SYMBOLS = re.compile("[\ue000-\uf8ff]")
_WIDE = re.compile("[^\x00-\uffff]")
_BULLET = "\u2022"


@dataclass(frozen=True, slots=True)
class PagedText:
    """The pages below each other, each under its number.

    Attributes:
        text: what is shown.
        starts: where each page's own text begins, as Qt counts: two for letters beyond U+FFFF.
        titles: where each page's number is shown, from and to.
        wide: the places in each page of letters that Qt counts as two.
    """

    source: SourceText
    text: str
    starts: tuple[int, ...]
    titles: tuple[tuple[int, int], ...]
    wide: tuple[tuple[int, ...], ...]

    def shown(self, span: Span) -> tuple[int, int]:
        """Return from where to where the span is shown."""
        start, wide = self.starts[span.page - 1], self.wide[span.page - 1]
        first, last = (at + bisect_left(wide, at) for at in (span.start, span.end))
        return start + first, start + last

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
    wide = tuple(tuple(found.start() for found in _WIDE.finditer(page)) for page in source.pages)
    return PagedText(source, "".join(pieces), tuple(starts), tuple(titles), wide)


def _index(page: str, place: int) -> int:
    """The character of the page at that place of Qt's, kept within the page."""
    if place <= 0:
        return 0
    index = min(place, len(page))
    while units(page[:index]) > place:
        index -= 1
    return index
