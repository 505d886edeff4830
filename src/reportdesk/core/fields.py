"""The kinds of field a template may ask for, and the values that answers hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Union, cast

from reportdesk.core.dates import DateRange
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.core.richtext import RichText


class Kind(Enum):
    """What a field holds; each kind has one reader in ``reading`` and one editor."""

    LINE = "line"
    RICH = "rich"
    WHOLE = "whole"
    MONEY = "money"
    DATE = "date"
    DATES = "dates"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    PERSON = "person"
    ROWS = "rows"
    GROUP = "group"
    FILE = "file"


class Choice(str):
    """One of a field's choices: its id as text, with the label that is printed."""

    __slots__ = ("label",)
    label: str

    def __new__(cls, id: str, label: str = "") -> Choice:
        made = super().__new__(cls, id)
        made.label = label or id
        return made

    def __repr__(self) -> str:
        return f"Choice({str(self)!r}, {self.label!r})"

    def __reduce__(self) -> tuple[type[Choice], tuple[str, str]]:
        return Choice, (str(self), self.label)


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that belongs to the draft.

    Attributes:
        path: relative to the draft's folder, with ``/``.
        sha256: of its content when it was taken in, or empty.
    """

    path: str
    sha256: str = ""


# A row, a group or a person: answers by field id; ``id`` names a row within its draft.
# Law: nobody changes a mapping of answers once it is made; edits make new ones.
Row = Mapping[str, "Value"]
# ``Union`` because the names are still strings here: ``str | "Value"`` cannot be evaluated.
Value = Union[
    str,
    RichText,
    int,
    Decimal,
    date,
    DateRange,
    tuple[Choice, ...],
    bool,
    Row,
    "tuple[Row, ...]",
    FileRef,
    None,
]
Answers = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Field:
    """One question of the form.

    Attributes:
        id: name of the answer in drafts and templates.
        label: the name that officers see.
        required: must be answered before the report is complete.
        empty: what is printed where there is no answer (``None``, ``N/A``); where this
            is empty too, a required field prints a visible gap and another nothing.
        guidance: what to write, for a new draft; never printed.
        choices: for ``CHOICE`` and ``CHOICES``.
        fields: the fields of a row, a group or a person.
        row: what one row is called: ``Finding``.
        max_characters: the council's limit, 0 for none.
        max_words: the council's limit, 0 for none.
        standard: the council's usual words, offered where a letter is taken in; a line is a
            row or a paragraph.
    """

    id: str
    label: str
    kind: Kind
    required: bool = False
    help: str = ""
    empty: str = ""
    guidance: str = ""
    choices: tuple[Choice, ...] = ()
    fields: tuple[Field, ...] = ()
    row: str = ""
    max_characters: int = 0
    max_words: int = 0
    standard: str = ""

    def field(self, id: str) -> Field | None:
        """Return the field of that id within a row, group or person."""
        return next((field for field in self.fields if field.id == id), None)


def rows_of(answers: Answers, id: str) -> tuple[Row, ...]:
    """Return the rows with which a field of rows is answered."""
    return cast(tuple[Row, ...], answers.get(id) or ())


def answered(value: Value) -> bool:
    """Return whether anything was answered; ``No`` and 0 are answers."""
    if isinstance(value, (str, RichText, tuple)):
        return bool(value)
    if isinstance(value, Mapping):
        return any(answered(part) for id, part in value.items() if id != "id")
    return value is not None
