"""Text as WordprocessingML: escaped, with Word's line breaks and tabs."""

from __future__ import annotations

from reportdesk.core.characters import forbidden, unify_line_ends
from reportdesk.core.errors import ExportError
from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem

TEXT = '<w:t xml:space="preserve">'
RUN_END = "</w:t></w:r>"
_BREAK = f"</w:t><w:br/>{TEXT}"
_TAB = f"</w:t><w:tab/>{TEXT}"


def letters(text: str) -> str:
    """Return what stands between ``TEXT`` and its end tag.

    Raises ExportError if the text holds a character that no Word file can hold.
    """
    if text.isprintable():
        plain = "&" not in text and "<" not in text and ">" not in text
        return text if plain else _escaped(text)
    return _escaped(_allowed(text)).replace("\n", _BREAK).replace("\t", _TAB)


def bare_letters(text: str) -> str:
    """Return the text on one line, fit for an attribute too; raises ExportError as above."""
    line = _escaped(_allowed(text)).replace("\n", " ").replace("\t", " ")
    return line.replace('"', "&quot;")


def _allowed(text: str) -> str:
    found = forbidden(text)
    if found:
        raise ExportError([_control_character(text, *found)])
    return unify_line_ends(text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _control_character(text: str, at: int, name: str) -> Problem:
    message = _("The character {name} after “{before}” cannot stand in a Word file.")
    before = text[max(0, at - 30) : at]
    return Problem("export.character", message.format(name=name, before=before), _("Delete it."))
