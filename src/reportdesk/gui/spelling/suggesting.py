"""Suggestions in the context menu of a word that the dictionary does not know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from reportdesk.core.i18n import _
from reportdesk.core.spelling import Word, like
from reportdesk.gui.forms.line import LineMenu
from reportdesk.gui.rich.patching import units
from reportdesk.gui.rich.text_menu import TextMenu
from reportdesk.services.spelling import Spelling

_MOST = 6


@dataclass(frozen=True, slots=True)
class Help:
    """What can be done for a word.

    Attributes:
        suggest: calls back with what may have been meant, in a moment.
    """

    suggest: Callable[[str, Callable[[Sequence[str]], None]], None]
    add: Callable[[str], None]
    ignore: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """A context menu at a place of a text.

    Attributes:
        text: the paragraph or line, and ``at`` the place in it as Qt counts.
        replace: puts new letters in the place of a word.
    """

    menu: QMenu
    text: str
    at: int
    replace: Callable[[Word, str], None]


def asked_in_text(menu: TextMenu) -> Asked:
    """Return the menu of a rich text as a place to help at."""

    def replace(word: Word, new: str) -> None:
        _selection(menu.at, word).insertText(new)

    return Asked(menu, menu.at.block().text(), menu.at.positionInBlock(), replace)


def asked_in_line(asked: LineMenu) -> Asked:
    """Return the menu of a line as a place to help at."""
    line, text = asked.line, asked.line.text()

    def replace(word: Word, new: str) -> None:
        if isValid(line) and line.text() == text:
            line.setSelection(units(text[: word.start]), units(word.text))
            line.insert(new)
            line.textEdited.emit(line.text())

    return Asked(asked.menu, text, asked.at, replace)


def offer_help(spelling: Spelling, asked: Asked, help: Help) -> None:
    """Put help above what the menu has, where it was asked for at an unknown word."""
    word = _word_at(spelling, asked)
    if word is None:
        return
    menu = asked.menu
    looking = QAction(_("Looking for suggestions…"), menu)
    looking.setEnabled(False)
    line = QAction(menu)
    line.setSeparator(True)
    add = QAction(_("A&dd to dictionary"), menu)
    add.triggered.connect(lambda: help.add(word.text))
    ignore = QAction(_("&Ignore"), menu)
    ignore.triggered.connect(lambda: help.ignore(word.text))
    first = menu.actions()[0]
    menu.insertActions(first, [looking, line, add, ignore])
    menu.insertSeparator(first)
    help.suggest(word.text, lambda found: _show(asked, word, looking, found))


def _show(asked: Asked, word: Word, looking: QAction, found: Sequence[str]) -> None:
    """The suggestions have come; the menu may be closed and gone by now."""
    if not isValid(asked.menu):
        return
    for suggestion in found[:_MOST]:
        asked.menu.insertAction(looking, _choice(asked, word, suggestion))
    looking.setVisible(not found)
    looking.setText(_("No suggestions"))


def _choice(asked: Asked, word: Word, suggestion: str) -> QAction:
    text = like(word.text, suggestion)
    action = QAction(text, asked.menu)
    font = action.font()
    font.setBold(True)
    action.setFont(font)
    action.triggered.connect(lambda: asked.replace(word, text))
    return action


def _word_at(spelling: Spelling, asked: Asked) -> Word | None:
    text = asked.text
    return next(
        (
            word
            for word in spelling.flaws(text)
            if units(text[: word.start]) <= asked.at <= units(text[: word.end])
        ),
        None,
    )


def _selection(at: QTextCursor, word: Word) -> QTextCursor:
    text = at.block().text()
    chosen = QTextCursor(at)
    chosen.setPosition(at.block().position() + units(text[: word.start]))
    end = at.block().position() + units(text[: word.end])
    chosen.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return chosen
