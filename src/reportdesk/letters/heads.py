"""Reads what stands before the salutation: letter date and addressee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reportdesk.core.letter import Addressee, Fact, Sureness
from reportdesk.letters.joining import clean, spans_of
from reportdesk.letters.lines import Line
from reportdesk.letters.visits import whole_date

PLACEHOLDER = re.compile(r"\binsert\b.{0,30}\b(?:address|name|here)\b", re.IGNORECASE)
_COPY = re.compile(r"(?:copy|cc|copied)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Dame|Professor)\.?\s+)?"
    r"[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,3}"
)
_OFFICE = re.compile(
    r"\b(?:council|director|house|hall|street|road|centre|borough|service|department)\b",
    re.IGNORECASE,
)


def letter_date(head: Sequence[Line]) -> Fact[date] | None:
    """Return the date alone on a line before the salutation; sure if it is the only one."""
    dated = [(line, when) for line in head if (when := whole_date(line.text))]
    if not dated:
        return None
    line, when = dated[0]
    one = len({day for _, day in dated}) == 1
    return Fact(when, (line.span,), Sureness.SURE if one else Sureness.LIKELY)


def addressee(head: Sequence[Line], greeting: str) -> Fact[Addressee] | None:
    """Return the lines between date and salutation, and the name where the first line is one."""
    after = next((at + 1 for at, line in enumerate(head) if whole_date(line.text)), 0)
    lines = [line for line in head[after:] if not _COPY.match(line.text)]
    if not lines:
        return None
    printed = tuple(clean(line.text) for line in lines)
    name, sureness = _name(printed, greeting)
    if any(PLACEHOLDER.search(line) for line in printed):
        sureness = Sureness.LIKELY
    return Fact(Addressee(name, printed), spans_of(lines), sureness)


def _name(lines: tuple[str, ...], greeting: str) -> tuple[str, Sureness]:
    """The name is the first line if the salutation greets by a word of it."""
    greeted = set(re.findall(r"[\w'’-]{2,}", greeting)) - {"Dear", "Mr", "Mrs", "Ms", "Miss", "Dr"}
    first = lines[0]
    known = bool(greeted & set(re.findall(r"[\w'’-]{2,}", first)))
    if _NAME.fullmatch(first) and not _OFFICE.search(first) and len(lines) > 1:
        return first, Sureness.SURE if known else Sureness.LIKELY
    words = first.split()
    if known and len(words) > 2 and greeted & set(words[:2]):
        return " ".join(words[:2]), Sureness.LIKELY
    return "", Sureness.UNSURE
