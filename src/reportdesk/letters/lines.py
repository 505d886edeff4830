"""The lines of a source, each with its place in the page texts and, from a PDF, on the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportdesk.core.letter import Sheet, SourceText, Span

_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that shows something.

    Attributes:
        start: offset of its first shown character in the page's text; ``end`` is after the last.
        blank: whether nothing but white space stands between it and the line before.
        x: left edge in points; ``y`` its baseline from below, ``right`` its right edge.
        size: the type's size; 0 where the source has no paper.
        depth: how far down the page it stands, from 0 to 1.
    """

    text: str
    page: int
    start: int
    end: int
    blank: bool = False
    x: float = 0.0
    y: float = 0.0
    right: float = 0.0
    size: float = 0.0
    depth: float = 0.0
    bold: bool = False

    @property
    def span(self) -> Span:
        """The line's place."""
        return Span(self.page, self.start, self.end)

    @property
    def placed(self) -> bool:
        """Whether its place on the paper is known."""
        return self.size > 0


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as the worker gives it: the text of each line, and how the page is set."""

    texts: tuple[str, ...]
    sheet: Sheet


def storable(text: str) -> str:
    """Return the text with every character that no file can hold as U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def paper_source(name: str, pages: Sequence[RawPage], digest: str) -> SourceText:
    """Return the source that a PDF's pages are."""
    texts = tuple("\n".join(page.texts) for page in pages)
    return SourceText(name, texts, digest, tuple(page.sheet for page in pages))


def source_lines(source: SourceText) -> tuple[Line, ...]:
    """Return the lines of a source, whether it was read just now or kept."""
    texts = enumerate(source.pages, 1)
    if not source.sheets:
        return tuple(line for page, text in texts for line in _text_lines(page, text))
    sheets = zip(texts, source.sheets, strict=True)
    return tuple(line for page, sheet in sheets for line in _sheet_lines(*page, sheet))


def _sheet_lines(page: int, text: str, sheet: Sheet) -> Iterable[Line]:
    start = 0
    for row, at in zip(text.split("\n"), sheet.lines, strict=False):
        end = start + len(row)
        depth = 1 - at.y / sheet.height if sheet.height else 0.0
        yield Line(row, page, start, end, False, at.x, at.y, at.right, at.size, depth, at.bold)
        start = end + 1


def _text_lines(page: int, text: str) -> Iterable[Line]:
    blank, start = True, 0
    for row in text.split("\n"):
        shown = row.strip()
        if shown:
            at = start + row.index(shown)
            yield Line(shown, page, at, at + len(shown), blank)
        blank = not shown
        start += len(row) + 1
