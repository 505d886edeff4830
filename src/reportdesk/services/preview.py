"""The report read back from the very Word file that export would write, and whose words are whose.

Text is matched to fields by what it says: the Word file itself knows nothing of fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from reportdesk.core.answers import GAP_WORDS
from reportdesk.core.dates import DateRange, long_date
from reportdesk.core.document import Document, Picture, paragraphs_of
from reportdesk.core.fields import Answers, Choice, Field, Kind, Row, Value, answered
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.core.richtext import RichText
from reportdesk.core.template import Template
from reportdesk.services.desk import Desk
from reportdesk.services.session import Session
from reportdesk.word.document_reader import Rereader
from reportdesk.word.package import Package

# What a required answer that is missing prints; see ``core.answers``.
GAP = re.compile(re.escape(GAP_WORDS).replace(re.escape("{label}"), r"([^\[\]]+?)"))
_SHORTEST = 3  # letters: shorter answers are told apart only where they are the whole paragraph


@dataclass(frozen=True, slots=True)
class Preview:
    """A report as it would be written.

    Attributes:
        pictures: the content of each picture's part, by the part's name.
    """

    document: Document
    pictures: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph that an answer gives, made comparable; a gap gives its label."""

    words: str
    path: FieldPath
    gap: bool = False


class Previews:
    """Makes one preview after another; what stays the same in a report is not read again.

    They belong to one thread.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._readers: dict[str, Rereader] = {}

    def make(self, frozen: Session, document_id: str = "") -> Preview:
        """Return the report of a draft that no edit reaches any more, read back.

        Raises TemplateError, PackageError or ExportError with every fault found.
        """
        data = self._desk.word_file(frozen, document_id)
        reader = self._readers.setdefault(document_id, Rereader())
        package, document = reader.read(data, _("preview"))
        return Preview(document, dict(_pictures(package, document)))


def answers_said(template: Template, answers: Answers) -> tuple[Said, ...]:
    """Return what the answers say and what is missing, in the order in which it is asked."""
    return tuple(_fields_said(tuple(template.fields()), answers, ()))


def field_at(said: Sequence[Said], texts: Sequence[str], at: int) -> FieldPath | None:
    """Return the field that the paragraph at that index of the report comes from, if any.

    Where several answers say the same, the first of the paragraphs belongs to the first of them.
    """
    words = comparable(texts[at])
    if gap := GAP.search(texts[at]):
        label = comparable(gap[1])
        same = [one for one in said if one.gap and one.words == label]
        before = sum(_names_gap(text, label) for text in texts[:at])
    else:
        same = _saying(said, words)
        before = sum(comparable(text) == words for text in texts[:at])
    return same[min(before, len(same) - 1)].path if same else None


def paragraph_of(said: Sequence[Said], texts: Sequence[str], path: FieldPath) -> int | None:
    """Return the index of the paragraph of the report that shows the field, if any does."""
    own = next((one for one in said if one.path[: len(path)] == path), None)
    if own is None:
        return None
    if own.gap:
        fit = [at for at, text in enumerate(texts) if _names_gap(text, own.words)]
    else:
        plain = [comparable(text) for text in texts]
        fit = [at for at, text in enumerate(plain) if text == own.words]
        long = len(own.words) >= _SHORTEST
        fit = fit or [at for at, text in enumerate(plain) if long and own.words in text]
    rank = sum(1 for one in said[: said.index(own)] if (one.words, one.gap) == (own.words, own.gap))
    return fit[min(rank, len(fit) - 1)] if fit else None


def comparable(text: str) -> str:
    """Return the words alone: one space between them, whatever their case."""
    return " ".join(text.split()).casefold()


def _saying(said: Sequence[Said], words: str) -> list[Said]:
    """Those that say just this, else those with most of its words within."""
    same = [one for one in said if one.words == words and not one.gap]
    if same or not words:
        return same
    within = [
        one for one in said if not one.gap and len(one.words) >= _SHORTEST and one.words in words
    ]
    most = max((len(one.words) for one in within), default=0)
    return [one for one in within if len(one.words) == most]


def _names_gap(text: str, label: str) -> bool:
    return any(comparable(found) == label for found in GAP.findall(text))


def _fields_said(fields: Sequence[Field], row: Row, path: FieldPath) -> Iterator[Said]:
    for field in fields:
        yield from _said(field, row.get(field.id), (*path, field.id))


def _said(field: Field, value: Value, path: FieldPath) -> Iterator[Said]:
    if field.kind is Kind.ROWS:
        for at, row in enumerate(cast(tuple[Row, ...], value or ())):
            yield from _fields_said(field.fields, row, (*path, at))
    elif field.kind in (Kind.GROUP, Kind.PERSON) and answered(value):
        yield from _fields_said(field.fields, cast(Row, value), path)
    elif answered(value):
        for text in _texts(value):
            if words := comparable(text):
                yield Said(words, path)
    elif field.required and not field.empty:
        yield from _gap(field, path)


def _gap(field: Field, path: FieldPath) -> Iterator[Said]:
    label = field.label
    if field.kind in (Kind.GROUP, Kind.PERSON):
        inner = [one for one in field.fields if one.required and not one.empty]
        for one in inner:
            yield Said(comparable(one.label), (*path, one.id), gap=True)
    yield Said(comparable(label), path, gap=True)


def _texts(value: Value) -> tuple[str, ...]:
    """The value as templates print it, a text for each paragraph."""
    if isinstance(value, RichText):
        return tuple(block.text for block in value.blocks)
    if isinstance(value, Choice):
        return (value.label,)
    if isinstance(value, tuple):
        return tuple(one.label for one in value if isinstance(one, Choice))
    if isinstance(value, bool) or value is None:
        return ()
    if isinstance(value, DateRange):
        return (long_date(value.start),)
    if isinstance(value, date):
        return (long_date(value),)
    return (f"{value:,}",) if isinstance(value, int | Decimal) else (str(value),)


def _pictures(package: Package, document: Document) -> Iterator[tuple[str, bytes]]:
    for picture in _shown(document):
        if picture.part in package:
            yield picture.part, package.part(picture.part)


def _shown(document: Document) -> Iterator[Picture]:
    margins = [
        margin.blocks
        for section in document.sections[:1]
        for margin in (*section.headers, *section.footers)
    ]
    for blocks in (document.blocks, *margins):
        for paragraph in paragraphs_of(blocks):
            yield from (run.picture for run in paragraph.runs if run.picture)
