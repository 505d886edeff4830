"""An inspectorate's letter as data: what it says, where it says so, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Generic, TypeVar

from reportdesk.core.dates import DateRange
from reportdesk.core.problems import Problem

T = TypeVar("T")


class Sureness(Enum):
    """How far a value can be taken without looking: sure is right, likely and unsure are offers."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class LetterKind(Enum):
    """What sort of visit or inspection a letter or report tells of."""

    FOCUSED_VISIT = "focused visit"
    MONITORING_VISIT = "monitoring visit"
    ILACS = "ILACS inspection"
    ILACS_STANDARD = "ILACS standard inspection"
    ILACS_SHORT = "ILACS short inspection"
    JTAI = "joint targeted area inspection"
    SEND = "area SEND inspection"
    SIF = "single inspection framework"


class SectionKind(Enum):
    """What a section of a letter is for."""

    OVERVIEW = "overview"
    PRIORITY = "areas for priority action"
    IMPROVEMENT = "areas for improvement"
    FINDINGS = "findings"
    NEXT_STEPS = "next steps"
    OTHER = "other"


class Role(Enum):
    """What a part of the source's text is; every character that shows belongs to one part."""

    LETTERHEAD = "letterhead"
    PAGE_NUMBER = "page number"
    RUNNING = "running header or footer"
    FOOTNOTE = "footnote"
    MARKER = "bullet or footnote mark"
    DATE = "letter date"
    ADDRESSEE = "addressee"
    SALUTATION = "salutation"
    TITLE = "title"
    INTRODUCTION = "introduction"
    HEADING = "heading"
    LEAD = "lead-in"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    JUDGEMENT = "judgement"
    CLOSING = "closing"
    SIGN_OFF = "sign-off"
    OTHER = "other text"


FURNITURE = frozenset({Role.LETTERHEAD, Role.PAGE_NUMBER, Role.RUNNING, Role.FOOTNOTE, Role.MARKER})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (not included) of a page; pages count from 1."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SetLine:
    """How a line of a PDF is set: its left edge, baseline from below and right edge in points.

    Attributes:
        size: of the type.
    """

    x: float
    y: float
    right: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a page of a PDF is set; its lines are those of the page's text, in order."""

    height: float
    lines: tuple[SetLine, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source, page by page, as it was read.

    Attributes:
        digest: SHA-256 of the file's bytes, or of the text where there is no file.
        sheets: how each page is set, where it comes from a PDF; page furniture is told by it.
    """

    name: str
    pages: tuple[str, ...]
    digest: str = ""
    sheets: tuple[Sheet, ...] = ()

    def slice(self, span: Span) -> str:
        """Return the characters of that span."""
        return self.pages[span.page - 1][span.start : span.end]


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value that the source states, with its places and how sure it is."""

    value: T
    spans: tuple[Span, ...]
    sureness: Sureness = Sureness.SURE


@dataclass(frozen=True, slots=True)
class Item:
    """One item or paragraph of a section, whole, joined over lines and pages.

    Attributes:
        number: the number that the source gives it, or empty.
        bulleted: whether the source sets it as an item of a list.
    """

    text: str
    spans: tuple[Span, ...]
    sureness: Sureness = Sureness.SURE
    number: str = ""
    bulleted: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the letter.

    Attributes:
        heading: as printed, without a footnote's mark.
        lead: sentences that lead in to a list, or stand beside it; never items.
        none_stated: the letter says in words that there is nothing under this heading.
        sureness: of kind and extent; each item has its own besides.
    """

    kind: SectionKind
    heading: str
    heading_spans: tuple[Span, ...]
    items: tuple[Item, ...] = ()
    lead: tuple[Item, ...] = ()
    none_stated: bool = False
    sureness: Sureness = Sureness.SURE


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement's area and grade as the report gives them."""

    area: str
    grade: str
    spans: tuple[Span, ...]
    sureness: Sureness = Sureness.SURE


@dataclass(frozen=True, slots=True)
class VisitDates:
    """The days on site, as one or more periods in order."""

    periods: tuple[DateRange, ...]

    @property
    def start(self) -> date:
        """The first day."""
        return self.periods[0].start

    @property
    def end(self) -> date:
        """The last day."""
        return self.periods[-1].end

    def days(self) -> tuple[date, ...]:
        """Return every calendar day of the periods."""
        return tuple(
            period.start + timedelta(number)
            for period in self.periods
            for number in range((period.end - period.start).days + 1)
        )


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom the letter is addressed to: the name, and all lines of the address as printed."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the source with its role; all parts together hold the whole text."""

    role: Role
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """All that was recognised. ``None`` and an empty tuple mean "not stated", never "no".

    Attributes:
        signatory: who signed, as printed.
        scope: what the inspectors looked at, in the letter's own words.
        sections: headed sections in the order of the source; text outside them is in parts.
        parts: the whole source in reading order, furniture included.
        notices: what the officer should know about the reading.
    """

    source: SourceText
    parts: tuple[Part, ...]
    sections: tuple[Section, ...] = ()
    inspectorate: Fact[str] | None = None
    kind: Fact[LetterKind] | None = None
    title: Fact[str] | None = None
    authority: Fact[str] | None = None
    letter_date: Fact[date] | None = None
    visit: Fact[VisitDates] | None = None
    inspectors: Fact[tuple[str, ...]] | None = None
    addressee: Fact[Addressee] | None = None
    scope: Fact[str] | None = None
    signatory: Fact[str] | None = None
    closing: tuple[Item, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    notices: tuple[Problem, ...] = ()

    def items(self, kind: SectionKind) -> tuple[Item, ...]:
        """Return the items of all sections of that kind, in order."""
        return tuple(
            item for section in self.sections if section.kind is kind for item in section.items
        )

    def states_none(self, kind: SectionKind) -> bool:
        """Return whether the letter says in words that there is nothing of that kind."""
        return any(section.none_stated for section in self.sections if section.kind is kind)
