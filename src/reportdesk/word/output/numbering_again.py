"""Gives what stands in loops numbers and names of its own: pictures and bookmarks."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERED = re.compile(
    r'<wp:docPr id="(?P<picture>[^"]*)"'
    r"|<w:bookmarkStart(?P<start>[^>]*)>"
    r"|<w:bookmarkEnd(?P<end>[^>]*)>"
)
_ID = re.compile(r' w:id="([^"]*)"')
_NAME = re.compile(r' w:name="([^"]*)"')
_MOST_NAME = 40


def number_again(chunks: Sequence[str]) -> list[str]:
    """Return the part with numbers that are each used once, and bookmarks with names likewise."""
    numbers = _Numbers()
    return [_NUMBERED.sub(numbers.again, "".join(chunks))]


class _Numbers:
    def __init__(self) -> None:
        self._pictures = 0
        self._bookmarks = 0
        self._open: dict[str, int] = {}
        self._names: dict[str, int] = {}

    def again(self, found: re.Match[str]) -> str:
        if found["picture"] is not None:
            self._pictures += 1
            return f'<wp:docPr id="{self._pictures}"'
        if found["start"] is not None:
            return self._start(found["start"])
        return self._end(found["end"])

    def _start(self, given: str) -> str:
        number = _ID.search(given)
        self._bookmarks += 1
        self._open[number[1] if number else ""] = self._bookmarks
        given = _ID.sub(f' w:id="{self._bookmarks}"', given)
        return f"<w:bookmarkStart{_NAME.sub(self._name, given)}>"

    def _end(self, given: str) -> str:
        number = _ID.search(given)
        now = self._open.get(number[1] if number else "")
        again = given if now is None else _ID.sub(f' w:id="{now}"', given)
        return f"<w:bookmarkEnd{again}>"

    def _name(self, found: re.Match[str]) -> str:
        name = found[1]
        uses = self._names[name] = self._names.get(name, 0) + 1
        if uses == 1:
            return found[0]
        ending = f"_{uses}"
        return f' w:name="{name[: _MOST_NAME - len(ending)]}{ending}"'
