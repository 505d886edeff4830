"""Writes footnotes, endnotes and comments as often as a report refers to them."""

from __future__ import annotations

import re

from reportdesk.core.errors import ExportError
from reportdesk.core.i18n import _
from reportdesk.word.output.numbering_again import Uses

_NOTE = re.compile(
    r'<w:(?P<kind>footnote|endnote|comment) (?P<given>(?:[^>"]|"[^"]*")*)>.*?</w:(?P=kind)>', re.S
)
_MOST = 50_000_000
_ID = re.compile(r'\bw:id="([^"]*)"')


def notes_again(xml: str, uses: Uses) -> str:
    """Return a part of notes with a copy for each use, and without those that have none.

    Raises ExportError where that would be more than Word opens.
    """
    most = max((len(found[0]) for found in _NOTE.finditer(xml)), default=0)
    if sum(len(numbers) for one in uses.values() for numbers in one.values()) * most > _MOST:
        message = _("its notes and comments would become too long to be opened")
        raise ExportError.of("too-long", message, _("take the notes out of loops in the template"))
    return _NOTE.sub(lambda found: _copies(found, uses), xml)


def _copies(found: re.Match[str], uses: Uses) -> str:
    """The lines that Word draws above notes are notes of a type, to which nothing refers."""
    id = _ID.search(found["given"])
    if id is None or "w:type=" in found["given"]:
        return found[0]
    numbers = uses[found["kind"]].get(id[1], [])
    return "".join(_ID.sub(f'w:id="{number}"', found[0], count=1) for number in numbers)
