"""Reads the judgements and grades of a report; a letter about a visit has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportdesk.core.letter import Judgement, Sureness
from reportdesk.letters.headings import heading_grade
from reportdesk.letters.joining import spans_of
from reportdesk.letters.lines import Line
from reportdesk.letters.outline import Headed, Outline

_GRADE = r"outstanding|good|requires\s+improvement(?:\s+to\s+be\s+good)?|inadequate"
_WHOLE_GRADE = re.compile(rf"(?:{_GRADE})(?= |$)", re.IGNORECASE)
_GRADE_WORDS = frozenset(
    ["outstanding", "good", "requires", "improvement", "to", "be", "inadequate"]
)
_WORD = re.compile(r"[^\W\d_][\w’'/-]*,?")
_HEADS = re.compile(r"^\s*(?:Judgements?)?(?:\s*Grades?)?\s*$|^\s*\d(?:\.\d)?\.?\s+", re.IGNORECASE)
_AREA = re.compile(
    r"the\s+impact\s+of\s+leaders\s+on\s+social\s+work\s+practice\s+with\s+children\s+and\s+families"
    r"|the\s+experiences\s+and\s+progress\s+of\s+"
    r"(?:children\s+(?:who\s+need\s+help\s+and\s+protection|in\s+care(?:\s+and\s+care\s+leavers)?)"
    r"|care\s+leavers)"
    r"|overall\s+effectiveness|children\s+who\s+need\s+help\s+and\s+protection"
    r"|children\s+looked\s+after\s+and\s+achieving\s+permanence|adoption\s+performance"
    r"|experiences\s+and\s+progress\s+of\s+care\s+leavers"
    r"|leadership,\s+management\s+and\s+governance",
    re.IGNORECASE,
)
_AREA_THEN_GRADE = re.compile(
    rf"({_AREA.pattern})\s*:?\s*(?:is\s+|are\s+)?({_GRADE})\b", re.IGNORECASE
)
_FIRST = re.compile(
    r"Judgement\b|\d?\.?\s*The overall effectiveness|1\.?\s+Children who need help and\b"
)
_TABLE = 40


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the table; ``at`` counts its lines."""

    text: str
    line: Line
    at: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words read as one text, with the lines that they stand on."""

    text: str
    words: tuple[_Word, ...]

    @classmethod
    def of(cls, words: Sequence[_Word]) -> _Stretch:
        """Return the words as a stretch, a space between them."""
        return cls(" ".join(word.text for word in words), tuple(words))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, each once."""
        return tuple(dict.fromkeys(word.line for word in self.words))

    def cut(self, start: int, end: int) -> _Stretch:
        """Return the words between two places of the text."""
        first = self.text.count(" ", 0, start)
        return _Stretch.of(self.words[first : first + self.text.count(" ", start, end) + 1])


def judgements_of(outline: Outline) -> tuple[Judgement, ...]:
    """Return the judgements; sure where a table and a section's heading say the same."""
    table = _table(outline)
    headed = dict(_headed(outline.sections))
    if table:
        return tuple(_weighed(judgement, headed) for judgement in table)
    return tuple(headed.values())


def _weighed(judgement: Judgement, headed: dict[str, Judgement]) -> Judgement:
    said = headed.get(_key(judgement.area))
    same = said is not None and said.grade.casefold() == judgement.grade.casefold()
    return replace(judgement, sureness=Sureness.SURE if same else Sureness.LIKELY)


def _headed(sections: Sequence[Headed]) -> Iterator[tuple[str, Judgement]]:
    """Yield what headings such as "Overall effectiveness: good" say."""
    for part in sections:
        found = heading_grade(part.heading.text)
        if found and _AREA.fullmatch(found[0]):
            area, grade = found
            spans = part.heading.spans
            yield _key(area), Judgement(area, grade.capitalize(), spans, Sureness.LIKELY)


def _table(outline: Outline) -> tuple[Judgement, ...]:
    """Read the table of judgements at the head of a report.

    Its cells wrap, and a grade may stand beside, between or above the lines of its area. But
    areas and grades have no word in common, and each keep their order: so they are told apart
    word by word. Nothing is read where they do not come out even.
    """
    words = list(_table_words(outline))
    named = _Stretch.of([word for word in words if word.text not in _GRADE_WORDS])
    areas = _run_of(_AREA, named)
    if not areas:
        return ()
    last = areas[-1].lines[-1]
    given = _Stretch.of([word for word in words if _belongs(word, last, words)])
    grades = _run_of(_WHOLE_GRADE, given)
    even = len(areas) == len(grades) and len(" ".join(g.text for g in grades)) == len(given.text)
    if not even or len({_key(area.text) for area in areas}) < len(areas):
        return ()
    return tuple(
        Judgement(area.text, grade.text.capitalize(), spans_of(_in_order(area, grade)))
        for area, grade in zip(areas, grades, strict=True)
    )


def _table_words(outline: Outline) -> Iterator[_Word]:
    lines = _table_lines(outline)
    for at, line in enumerate(lines):
        for text in _WORD.findall(_HEADS.sub("", line.text)):
            shown = text if text.lower() not in _GRADE_WORDS else text.lower()
            yield _Word(shown, line, at)


def _belongs(word: _Word, last: Line, words: Sequence[_Word]) -> bool:
    """Whether a grade's word is of the table: not below it, but for lines of such words alone."""
    if word.text not in _GRADE_WORDS:
        return False
    end = max(one.at for one in words if one.line is last)
    below = [one for one in words if end < one.at <= word.at]
    return all(one.text in _GRADE_WORDS for one in below)


def _run_of(pattern: re.Pattern[str], stretch: _Stretch) -> list[_Stretch]:
    """The matches that follow each other from the stretch's start."""
    found: list[_Stretch] = []
    end = 0
    while match := pattern.match(stretch.text, end):
        found.append(stretch.cut(match.start(), match.end()))
        end = match.end() + 1
    return found


def _in_order(area: _Stretch, grade: _Stretch) -> list[Line]:
    touched = {line.span: line for line in (*area.lines, *grade.lines)}
    return [touched[span] for span in sorted(touched)]


def _table_lines(outline: Outline) -> list[Line]:
    blocks = (*outline.title, *outline.introduction)
    lines = [line for block in blocks for line in block.lines]
    for part in outline.sections:
        if heading_grade(part.heading.text):
            break
        lines += [*part.heading.lines, *(line for block in part.blocks for line in block.lines)]
    first = next((at for at, line in enumerate(lines) if _starts_table(line)), None)
    if first is None:
        return []
    while first and _only_grades(lines[first - 1]):
        first -= 1
    return lines[first : first + _TABLE]


def _only_grades(line: Line) -> bool:
    """Whether a line is part of a grade's cell; it may stand above the area's first line."""
    return all(word.lower() in _GRADE_WORDS for word in line.text.split())


def _starts_table(line: Line) -> bool:
    return bool(_FIRST.match(line.text)) or bool(_AREA_THEN_GRADE.match(_HEADS.sub("", line.text)))


def _key(area: str) -> str:
    return " ".join(area.casefold().split()).removeprefix("the ")
