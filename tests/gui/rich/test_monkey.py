"""Whatever is typed, pressed and undone: window and draft say the same; undo goes all the way."""

import random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from reportdesk.core.richtext import RichText
from reportdesk.gui.rich.from_qt import read_rich
from reportdesk.gui.rich.tools import TOOLS

KEYS = [
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Left,
    Qt.Key.Key_Home,
]
LETTERS = "ab \"'-1.*"
HTML = "<h2>H</h2><ol><li>one<ol><li>in</ol><li>two</ol><p>end <b>bold</b></p>"


class Monkey:
    """Does something at random, the same for the same seed."""

    def __init__(self, qtbot, desk, seed):
        self._bot, self._desk, self._dice = qtbot, desk, random.Random(seed)
        self._deeds = [self._type] * 6 + [self._key] * 3 + [self._tool] * 2
        self._deeds += [self._select, self._paste, self._undo, self._redo]

    def act(self):
        self._dice.choice(self._deeds)()

    def _type(self):
        self._bot.keyClicks(self._desk.text, self._dice.choice(LETTERS))

    def _key(self):
        modifier = self._dice.choice([Qt.KeyboardModifier.NoModifier] * 3 + [Qt.Key.Key_Shift])
        shift = Qt.KeyboardModifier.ShiftModifier
        held = Qt.KeyboardModifier.NoModifier if modifier is not Qt.Key.Key_Shift else shift
        self._bot.keyClick(self._desk.text, self._dice.choice(KEYS), held)

    def _tool(self):
        tool = self._dice.choice([tool for tool in TOOLS if tool.icon != "link"])
        tool.act(self._desk.text)

    def _select(self):
        most = self._desk.text.document().characterCount() - 1
        cursor = self._desk.text.textCursor()
        cursor.setPosition(self._dice.randint(0, most))
        cursor.setPosition(self._dice.randint(0, most), QTextCursor.MoveMode.KeepAnchor)
        self._desk.text.setTextCursor(cursor)

    def _paste(self):
        data = QMimeData()
        data.setHtml(HTML)
        self._desk.text.insertFromMimeData(data)

    def _undo(self):
        self._desk.undo.undo()

    def _redo(self):
        self._desk.undo.redo()


@pytest.mark.parametrize("seed", range(6))
def test_window_and_draft_say_the_same(qtbot, desk, seed):
    monkey = Monkey(qtbot, desk, seed)
    for _step in range(250):
        monkey.act()
        assert desk.text.rich() == read_rich(desk.text.document())
        assert desk.answer == desk.text.rich()
    while desk.undo.canUndo():
        desk.undo.undo()
    assert desk.answer == RichText()
    while desk.undo.canRedo():
        desk.undo.redo()
    assert desk.answer == desk.text.rich()
