"""Suggestions in the context menu of a word that the dictionary does not know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QTextCursor
from shiboken6 import isValid

from reportdesk.core.i18n import _
from reportdesk.core.spelling import Word, like
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


def offer_help(spelling: Spelling, menu: TextMenu, help: Help) -> None:
    """Put help above what the menu has, where it was asked for at an unknown word."""
    word = _word_at(spelling, menu.at)
    if word is None:
        return
    chosen = _selection(menu.at, word)
    looking = QAction(_("Looking for suggestions…"), menu)
    looking.setEnabled(False)
    line = QAction(menu)
    line.setSeparator(True)
    add = QAction(_("A&dd to dictionary"), menu)
    add.triggered.connect(lambda: help.add(word.text))
    ignore = QAction(_("&Ignore"), menu)
    ignore.triggered.connect(lambda: help.ignore(word.text))
    menu.put_above([looking, line, add, ignore])
    help.suggest(word.text, lambda found: _show(menu, looking, chosen, found))


def _show(menu: TextMenu, looking: QAction, chosen: QTextCursor, found: Sequence[str]) -> None:
    """The suggestions have come; the menu may be closed and gone by now."""
    if not isValid(menu):
        return
    for suggestion in found[:_MOST]:
        menu.insertAction(looking, _choice(menu, chosen, suggestion))
    looking.setVisible(not found)
    looking.setText(_("No suggestions"))


def _choice(menu: TextMenu, chosen: QTextCursor, suggestion: str) -> QAction:
    text = like(chosen.selectedText(), suggestion)
    action = QAction(text, menu)
    font = action.font()
    font.setBold(True)
    action.setFont(font)
    action.triggered.connect(lambda: chosen.insertText(text))
    return action


def _word_at(spelling: Spelling, at: QTextCursor) -> Word | None:
    text = at.block().text()
    place = at.positionInBlock()
    return next(
        (
            word
            for word in spelling.flaws(text)
            if units(text[: word.start]) <= place <= units(text[: word.end])
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
