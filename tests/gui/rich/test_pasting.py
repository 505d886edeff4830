"""Pasting keeps structure, fits into the text around it, and is quick."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from yardstick import within

from reportdesk.core.richtext import Block, BlockKind, Run, plain, rich

CLIPBOARDS = Path(__file__).parents[2] / "word" / "pasted" / "clipboards"
BULLET = BlockKind.BULLET


def copied(html="", text=""):
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    return data


def put_cursor(text, at, to=None):
    cursor = text.textCursor()
    cursor.setPosition(at)
    if to is not None:
        cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("at", "html", "shown"),
    [
        ((4,), "<b>big</b>", ["one bigtwo"]),
        ((4,), "<p>a</p><p>b</p>", ["one a", "btwo"]),
        ((0,), "<ul><li>x</ul><p>y</p>", ["x", "y", "one two"]),
        ((7,), "<p>a</p><ul><li>x</ul>", ["one twoa", "x"]),
        ((0, 3), "<p>1</p>", ["1 two"]),
        ((0, 7), "<h2>H</h2><p>y</p>", ["H", "y"]),
    ],
)
def test_what_is_pasted_fits_in(desk, at, html, shown):
    desk.text.set_rich(plain("one two"))
    put_cursor(desk.text, *at)
    desk.text.insertFromMimeData(copied(html))
    assert [block.text for block in desk.answer.blocks] == shown


def test_a_paste_is_one_step_of_undo(desk):
    desk.text.insertFromMimeData(copied("<p>a</p><ul><li>b<li>c</ul>"))
    desk.undo.undo()
    assert not desk.answer


def test_words_lists_from_word_stay_lists(desk):
    html = (CLIPBOARDS / "word-lists.html").read_text("utf-8")
    desk.text.insertFromMimeData(copied(html))
    levels = [block.level for block in desk.answer.blocks if block.kind is BULLET]
    assert levels == [1, 2, 3, 1]


def test_what_was_left_out_is_told(qtbot, text):
    with qtbot.waitSignal(text.noticed) as told:
        text.insertFromMimeData(copied("<p>a<img src='file:///a.png' width=9></p>"))
    assert told.args == ["1 picture was left out."]


def test_plain_paste_drops_looks(qtbot, desk):
    QGuiApplication.clipboard().setMimeData(copied("<b>bold</b>", "bold"))
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(desk.text, Qt.Key.Key_V, modifiers)
    assert desk.answer == plain("bold")


@pytest.mark.parametrize("kind", BlockKind)
def test_what_is_copied_here_is_pasted_here_as_it_was(desk, kind):
    tree = rich([Block((Run("a "), Run("b", True)), kind), Block((Run("c\u00a0d"),), kind)])
    desk.text.set_rich(tree)
    desk.text.selectAll()
    data = desk.text.createMimeDataFromSelection()
    desk.text.set_rich(rich(()))
    desk.text.insertFromMimeData(data)
    assert desk.answer == tree


def test_files_are_left_to_the_window(text):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("letter.pdf")])
    assert not text.canInsertFromMimeData(data)


def test_nothing_is_fetched(text):
    kind = QTextDocument.ResourceType.ImageResource
    assert text.loadResource(kind, QUrl("https://example.org/a.png")) is None


def test_a_huge_paste_is_answered_within_a_second(desk):
    line = "<p class=MsoNormal>" + "many words in a row " * 12 + "<b>bold</b> end</p>"
    with within(1):
        desk.text.insertFromMimeData(copied(line * 1000))
    assert len(desk.answer.blocks) == 1000


def test_too_much_is_refused(qtbot, text):
    with qtbot.waitSignal(text.noticed) as told:
        text.insertFromMimeData(copied(text="x" * 1_000_001))
    assert "too much" in told.args[0]
    assert not text.rich()
