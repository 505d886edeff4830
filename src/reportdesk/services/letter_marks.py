"""What was recognised in a letter, as marked stretches of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from reportdesk.core.i18n import _
from reportdesk.core.letter import Fact, Letter, Section, SectionKind, Span


class MarkKind(Enum):
    """What a mark is about; each has a colour, and each mark has words besides."""

    FACT = "fact"
    HEADING = "heading"
    HEADLINE = "headline"
    PRIORITY = "priority"
    IMPROVEMENT = "improvement"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the letter with what it was taken for."""

    span: Span
    label: str
    kind: MarkKind


def marks(letter: Letter) -> tuple[Mark, ...]:
    """Return the marks of a letter in the order of its pages."""
    found = (*_facts(letter), *_sections(letter), *_judgements(letter))
    return tuple(sorted(found, key=lambda mark: mark.span))


def _facts(letter: Letter) -> Iterator[Mark]:
    named: tuple[tuple[str, Fact[Any] | None], ...] = (
        (_("Date of the letter"), letter.letter_date),
        (_("Authority"), letter.authority),
        (_("Title"), letter.title),
        (_("Visit"), letter.visit),
        (_("Inspectors"), letter.inspectors),
        (_("Addressee"), letter.addressee),
        (_("Scope"), letter.scope),
        (_("Signed by"), letter.signatory),
    )
    for label, fact in named:
        for span in fact.spans if fact else ():
            yield Mark(span, label, MarkKind.FACT)


def _sections(letter: Letter) -> Iterator[Mark]:
    for section in letter.sections:
        for span in section.heading_spans:
            yield Mark(span, _("Heading"), MarkKind.HEADING)
        if section.kind in _ITEMS:
            yield from _items(section)


def _items(section: Section) -> Iterator[Mark]:
    label, kind = _ITEMS[section.kind]
    for at, item in enumerate(section.items, 1):
        for span in item.spans:
            yield Mark(span, f"{label} {at}", kind)


def _judgements(letter: Letter) -> Iterator[Mark]:
    for judgement in letter.judgements:
        for span in judgement.spans:
            yield Mark(span, _("Judgement"), MarkKind.FACT)


_ITEMS = {
    SectionKind.OVERVIEW: (_("Headline"), MarkKind.HEADLINE),
    SectionKind.PRIORITY: (_("Priority action"), MarkKind.PRIORITY),
    SectionKind.IMPROVEMENT: (_("Improvement"), MarkKind.IMPROVEMENT),
    SectionKind.FINDINGS: (_("Finding"), MarkKind.FINDING),
}
