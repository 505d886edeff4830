"""Divides a letter's lines into head, salutation, title, introduction, sections and close."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportdesk.letters.blocks import Block, Shape, blocks_of
from reportdesk.letters.headings import is_known_heading
from reportdesk.letters.joining import clean
from reportdesk.letters.lines import Line

SALUTATION = re.compile(r"Dear\b.{0,120}$")
_FAREWELL = re.compile(r"Yours\s+(?:sincerely|faithfully|truly)\b[\s,.]*", re.IGNORECASE)
TITLE = re.compile(
    r"(?:Inspection of\b(?!.*framework)"
    r"|(?:\w+\s+)?(?:focus+ed|monitoring|assurance)\s+visit\s+(?:to|of)\b"
    r"|Joint targeted area inspection\b|Area SEND\b|(?:Ofsted )?(?:focus+ed|monitoring) visit\b)",
    re.IGNORECASE,
)
_CLOSE = re.compile(
    r"(?:Ofsted will (?:take|consider)|We (?:will|have) (?:take|notified|informed)"
    r"|The Department for Education (?:\(DfE\) )?has been (?:notified|informed)"
    r"|The Office for Standards in Education\b|You may (?:re-?use|copy|use) this|© Crown copyright"
    r"|This publication is available|If you would like a copy|Interested in our work"
    r"|The DfE has been|I am copying|In terms of our next steps|Thank you for)",
    re.IGNORECASE,
)
_HEAD_LINES = 60


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading and the blocks under it."""

    heading: Block
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A letter's lines in their places; together they are all the lines given.

    Attributes:
        head: what stands before the salutation.
        beyond: what follows the first letter, where the source holds two.
    """

    head: tuple[Line, ...]
    salutation: Line | None
    title: tuple[Block, ...]
    introduction: tuple[Block, ...]
    sections: tuple[Headed, ...]
    closing: tuple[Block, ...]
    sign_off: tuple[Line, ...]
    beyond: tuple[Line, ...]


def outline_of(lines: Sequence[Line]) -> Outline:
    """Return the outline of the lines; furniture must have been taken out before."""
    lines, beyond = _first_letter(lines)
    greeted = _salutation(lines)
    head = tuple(lines[:greeted]) if greeted is not None else ()
    salutation = lines[greeted] if greeted is not None else None
    body = lines[greeted + 1 :] if greeted is not None else lines
    body, sign_off = _signed(body)
    title, rest = _title(blocks_of(body))
    introduction, sections = _sections(rest)
    closing: tuple[Block, ...] = ()
    if sections:
        sections, closing = _closed(sections)
    return Outline(
        head, salutation, title, introduction, sections, closing, sign_off, tuple(beyond)
    )


def _salutation(lines: Sequence[Line]) -> int | None:
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if SALUTATION.match(line.text):
            return number
    return None


def _first_letter(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Part a source that holds two letters after the first one's sign-off."""
    greetings = [at for at, line in enumerate(lines) if SALUTATION.match(line.text)]
    farewells = [at for at, line in enumerate(lines) if _FAREWELL.fullmatch(clean(line.text))]
    for farewell in farewells:
        if any(at > farewell + 1 for at in greetings) and any(at < farewell for at in greetings):
            end = _sign_off_end(lines, farewell)
            return lines[:end], lines[end:]
    return lines, ()


def _sign_off_end(lines: Sequence[Line], farewell: int) -> int:
    """Where a sign-off ends at the latest: a page's end, or four lines on."""
    for at in range(farewell + 1, min(farewell + 5, len(lines))):
        if lines[at].page != lines[farewell].page:
            return at
    return min(farewell + 3, len(lines))


def _signed(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Line, ...]]:
    farewells = [at for at, line in enumerate(lines) if _FAREWELL.fullmatch(clean(line.text))]
    if not farewells:
        return lines, ()
    return lines[: farewells[-1]], tuple(lines[farewells[-1] :])


def _title(blocks: list[Block]) -> tuple[tuple[Block, ...], list[Block]]:
    """The title is the first block that names a visit or inspection, before any section."""
    for at, block in enumerate(blocks[:6]):
        if is_known_heading(block.text):
            break
        if TITLE.match(block.text) and len(block.text) < 250:
            return tuple(blocks[: at + 1]), blocks[at + 1 :]
    return (), blocks


def _sections(blocks: list[Block]) -> tuple[tuple[Block, ...], tuple[Headed, ...]]:
    starts = [at for at, block in enumerate(blocks) if _opens(block)]
    if not starts:
        return tuple(blocks), ()
    ends = [*starts[1:], len(blocks)]
    headed = tuple(
        Headed(blocks[start], tuple(blocks[start + 1 : end]))
        for start, end in zip(starts, ends, strict=True)
    )
    return tuple(blocks[: starts[0]]), headed


def _opens(block: Block) -> bool:
    """Whether a block opens a section: a known heading, or a bold line that is no sentence."""
    if block.shape is not Shape.HEADING:
        return False
    text = block.text
    return is_known_heading(text) or (len(text) < 120 and not text.endswith((".", ";", ",")))


def _closed(
    sections: tuple[Headed, ...],
) -> tuple[tuple[Headed, ...], tuple[Block, ...]]:
    """Take the closing paragraphs off the last section."""
    last = sections[-1]
    for at, block in enumerate(last.blocks):
        if block.shape is Shape.PLAIN and _CLOSE.match(block.text):
            kept = Headed(last.heading, last.blocks[:at])
            return (*sections[:-1], kept), last.blocks[at:]
    return sections, ()
