"""Squiggles, suggestions and the walk, in the window over a shipped template."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor

from reportdesk.core.edits import SetAnswer
from reportdesk.core.richtext import Block, Run, plain, rich
from reportdesk.gui.rich.text_edit import RichTextEdit
from reportdesk.gui.rich.text_menu import TextMenu
from reportdesk.gui.spelling.checking import SpellChecking
from reportdesk.gui.spelling.walk import SpellingWalk

WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
BAD = plain("They recieve good words and recieve more.")


@pytest.fixture
def checking(window):
    return window.stage.findChild(SpellChecking)


@pytest.fixture
def workplace(window):
    window.new("england-standard")
    window.stage.session.apply(SetAnswer(("background",), BAD))
    window.stage.workplace.go_to(("background",))
    return window.stage.workplace


@pytest.fixture
def text(qtbot, window, workplace, checking):
    with qtbot.waitSignal(checking.ready):
        checking.load()
    found = window.focusWidget()
    assert isinstance(found, RichTextEdit)
    qtbot.waitUntil(lambda: marked(found) != [])
    return found


def marked(text):
    block = text.document().begin()
    return [
        block.text()[one.start : one.start + one.length]
        for one in block.layout().formats()
        if one.format.underlineStyle() == WAVE
    ]


def lines(menu):
    return [action.text() for action in menu.actions() if action.isVisible()]


def menu_at(window, text, place):
    cursor = QTextCursor(text.document())
    cursor.setPosition(place)
    menu = TextMenu(text, cursor, text.paste_plain)
    window.stage.findChild(SpellChecking)._help(menu)
    return menu


def test_unknown_words_are_marked_and_stay_words(text):
    assert set("".join(marked(text))) == set("recieve")
    assert text.rich() == BAD


def test_the_menu_suggests_and_changes(qtbot, window, text):
    menu = menu_at(window, text, 8)
    qtbot.waitUntil(lambda: "receive" in lines(menu))
    next(one for one in menu.actions() if one.text() == "receive").trigger()
    assert window.stage.session.answers["background"].text.startswith("They receive good")
    window.stage.undo.undo()
    assert window.stage.session.answers["background"] == BAD


def test_a_known_word_has_no_suggestions(window, text):
    assert "Cu&t" in lines(menu_at(window, text, 1))[0]


def test_an_added_word_is_kept_and_no_longer_marked(qtbot, home, checking, text):
    checking.add("recieve")
    qtbot.waitUntil(lambda: marked(text) == [])
    assert home.words.read_text("utf-8") == "recieve\n"


def test_the_walk_goes_from_word_to_word(qtbot, window, text):
    walk = window.findChild(SpellingWalk)
    walk.start()
    qtbot.waitUntil(lambda: walk.change_to.findText("receive") >= 0)
    walk.change_to.setEditText("receive")
    walk.change_all.click()
    qtbot.waitUntil(lambda: "nothing more" in walk.said.text())
    assert "recieve" not in window.stage.session.answers["background"].text
    window.stage.undo.undo()
    assert window.stage.session.answers["background"] == BAD


def test_the_walk_passes_what_is_ignored(qtbot, window, text):
    walk = window.findChild(SpellingWalk)
    walk.start()
    for _word in range(2):
        qtbot.waitUntil(lambda: walk.ignore.isEnabled())
        walk.said.setText("")
        walk.ignore.click()
        qtbot.waitUntil(lambda: walk.said.text() != "")
    assert "nothing more" in walk.said.text()
    assert window.stage.session.answers["background"] == BAD


def test_the_walk_changes_nothing_where_the_word_stands_no_more(qtbot, window, workplace, text):
    walk = window.findChild(SpellingWalk)
    walk.start()
    qtbot.waitUntil(lambda: walk.change.isEnabled())
    workplace.edit(SetAnswer(("background",), plain("All is well now.")))
    walk.change_to.setEditText("receive")
    walk.change.click()
    qtbot.waitUntil(lambda: "nothing more" in walk.said.text())
    assert window.stage.session.answers["background"] == plain("All is well now.")


def test_looks_stay_under_a_squiggle(qtbot, window, text):
    bold = rich([Block((Run("a "), Run("recieve", True)))])
    window.stage.session.apply(SetAnswer(("background",), bold))
    assert text.rich() == bold
