"""Puts a letter together from its lines: parts, facts and sections, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportdesk.core.i18n import _
from reportdesk.core.letter import Letter, SourceText
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.letters.facts import doubted, facts_of
from reportdesk.letters.furniture import furniture
from reportdesk.letters.heads import PLACEHOLDER
from reportdesk.letters.judgements import judgements_of
from reportdesk.letters.lines import Line
from reportdesk.letters.outline import Outline, outline_of
from reportdesk.letters.parts import parts_of
from reportdesk.letters.sections import item_of, sections_of


def letter_of(source: SourceText, lines: Sequence[Line], notices: Iterable[Problem] = ()) -> Letter:
    """Return the letter in these lines; what is not recognised is in its parts all the same."""
    aside = furniture(lines)
    outline = outline_of([line for line in lines if line not in aside])
    facts = facts_of(outline, aside)
    sections = sections_of(outline.sections)
    if outline.beyond:
        facts = doubted(facts)
    letter = replace(
        facts,
        source=source,
        parts=parts_of(outline, sections, aside),
        sections=sections,
        closing=tuple(item_of(block) for block in outline.closing),
        judgements=judgements_of(outline),
    )
    return replace(letter, notices=(*notices, *_notices(letter, outline)))


def _notices(letter: Letter, outline: Outline) -> Iterable[Problem]:
    place = Place(file=letter.source.name)
    if letter.kind is None and not letter.sections:
        message = _("this was not recognised as an inspectorate’s letter")
        fix = _("check that it is the right file, or pick what you need from its paragraphs")
        yield Problem("letter-unknown", message, fix, place, Severity.WARN)
    if outline.beyond:
        message = _("the file holds more than one letter; only the first one was read")
        fix = _("save the other letter as a file of its own to read it")
        yield Problem("letter-two", message, fix, place, Severity.WARN)
    for line in outline.head:
        if PLACEHOLDER.search(line.text):
            message = _("the letter’s address still holds a placeholder: {text}").format(
                text=line.text
            )
            at = replace(place, page=line.page)
            yield Problem("letter-placeholder", message, _("check the address"), at, Severity.WARN)
