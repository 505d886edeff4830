"""File names that every system takes, the same on Windows as on Linux."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from reportdesk.core.answers import Gap, Standing
from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Choice, Value
from reportdesk.core.i18n import _
from reportdesk.core.richtext import RichText

MAX_BYTES = 200

_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$| )", re.I
)
# Signs that Windows or a shell gives a meaning, and all that is not seen or turns the direction.
_UNFIT = re.compile(r'[\\/:*?"<>|]')
_COLON_IN_TEXT = re.compile(r"\s*:\s+")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_SPACES = re.compile(r"\s+")
_BRACES = re.compile(r"\{([^{}]*)\}")
_EMPTY_JOINTS = re.compile(r"^(?:\s*-\s)+|(?:\s-\s*)+$|(?<=\s-)(?:\s-)+(?=\s)")


def safe_name(text: str, ending: str = "") -> str:
    """Return the text as a file name with that ending: never a folder, a device or hidden.

    What a name cannot hold becomes a space or ``-``, a colon between words `` - ``; a text of
    which nothing is left gives ``report``.
    """
    seen = "".join(_seen(letter) for letter in unicodedata.normalize("NFC", text))
    parted = _COLON_IN_TEXT.sub(" - ", seen)
    bare = _SPACES.sub(" ", _UNFIT.sub("-", parted)).strip(" .-")
    name = _shortened(bare, MAX_BYTES - len(ending.encode("utf-8"))).rstrip(" .-") or "report"
    return f"_{name}{ending}" if _RESERVED.match(name) else f"{name}{ending}"


def is_safe_name(name: str) -> bool:
    """Return whether the name may be used as it stands, on every system."""
    return (
        bool(name)
        and len(name.encode("utf-8", "surrogatepass")) <= MAX_BYTES
        and unicodedata.is_normalized("NFC", name)
        and not name.startswith((" ", "."))
        and not name_fault(name)
    )


def name_fault(name: str) -> str:
    """Return why some system would take the name for another or for a device; else nothing."""
    if unfit := _UNFIT.search(name):
        return _("a name cannot hold {letter}").format(letter=unfit[0])
    if any(unicodedata.category(letter) in _UNSEEN for letter in name):
        return _("the name holds a letter that nobody sees")
    if name.endswith((" ", ".")):
        return _("a name cannot end in a space or full stop")
    if found := _RESERVED.match(name):
        return _("{name} is what Windows calls a device").format(name=found[0])
    return ""


def suggested_name(pattern: str, answers: Mapping[str, Value], ending: str) -> str:
    """Return a file name by the pattern, with answers for its names in braces.

    A date is written 2026-03-17, so that names sort by it; what is not answered is left out.
    Where nothing is left, the file is called as the document is.
    """
    filled = _BRACES.sub(lambda found: _printed(answers.get(found[1])), pattern)
    bare = _EMPTY_JOINTS.sub("", filled).strip(" -")
    return safe_name(bare or _printed(answers.get("document")), ending)


def _seen(letter: str) -> str:
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter) in _UNSEEN else letter


def _shortened(text: str, most: int) -> str:
    """Return as many whole letters as fit into that many bytes."""
    if len(text.encode("utf-8")) <= most:
        return text
    return text.encode("utf-8")[:most].decode("utf-8", "ignore")


def _printed(value: Value | Gap | Standing) -> str:
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, DateRange):
        return value.start.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, RichText):
        return value.text
    return str(value) if isinstance(value, (str, int)) else ""
