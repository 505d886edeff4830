"""Find words in the whole report, and replace them: pure over template and answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import cast

from reportdesk.core.asked import Asked
from reportdesk.core.edits import Edit, SetAnswer, Together, answer_at
from reportdesk.core.fields import Answers, Kind, Row, Value
from reportdesk.core.places import FieldPath
from reportdesk.core.richtext import Block, RichText, Run, rich
from reportdesk.core.template import Template

# What an officer types for what typographers' marks and hard spaces stand for.
_ALIKE = {mark: f"[{marks}]" for marks in ("'‘’", '"“”', " \u00a0", "-\u2011") for mark in marks}


@dataclass(frozen=True, slots=True)
class Passage:
    """A line, or one paragraph of rich text.

    Attributes:
        block: index of the paragraph; 0 for a line.
    """

    path: FieldPath
    label: str
    block: int
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Where in a passage something was found."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """What was found, as it stands there."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for.

    Attributes:
        match_case: capitals and small letters differ.
        whole_words: no letter stands before or after it.
    """

    text: str
    match_case: bool = False
    whole_words: bool = False


def passages(template: Template, answers: Answers) -> Iterator[Passage]:
    """Yield everything that was typed as words, in the order of the form."""
    for field in template.fields():
        asked = Asked(field, (field.id,), field.label)
        yield from _passages(asked, answers.get(field.id))


def find(template: Template, answers: Answers, query: Query) -> tuple[Match, ...]:
    """Return every place where the report says it, in the order of the form.

    Curly and straight quotes, hard and usual spaces count as the same.
    """
    if not query.text:
        return ()
    pattern = _pattern(query)
    return tuple(
        Match(passage, found.start(), found.end())
        for passage in passages(template, answers)
        for found in pattern.finditer(passage.text)
        if found.end() > found.start()
    )


def replaced(answers: Answers, matches: Iterable[Match], new: str) -> Edit | None:
    """Return the one edit that puts ``new`` in the place of all matches, None for no match.

    What is put in looks as the first letter that it stands for; nothing else changes.
    """
    by_path = sorted(matches, key=lambda match: (_sorting(match.passage.path), match.start))
    edits = [
        SetAnswer(path, _value(answer_at(answers, path), list(found), new))
        for path, found in groupby(by_path, key=lambda match: match.passage.path)
    ]
    return Together(tuple(edits)) if edits else None


def _passages(asked: Asked, value: Value) -> Iterator[Passage]:
    if isinstance(value, RichText):
        for at, block in enumerate(value.blocks):
            yield Passage(asked.path, asked.label, at, block.text)
    elif asked.field.kind is Kind.LINE and isinstance(value, str):
        yield Passage(asked.path, asked.label, 0, value)
    elif asked.field.kind is Kind.ROWS:
        for at, row in enumerate(cast(tuple[Row, ...], value or ())):
            yield from _within(asked.row(at), row)
    elif asked.field.kind in (Kind.GROUP, Kind.PERSON) and isinstance(value, Mapping):
        yield from _within(asked, value)


def _within(asked: Asked, row: Row) -> Iterator[Passage]:
    for field in asked.field.fields:
        yield from _passages(asked.inner(field), row.get(field.id))


def _pattern(query: Query) -> re.Pattern[str]:
    written = "".join(_ALIKE.get(letter, re.escape(letter)) for letter in query.text)
    if query.whole_words:
        written = rf"(?<!\w){written}(?!\w)"
    return re.compile(written, re.NOFLAG if query.match_case else re.IGNORECASE)


def _sorting(path: FieldPath) -> tuple[tuple[bool, str, int], ...]:
    """Bring equal paths together; names and numbers cannot be compared."""
    return tuple((True, "", step) if isinstance(step, int) else (False, step, 0) for step in path)


def _value(value: Value, matches: list[Match], new: str) -> Value:
    if isinstance(value, RichText):
        return _rich(value, matches, new) or None
    return _line(cast(str, value), matches, new) or None


def _line(text: str, matches: list[Match], new: str) -> str:
    for match in reversed(matches):
        text = text[: match.start] + new + text[match.end :]
    return text


def _rich(value: RichText, matches: list[Match], new: str) -> RichText:
    blocks = list(value.blocks)
    for match in reversed(matches):
        at = match.passage.block
        blocks[at] = _in_block(blocks[at], match, new)
    return rich(blocks)


def _in_block(block: Block, match: Match, new: str) -> Block:
    runs: list[Run] = []
    at = 0
    for run in block.runs:
        before = run.text[: max(match.start - at, 0)]
        after = run.text[max(match.end - at, 0) :]
        begins_here = at <= match.start < at + len(run.text)
        runs.append(replace(run, text=before + (new if begins_here else "") + after))
        at += len(run.text)
    return replace(block, runs=tuple(runs))
