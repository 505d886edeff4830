"""Spelling in single lines, and lists that hold without a restart."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from reportdesk.core.edits import SetAnswer
from reportdesk.gui.forms.line import ProofedLine
from reportdesk.gui.spelling.checking import SpellChecking

# A popup takes the keyboard, which a screen that is none cannot give.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TITLE = ("report_title",)


@pytest.fixture
def checking(window, qtbot):
    found = window.stage.findChild(SpellChecking)
    with qtbot.waitSignal(found.ready):
        found.load()
    return found


@pytest.fixture
def line(window, checking, qtbot):
    window.new("england-standard")
    window.stage.workplace.edit(SetAnswer(TITLE, "They recieve 😀 recieve"))
    window.stage.workplace.go_to(TITLE)
    qtbot.waitActive(window)
    return QApplication.focusWidget()


def marked(line):
    return [line.text()[one.start : one.end] for one in line.marks()]


def test_unknown_words_are_marked_but_not_the_one_being_typed(line):
    line.setCursorPosition(0)
    assert marked(line) == ["recieve", "recieve"]
    line.setCursorPosition(len("They recieve"))
    assert marked(line) == ["recieve"]


def test_the_wave_is_drawn(line, qtbot):
    line.setCursorPosition(0)
    drawn = line.grab().toImage()
    line._marks = line.text(), []
    assert line.grab().toImage() != drawn


def test_names_and_numbers_are_left_alone(window, line):
    window.stage.workplace.go_to(("portfolio_holder", "name"))
    assert not isinstance(QApplication.focusWidget(), ProofedLine)


def test_the_menu_changes_the_word_as_one_step(window, line, qtbot):
    line.setCursorPosition(8)
    reason = QContextMenuEvent.Reason.Keyboard
    line.contextMenuEvent(QContextMenuEvent(reason, QPoint(5, 5), line.mapToGlobal(QPoint(5, 5))))
    (menu,) = line.findChildren(QMenu)
    qtbot.waitUntil(lambda: "receive" in [one.text() for one in menu.actions()])
    next(one for one in menu.actions() if one.text() == "receive").trigger()
    menu.close()
    assert window.stage.session.answers["report_title"] == "They receive 😀 recieve"
    window.stage.undo.undo()
    assert window.stage.session.answers["report_title"] == "They recieve 😀 recieve"


def test_other_lists_hold_without_a_restart(window, line, checking, home, tmp_path, qtbot):
    words = tmp_path / "council.txt"
    words.write_text("recieve\n", "utf-8")
    line.setCursorPosition(0)
    for lists, left in ((({"id": "r1", "path": str(words)},), []), ((), ["recieve", "recieve"])):
        with qtbot.waitSignal(checking.ready):
            window.preferences.take({"spelling_lists": lists})
        assert marked(line) == left


def test_words_taken_stay_taken_when_lists_change(window, line, checking, qtbot):
    checking.ignore("recieve")
    with qtbot.waitSignal(checking.ready):
        window.preferences.take({"spelling_lists": ({"id": "r1", "path": "nowhere.txt"},)})
    line.setCursorPosition(0)
    assert marked(line) == []


def test_names_that_the_draft_gives_are_right(window, line, qtbot):
    line.setCursorPosition(0)
    edit = window.stage.workplace.edit
    edit(SetAnswer(TITLE, "Zorblatt of Marlowdaley town"))
    assert marked(line) == ["Zorblatt", "Marlowdaley"]
    edit(SetAnswer(("council_name",), "Marlowdaley Borough Council"))
    edit(SetAnswer(("report_author", "name"), "Ann Zorblatt"))
    assert marked(line) == []
