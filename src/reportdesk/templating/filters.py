"""What may stand behind a bar in a tag: ``{{ meeting_date | day }}``.

A filter is run for a missing answer only if it is one of ``FOR_MISSING``; else what is
missing stays missing. Filters raise CannotPrintError, TypeError or ValueError where a
value does not suit them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from reportdesk.core.answers import Gap, Printed, Standing
from reportdesk.templating.printing import brackets, holds, money, said
from reportdesk.templating.words import letters, number_words, ordinal_words

_WORD_STARTS = r"(^|[\s(\[“‘\"/–-])(\w)"
_MOST_TITLE = 10_000
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_QUOTES = frozenset({"“”", "‘’", '""', "''"})
_STOPS = ".,;:?!…"


def _title(value: Printed) -> str:
    if len(text := said(value)) > _MOST_TITLE:
        raise ValueError
    return re.sub(_WORD_STARTS, lambda found: found[1] + found[2].upper(), text)


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
    """The words between marks around all of it; a stop behind them stays, but only one."""
    text = said(value).strip()
    stop = text[-1:] if text[-1:] in _STOPS else ""
    marked = text.removesuffix(stop)
    opening, words, closing = marked[:1], marked[1:-1], marked[1:][-1:]
    if opening + closing not in _QUOTES or _are_two(words, opening, closing):
        return text
    return words if words.endswith(tuple(_STOPS)) else words + stop


def _are_two(words: str, opening: str, closing: str) -> bool:
    """Whether a quotation ends within the words and another one begins after it."""
    end = re.search(rf"{closing}(?!\w)", words)
    begin = words.rfind(f" {opening}")
    return end is not None and end.start() < begin


FOR_MISSING = frozenset({"default", "d", "length", "count", "first", "last"})
RUNNERS: Mapping[str, Callable[..., Any]] = {
    "upper": lambda value: said(value).upper(),
    "lower": lambda value: said(value).lower(),
    "title": _title,
    "capitalize": lambda value: said(value).capitalize(),
    "sentence": _sentence,
    "trim": lambda value: said(value).strip(),
    "unquote": _unquote,
    "join": _join,
    "default": _default,
    "d": _default,
    "length": _length,
    "count": _length,
    "first": _edge(0),
    "last": _edge(-1),
    "date": said,
    "short_date": _short_date,
    "day": _day,
    "year": lambda value: value.year,
    "money": money,
    "brackets": brackets,
    "number_words": number_words,
    "ordinal_words": ordinal_words,
    "letter": letters,
    "appendix_words": lambda value: number_words(value).capitalize(),
    "e": lambda value: value,
    "escape": lambda value: value,
}
