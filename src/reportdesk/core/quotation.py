"""What comes of looking for a quotation in a source: the verdict, the place, the changed words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportdesk.core.letter import Span


class Match(Enum):
    """How a quotation stands to its source."""

    EXACT = "exact"
    PUNCTUATION = "punctuation, case or spelling differs"
    CHANGED = "words changed"
    SHORTENED = "shortened by an ellipsis"
    BRACKETED = "words put in brackets"
    NOT_FOUND = "not found"
    SPOKEN = "spoken, not checked"


class Change(Enum):
    """Where a stretch of words stands: in both texts, or in one alone."""

    SAME = "same"
    ADDED = "in the quotation only"
    MISSING = "in the letter only"


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of words of a word diff, as printed in the text it is taken from."""

    change: Change
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result for one quotation.

    Attributes:
        source: name of the source it was found in, or empty.
        spans: where in the source; empty if not found.
        wording: the source's own words there.
        changes: the quotation against the wording, word by word; empty if exact.
    """

    match: Match
    source: str = ""
    spans: tuple[Span, ...] = ()
    wording: str = ""
    changes: tuple[WordChange, ...] = ()


class QuoteStyle(Enum):
    """How a text shows that words are quoted."""

    DOUBLE = "double quotation marks"
    SINGLE = "single quotation marks"
    ITALIC = "italics"
    BLOCK = "quotation paragraph"


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quoted phrase in rich text: the block it stands in, and its characters there."""

    block: int
    start: int
    end: int
    text: str
    style: QuoteStyle
