"""A draft that asks: every field of a template, with what to write as comments above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportdesk.core.fields import Field, Kind
from reportdesk.core.i18n import _, plural
from reportdesk.core.template import Section, Template
from reportdesk.storage.draft_writing import head_of

_INDENT = "  "
_INNER = (Kind.GROUP, Kind.PERSON)


def new_draft_text(template: Template) -> str:
    """Return a draft without answers, ready to fill in any editor; it reads as it stands."""
    lines = [f"# {_HOW}", "answers:"]
    for section in template.sections:
        lines += _section(section)
    return head_of(template) + "\n".join(lines) + "\n"


_HOW = _("Write after the colons; put a text with a colon or # in it in quotes: 'Care: update'.")


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"{_INDENT}# --- {_one_line(section.title)} ---"
    if section.help:
        yield f"{_INDENT}# {_one_line(section.help)}"
    for field in section.fields:
        yield from _field(field, _INDENT)


def _field(field: Field, indent: str) -> Iterator[str]:
    yield f"{indent}# {_question(field)}"
    for words in (field.help, field.guidance, field.empty and _empty(field)):
        if words:
            yield f"{indent}# {_one_line(words)}"
    if field.kind is Kind.ROWS:
        yield from _rows(field, indent)
    elif field.kind in _INNER:
        yield f"{indent}{field.id}:"
        for inner in field.fields:
            yield from _field(inner, indent + _INDENT)
    else:
        yield f"{indent}{field.id}:{_BEGUN.get(field.kind, '')}"


def _rows(field: Field, indent: str) -> Iterator[str]:
    """Show one row as comments, since an empty row would be a row."""
    row = field.row or _("row")
    yield f"{indent}# {_ROWS.format(row=row)}"
    yield f"{indent}{field.id}:"
    dash = "- "
    for inner in field.fields:
        for line in _field(inner, ""):
            text = line.removeprefix("# ") if line.startswith("# ") else ""
            if not text:
                yield f"{indent}{_INDENT}# {dash}{line}"
                dash = "  "


def _question(field: Field) -> str:
    parts = [_one_line(field.label) + (_(" (required)") if field.required else "")]
    if field.kind in _HINTS:
        parts.append(_HINTS[field.kind](field))
    if field.max_words:
        most = plural("at most {count} word", "at most {count} words", field.max_words)
        parts.append(most.format(count=field.max_words))
    if field.max_characters:
        count = field.max_characters
        most = plural("at most {count} character", "at most {count} characters", count)
        parts.append(most.format(count=count))
    return "; ".join(parts)


def _empty(field: Field) -> str:
    return _("Left empty, “{words}” is printed.").format(words=_one_line(field.empty))


def _choices(field: Field) -> str:
    labelled = ((str(choice), choice.label) for choice in field.choices)
    return ", ".join(id if id == label else f"{id} ({label})" for id, label in labelled)


def _one_line(text: str) -> str:
    return " ".join(text.split())


_ROWS = _("One {row} after another, each with a dash, in this way (without the #):")
_HINTS: Mapping[Kind, Callable[[Field], str]] = {
    Kind.RICH: lambda field: _("text below, indented; **bold**, *italic*, - for lists"),
    Kind.WHOLE: lambda field: _("a whole number"),
    Kind.MONEY: lambda field: _("pounds, such as 12,500 or 12,500.50"),
    Kind.DATE: lambda field: _("a date, such as 17 March 2026"),
    Kind.DATES: lambda field: _("one date, or two with “to” between"),
    Kind.CHOICE: lambda field: _("one of: {choices}").format(choices=_choices(field)),
    Kind.CHOICES: lambda field: _("in brackets with commas, of: {choices}").format(
        choices=_choices(field)
    ),
    Kind.YES_NO: lambda field: _("yes or no"),
    Kind.FILE: lambda field: _("a file’s name, beside the draft"),
}
_BEGUN: Mapping[Kind, str] = {Kind.RICH: " |", Kind.CHOICES: " []"}
