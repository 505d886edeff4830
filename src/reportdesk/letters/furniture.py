"""Tells a page's furniture from the letter: letterhead, page numbers, running lines, footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from reportdesk.core.letter import Role
from reportdesk.letters.lines import Line

_WORDS = (
    r"o?fsted|piccadilly\s+gate|store\s+street|manchester|m1\s+2wd|clive\s+house"
    r"|70\s+petty\s+france|westminster|london|sw1h\s+9ex|agora|6\s+cumberland\s+place|nottingham"
    r"|ng1\s+6hj|aviation\s+house|125\s+kingsway|wc2b\s+6se"
    r"|(?:t|tel|telephone|textphone|direct\s+t)\b[:.]?|[0-9][0-9 ]{2,14}[0-9]"
    r"|(?:e(?:-?mail)?:?\s*)?[\w.]+@ofsted\s*\.\s*gov\s*\.\s*uk"
    r"|(?:https?://)?(?:www\.)?(?:reports\.)?(?:ofsted\.)?[gq]ov\s*\.\s*uk(?:/ofsted)?"
    r"|www\.ofsted\.gov\.uk"
)
_LETTERHEAD = re.compile(rf"(?:(?:{_WORDS})[\s,.]*)+", re.IGNORECASE)
_OWN = re.compile(
    r"piccadilly|store\s+street|m1\s+2wd|0300 ?123|textphone|ofsted\s*\.\s*gov|uk/ofsted",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:page\s*)?-?\s*\d{1,3}\s*-?(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE)
_MARK = re.compile(r"\d{1,2}|[*†‡]")
_FOOTNOTE = re.compile(r"(?:\d{1,2}|[*†‡])\s+\S")
_DIGITS = re.compile(r"\d+")
_SMALLER = 1.4


def furniture(lines: Sequence[Line]) -> dict[Line, Role]:
    """Return the role of each line that is furniture; lines of the letter are left out."""
    found = _numbers(lines) | _letterhead(lines) | _running(lines)
    body = _body_size(lines)
    noted = False
    for before, line in zip((None, *lines), lines, strict=False):
        if before is None or before.page != line.page:
            noted = False
        if line in found or not line.placed or line.size > body - _SMALLER:
            noted = noted and line in found
            continue
        if _MARK.fullmatch(line.text):
            found[line] = Role.MARKER
        elif line.depth > 0.6 and (noted or _FOOTNOTE.match(line.text)):
            found[line], noted = Role.FOOTNOTE, True
    return found


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _letterhead(lines: Sequence[Line]) -> dict[Line, Role]:
    """The inspectorate's own address: at the head of the paper, or told by what is in it alone."""
    held = [line for line in lines if line.page == 1 and _LETTERHEAD.fullmatch(line.text)]
    sure = {line for line in held if _OWN.search(line.text) or (line.placed and line.depth < 0.25)}
    rank = {line: number for number, line in enumerate(lines)}
    for line in (*held, *reversed(held)):
        number = rank[line]
        if any(near in sure for near in lines[max(number - 1, 0) : number + 2]):
            sure.add(line)
    return {line: Role.LETTERHEAD for line in lines if line in sure}


def _numbers(lines: Sequence[Line]) -> dict[Line, Role]:
    """Page numbers: at the paper's edge, or alone at the end or the start of a page of text."""
    ends = _page_ends(lines)
    return {
        line: Role.PAGE_NUMBER
        for line in lines
        if _NUMBER.fullmatch(line.text)
        and ((line.depth > 0.85 or line.depth < 0.1) if line.placed else _alone(line, ends))
    }


def _alone(line: Line, ends: frozenset[Line]) -> bool:
    return line in ends or (line.blank and len(line.text) <= 8)


def _page_ends(lines: Sequence[Line]) -> frozenset[Line]:
    pages: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    return frozenset(line for page in pages.values() for line in (page[0], page[-1]))


def _running(lines: Sequence[Line]) -> dict[Line, Role]:
    """Headers and footers: the same words but for digits at one place of three pages, or both."""
    seen: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    enough = min(3, max((line.page for line in lines), default=0))
    ends = _page_ends(lines)
    for line in lines:
        if (line.depth > 0.9 or line.depth < 0.08) if line.placed else line in ends:
            seen[_DIGITS.sub("#", line.text), round(line.y / 4)].append(line)
    return {
        line: Role.RUNNING
        for alike in seen.values()
        if 1 < enough <= len({line.page for line in alike})
        for line in alike
    }
