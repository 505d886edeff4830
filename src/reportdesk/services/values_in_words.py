"""An answer as an officer reads it, in one piece of text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from reportdesk.core.dates import DateRange, long_date, long_range
from reportdesk.core.fields import Choice, FileRef, Value
from reportdesk.core.i18n import _
from reportdesk.core.richtext import RichText


def in_words(value: Value) -> str:
    """Return the value in words; nothing for no answer."""
    if isinstance(value, Mapping):
        return ", ".join(in_words(part) for id, part in value.items() if id != "id" and part)
    if isinstance(value, tuple):
        return "\n".join(in_words(one) for one in value)
    return _single(value)


def _single(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return _("Yes") if value else _("No")
        case Choice():
            return value.label
        case DateRange():
            return long_range(value)
        case date():
            return long_date(value)
        case RichText():
            return value.text
        case FileRef():
            return value.path
    return str(value)
