"""The last look at a report before it is saved: a file that Word would repair is never written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportdesk.core.errors import ExportError
from reportdesk.core.fields import Answers, Value
from reportdesk.core.richtext import RichText
from reportdesk.word.result_check import check_result


def expect_sound(data: bytes, name: str, answers: Answers) -> None:
    """Raise ExportError with everything that is wrong with the finished Word file."""
    problems = check_result(data, name, _said(answers))
    if problems:
        raise ExportError(problems)


def _said(answers: Answers) -> str:
    """Return all text of the answers as XML, in every case that a filter may give it.

    Braces in it are the officer's own; others are left over from a tag.
    """
    text = "\n".join(_texts(answers))
    if "{{" not in text and "{%" not in text:
        return ""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "\n".join((text, text.upper(), text.lower(), text.title(), text.capitalize()))


def _texts(value: Value | Mapping[str, Value]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, RichText):
        yield value.text
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
