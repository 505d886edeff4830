"""Gives what a loop repeats numbers and names of its own, and drops what lost its other half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from reportdesk.core.errors import ExportError
from reportdesk.core.i18n import _
from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.word.intake.names import NUMBERED

_NUMBERED = re.compile(rf'<({"|".join(NUMBERED)})\b((?:[^>"]|"[^"]*")*)>')
_ID = re.compile(r' (?:w:)?id="([^"]*)"')
_NAME = re.compile(r' w:name="([^"]*)"')
_MOST_NAME = 40
_MOST = 100_000

# For each kind of note, which numbers each one of the template's has in the report.
Uses = dict[str, dict[str, list[str]]]


@dataclass(slots=True)
class Numbered:
    """A part in which each number is used once.

    Attributes:
        uses: the notes and comments that it refers to.
    """

    xml: str
    uses: Uses


def number_again(xml: str) -> Numbered:
    """Return the part with numbers of its own for each picture, bookmark, note and comment.

    Raises ExportError where there are more than Word opens.
    """
    marks = [_mark(found) for found in islice(_NUMBERED.finditer(xml), _MOST + 1)]
    if len(marks) > _MOST:
        message = _("the report would hold more notes, pictures and bookmarks than Word opens")
        raise ExportError.of("too-long", message, _("take them out of loops in the template"))
    _number_pictures([mark for mark in marks if mark.name == "wp:docPr"])
    _name_shapes([mark for mark in marks if mark.name.startswith("v:")])
    _number_bookmarks([mark for mark in marks if mark.name.startswith("w:bookmark")])
    uses = {
        "footnote": _number_notes([one for one in marks if one.name == "w:footnoteReference"]),
        "endnote": _number_notes([one for one in marks if one.name == "w:endnoteReference"]),
        "comment": _number_comments([one for one in marks if one.name.startswith("w:comment")]),
    }
    made = iter(marks)
    return Numbered(_NUMBERED.sub(lambda _found: next(made).text, xml), uses)


@dataclass(slots=True)
class _Mark:
    """An element with a number, and what becomes of its text."""

    name: str
    id: str
    text: str

    def number(self, id: str) -> None:
        self.text = _ID.sub(lambda found: found[0].replace(f'"{found[1]}"', f'"{id}"'), self.text)

    def drop(self) -> None:
        self.text = ""


def _mark(found: re.Match[str]) -> _Mark:
    id = _ID.search(found[2])
    return _Mark(found[1], id[1] if id else "", found[0])


def _number_pictures(marks: Sequence[_Mark]) -> None:
    for number, mark in enumerate(marks, 1):
        mark.number(str(number))


def _name_shapes(marks: Sequence[_Mark]) -> None:
    uses: dict[str, int] = {}
    for mark in marks:
        uses[mark.id] = uses.get(mark.id, 0) + 1
        if uses[mark.id] > 1 and mark.id:
            mark.number(f"{mark.id}_{uses[mark.id]}")


def _number_bookmarks(marks: Sequence[_Mark]) -> None:
    names: dict[str, int] = {}
    for number, (start, end) in enumerate(_pairs(marks), 1):
        start.number(str(number))
        end.number(str(number))
        start.text = _NAME.sub(lambda found: _own_name(found, names), start.text)


def _pairs(marks: Sequence[_Mark]) -> list[tuple[_Mark, _Mark]]:
    """Return the starts with their ends, in the order of the starts; drop what has no partner."""
    begun: dict[str, _Mark] = {}
    ends: dict[int, _Mark] = {}
    for mark in marks:
        if mark.name == "w:bookmarkStart":
            begun[mark.id] = mark
        elif mark.id in begun:
            ends[id(begun.pop(mark.id))] = mark
        else:
            mark.drop()
    starts = [mark for mark in marks if mark.name == "w:bookmarkStart"]
    for start in starts:
        if id(start) not in ends:
            start.drop()
    return [(start, ends[id(start)]) for start in starts if id(start) in ends]


def _own_name(found: re.Match[str], names: dict[str, int]) -> str:
    name = found[1]
    uses = names[name] = names.get(name, 0) + 1
    ending = f"_{uses}" if uses > 1 else ""
    return f' w:name="{name[: _MOST_NAME - len(ending)]}{ending}"'


def _number_notes(marks: Sequence[_Mark]) -> dict[str, list[str]]:
    numbers = _free_numbers(marks)
    uses: dict[str, list[str]] = {}
    for mark in marks:
        mark.number(_next_use(mark.id, uses, numbers))
    return uses


@dataclass(slots=True)
class _Comment:
    """One use of a comment: the passage that it is about, and the place that it is tied to."""

    id: str
    start: _Mark | None = None
    end: _Mark | None = None
    reference: _Mark | None = None
    parts: list[_Mark] = field(default_factory=list)


def _number_comments(marks: Sequence[_Mark]) -> dict[str, list[str]]:
    numbers = _free_numbers(marks)
    uses: dict[str, list[str]] = {}
    for comment in _comments(marks):
        if comment.reference is None or comment.start is None or comment.end is None:
            for half in filter(None, (comment.start, comment.end)):
                half.drop()
        if comment.reference is not None:
            number = _next_use(comment.id, uses, numbers)
            for mark in comment.parts:
                mark.number(number)
    return uses


def _comments(marks: Sequence[_Mark]) -> list[_Comment]:
    made: list[_Comment] = []
    now: dict[str, _Comment] = {}
    for mark in marks:
        comment = now.get(mark.id)
        if comment is None or _is_taken(comment, mark):
            comment = now[mark.id] = _Comment(mark.id)
            made.append(comment)
        _put(comment, mark)
    return made


def _is_taken(comment: _Comment, mark: _Mark) -> bool:
    """Whether the mark belongs to another use of the comment than the present one."""
    if mark.name == "w:commentRangeStart":
        return True
    return (comment.end if mark.name == "w:commentRangeEnd" else comment.reference) is not None


def _put(comment: _Comment, mark: _Mark) -> None:
    comment.parts.append(mark)
    if mark.name == "w:commentRangeStart":
        comment.start = mark
    elif mark.name == "w:commentRangeEnd":
        comment.end = mark
    else:
        comment.reference = mark


def _next_use(id: str, uses: dict[str, list[str]], numbers: Iterator[int]) -> str:
    """Return the number of one use more: the template's own for the first."""
    number = str(next(numbers)) if id in uses else id
    uses.setdefault(id, []).append(number)
    return number


def _free_numbers(marks: Sequence[_Mark]) -> Iterator[int]:
    # Word keeps 0 and 1 for the lines above notes.
    most = max((int(mark.id) for mark in marks if mark.id.isdecimal()), default=0)
    number = max(most, 1)
    while True:
        number += 1
        yield number
