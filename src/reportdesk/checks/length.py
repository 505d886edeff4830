"""Texts keep to the lengths that the council allows."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.walk import every_answer
from reportdesk.core.fields import Answers, Value
from reportdesk.core.i18n import _, plural
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.reading import Asked
from reportdesk.core.richtext import RichText
from reportdesk.core.template import Template


def allowed_length(template: Template, answers: Answers) -> Iterator[Problem]:
    """Yield a warning for each text that is longer than its field's limit."""
    for asked, value in every_answer(template, answers):
        text = _text(value)
        characters = len(text) - asked.field.max_characters
        words = len(text.split()) - asked.field.max_words
        if asked.field.max_characters and characters > 0:
            yield _too_long(
                asked, plural("{count:,} character", "{count:,} characters", characters), characters
            )
        if asked.field.max_words and words > 0:
            yield _too_long(asked, plural("{count:,} word", "{count:,} words", words), words)


def _too_long(asked: Asked, excess: str, count: int) -> Problem:
    message = _("the text is {excess} longer than the council allows")
    return Problem(
        "length",
        message.format(excess=excess.format(count=count)),
        _("shorten it"),
        Place(field=asked.path, label=asked.label),
        Severity.WARN,
    )


def _text(value: Value) -> str:
    if isinstance(value, RichText):
        return value.text
    return value if isinstance(value, str) else ""
