"""What a letter offers for a draft: values for fields, each with its place and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportdesk.core.fields import Value
from reportdesk.core.letter import Span, Sureness


class Standing(Enum):
    """How a suggestion stands to the draft's present answer."""

    NEW = "new"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One answer that a letter offers.

    Attributes:
        field: id of the well-known field that it answers.
        label: the field as the form names it.
        spans: where the letter says so.
        standing: whether the draft says the same already.
    """

    field: str
    label: str
    value: Value
    spans: tuple[Span, ...]
    sureness: Sureness
    standing: Standing
