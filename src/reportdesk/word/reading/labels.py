"""Lists as Word counts and shows them: 4.1.1, (a), iv, •."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportdesk.core.document import Label
from reportdesk.word.numbering import Level, Numbering

_HIGHEST = 3999
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SIGNS = {"\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "◻", "\uf02d": "–", "o": "◦"}
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@dataclass(slots=True)
class _List:
    """A list in use; lists of one definition share their counts."""

    num: str
    counts: dict[int, int]
    starts: Mapping[int, int]
    levels: dict[int, Level | None] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Labels:
    """Counts the items of one part, in the order of the text."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._lists: dict[str, _List] = {}

    def level(self, num: str, level: int) -> Level | None:
        """Return a level of a list, or None where there is no such thing."""
        return self._level(self._list(num), level) if num in self._numbering.nums else None

    def next(self, num: str, level: int) -> Label | None:
        """Return the label of the next item of a list, or None where the list shows none."""
        found = self.level(num, level)
        if found is None:
            return None
        one = self._lists[num]
        self._begin_higher(one, level)
        first = _count(one, level, found)
        self._restart_deeper(one, level)
        if found.format == "bullet":
            return Label(_sign(found.text), level + 1)
        text = self._shown(found, one)
        return Label(text, level + 1, one.counts[level], first) if text else None

    def _list(self, num: str) -> _List:
        one = self._lists.get(num)
        if one is None:
            counts = self._counts.setdefault(self._numbering.definition(num), {})
            one = self._lists[num] = _List(num, counts, self._numbering.nums[num].starts)
        return one

    def _level(self, one: _List, level: int) -> Level | None:
        if level not in one.levels:
            one.levels[level] = self._numbering.level(one.num, level)
        return one.levels[level]

    def _begin_higher(self, one: _List, level: int) -> None:
        """A level that was passed over counts as begun: the next item on it is its second."""
        for higher in range(level):
            if higher not in one.counts:
                found = self._level(one, higher)
                one.counts[higher] = found.start if found else 1

    def _restart_deeper(self, one: _List, level: int) -> None:
        for deeper in [at for at in one.counts if at > level]:
            found = self._level(one, deeper)
            after = found.restart if found else -1
            if after < 0 or level < after:
                del one.counts[deeper]

    def _shown(self, found: Level, one: _List) -> str:
        def number(placeholder: re.Match[str]) -> str:
            at = int(placeholder[1]) - 1
            level = self._level(one, at) or Level()
            legal = found.legal and level.format != "none"
            return number_as("decimal" if legal else level.format, one.counts.get(at, level.start))

        return _PLACEHOLDER.sub(number, found.text)


def _count(one: _List, level: int, found: Level) -> bool:
    """Count an item; return whether counting begins anew with it."""
    override = one.starts.get(level)
    anew = override is not None and level not in one.begun
    one.begun.add(level)
    first = anew or level not in one.counts
    start = found.start if override is None else override
    one.counts[level] = start if first else one.counts[level] + 1
    return first


def number_as(number_format: str, number: int) -> str:
    """Return the number in one of Word's formats; unknown ones and high numbers are decimal."""
    write = _FORMATS.get(number_format) if number <= _HIGHEST else None
    return write(number) if write else str(number)


def _sign(text: str) -> str:
    """Bullets of the symbol fonts as characters that any font has."""
    if text in _SIGNS:
        return _SIGNS[text]
    return "•" if "\ue000" <= text[:1] <= "\uf8ff" else text


def _letters(number: int) -> str:
    if number < 1:
        return ""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    return str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number: _words(number).capitalize(),
    "none": lambda number: "",
    "bullet": lambda number: "",
}
