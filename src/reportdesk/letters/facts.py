"""Gathers the facts of a letter and holds them against each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from reportdesk.core.letter import (
    Fact,
    Letter,
    LetterKind,
    Role,
    SourceText,
    Sureness,
    VisitDates,
)
from reportdesk.letters.blocks import Block
from reportdesk.letters.heads import addressee, letter_date
from reportdesk.letters.inspectors import inspectors_in, lead_inspectors
from reportdesk.letters.joining import clean, spans_of
from reportdesk.letters.lines import Line
from reportdesk.letters.outline import Outline
from reportdesk.letters.titles import authority, kind_of, short_name, visit_dates
from reportdesk.letters.visits import parse_visit

_OPENING = re.compile(
    r"\b(?:findings|outcome)\b.{0,40}\b(?:visit|inspection)\b|\bvisit(?:ed)?\b.{0,120}\bon \d",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"Inspectors (?:looked|reviewed|considered|evaluated|examined|focused)\b"
    r"|(?:The|This) focus of (?:this|the) (?:focused )?visit"
    r"|(?:The|This) (?:focused )?visit (?:looked|focused)",
)
_EVIDENCE = re.compile(r"range of (?:written )?evidence|case discussions", re.IGNORECASE)
_DATES = re.compile(r"Inspection dates?\s*:?\s*(\d.*?\d{4})\.?$", re.IGNORECASE)
_TOOK_PLACE = re.compile(
    r"\b(?:inspection|visit|inspectors)\b.{0,80}\b(?:took place|carried out|on site|visited)\b",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"\b(?:Council|Borough of|City of)\b")
_LATE = 250
T = TypeVar("T")


def facts_of(outline: Outline, aside: Mapping[Line, Role]) -> Letter:
    """Return a letter that holds the facts alone; its text and sections are still to come."""
    title, opening = _title_block(outline), _opening_block(outline)
    visit = visit_dates(opening) or _inspection_dates(outline) or _taken_place(outline)
    kind = kind_of(title.text if title else "", opening.text if opening else "", _value(visit))
    greeting = outline.salutation.text if outline.salutation else ""
    where = title or opening
    letter = Letter(
        SourceText("", ()),
        (),
        inspectorate=_inspectorate(outline, aside, kind[0] if kind else None),
        kind=Fact(kind[0], where.spans, kind[1]) if kind and where else None,
        title=Fact(title.text, title.spans) if title else None,
        authority=authority(title, opening) or _printed_above(outline),
        letter_date=letter_date(outline.head),
        visit=visit,
        inspectors=_inspectors(outline),
        addressee=addressee(outline.head, greeting) if outline.salutation else None,
        scope=_scope(outline),
        signatory=_signatory(outline),
    )
    return _weighed(letter)


def _value(fact: Fact[VisitDates] | None) -> VisitDates | None:
    return fact.value if fact else None


def doubted(letter: Letter) -> Letter:
    """Return the letter with no fact sure, as for a source that holds two letters."""
    return replace(
        letter,
        letter_date=_less(letter.letter_date),
        visit=_less(letter.visit),
        inspectors=_less(letter.inspectors),
        authority=_less(letter.authority),
        signatory=_less(letter.signatory),
    )


def _title_block(outline: Outline) -> Block | None:
    return outline.title[-1] if outline.title else None


def _opening_block(outline: Outline) -> Block | None:
    """The paragraph that says which visit, on which days; it stands before the first section."""
    named = [block for block in outline.introduction if _OPENING.search(block.text)]
    summary = [block for block in named if block.text.startswith("This letter")]
    return next(iter(summary or named), None)


def _printed_above(outline: Outline) -> Fact[str] | None:
    """The council's name above the title, as reports of the single framework have it."""
    for block in outline.title[:-1]:
        if _COUNCIL.search(block.text):
            return Fact(short_name(block.text), block.spans, Sureness.LIKELY)
    return None


