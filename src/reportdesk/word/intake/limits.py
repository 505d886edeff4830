"""How large a Word file and its parts may be, and what the parts may be called."""

from __future__ import annotations

from collections.abc import Iterable

from reportdesk.core.i18n import _
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.zip_file import Entry

MOST_FILE = 50_000_000
MOST_PARTS = 2_000
MOST_PART = 50_000_000
MOST_TOTAL = 100_000_000
_MOST_RATIO = 200
# A field holds a million letters, which may all be the same.
_FREE_OF_RATIO = 10_000_000
_MOST_NAME = 255


def refuse_sizes(entries: Iterable[Entry], faults: Faults) -> None:
    """Add a fault for each part that claims to unpack to more than a report can hold."""
    total = 0
    for entry in entries:
        total += entry.size
        packed = max(len(entry.compressed), 1)
        bloated = entry.size > _FREE_OF_RATIO and entry.size > _MOST_RATIO * packed
        if entry.size > MOST_PART or bloated:
            message = _("the part unpacks to {size:,} bytes, more than any report needs")
            faults.too_large(message.format(size=entry.size), entry.name)
    if total > MOST_TOTAL:
        message = _("the file unpacks to {size:,} bytes, more than any report needs")
        faults.too_large(message.format(size=total))


def refuse_names(entries: Iterable[Entry], faults: Faults) -> None:
    """Add a fault for each name that is used twice or that leads out of the file."""
    seen: set[str] = set()
    for entry in entries:
        folded = entry.name.casefold()
        if folded in seen:
            faults.damaged(_("two parts of the file have the same name"), entry.name[:80])
        seen.add(folded)
        if _is_bad(entry.name):
            faults.damaged(
                _("a part of the file has a name that Word never gives"), entry.name[:80]
            )


def _is_bad(name: str) -> bool:
    folders = name.split("/")
    odd = any(letter in name for letter in '\\:*?<>|"') or not name.isprintable()
    return odd or len(name) > _MOST_NAME or bool({"", ".", ".."} & set(folders))
