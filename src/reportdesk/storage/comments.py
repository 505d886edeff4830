"""Keeps the comments of a draft when it is written again: guidance, and an officer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from reportdesk.core.errors import SaveError
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.core.reading import Raw
from reportdesk.storage.yaml_events import read_yaml

_NAME = "answers"
_KEY = re.compile(r"  ([A-Za-z_][A-Za-z0-9_-]*):")
_SEEN = re.compile(rb"\s#")
# An answer of many lines, which stand further in than its name; behind a dash that is two in.
_LONG = re.compile(
    rb"^( *)- [^\n]*: [|>][-+]?\n(?:\1   [^\n]*\n| *\n)*"
    rb"|^( *)\w[^\n]*: [|>][-+]?\n(?:\2 [^\n]*\n| *\n)*",
    re.MULTILINE,
)
_BETWEEN = re.compile(r"(?: {0,2}#.*| *)")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An answer as lines: the comments above it, and what it holds."""

    above: tuple[str, ...]
    lines: tuple[str, ...]


def has_comments(data: bytes) -> bool:
    """Return whether a draft's file may hold comments, its first line aside."""
    return bool(_SEEN.search(data) and _SEEN.search(_LONG.sub(b"", data)))


def with_comments(before: bytes, text: str) -> str | None:
    """Return the draft's new text with the comments of the file that it takes the place of.

    An answer that is the same keeps its lines; one that changed keeps the comments above it.
    None where the two do not fit, or the outcome would not read as the new text does.
    """
    try:
        old = before.decode("utf-8")
        was, now = _root(before), _root(text.encode("utf-8"))
    except (UnicodeDecodeError, SaveError):
        return None
    made = _merged(old, text, was.get(_NAME), now.get(_NAME))
    try:
        return made if made and _alike(_root(made.encode("utf-8")), now) else None
    except SaveError:
        return None


def _root(data: bytes) -> Mapping[str, Raw]:
    return read_yaml(data, "", SaveError).root


def _merged(old: str, new: str, was: Raw, now: Raw) -> str:
    head, entries, tail = _parted(old)
    _head, fresh, _tail = _parted(new)
    if not entries or not isinstance(was, dict) or not isinstance(now, dict):
        return ""
    same = {name for name in entries if name in now and was.get(name) == now[name]}
    same |= {name for name in entries if name not in now and _empty(was.get(name))}
    lines = [*head]
    for name in _order(entries, fresh):
        if name in entries:
            lines += entries[name].above
        entry = entries[name] if name in same else fresh.get(name)
        lines += entry.lines if entry else (f"  {name}:",)
    return "\n".join([*lines, *tail]) + "\n"


def _alike(made: Mapping[str, Raw], meant: Mapping[str, Raw]) -> bool:
    """Whether the two read the same, names without an answer aside."""
    answers, wanted = made.get(_NAME), meant.get(_NAME)
    if not isinstance(answers, dict) or not isinstance(wanted, dict):
        return False
    told = {id: raw for id, raw in answers.items() if id in wanted or not _empty(raw)}
    return {**made, _NAME: told} == meant


def _empty(raw: Raw) -> bool:
    """Whether nothing is answered, in a group neither."""
    if isinstance(raw, dict):
        return all(_empty(value) for value in raw.values())
    return not raw


def _order(entries: Mapping[str, _Entry], fresh: Mapping[str, _Entry]) -> Iterator[str]:
    """The names in the file's order, each new one after the name that it follows in the text."""
    names = list(entries)
    before = ""
    for name in fresh:
        if name not in entries:
            names.insert(names.index(before) + 1 if before else 0, name)
        before = name
    return iter(names)


def _parted(text: str) -> tuple[list[str], dict[str, _Entry], list[str]]:
    """Return the lines up to the answers, the answers by name, and the lines after them."""
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    if f"{_NAME}:" not in lines:
        return lines, {}, []
    start = lines.index(f"{_NAME}:") + 1
    marks = [at for at in range(start, len(lines)) if _KEY.match(lines[at])]
    entries: dict[str, _Entry] = {}
    above = lines[start : marks[0]] if marks else []
    for at, end in zip(marks, [*marks[1:], len(lines)], strict=True):
        held = lines[at:end]
        loose = _loose_end(held)
        found = _KEY.match(held[0])
        assert found is not None
        entries[found[1]] = _Entry(tuple(above), tuple(held[: len(held) - loose]))
        above = held[len(held) - loose :]
    return lines[:start], entries, above


def _loose_end(lines: Sequence[str]) -> int:
    """How many lines at the end are comments for what comes next, or empty."""
    return len(list(takewhile(_BETWEEN.fullmatch, reversed(lines[1:]))))
