"""Readers of answers that are one value: text, number, money, date, choice, yes or no, file."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from reportdesk.core.addresses import is_linkable
from reportdesk.core.asked import Asked, Raw, Reading, shortened
from reportdesk.core.characters import forbidden, unify_line_ends
from reportdesk.core.dates import DateRange, parse_date
from reportdesk.core.fields import Choice, FileRef
from reportdesk.core.i18n import _
from reportdesk.core.richtext import RichText

MAX_CHARACTERS = 1_000_000
# What may mean formatting is slow to read; no report has so much of it in one field.
MAX_SIGNS = 50_000
_SIGNS = "*_[]<\n"

_WHOLE = re.compile(r"-?(\d{1,15}|\d{1,3}(,\d{3}){1,4})$", re.ASCII)
_MONEY = re.compile(r"-?£?-?\d[\d,]{0,20}(\.\d{1,2})?$", re.ASCII)
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


def _text(asked: Asked, raw: Raw, reading: Reading) -> str | None:
    if not isinstance(raw, str):
        reading.fault(
            asked,
            "kind",
            _("one text is expected here, not a list or a group of answers"),
            _("write the answer as text after the colon"),
        )
        return None
    text = unify_line_ends(raw)
    return text if _fits(asked, text, reading) and _is_printable(asked, text, reading) else None


def _fits(asked: Asked, text: str, reading: Reading) -> bool:
    fits = len(text) <= MAX_CHARACTERS
    if not fits:
        reading.fault(
            asked,
            "too-long",
            _("the text has {count:,} characters; a field holds at most {most:,}").format(
                count=len(text), most=MAX_CHARACTERS
            ),
            _("shorten it, or attach it as an appendix"),
        )
    return fits


def _is_printable(asked: Asked, text: str, reading: Reading) -> bool:
    found = forbidden(text)
    if found:
        at, name = found
        message = _("character {name} at position {at} cannot stand in a Word file")
        reading.fault(asked, "character", message.format(name=name, at=at + 1), _("delete it"))
    return not found


def read_line(asked: Asked, raw: Raw, reading: Reading) -> str | None:
    """Return one line of text, or None with the problem told."""
    text = _text(asked, raw, reading)
    return text.strip(" \n\t") or None if text is not None else None


def read_rich(asked: Asked, raw: Raw, reading: Reading) -> RichText | None:
    """Return rich text, or None with the problem told."""
    text = _text(asked, raw, reading)
    if text is None or not _is_readable(asked, text, reading):
        return None
    rich = reading.rich(text) or None
    if rich and "](" in text:
        _tell_links(asked, rich, reading)
    return rich


def _tell_links(asked: Asked, rich: RichText, reading: Reading) -> None:
    addresses = dict.fromkeys(run.link for block in rich.blocks for run in block.runs if run.link)
    for address in addresses:
        if not is_linkable(address):
            message = _(
                "“{address}” is neither a web nor an email address, so its words are printed "
                "without a link"
            )
            fix = _("write an address that begins with https:// or mailto:")
            reading.warn(asked, "address", message.format(address=shortened(address)), fix)


def _is_readable(asked: Asked, text: str, reading: Reading) -> bool:
    count = sum(text.count(sign) for sign in _SIGNS) if len(text) > MAX_SIGNS else 0
    if count > MAX_SIGNS:
        message = _("the text has {count:,} lines and marks such as * or <; at most {most:,} fit")
        said = message.format(count=count, most=MAX_SIGNS)
        reading.fault(asked, "too-many-signs", said, _("check that it is the right text"))
    return count <= MAX_SIGNS


def read_whole(asked: Asked, raw: Raw, reading: Reading) -> int | None:
    """Return a whole number, or None with the problem told."""
    text = read_line(asked, raw, reading)
    if text is None or _WHOLE.match(text):
        return int(text.replace(",", "")) if text else None
    message = _("“{text}” is not a whole number").format(text=shortened(text))
    reading.fault(asked, "whole", message, _("write digits only, such as 12"))
    return None


def read_money(asked: Asked, raw: Raw, reading: Reading) -> Decimal | None:
    """Return pounds and pence, or None with the problem told."""
    text = read_line(asked, raw, reading)
    bare = text.replace(" ", "") if text else ""
    if text is None or _MONEY.match(bare):
        return Decimal(bare.replace("£", "").replace(",", "")) if text else None
    reading.fault(
        asked,
        "money",
        _("“{text}” is not an amount of money").format(text=shortened(text)),
        _("write pounds, with or without pence, such as 12,500 or 12,500.50"),
    )
    return None


def read_date(asked: Asked, raw: Raw, reading: Reading) -> date | None:
    """Return a date, or None with the problem told."""
    text = read_line(asked, raw, reading)
    day = parse_date(text) if text else None
    if text and day is None:
        reading.fault(
            asked,
            "date",
            _("“{text}” is not a date").format(text=shortened(text)),
            _("write it as 17 March 2026, 17/03/2026 or 2026-03-17"),
        )
    return day


def read_dates(asked: Asked, raw: Raw, reading: Reading) -> DateRange | None:
    """Return days given as ``start`` and ``end``, or as one text with ``to`` between two dates."""
    if isinstance(raw, str):
        first, _to, last = raw.partition(" to ")
        raw = {"start": first, "end": last or first}
    if not isinstance(raw, dict) or not raw.keys() <= {"start", "end"}:
        message = _("a first and a last day are expected here")
        reading.fault(asked, "dates", message, _("write start: and end: with a date each"))
        return None
    start = read_date(asked, raw.get("start"), reading) if raw.get("start") else None
    end = read_date(asked, raw.get("end"), reading) if raw.get("end") else start
    if start is None or end is None:
        return None
    if end < start:
        message = _("the last day is before the first")
        reading.fault(asked, "dates", message, _("change one of them"))
        return None
    return DateRange(start, end)


def read_choice(asked: Asked, raw: Raw, reading: Reading) -> Choice | None:
    """Return one of the field's choices, by id or label, or None with the problem told."""
    text = read_line(asked, raw, reading)
    if text is None:
        return None
    wanted = text.casefold()
    for choice in asked.field.choices:
        if wanted in (choice.casefold(), choice.label.casefold()):
            return choice
    reading.fault(
        asked,
        "choice",
        _("“{text}” is not one of the choices").format(text=shortened(text)),
        _("choose one of: {choices}").format(
            choices=", ".join(choice.label for choice in asked.field.choices)
        ),
    )
    return None


