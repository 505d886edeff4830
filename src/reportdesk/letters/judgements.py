"""Reads the judgements and grades of a report; a letter about a visit has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportdesk.core.letter import Judgement, Span, Sureness
from reportdesk.letters.headings import heading_grade
from reportdesk.letters.joining import clean, joined, spans_of
from reportdesk.letters.lines import Line
from reportdesk.letters.outline import Headed, Outline

_GRADE = r"outstanding|good|requires\s+improvement(?:\s+to\s+be\s+good)?|inadequate"
_WHOLE = re.compile(rf"(?:{_GRADE})\.?", re.IGNORECASE)
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
_TABLE = 40


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines read as one text: either a table's rows or one of its columns."""

    text: str
    lines: tuple[Line, ...]


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
    """Read the table of judgements at the head of a report, row by row or column by column."""
    lines = _table_lines(outline)
    rows = _Stretch("\n".join(line.text for line in lines), tuple(lines))
    made = [
        Judgement(clean(found[1]), clean(found[2]).capitalize(), _spans(lines, found))
        for found in _AREA_THEN_GRADE.finditer(rows.text)
    ]
    columns = _columns(lines)
    best = made if len(made) >= len(columns) else columns
    return tuple(best) if len({_key(each.area) for each in best}) == len(best) else ()


def _spans(lines: Sequence[Line], found: re.Match[str]) -> tuple[Span, ...]:
    """The lines that a match in their joined text touches."""
    touched: list[Line] = []
    start = 0
    for line in lines:
        if start < found.end() and found.start() < start + len(line.text):
            touched.append(line)
        start += len(line.text) + 1
    return spans_of(touched)


def _table_lines(outline: Outline) -> list[Line]:
    blocks = (*outline.title, *outline.introduction)
    lines = [line for block in blocks for line in block.lines]
    for part in outline.sections:
        if heading_grade(part.heading.text):
            break
        lines += [*part.heading.lines, *(line for block in part.blocks for line in block.lines)]
    first = next((at for at, line in enumerate(lines) if _starts_table(line)), None)
    return lines[first : first + _TABLE] if first is not None else []


def _starts_table(line: Line) -> bool:
    return bool(re.match(r"Judgement\b|\d?\.?\s*The overall effectiveness", line.text)) or bool(
        _AREA_THEN_GRADE.match(line.text)
    )


def _columns(lines: Sequence[Line]) -> list[Judgement]:
    """Pair areas with grades where the grades are lines of their own, as in a table of cells."""
    grades = _joined_grades(lines)
    words = joined([line.text for line in lines if not _in(line, grades)])
    areas = [clean(found[0]) for found in _AREA.finditer(words)]
    if not grades or len(areas) != len(grades):
        return []
    return [
        Judgement(area, grade.text.capitalize(), spans_of(grade.lines))
        for area, grade in zip(areas, grades, strict=True)
    ]


def _joined_grades(lines: Sequence[Line]) -> list[_Stretch]:
    """Return the grades that fill a line, or two where "to be good" has been wrapped."""
    grades: list[_Stretch] = []
    for at, line in enumerate(lines):
        pair = joined([line.text, lines[at + 1].text]) if at + 1 < len(lines) else ""
        if _WHOLE.fullmatch(pair) and not _WHOLE.fullmatch(lines[at + 1].text):
            grades.append(_Stretch(pair, (line, lines[at + 1])))
        elif _WHOLE.fullmatch(line.text):
            grades.append(_Stretch(clean(line.text), (line,)))
    return grades


def _in(line: Line, stretches: Sequence[_Stretch]) -> bool:
    return any(line in stretch.lines for stretch in stretches)


def _key(area: str) -> str:
    return " ".join(area.casefold().split()).removeprefix("the ")