def _inspection_dates(outline: Outline) -> Fact[VisitDates] | None:
    """What a report gives on a line of its own, after ``Inspection dates:``."""
    first = (block for part in outline.sections[:1] for block in part.blocks)
    for block in (*outline.title, *outline.introduction, *first):
        for line in block.lines:
            found = _DATES.match(clean(line.text))
            days = parse_visit(found[1]) if found else None
            if days:
                return Fact(days, (line.span,))
    return None


def _taken_place(outline: Outline) -> Fact[VisitDates] | None:
    """What a sentence of its own says of the days, where the opening gives none."""
    told = (block for block in outline.introduction if _TOOK_PLACE.search(block.text))
    found = next((days for block in told if (days := visit_dates(block))), None)
    return _less(found)


def _inspectorate(
    outline: Outline, aside: Mapping[Line, Role], kind: LetterKind | None
) -> Fact[str] | None:
    shown = [line for line, role in aside.items() if role is Role.LETTERHEAD]
    own = [line for line in shown if re.search(r"ofsted", line.text, re.IGNORECASE)]
    if own and kind not in (LetterKind.JTAI, LetterKind.SEND):
        return Fact("Ofsted", spans_of(own[:1]))
    told = next((b for b in outline.introduction + outline.closing if "Ofsted" in b.text), None)
    majesty = any("Majesty" in line.text for line in outline.sign_off)
    if told or majesty:
        spans = told.spans if told else spans_of(outline.sign_off)
        return Fact("Ofsted", spans, Sureness.LIKELY)
    return None


def _inspectors(outline: Outline) -> Fact[tuple[str, ...]] | None:
    for block in outline.introduction[:5]:
        if found := inspectors_in(block.text):
            return Fact(found[0], block.spans, found[1])
    lines = [line for block in (*outline.title, *outline.introduction) for line in block.lines]
    for line, below in zip(lines, (*lines[1:], None), strict=False):
        if found := lead_inspectors(clean(line.text), clean(below.text) if below else ""):
            return Fact(found[0], (line.span,), found[1])
    return None


def _scope(outline: Outline) -> Fact[str] | None:
    """What was looked at: the first such paragraph, with the list that it leads in to."""
    blocks = outline.introduction
    for at, block in enumerate(blocks):
        if _SCOPE.match(block.text) and not _EVIDENCE.search(block.text[:120]):
            listed = [block]
            for after in blocks[at + 1 :]:
                if not after.mark:
                    break
                listed.append(after)
            text = "\n".join(part.text for part in listed)
            return Fact(text, tuple(span for part in listed for span in part.spans))
    return None


def _signatory(outline: Outline) -> Fact[str] | None:
    lines = outline.sign_off[1:]
    if not lines:
        return None
    text = clean(lines[0].text)
    found = re.match(r"(.+?),?\s+(?:H(?:er|is) Majesty|HMI\b)", text)
    sureness = Sureness.LIKELY if len(text) > 40 else Sureness.SURE
    return Fact(found[1] if found else text, (lines[0].span,), sureness)


def _weighed(letter: Letter) -> Letter:
    """Hold the facts against each other; what does not agree is no longer sure."""
    visit, sent, seen = letter.visit, letter.letter_date, letter.inspectors
    if visit and sent:
        days = (sent.value - visit.value.end).days
        if not 0 < days < _LATE:
            visit, sent = _less(visit), _less(sent)
    elif visit and letter.addressee:
        visit = _less(visit)
    if seen and letter.signatory and len(seen.value) > 0:
        signed = letter.signatory.value.casefold()
        if not any(name.casefold() in signed or signed in name.casefold() for name in seen.value):
            seen = _less(seen)
    return replace(letter, visit=visit, letter_date=sent, inspectors=seen)


def _less(fact: Fact[T] | None) -> Fact[T] | None:
    if fact is None or fact.sureness is not Sureness.SURE:
        return fact
    return replace(fact, sureness=Sureness.LIKELY)
