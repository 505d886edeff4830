"""Read a letter, offer what it says to a draft, and take what the officer accepts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from reportdesk.core.document import Paragraph, paragraphs_of
from reportdesk.core.edits import Edit, SetAnswer
from reportdesk.core.fields import Answers, FileRef, Row, Value, answered
from reportdesk.core.letter import Letter
from reportdesk.core.reading import Raw
from reportdesk.core.suggestions import Standing, Suggestion
from reportdesk.core.template import Template
from reportdesk.letters import read_letter, read_paragraphs, read_text
from reportdesk.services.letter_answers import answer_from
from reportdesk.services.source_files import SOURCES, path_of, source_rows
from reportdesk.storage.sources import save_source
from reportdesk.word.document_reader import read_document

_WORD = ".docx"
_NOTHING: Mapping[str, Raw] = {}


def read_letter_at(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Letter:
    """Return what was recognised in a letter: a PDF, a Word file or plain text.

    Raises LetterError or PackageError with what keeps it from being read, be it that
    ``cancelled`` says so.
    """
    if path.suffix.lower() != _WORD:
        return read_letter(path, cancelled=cancelled)
    document = read_document(path)
    paragraphs = [_shown(paragraph) for paragraph in paragraphs_of(document.blocks)]
    return read_paragraphs(paragraphs, path.name, document.notices)


def read_pasted_letter(text: str, name: str) -> Letter:
    """Return what was recognised in a pasted letter; raises LetterError."""
    return read_text(text, name)


def suggestions(letter: Letter, template: Template, answers: Answers) -> tuple[Suggestion, ...]:
    """Return what the letter offers to the template's fields, in the order of the form."""
    offered: list[Suggestion] = []
    for field in template.fields():
        fact = answer_from(letter, field)
        if fact is not None:
            standing = _standing(answers.get(field.id), fact.value)
            offered.append(
                Suggestion(field.id, field.label, fact.value, fact.spans, fact.sureness, standing)
            )
    return tuple(offered)


def keep_source(
    letter: Letter, draft: Path, answers: Answers, kept: Mapping[str, Raw] = _NOTHING
) -> Edit:
    """Keep the letter's text beside the draft, and return the edit that names it as a source.

    ``kept`` holds what the draft's file says beyond what its template asks for: letters taken
    in before are among it where the template has no field for them. Raises SaveError where the
    letter cannot be written.
    """
    path = save_source(letter.source, draft)
    row: Row = {
        "id": f"s{letter.source.digest[:8]}",
        "title": letter.title.value if letter.title else letter.source.name,
        "date": letter.letter_date.value if letter.letter_date else None,
        "file": FileRef(path, letter.source.digest),
    }
    others = [one for one in source_rows(answers, kept) if not _is_same(one, row)]
    stated = {id: value for id, value in row.items() if value is not None}
    return SetAnswer((SOURCES,), (*others, stated))


def _shown(paragraph: Paragraph) -> str:
    """The paragraph with the bullet or number that Word shows before it, which tell of a list."""
    if paragraph.label is None or paragraph.heading or not paragraph.text.strip():
        return paragraph.text
    return f"{paragraph.label.text} {paragraph.text}"


def _is_same(one: Row, other: Row) -> bool:
    """The same letter, or another one kept in the same file."""
    return one.get("id") == other["id"] or path_of(one.get("file")) == path_of(other["file"])


def _standing(present: Value, offered: Value) -> Standing:
    if not answered(present):
        return Standing.NEW
    return Standing.SAME if present == offered else Standing.DIFFERENT
