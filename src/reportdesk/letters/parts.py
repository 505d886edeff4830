"""Gives every line of a source its role, so that no character is dropped unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportdesk.core.letter import Part, Role, Section, SectionKind
from reportdesk.letters.blocks import Block
from reportdesk.letters.joining import joined, spans_of
from reportdesk.letters.lines import Line
from reportdesk.letters.outline import Outline
from reportdesk.letters.visits import whole_date

_LISTS = (SectionKind.PRIORITY, SectionKind.IMPROVEMENT)


def parts_of(
    outline: Outline, sections: Sequence[Section], aside: Mapping[Line, Role]
) -> tuple[Part, ...]:
    """Return the parts in the order of the source; their spans hold every shown character."""
    parts = [*_furniture(aside), *_head(outline), *_body(outline, sections)]
    parts += _lines(Role.SIGN_OFF, outline.sign_off)
    parts += _lines(Role.OTHER, outline.beyond)
    return tuple(sorted(parts, key=lambda part: part.spans[0]))


def _furniture(aside: Mapping[Line, Role]) -> Iterator[Part]:
    for line, role in aside.items():
        yield Part(role, line.text, (line.span,))


def _head(outline: Outline) -> Iterator[Part]:
    dated = next((line for line in outline.head if whole_date(line.text)), None)
    seen = dated is None
    for line in outline.head:
        role = Role.ADDRESSEE if seen else Role.OTHER
        seen = seen or line is dated
        yield Part(Role.DATE if line is dated else role, line.text, (line.span,))
    if outline.salutation:
        yield Part(Role.SALUTATION, outline.salutation.text, (outline.salutation.span,))


def _body(outline: Outline, sections: Sequence[Section]) -> Iterator[Part]:
    yield from _blocks(Role.OTHER, outline.title[:-1])
    yield from _blocks(Role.TITLE, outline.title[-1:])
    yield from _blocks(Role.INTRODUCTION, outline.introduction)
    for headed, section in zip(outline.sections, sections, strict=True):
        yield from _blocks(Role.HEADING, (headed.heading,))
        leads = {item.spans for item in section.lead}
        for block in headed.blocks:
            lead = block.spans in leads
            item = block.mark or section.kind in _LISTS
            role = Role.LEAD if lead else Role.ITEM if item else Role.PARAGRAPH
            yield _block(Role.MARKER if block.bare else role, block)
    yield from _blocks(Role.CLOSING, outline.closing)


def _blocks(role: Role, blocks: Iterable[Block]) -> Iterator[Part]:
    for block in blocks:
        yield _block(role, block)


def _block(role: Role, block: Block) -> Part:
    return Part(role, joined([line.text for line in block.lines]), spans_of(block.lines))


def _lines(role: Role, lines: Sequence[Line]) -> list[Part]:
    return [Part(role, line.text, (line.span,)) for line in lines]
