"""Which changes of a text are one step of undo: a word at a time, as in Word."""

from __future__ import annotations

from dataclasses import dataclass

from reportdesk.core.fields import Choice, Value
from reportdesk.core.richtext import RichText

_LONGEST = 2  # a letter and the space before it; more was pasted


@dataclass(frozen=True, slots=True)
class Stroke:
    """What one change did to a text.

    Attributes:
        start: where it began.
        gone: what was taken away there, and ``came`` what was put there.
    """

    start: int
    gone: str
    came: str


def stroke(before: Value, after: Value) -> Stroke | None:
    """Return what changed, or None where it is more than letters, or nothing that is typed."""
    old, new = _text(before), _text(after)
    if old is None or new is None or old == new:
        return None
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    return Stroke(start, old[start : len(old) - end], new[start : len(new) - end])


def goes_on(last: Stroke | None, now: Stroke | None) -> bool:
    """Return whether the second change goes on with the word, or the deleting, of the first."""
    if last is None or now is None:
        return False
    if not last.gone and not now.gone:
        follows = now.start == last.start + len(last.came)
        letters = max(len(last.came), len(now.came)) <= _LONGEST
        return follows and letters and not _begins_word(last.came, now.came)
    if not last.came and not now.came:
        return now.start in (last.start, last.start - len(now.gone))
    return False


def is_typed(value: Value) -> bool:
    """Return whether the value is of a kind that is read from a line at every key."""
    return not isinstance(value, bool | Choice | tuple)


def _begins_word(last: str, now: str) -> bool:
    if not now.strip():
        return False
    return now[0].isspace() or last[-1:].isspace()


def _text(value: Value) -> str | None:
    if value is None:
        return ""
    if isinstance(value, RichText):
        return value.text
    return value if isinstance(value, str) and not isinstance(value, Choice) else None


def _same(old: str, new: str) -> int:
    """How many letters both begin with, found by halves: texts may be long."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
