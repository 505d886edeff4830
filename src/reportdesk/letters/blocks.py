"""Groups lines into blocks: headings, list items and paragraphs, joined over lines and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from statistics import median

from reportdesk.core.letter import Span, Sureness
from reportdesk.letters.headings import is_known_heading
from reportdesk.letters.joining import joined, spans_of
from reportdesk.letters.lines import Line

BULLETS = (
    "\uf06e\uf0b7\uf0a7\uf0d8\u25fc\u25fe\u25aa\u25a0\u25cf\u2022\u25e6\u23af\u27a2\u2023\u2043"
)
_BULLET = re.compile(rf"(?:[{BULLETS}]|[-–—*o](?=\s))\s*")
_NUMBER = re.compile(r"(\d{1,3})[.)](?!\d)\s*")
_END = re.compile(r"[.?!:;][\"'’”)\]]*\d{0,2}$")
_STARTER = re.compile(
    r"(?:This letter (?:summarises|outlines)|Inspectors (?:looked|considered|reviewed|evaluated)\b"
    r"|H(?:er|is) Majesty.s Chief Inspector|This visit was|Ofsted will take|We have notified the"
    r"|Yours (?:sincerely|faithfully))"
)
_UNWRAPPED = 160
_PROSE = 60
_SPACED = 5


def bullet_length(text: str) -> int:
    """Return how many characters of a line are its bullet, 0 where it has none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


class Shape(Enum):
    """What a block looks like."""

    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together.

    Attributes:
        mark: length of the bullet or number at the start of the first line.
        number: the number it bears, or empty.
        sureness: of its extent; a join that could be otherwise makes it likely.
    """

    shape: Shape
    lines: tuple[Line, ...]
    mark: int = 0
    number: str = ""
    sureness: Sureness = Sureness.SURE

    @property
    def text(self) -> str:
        """The block's words as one text, without bullet or number."""
        first, *rest = self.lines
        return joined([first.text[self.mark :], *(line.text for line in rest)])

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the words stand, without bullet or number."""
        first, *rest = spans_of(self.lines)
        return (replace(first, start=first.start + self.mark), *rest)

    @property
    def bare(self) -> bool:
        """Whether it is a bullet that nothing follows."""
        return len(self.lines) == 1 and len(self.lines[0].text) <= self.mark


@dataclass(frozen=True, slots=True)
class _Paper:
    """Measures of a source.

    Attributes:
        pitch: from baseline to baseline within a paragraph.
        margin: the right edge of the longest line; ``width`` its length in letters.
        unwrapped: a line is a whole paragraph.
        spaced: paragraphs stand apart from each other.
    """

    pitch: float
    margin: float
    width: int
    unwrapped: bool
    spaced: bool


class _Join(Enum):
    """How a line stands to the block before it: of it or not, certainly or perhaps."""

    NEW = 0
    ON = 1
    PERHAPS = 2
    APART = 3


@dataclass(slots=True)
class _Open:
    """A block that may still grow."""

    shape: Shape
    lines: list[Line]
    mark: int = 0
    number: str = ""
    sureness: Sureness = Sureness.SURE

    @property
    def bare(self) -> bool:
        """Whether it is a bullet that nothing has followed yet."""
        return len(self.lines) == 1 and len(self.lines[0].text) <= self.mark

    def closed(self) -> Block:
        """Return the block as it stands."""
        return Block(self.shape, tuple(self.lines), self.mark, self.number, self.sureness)


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of the lines, in order; every line is in exactly one."""
    paper = _measure(lines)
    done: list[_Open] = []
    number = 0
    for line in lines:
        last = done[-1] if done else None
        fresh = _opened(line, number)
        number = int(fresh.number or number)
        join = _join(last, line, fresh, paper) if last else _Join.NEW
        if last is None or join in (_Join.NEW, _Join.APART):
            if join is _Join.APART:
                fresh.sureness = Sureness.LIKELY
            done.append(fresh)
            continue
        last.lines.append(line)
        if join is _Join.PERHAPS:
            last.sureness = Sureness.LIKELY
    return [block.closed() for block in done]


def _measure(lines: Sequence[Line]) -> _Paper:
    steps = [
        above.y - line.y
        for above, line in pairwise(lines)
        if above.page == line.page and 0 < above.y - line.y < 4 * line.size
    ]
    pitch = median(steps) if steps else 0.0
    spaced = sum(step > 1.25 * pitch for step in steps) >= _SPACED
    lengths = sorted(len(line.text) for line in lines)
    longest = lengths[-1] if lengths else 0
    typical = lengths[int(len(lengths) * 0.9)] if lengths else 0
    margin = max((line.right for line in lines), default=0.0)
    return _Paper(pitch, margin, typical, longest > _UNWRAPPED, spaced)


