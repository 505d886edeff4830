"""The YAML that we write ourselves, read without a parser; whatever else is there is declined.

Law: what is not declined is read exactly as the parser's events give it.
"""

from __future__ import annotations

import re

from reportdesk.core.reading import Raw
from reportdesk.storage.yaml_limits import MAX_DEPTH, MAX_EVENTS, MAX_KEY

# Indent, dash, quotation mark, name and what follows it; or what else is on the line.
_ENTRY = re.compile(r"( *)(- )?(?:('?)([A-Za-z_][A-Za-z0-9_]*)\3:(?: (.*))?|(.*))")
_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_BLOCKS = {"|": "\n", "|-": ""}

_Held = dict[str, Raw] | list[Raw]


class _Unsure(Exception):
    """Only the parser can tell."""


def parse_simple_yaml(text: str) -> dict[str, Raw] | None:
    """Return the mapping that the text is, or None where it is unsure.

    The text must hold no letter but LF that parsers take for a line's end.
    """
    if "\t" in text or "\r" in text or text[-1:] != "\n" or text.count("\n") * 2 > MAX_EVENTS:
        return None
    try:
        return _Lines(text.split("\n")).read()
    except _Unsure:
        return None


class _Lines:
    """Reads line by line.

    Attributes:
        _open: the mappings and lists around the next line, each with its column.
        _waiting: the name whose value may stand on the lines below it.
    """

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._at = 0
        self._root: dict[str, Raw] = {}
        self._open: list[tuple[int, _Held]] = [(0, self._root)]
        self._waiting: str | None = None

    def read(self) -> dict[str, Raw]:
        """Return the whole mapping."""
        lines, last = self._lines, len(self._lines)
        while self._at < last:
            line = lines[self._at]
            self._at += 1
            found = _ENTRY.fullmatch(line)
            if found is None:
                raise _Unsure
            indent, dash, _mark, key, rest, other = found.groups()
            if key is not None:
                self._entry(len(indent), dash, key, rest or "")
            elif dash:
                self._list_at(len(indent)).append(self._scalar(other, len(indent)))
            elif other and other[0] != "#":
                raise _Unsure
        return self._root

    def _entry(self, column: int, dash: str | None, key: str, rest: str) -> None:
        if dash:
            # The row's first name stands behind the dash; the row is two further in.
            row: dict[str, Raw] = {}
            self._list_at(column).append(row)
            column += 2
            self._enter(column, row)
            mapping = row
        else:
            mapping = self._mapping_at(column)
        if key in mapping or len(key) > MAX_KEY:
            raise _Unsure
        if rest:
            mapping[key] = self._scalar(rest, column)
        else:
            mapping[key] = ""
            self._waiting = key

    def _mapping_at(self, column: int) -> dict[str, Raw]:
        """Return the mapping whose names stand there."""
        above, held = self._open[-1]
        if self._waiting is not None:
            if column > above:
                return self._begin_mapping(column)
            self._waiting = None
        while above > column or (above == column and held.__class__ is list):
            self._open.pop()
            above, held = self._open[-1]
        if above != column or not isinstance(held, dict):
            raise _Unsure
        return held

    def _list_at(self, column: int) -> list[Raw]:
        """Return the list whose dashes stand there."""
        above, held = self._open[-1]
        if self._waiting is not None:
            if column >= above:
                return self._begin_list(column)
            self._waiting = None
        while above > column:
            self._open.pop()
            above, held = self._open[-1]
        if above != column or not isinstance(held, list):
            raise _Unsure
        return held

    def _begin_mapping(self, column: int) -> dict[str, Raw]:
        made: dict[str, Raw] = {}
        self._give(made)
        self._enter(column, made)
        return made

    def _begin_list(self, column: int) -> list[Raw]:
        made: list[Raw] = []
        self._give(made)
        self._enter(column, made)
        return made

    def _give(self, value: _Held) -> None:
        """Give the waiting name its value."""
        held = self._open[-1][1]
        if self._waiting is None or not isinstance(held, dict):
            raise _Unsure
        held[self._waiting] = value
        self._waiting = None

    def _enter(self, column: int, held: _Held) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise _Unsure
        self._open.append((column, held))

    def _scalar(self, rest: str, column: int) -> Raw:
        """Return the scalar that ends with its line, or stands in the block below it.

        A next line further in belongs to nothing that is open, so it will be declined.
        """
        if not rest:
            raise _Unsure
        first = rest[0]
        if first == "|" and rest in _BLOCKS:
            return self._block(column, _BLOCKS[rest])
        if first == "'":
            found = _QUOTED.fullmatch(rest)
            if found is None:
                raise _Unsure
            return found[1].replace("''", "'")
        if rest == "[]":
            return []
        if rest == "{}":
            return {}
        if not (first.isalnum() or first in "£(“‘") or not _may_stand_bare(rest):
            raise _Unsure
        return rest

    def _block(self, column: int, end: str) -> str:
        """Return the lines that stand further in than the column."""
        lines, at, last = self._lines, self._at, len(self._lines) - 1
        first = lines[at]
        inner = _indent_of(first)
        if not first:
            return self._empty_block(column)
        if inner <= column:
            return ""
        prefix = " " * inner
        while at < last and (not (line := lines[at]) or line.startswith(prefix)):
            if line and line.isspace():
                raise _Unsure
            at += 1
        if lines[at] and _indent_of(lines[at]) > column:
            raise _Unsure
        texts = [line[inner:] for line in lines[self._at : at]]
        self._at = at
        return "\n".join(texts).rstrip("\n") + end

    def _empty_block(self, column: int) -> str:
        while self._at < len(self._lines) and not self._lines[self._at]:
            self._at += 1
        if self._at < len(self._lines) and _indent_of(self._lines[self._at]) > column:
            raise _Unsure
        return ""


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _may_stand_bare(text: str) -> bool:
    """Whether a text surely is what a parser makes of it outside quotation marks."""
    return text[-1] not in ": " and ": " not in text and " #" not in text
