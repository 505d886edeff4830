"""What the cursor comes to in a rich text is said to those who do not see it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QWidget

from reportdesk.core.richtext import Block, BlockKind, Run, rich
from reportdesk.gui import announcing
from reportdesk.gui.rich.proofing import Concern, Mark, Proofing
from reportdesk.gui.rich.telling import Telling
from reportdesk.gui.rich.text_edit import RichTextEdit
from reportdesk.gui.rich.tools import RichTools


def block(text, kind=BlockKind.PARAGRAPH, level=1):
    return Block((Run(text),), kind, level)


TEXT = rich(
    (
        block("plain wrds"),
        block("a list", BlockKind.BULLET),
        block("in it", BlockKind.BULLET, 2),
        block("head", BlockKind.HEADING),
        block("plain"),
        block("plain again"),
    )
)


@pytest.fixture
def said(monkeypatch):
    before, events = QAccessible.isActive(), []
    QAccessible.setActive(True)
    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", events.append)
    yield lambda: [events.pop(0).message() for _each in range(len(events))]
    QAccessible.setActive(before)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def text(qtbot, window):
    Proofing(window).add(lambda said: [Mark(6, 10, Concern.SPELLING)] if "wrds" in said else [])
    made = RichTextEdit(window)
    made.set_rich(TEXT)
    with qtbot.waitActive(window):
        window.show()
    made.setFocus()
    qtbot.waitUntil(lambda: made.findChild(Telling) is not None)
    made.moveCursor(QTextCursor.MoveOperation.Start)
    return made


def test_each_kind_of_paragraph_is_said_when_the_cursor_comes_to_it(qtbot, text, said):
    heard = []
    for _line in range(5):
        text.moveCursor(QTextCursor.MoveOperation.NextBlock)
        heard += [said()]
    assert heard == [["Bullet"], ["Bullet, level 2"], ["Sub-heading"], ["Plain text"], []]


def test_within_a_paragraph_its_kind_is_not_said_again(text, said):
    text.moveCursor(QTextCursor.MoveOperation.NextBlock)
    said()
    text.moveCursor(QTextCursor.MoveOperation.Right)
    assert said() == []


def test_an_unknown_word_is_said_once_when_the_cursor_comes_into_it(text, said):
    heard = []
    for _letter in range(9):
        text.moveCursor(QTextCursor.MoveOperation.Right)
        heard += said()
    assert heard == ["Not in the dictionary: wrds"]


def test_nothing_is_said_of_a_text_without_the_keys(text, said):
    text.clearFocus()
    text.moveCursor(QTextCursor.MoveOperation.NextBlock)
    assert said() == []


def test_what_a_button_or_its_keys_switch_is_said(qtbot, text, said):
    RichTools(text, "Background", text.parentWidget()).fill()
    for _each in range(2):
        qtbot.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert said() == ["Bold: on", "Bold: off"]
