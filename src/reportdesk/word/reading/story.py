"""What all readers of one part share: styles, lists, related parts, open fields, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from reportdesk.core.document import Label
from reportdesk.word.numbering import Level
from reportdesk.word.reading.fields import Fields
from reportdesk.word.reading.formats import Formats
from reportdesk.word.reading.labels import number_as
from reportdesk.word.reading.table_formats import TableFormats


class Counting(Protocol):
    """Counts the items of lists, in the order of the text; see ``Labels``."""

    def next(self, num: str, level: int) -> Label | None:
        """Return the label of the next item of a list, or None where the list shows none."""

    def level(self, num: str, level: int) -> Level | None:
        """Return a level of a list, or None where there is no such thing."""


@dataclass(slots=True)
class Story:
    """One part that is read from start to end.

    Attributes:
        targets: addresses and names of related parts, by relation id.
        note: gives the label of a footnote (or endnote: second argument) by its id.
        tally: counts what is passed over, by a word for it.
    """

    formats: Formats
    tables: TableFormats
    labels: Counting
    targets: Mapping[str, str]
    note: Callable[[str, bool], str]
    tally: Counter[str]
    fields: Fields = field(default_factory=Fields)


class Notes:
    """Footnotes and endnotes in the order in which the text refers to them."""

    def __init__(self) -> None:
        self.labels: dict[tuple[str, bool], str] = {}
        self._counts = {False: 0, True: 0}

    def label(self, note: str, end: bool) -> str:
        """Return the label of a note; a new one gets the next number."""
        if (note, end) not in self.labels:
            self._counts[end] += 1
            number_format = "lowerRoman" if end else "decimal"
            self.labels[note, end] = number_as(number_format, self._counts[end])
        return self.labels[note, end]