def _opened(line: Line, number: int) -> _Open:
    """The block that the line would begin; a list's number is 1 or follows the one before."""
    if found := _BULLET.match(line.text):
        return _Open(Shape.BULLET, [line], found.end())
    if (found := _NUMBER.match(line.text)) and int(found[1]) in (1, number + 1):
        return _Open(Shape.NUMBER, [line], found.end(), found[1])
    heading = line.bold or is_known_heading(line.text)
    return _Open(Shape.HEADING if heading else Shape.PLAIN, [line])


def _join(last: _Open, line: Line, fresh: _Open, paper: _Paper) -> _Join:
    if fresh.mark and not last.bare:
        return _Join.NEW
    if last.bare:
        return _Join.NEW if fresh.mark else _Join.ON
    if Shape.HEADING in (last.shape, fresh.shape):
        return _heading_join(last, line, fresh, paper)
    if _STARTER.match(line.text) and _ended(last):
        return _Join.NEW
    if last.lines[-1].page != line.page:
        return _over_page(last, line, paper)
    return _on_paper(last, line, paper) if line.placed else _in_text(last, line, paper)


def _heading_join(last: _Open, line: Line, fresh: _Open, paper: _Paper) -> _Join:
    """A heading goes on over lines only in the same type, at the same pitch, and if not whole."""
    above = last.lines[-1]
    if last.shape is not fresh.shape or above.page != line.page:
        return _Join.NEW
    if is_known_heading(" ".join(each.text for each in last.lines)):
        return _Join.NEW
    step = max(1.3 * paper.pitch, 1.5 * line.size)
    alike = abs(line.size - above.size) < 1
    near = alike and above.y - line.y < step if line.placed else not line.blank
    return _Join.ON if near else _Join.NEW


def _over_page(last: _Open, line: Line, paper: _Paper) -> _Join:
    small = line.text[:1].islower() or not line.text[:1].isalnum()
    if not _ended(last):
        return _Join.ON if small or _same_indent(last, line) else _Join.PERHAPS
    if not line.placed:
        return _Join.NEW
    hanging = last.mark > 0 and line.x > last.lines[0].x + 8
    if hanging:
        return _Join.ON
    if last.mark or not _same_indent(last, line) or _fits(last.lines[-1], line, paper):
        return _Join.NEW
    return _Join.PERHAPS


def _on_paper(last: _Open, line: Line, paper: _Paper) -> _Join:
    above = last.lines[-1]
    drop = above.y - line.y
    if drop < 0 or drop > 1.6 * paper.pitch:
        goes_on = drop > 0 and not _ended(last) and line.text[:1].islower()
        near = drop < 2.2 * paper.pitch
        return _Join.ON if goes_on and (near or _is_prose(last)) else _Join.NEW
    if not _ended(last):
        return _Join.ON
    if drop > 1.25 * paper.pitch or _dedented(last, line):
        return _Join.NEW
    if last.mark or not _fits(above, line, paper):
        return _Join.ON
    if drop > 1.12 * paper.pitch:
        return _Join.NEW
    return _Join.PERHAPS if paper.spaced else _Join.APART


def _in_text(last: _Open, line: Line, paper: _Paper) -> _Join:
    small = line.text[:1].islower()
    if line.blank or paper.unwrapped:
        return _Join.ON if small and not _ended(last) else _Join.NEW
    short = len(last.lines[-1].text) < 0.75 * paper.width
    if _ended(last) and short:
        return _Join.NEW
    return _Join.ON


def _ended(last: _Open) -> bool:
    return bool(_END.search(last.lines[-1].text))


def _is_prose(last: _Open) -> bool:
    """Whether it is long enough to be a sentence that a gap has cut, such as a page's end."""
    return sum(len(line.text) for line in last.lines) > _PROSE


def _same_indent(last: _Open, line: Line) -> bool:
    return abs(last.lines[-1].x - line.x) < 4


def _dedented(last: _Open, line: Line) -> bool:
    return last.mark > 0 and len(last.lines) > 1 and line.x < last.lines[-1].x - 8


def _fits(above: Line, line: Line, paper: _Paper) -> bool:
    """Whether the line's first word had room above: then the break was meant."""
    word = line.text.split(" ", 1)[0]
    letter = (above.right - above.x) / max(len(above.text), 1)
    return above.right + (len(word) + 2) * letter < paper.margin
