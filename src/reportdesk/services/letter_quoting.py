"""Words of a letter on their way into a field: quoted, or referred to, with their place."""

from __future__ import annotations

from collections.abc import Iterable

from reportdesk.core.edits import Edit, SetAnswer, Together, answer_at
from reportdesk.core.fields import Answers, Field
from reportdesk.core.i18n import _
from reportdesk.core.letter import Span
from reportdesk.core.places import FieldPath
from reportdesk.core.template import Template
from reportdesk.services.letter_places import place_in_letter

_ROWS = "quotations"
_PLACE = "letter_reference"


def reference(spans: Iterable[Span]) -> str:
    """Return the place as it is printed after a quotation or a paraphrase."""
    return _("(letter, {place})").format(place=place_in_letter(spans) or _("page ?"))


def quoted(words: str, spans: Iterable[Span]) -> str:
    """Return the words in quotation marks with their place."""
    return f"“{words}” {reference(spans)}"


def quote_into_line(
    template: Template, answers: Answers, path: FieldPath, words: str, spans: tuple[Span, ...]
) -> Edit:
    """Return the edit that quotes the words in a line of text.

    A row of quotations holds the words alone, and their place in a field of its own.
    """
    if len(path) < 3 or path[-3] != _ROWS:
        before = answer_at(answers, path)
        text = quoted(words, spans)
        return SetAnswer(path, f"{before} {text}" if isinstance(before, str) else text)
    edits: list[Edit] = [SetAnswer(path, words)]
    if _asks(template, (*path[:-1], _PLACE)):
        edits.append(SetAnswer((*path[:-1], _PLACE), reference(spans).strip("()")))
    return Together(tuple(edits))


def _asks(template: Template, path: FieldPath) -> bool:
    field: Field | None = template.field(str(path[0]))
    for step in path[1:]:
        if isinstance(step, str):
            field = field.field(step) if field else None
    return field is not None