def read_choices(asked: Asked, raw: Raw, reading: Reading) -> tuple[Choice, ...] | None:
    """Return the choices that were given, each once; what is none is told as a problem."""
    items = raw if isinstance(raw, list) else [raw]
    taken = [read_choice(asked, item, reading) for item in items]
    return tuple(dict.fromkeys(choice for choice in taken if choice is not None)) or None


def read_yes_no(asked: Asked, raw: Raw, reading: Reading) -> bool | None:
    """Return yes or no, or None with the problem told."""
    text = read_line(asked, raw, reading)
    answer = _YES_NO.get(text.casefold()) if text else None
    if text and answer is None:
        message = _("“{text}” is neither yes nor no").format(text=shortened(text))
        reading.fault(asked, "yes-no", message, _("write yes or no"))
    return answer


def read_file(asked: Asked, raw: Raw, reading: Reading) -> FileRef | None:
    """Return a file by its name, or None with the problem told."""
    parts = {"path": raw} if isinstance(raw, str) else raw
    if not isinstance(parts, dict):
        message = _("a file name is expected here")
        reading.fault(asked, "file", message, _("write its name"))
        return None
    path = read_line(asked, parts.get("path") or "", reading)
    digest = read_line(asked, parts.get("sha256") or "", reading)
    return FileRef(path, digest or "") if path else None
