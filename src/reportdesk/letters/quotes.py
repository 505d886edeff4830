"""Finds the phrases that rich text shows as quoted: in quotation marks, italics or set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.core.quotation import FoundQuote, QuoteStyle
from reportdesk.core.richtext import Block, BlockKind, RichText

_DOUBLE = re.compile('\u201c([^\u201c\u201d]+)[\u201d"]|"([^"\u201c\u201d]+)["\u201d]')
_OPENING = re.compile("(?<![^\\W_])(?:\u2018|'(?=\\S))")
_CLOSING = re.compile("(?<=\\S)[\u2019'](?![^\\W_])")
_ITALIC_WORDS = 3
_OPEN_WORDS = 4


def find_quotes(text: RichText) -> tuple[FoundQuote, ...]:
    """Return every quoted phrase in order, without its marks.

    A phrase within another quoted one is not told apart from it. Italics count from three
    words on, and not where a whole heading is in italics.
    """
    return tuple(quote for number, block in enumerate(text.blocks) for quote in _in(block, number))


def _in(block: Block, number: int) -> list[FoundQuote]:
    if block.kind is BlockKind.QUOTATION:
        return [FoundQuote(number, 0, len(block.text), block.text, QuoteStyle.BLOCK)]
    taken: list[FoundQuote] = []
    for style, places in (
        (QuoteStyle.DOUBLE, _doubles(block.text)),
        (QuoteStyle.SINGLE, _singles(block.text)),
        (QuoteStyle.ITALIC, _italics(block)),
    ):
        for start, end in places:
            if not any(start < other.end and other.start < end for other in taken):
                taken.append(FoundQuote(number, start, end, block.text[start:end], style))
    return sorted(taken, key=lambda quote: quote.start)


def _doubles(text: str) -> Iterator[tuple[int, int]]:
    for found in _DOUBLE.finditer(text):
        yield found.span(1 if found[1] is not None else 2)


def _singles(text: str) -> Iterator[tuple[int, int]]:
    """A closing mark after an s may be a possessive: then the last one before the next opening.

    Words after an opening mark that another opening follows are quoted too, though nobody closed
    them: what is left open must not go unchecked.
    """
    at = 0
    while opening := _OPENING.search(text, at):
        start = opening.end()
        after = _OPENING.search(text, start)
        closings = [
            found.start()
            for found in _CLOSING.finditer(text, start, after.start() if after else len(text))
        ]
        if not closings:
            if after and _is_left_open(text[start : after.start()]):
                yield start, start + len(text[start : after.start()].rstrip())
            at = start
            continue
        end = closings[0] if text[closings[0] - 1] not in "sS" else closings[-1]
        if end > start:
            yield start, end
        at = end + 1


def _is_left_open(words: str) -> bool:
    """Whether it is a quotation without its closing mark, rather than an apostrophe ('90s)."""
    return words[:1].isalpha() and len(words.split()) >= _OPEN_WORDS


def _italics(block: Block) -> Iterator[tuple[int, int]]:
    if block.kind is BlockKind.HEADING:
        return
    at, start = 0, -1
    for run in (*block.runs, None):
        italic = run is not None and run.italic
        if italic and start < 0:
            start = at
        if not italic and start >= 0:
            if len(block.text[start:at].split()) >= _ITALIC_WORDS:
                yield start, at
            start = -1
        at += len(run.text) if run else 0
