"""What may stand behind a bar in a tag: ``{{ meeting_date | day }}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from reportdesk.core.answers import Gap, Printed, Standing
from reportdesk.core.fields import Kind
from reportdesk.templating.printing import brackets, holds, money, said
from reportdesk.templating.words import letters, number_words, ordinal_words

_WORD_STARTS = re.compile(r"(^|[\s(\[“‘\"/–-])(\w)")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_QUOTES = frozenset({"“”", "‘’", '""', "''"})


class Filter(NamedTuple):
    """A filter.

    Attributes:
        run: takes the value and the filter's arguments.
        takes: the kinds of field it suits; empty for all that can be printed.
        gives: what comes of it; None for the same as went in.
        most: how many arguments it takes at most.
    """

    run: Callable[..., Any]
    takes: frozenset[Kind]
    gives: Kind | None
    most: int = 0


def apply(name: str, value: Printed, arguments: tuple[Any, ...]) -> Printed:
    """Return what the filter makes of the value; a missing answer stays missing.

    Raises CannotPrintError, TypeError or ValueError where the value does not suit.
    """
    if isinstance(value, (Gap, Standing)) and name not in _FOR_MISSING:
        return value
    result: Printed = FILTERS[name].run(value, *arguments)
    return result


def _title(value: Printed) -> str:
    return _WORD_STARTS.sub(lambda found: found[1] + found[2].upper(), said(value))


def _sentence(value: Printed) -> str:
    text = said(value)
    return text[:1].upper() + text[1:]


def _join(value: Any, between: str = ", ", part: str = "") -> str:
    words = [said(item[part] if part else item) for item in value]
    return between.join(word for word in words if word)


def _default(value: Printed, instead: Printed = "", always: bool = False) -> Printed:
    missing = not holds(value) if always else value is None or isinstance(value, (Gap, Standing))
    return instead if missing else value


def _length(value: Any) -> int:
    return 0 if isinstance(value, (Gap, Standing)) or value is None else len(value)


def _edge(at: int) -> Callable[..., Any]:
    def pick(value: Any, gap: str = "") -> Any:
        return value[at] if value else Gap(gap)

    return pick


def _short_date(value: date) -> str:
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def _day(value: date) -> str:
    return f"{_DAYS[value.weekday()]} {said(value)}"


def _unquote(value: Printed) -> str:
    text = said(value).strip()
    return text[1:-1] if len(text) > 1 and text[0] + text[-1] in _QUOTES else text


_ANY: frozenset[Kind] = frozenset()
_NUMBERS = frozenset({Kind.WHOLE, Kind.MONEY})
_WHOLE = frozenset({Kind.WHOLE})
_DATE = frozenset({Kind.DATE})
_LISTS = frozenset({Kind.ROWS, Kind.CHOICES})
_FOR_MISSING = frozenset({"default", "d", "length", "count", "first", "last"})

FILTERS: Mapping[str, Filter] = {
    "upper": Filter(lambda value: said(value).upper(), _ANY, Kind.LINE),
    "lower": Filter(lambda value: said(value).lower(), _ANY, Kind.LINE),
    "title": Filter(_title, _ANY, Kind.LINE),
    "capitalize": Filter(lambda value: said(value).capitalize(), _ANY, Kind.LINE),
    "sentence": Filter(_sentence, _ANY, Kind.LINE),
    "trim": Filter(lambda value: said(value).strip(), _ANY, Kind.LINE),
    "unquote": Filter(_unquote, _ANY, Kind.LINE),
    "join": Filter(_join, _LISTS, Kind.LINE, 2),
    "default": Filter(_default, _ANY, None, 2),
    "d": Filter(_default, _ANY, None, 2),
    "length": Filter(_length, _LISTS | {Kind.LINE}, Kind.WHOLE),
    "count": Filter(_length, _LISTS | {Kind.LINE}, Kind.WHOLE),
    "first": Filter(_edge(0), _LISTS, None),
    "last": Filter(_edge(-1), _LISTS, None),
    "date": Filter(said, _DATE | {Kind.DATES}, Kind.LINE),
    "short_date": Filter(_short_date, _DATE, Kind.LINE),
    "day": Filter(_day, _DATE, Kind.LINE),
    "year": Filter(lambda value: value.year, _DATE, Kind.WHOLE),
    "money": Filter(money, _NUMBERS, Kind.LINE),
    "brackets": Filter(brackets, _NUMBERS, Kind.LINE),
    "number_words": Filter(number_words, _WHOLE, Kind.LINE),
    "ordinal_words": Filter(ordinal_words, _WHOLE, Kind.LINE),
    "letter": Filter(letters, _WHOLE, Kind.LINE),
    "appendix_words": Filter(lambda value: number_words(value).capitalize(), _WHOLE, Kind.LINE),
    "e": Filter(lambda value: value, _ANY, None),
    "escape": Filter(lambda value: value, _ANY, None),
}
