"""What follows a letter: the steps that it asks for itself, and those that the law asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.core.i18n import _, plural
from reportdesk.core.letter import Letter, LetterKind, Part, Role, SectionKind, Span
from reportdesk.services.letter_quoting import quoted

_PRIORITY, _IMPROVEMENT = SectionKind.PRIORITY, SectionKind.IMPROVEMENT
Step = tuple[str, tuple[Span, ...]]

_SAYING = frozenset({Role.PARAGRAPH, Role.CLOSING, Role.LEAD, Role.INTRODUCTION})
_REQUIRED = re.compile(
    r"\b(?:action plan|written statement|draft)\b.*\b(?:submit|submitted|receiving|working days)\b"
    r"|\b(?:submit|send|prepare|publish)\b.*\b(?:action plan|written statement)\b"
    r"|\b(?:Department for Education|DfE)\b.*\b(?:notified|informed)\b"
    r"|\b(?:notified|informed) the (?:Department for Education|DfE)\b"
    r"|\binto account when planning\b|\bnext (?:full )?(?:area SEND )?inspection will\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-z\d)’”][.?!])\s+(?=[A-Z‘“])")
# Reports on an inspection under section 136 of the Act; a visit's letter is none.
_REPORTS = frozenset(
    {LetterKind.ILACS, LetterKind.ILACS_STANDARD, LetterKind.ILACS_SHORT, LetterKind.SIF}
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def steps(letter: Letter) -> tuple[Step, ...]:
    """Return a paragraph for each step, with its place where the letter itself says so."""
    return (*_asked_for(letter), *_lawful(letter), *_said(letter, SectionKind.NEXT_STEPS))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph; together they are all of it."""
    return tuple(_SENTENCE_END.split(text))


def counted(letter: Letter) -> str:
    """Return how many points the letter lists: ``two areas for improvement``; empty for none."""
    priority, improvement = (len(letter.items(kind)) for kind in (_PRIORITY, _IMPROVEMENT))
    said = (
        _number(
            priority,
            plural("{n} area for priority action", "{n} areas for priority action", priority),
        ),
        _number(
            improvement,
            plural("{n} area for improvement", "{n} areas for improvement", improvement),
        ),
    )
    return _(" and ").join(filter(None, said))


def _number(count: int, said: str) -> str:
    word = _NUMBERS[count - 1] if count <= len(_NUMBERS) else str(count)
    return said.format(n=word) if count else ""


def _asked_for(letter: Letter) -> Iterator[Step]:
    points, places = counted(letter), _spans(letter)
    if points:
        count = sum(len(letter.items(kind)) for kind in (_PRIORITY, _IMPROVEMENT))
        said = plural(
            "An action is to be agreed for the {points}.",
            "An action is to be agreed for each of the {points}.",
            count,
        )
        yield said.format(points=points), places


def _spans(letter: Letter) -> tuple[Span, ...]:
    items = (*letter.items(_PRIORITY), *letter.items(_IMPROVEMENT))
    return tuple(span for item in items for span in item.spans)


def _lawful(letter: Letter) -> Iterator[Step]:
    if letter.kind is None or letter.kind.value not in _REPORTS:
        return
    yield (
        _(
            "The council publishes the report within 30 working days of receiving it, and prepares"
            " a written statement of the action that it proposes within 70 working days (Education"
            " and Inspections Act 2006, section 137; SI 2007/462, regulations 2 and 3)."
        ),
        letter.kind.spans,
    )


def _said(letter: Letter, kind: SectionKind) -> Iterator[Step]:
    """The letter's own sentences: all under its heading of next steps, else those that ask."""
    told = [(item.text, item.spans) for item in letter.items(kind)]
    if not told:
        told = [one for part in letter.parts for one in _asking(part)]
    for words, spans in told:
        yield quoted(words, spans), spans


def _asking(part: Part) -> Iterator[Step]:
    if part.role in _SAYING:
        for sentence in sentences(" ".join(part.text.split())):
            if _REQUIRED.search(sentence):
                yield sentence, part.spans
