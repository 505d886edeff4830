"""File names that every system takes, Windows above all, and names suggested from answers."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import PurePath

from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Answers, Choice, Value
from reportdesk.core.i18n import _
from reportdesk.core.template import WordFile

MAX_BYTES = 200

_BRACES = re.compile(r"\{([^{}]*)\}")
# Windows keeps these for itself; the rest are controls, and marks that turn the writing direction.
_FORBIDDEN = re.compile(
    '[<>:"/\\\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]'
)
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$", re.I)
_EMPTY_PIECE = re.compile(r"^[\s\-–—,]+|[\s\-–—,]+$")


def safe_name(name: str, ending: str) -> str:
    """Return a file name as like the given one as all systems allow, with that ending.

    It is in normal form C, has at most 200 bytes, and is no name that Windows keeps for a
    device ("Naming Files, Paths, and Namespaces", Microsoft). An empty one becomes ``Report``.
    """
    plain = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", name))
    stem = " ".join(plain.split()).strip(" .")
    stem = _shortened(stem, MAX_BYTES - len(ending.encode("utf-8")))
    if not stem:
        stem = _("Report")
    if _RESERVED.match(stem.split(".")[0].strip()):
        stem = f"{stem}_" if "." not in stem else f"_{stem}"
    return stem + ending


def suggested_name(document: WordFile, answers: Answers, ending: str) -> str:
    """Return the name that the document's pattern gives, with dates as 2026-03-17 to sort by.

    Where an answer is missing, its place closes up.
    """
    pattern = document.file_name or "{meeting_date} - {report_title}"
    pieces = [_filled(piece, answers) for piece in pattern.split(" - ")]
    named = " - ".join(piece for piece in pieces if piece)
    return safe_name(named or document.title, ending)


def is_safe_name(name: str) -> bool:
    """Return whether the name is a plain one that every system takes as it stands."""
    path = PurePath(name)
    return bool(name) and safe_name(path.stem, path.suffix) == name


def _filled(piece: str, answers: Answers) -> str:
    filled = _BRACES.sub(lambda found: _said(answers.get(found[1])), piece)
    return _EMPTY_PIECE.sub("", filled)


def _said(value: Value) -> str:
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, DateRange):
        return value.start.isoformat()
    return value if isinstance(value, str) else ""


def _shortened(stem: str, most: int) -> str:
    """The stem cut at a character, and at a word where that costs little."""
    data = stem.encode("utf-8")
    if len(data) <= most:
        return stem
    cut = data[:most].decode("utf-8", "ignore")
    words = cut.rpartition(" ")[0]
    return (words if len(words) > len(cut) - 30 else cut).rstrip(" .")
