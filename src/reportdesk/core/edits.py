"""The small family of edits: the one way in which answers change, each with its inverse."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from reportdesk.core.fields import Answers, Row, Value
from reportdesk.core.places import FieldPath
from reportdesk.core.quick_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """Give the field at the path this value; None takes the answer away."""

    path: FieldPath
    value: Value


@dataclass(frozen=True, slots=True)
class InsertRow:
    """Put a row into the rows at the path, before the row now at that index."""

    path: FieldPath
    at: int
    row: Row


@dataclass(frozen=True, slots=True)
class RemoveRow:
    """Take the row at that index out of the rows at the path."""

    path: FieldPath
    at: int


@dataclass(frozen=True, slots=True)
class MoveRow:
    """Take the row at ``source`` out and put it back so that it stands at ``target``."""

    path: FieldPath
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits that are done, undone and told as one."""

    edits: tuple[Edit, ...]


Edit = SetAnswer | InsertRow | RemoveRow | MoveRow | Together


def answer_at(answers: Answers, path: FieldPath) -> Value:
    """Return the value at the path, or None where nothing is answered."""
    value: Value = cast(Value, answers)
    for step in path:
        if isinstance(step, int):
            rows = cast(tuple[Row, ...], value or ())
            value = rows[step] if step < len(rows) else None
        else:
            value = cast(Row, value or {}).get(step)
    return value


def rows_at(answers: Answers, path: FieldPath) -> tuple[Row, ...]:
    """Return the rows at the path, none where nothing is answered."""
    return cast(tuple[Row, ...], answer_at(answers, path) or ())


def apply_edit(answers: Answers, edit: Edit) -> tuple[Answers, Edit]:
    """Return the answers after the edit, and the edit that takes it back.

    Raises IndexError where a row does not exist.
    """
    if isinstance(edit, Together):
        return _apply_together(answers, edit)
    if isinstance(edit, SetAnswer):
        inverse = SetAnswer(edit.path, answer_at(answers, edit.path))
        return _put(answers, edit.path, edit.value), inverse
    rows, undo = _apply_rows(rows_at(answers, edit.path), edit)
    return _put(answers, edit.path, rows or None), undo


def _apply_together(answers: Answers, edit: Together) -> tuple[Answers, Edit]:
    inverses: list[Edit] = []
    for one in edit.edits:
        answers, inverse = apply_edit(answers, one)
        inverses.append(inverse)
    return answers, Together(tuple(reversed(inverses)))


def _apply_rows(
    rows: tuple[Row, ...], edit: InsertRow | RemoveRow | MoveRow
) -> tuple[tuple[Row, ...], Edit]:
    change = cast(
        Callable[[tuple[Row, ...], object], tuple[tuple[Row, ...], Edit]], _CHANGES[type(edit)]
    )
    return change(rows, edit)


def _insert(rows: tuple[Row, ...], edit: InsertRow) -> tuple[tuple[Row, ...], Edit]:
    if not 0 <= edit.at <= len(rows):
        raise IndexError(edit.at)
    return (*rows[: edit.at], edit.row, *rows[edit.at :]), RemoveRow(edit.path, edit.at)


def _remove(rows: tuple[Row, ...], edit: RemoveRow) -> tuple[tuple[Row, ...], Edit]:
    if not 0 <= edit.at < len(rows):
        raise IndexError(edit.at)
    inverse = InsertRow(edit.path, edit.at, rows[edit.at])
    return (*rows[: edit.at], *rows[edit.at + 1 :]), inverse


def _move(rows: tuple[Row, ...], edit: MoveRow) -> tuple[tuple[Row, ...], Edit]:
    if not (0 <= edit.source < len(rows) and 0 <= edit.target < len(rows)):
        raise IndexError(edit.target)
    left = list(rows)
    left.insert(edit.target, left.pop(edit.source))
    return tuple(left), MoveRow(edit.path, edit.target, edit.source)


_CHANGES = {InsertRow: _insert, RemoveRow: _remove, MoveRow: _move}


def _put(answers: Answers, path: FieldPath, value: Value) -> Answers:
    """Return the answers with the value at the path; only what lies on the path is made anew."""
    step, rest = str(path[0]), path[1:]
    changed = dict(answers)
    if not rest:
        changed[step] = value
    elif isinstance(rest[0], int):
        changed[step] = _put_row(cast(tuple[Row, ...], answers.get(step) or ()), rest, value)
    else:
        changed[step] = _put(cast(Row, answers.get(step) or {}), rest, value) or None
    if changed[step] is None:
        del changed[step]
    return changed


def _put_row(rows: tuple[Row, ...], path: FieldPath, value: Value) -> tuple[Row, ...]:
    at, rest = cast(int, path[0]), path[1:]
    if not 0 <= at < len(rows):
        raise IndexError(at)
    row = _put(rows[at], rest, value) if rest else cast(Row, value)
    return (*rows[:at], row, *rows[at + 1 :])
