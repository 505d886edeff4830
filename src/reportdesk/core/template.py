"""A report template: what is asked, in which order, and which Word files are filled."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from reportdesk.core.fields import Field
from reportdesk.core.quick_dataclasses import dataclass


class CommitteeType(Enum):
    """What kind of body a report goes to; its powers decide what it may be asked to do."""

    SCRUTINY = "scrutiny"
    EXECUTIVE = "executive"
    COUNCIL = "council"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the form."""

    id: str
    title: str
    fields: tuple[Field, ...]
    help: str = ""


@dataclass(frozen=True, slots=True)
class WordFile:
    """A document of a template: one Word file with tags.

    Attributes:
        file: its name in the template's folder.
        file_name: pattern of the export's name, with fields in braces: ``{meeting_date}``.
    """

    id: str
    title: str
    file: str
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A template as read: plain data, the same for every draft.

    Attributes:
        id: name of its folder.
        summary: one line on what it is for.
        body: what kind of body the report goes to.
        documents: the first is what export makes unless told otherwise.
    """

    id: str
    title: str
    council: str
    version: int
    summary: str
    body: CommitteeType
    documents: tuple[WordFile, ...]
    sections: tuple[Section, ...]

    def fields(self) -> Iterator[Field]:
        """Yield every field in the order in which it is asked."""
        for section in self.sections:
            yield from section.fields

    def field(self, id: str) -> Field | None:
        """Return the field of that id, or None where the template does not ask for it."""
        return next((field for field in self.fields() if field.id == id), None)

    def document(self, id: str = "") -> WordFile | None:
        """Return the document of that id, the first one for an empty id, else None."""
        if not id:
            return self.documents[0]
        return next((document for document in self.documents if document.id == id), None)
