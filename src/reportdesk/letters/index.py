"""Prepares a source once, so that many quotations can be looked up in it quickly."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportdesk.core.letter import FURNITURE, Letter, SourceText, Span
from reportdesk.letters.blocks import bullet_length
from reportdesk.letters.furniture import furniture
from reportdesk.letters.joining import glue, joined
from reportdesk.letters.lines import source_lines
from reportdesk.letters.normal import Word, origins_of, plain_text, words_of

Seed = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Keyed:
    """The words of the flow in one way of parting them, and their keys as one string.

    Attributes:
        starts: where each word's key starts in ``keys``; keys stand between single spaces.
    """

    words: tuple[Word, ...]
    keys: str
    starts: tuple[int, ...]

    def find(self, wanted: str, after: int = 0) -> tuple[int, int] | None:
        """Return the first word and the word after the last of a run of keys, or None."""
        at = self.keys.find(f" {wanted} ", after)
        if at < 0:
            return None
        first = bisect_right(self.starts, at + 1) - 1
        return first, first + wanted.count(" ") + 1


@dataclass(frozen=True, slots=True)
class Index:
    """A source as it is read: lines joined, furniture left out, with the way back to its places.

    Attributes:
        text: the normalised flow.
        pieces: for each line its start in ``text`` and its place in the source.
        joined: words with compounds whole; ``parted`` with compounds in two.
        seeds: the places of each run of three words.
    """

    name: str
    text: str
    pieces: tuple[tuple[int, Span], ...]
    source: SourceText
    joined: Keyed
    parted: Keyed
    seeds: Mapping[Seed, tuple[int, ...]]
    rare: Mapping[str, tuple[int, ...]]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the places of the lines that a stretch of the flow touches, cut to it."""
        first = max(bisect_right(self.pieces, start, key=_start) - 1, 0)
        spans: list[Span] = []
        for at, place in self.pieces[first:]:
            if at >= end:
                break
            span = self._cut(at, place, start, end)
            last = spans[-1] if spans else None
            if last and last.page == span.page and 0 <= span.start - last.end <= 2:
                span = Span(span.page, spans.pop().start, span.end)
            spans.append(span)
        return tuple(span for span in spans if span.start < span.end)

    def wording(self, spans: tuple[Span, ...]) -> str:
        """Return the source's own words at these places, joined as they are read."""
        rows = [row for span in spans for row in self.source.slice(span).split("\n")]
        return joined([row[bullet_length(row) :] if at else row for at, row in enumerate(rows)])

    def _cut(self, at: int, place: Span, start: int, end: int) -> Span:
        """Cut a line's place to a stretch; character for character where nothing was changed."""
        words = self.source.slice(place)
        low = _origin(words, max(start - at, 0))
        high = _origin(words, max(end - at, 0))
        return Span(place.page, place.start + low, place.start + high)


def index_of(source: Letter | SourceText) -> Index:
    """Return a source prepared for looking up quotations."""
    text = source.source if isinstance(source, Letter) else source
    places = _letter_lines(source) if isinstance(source, Letter) else _source_lines(source)
    flow, pieces = _flow(text, places)
    whole = _keyed(words_of(flow))
    keys = [word.key for word in whole.words]
    seeds: defaultdict[Seed, list[int]] = defaultdict(list)
    for at, seed in enumerate(zip(keys, keys[1:], keys[2:], strict=False)):
        seeds[seed].append(at)
    single: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        single[key].append(at)
    return Index(
        text.name,
        flow,
        pieces,
        text,
        whole,
        _keyed(words_of(flow, parted=True)),
        {seed: tuple(places) for seed, places in seeds.items()},
        {key: tuple(places) for key, places in single.items() if len(places) <= 12},
    )


def _start(piece: tuple[int, Span]) -> int:
    return piece[0]


def _origin(text: str, count: int) -> int:
    """Return how much of a line makes up that many characters of its normalised form."""
    if text.isascii() and "  " not in text:
        return min(count, len(text))
    origins = origins_of(text)
    return origins[count] if count < len(origins) else len(text)


def _letter_lines(letter: Letter) -> Iterator[Span]:
    for part in letter.parts:
        if part.role not in FURNITURE:
            for span in part.spans:
                yield from _rows(letter.source, span)


def _rows(source: SourceText, span: Span) -> Iterator[Span]:
    for found in re.finditer(r"[^\n]+", source.slice(span)):
        yield Span(span.page, span.start + found.start(), span.start + found.end())


def _source_lines(source: SourceText) -> Iterator[Span]:
    lines = source_lines(source)
    aside = furniture(lines)
    return (line.span for line in lines if line not in aside)


def _flow(source: SourceText, places: Iterable[Span]) -> tuple[str, tuple[tuple[int, Span], ...]]:
    """Join the lines, bullets left out, with a hyphen at a line's end kept to the next word."""
    made: list[str] = []
    pieces: list[tuple[int, Span]] = []
    length, before = 0, ""
    for place in places:
        raw = source.slice(place)
        mark = bullet_length(raw)
        words = plain_text(raw[mark:])
        if not words:
            continue
        joint = glue(before, words)
        pieces.append((length + len(joint), Span(place.page, place.start + mark, place.end)))
        made += (joint, words)
        length += len(joint) + len(words)
        before = words
    return "".join(made), tuple(pieces)


def _keyed(words: tuple[Word, ...]) -> Keyed:
    starts: list[int] = []
    at = 1
    for word in words:
        starts.append(at)
        at += len(word.key) + 1
    return Keyed(words, " " + " ".join(word.key for word in words) + " ", tuple(starts))
