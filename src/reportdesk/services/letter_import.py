"""Read a letter, offer what it says to a draft, and take what the officer accepts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportdesk.core.document import paragraphs_of
from reportdesk.core.edits import Edit, SetAnswer, Together
from reportdesk.core.fields import Answers, FileRef, Row, Value, answered
from reportdesk.core.letter import Letter, Sureness
from reportdesk.core.suggestions import Standing, Suggestion
from reportdesk.core.template import Template
from reportdesk.letters import read_letter, read_paragraphs, read_text
from reportdesk.services.letter_answers import answer_from
from reportdesk.storage.sources import save_source
from reportdesk.word.document_reader import read_document

_WORD = ".docx"
_SOURCES = "source_documents"


def read_letter_at(path: Path) -> Letter:
    """Return what was recognised in a letter: a PDF, a Word file or plain text.

    Raises LetterError or PackageError with what keeps it from being read.
    """
    if path.suffix.lower() != _WORD:
        return read_letter(path)
    document = read_document(path)
    paragraphs = [paragraph.text for paragraph in paragraphs_of(document.blocks)]
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


def sure_ones(offered: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Return those that can be taken without looking: sure, and not against a present answer."""
    return tuple(
        one for one in offered if one.sureness is Sureness.SURE and one.standing is Standing.NEW
    )


def accept(offered: Iterable[Suggestion]) -> Edit:
    """Return one edit that takes all of them; undone, it takes them all back."""
    return Together(tuple(SetAnswer((one.field,), one.value) for one in offered))


def keep_source(letter: Letter, draft: Path, answers: Answers) -> Edit:
    """Keep the letter's text beside the draft, and return the edit that names it as a source.

    Raises SaveError where it cannot be written.
    """
    path = save_source(letter.source, draft)
    row: Row = {
        "id": f"s{letter.source.digest[:8]}",
        "title": letter.title.value if letter.title else letter.source.name,
        "date": letter.letter_date.value if letter.letter_date else None,
        "file": FileRef(path, letter.source.digest),
    }
    present = answers.get(_SOURCES)
    others = [one for one in _rows(present) if one.get("id") != row["id"]]
    kept = {id: value for id, value in row.items() if value is not None}
    return SetAnswer((_SOURCES,), (*others, kept))


def _rows(value: Value) -> tuple[Row, ...]:
    return value if isinstance(value, tuple) else ()  # type: ignore[return-value]  # rows by its field


def _standing(present: Value, offered: Value) -> Standing:
    if not answered(present):
        return Standing.NEW
    return Standing.SAME if present == offered else Standing.DIFFERENT
