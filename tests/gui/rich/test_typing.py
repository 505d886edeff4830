"""Typing feels as in Word: quotes, dashes and lists come by themselves; undo takes them back."""

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QTextCursor

from reportdesk.core.richtext import Block, BlockKind, Run, plain, rich
from reportdesk.gui.rich.kinds import change_level, level_of, toggle_kind
from reportdesk.gui.rich.text_edit import RichTextEdit

BULLET, NUMBER = BlockKind.BULLET, BlockKind.NUMBER


def outline(tree):
    """The tree in short: kind and level before each block's words."""
    return [(block.kind.value[0] + str(block.level), block.text) for block in tree.blocks]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ('He said "yes".', "He said “yes”."),
        ("it's the 'front door'", "it’s the ‘front door’"),
        ('("a")', "(“a”)"),
        ("one - two", "one – two"),
        ("one -- two", "one – two"),
        ("10-12 and well-being", "10-12 and well-being"),
        ("word--word", "word–word"),
    ],
)
def test_typewriter_marks_become_typographers(qtbot, desk, keys, shown):
    qtbot.keyClicks(desk.text, keys)
    assert desk.answer.text == shown


@pytest.mark.parametrize(
    ("keys", "before", "typed_on"),
    [('say "', 'say "', 'say "x'), ("it'", "it'", "it'x"), ("a --", "a --", "a --x")],
)
def test_one_undo_takes_the_change_back_and_typing_goes_on(qtbot, desk, keys, before, typed_on):
    qtbot.keyClicks(desk.text, keys)
    if desk.answer.text == before:
        qtbot.keyClicks(desk.text, " ")
    desk.undo.undo()
    assert desk.answer.text == before
    qtbot.keyClicks(desk.text, "x")
    assert desk.answer.text.replace(" x", "x") == typed_on


@pytest.mark.parametrize(
    ("keys", "kind"), [("- item", BULLET), ("* item", BULLET), ("1. item", NUMBER)]
)
def test_a_list_is_begun_by_its_mark(qtbot, desk, keys, kind):
    qtbot.keyClicks(desk.text, keys)
    assert desk.answer == rich([Block((Run("item"),), kind)])


def test_undo_goes_word_by_word(qtbot, desk):
    qtbot.keyClicks(desk.text, "one two three")
    desk.undo.undo()
    assert desk.answer.text == "one two"
    desk.undo.undo()
    assert desk.answer.text == "one"


def test_the_cursor_stays_where_undo_changed_the_text(qtbot, desk):
    qtbot.keyClicks(desk.text, "first last")
    desk.text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(desk.text, "very ")
    desk.undo.undo()
    assert desk.text.textCursor().position() == 0
    desk.undo.redo()
    assert desk.text.textCursor().position() in (4, 5)


def test_return_goes_on_with_a_list_and_out_of_it(qtbot, desk):
    qtbot.keyClicks(desk.text, "- one")
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.text, "two")
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.text, "after")
    assert outline(desk.answer) == [("b1", "one"), ("b1", "two"), ("p1", "after")]


def test_return_on_an_empty_deeper_item_goes_up_a_level(qtbot, desk):
    qtbot.keyClicks(desk.text, "- one")
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    change_level(desk.text.textCursor(), 1)
    qtbot.keyClicks(desk.text, "in")
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.text, "out")
    assert outline(desk.answer) == [("b1", "one"), ("b2", "in"), ("b1", "out")]


@pytest.mark.parametrize("kind", [BULLET, NUMBER, BlockKind.HEADING, BlockKind.QUOTATION])
def test_backspace_at_the_start_makes_a_paragraph(qtbot, desk, kind):
    desk.text.set_rich(rich([Block((Run("one"),)), Block((Run("two"),), kind)]))
    desk.text.select(1, 0, 0)
    qtbot.keyClick(desk.text, Qt.Key.Key_Backspace)
    assert desk.answer == plain("one\ntwo")


def test_return_after_a_heading_begins_a_paragraph(qtbot, desk):
    toggle_kind(desk.text.textCursor(), BlockKind.HEADING)
    qtbot.keyClicks(desk.text, "Head")
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.text, "words")
    assert outline(desk.answer) == [("h1", "Head"), ("p1", "words")]


def test_a_deeper_item_between_does_not_restart_the_numbers(desk):
    desk.text.set_rich(rich(Block((Run(word),), NUMBER) for word in ("a", "b", "c")))
    desk.text.select(1, 0, 0)
    change_level(desk.text.textCursor(), 1)
    found = [(block.level, block.restart) for block in desk.text.rich().blocks]
    assert found == [(1, True), (2, True), (1, False)]


def test_several_items_go_deeper_as_one_list(desk):
    desk.text.set_rich(rich(Block((Run(word),), NUMBER) for word in ("a", "b", "c")))
    cursor = desk.text.textCursor()
    cursor.setPosition(2)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    change_level(cursor, 1)
    found = [(block.level, block.restart) for block in desk.text.rich().blocks]
    assert found == [(1, True), (2, True), (2, False)]


def test_the_first_item_cannot_go_deeper(desk):
    desk.text.set_rich(rich([Block((Run("a"),), BULLET)]))
    change_level(desk.text.textCursor(), 1)
    assert desk.text.textCursor().currentList().format().indent() == 1


def test_a_whole_selection_becomes_a_list_and_back(desk):
    desk.text.set_rich(plain("a\nb\nc"))
    desk.text.selectAll()
    toggle_kind(desk.text.textCursor(), NUMBER)
    assert [block.restart for block in desk.text.rich().blocks] == [True, False, False]
    toggle_kind(desk.text.textCursor(), NUMBER)
    assert desk.text.rich() == plain("a\nb\nc")


def test_a_hard_space_is_typed_and_kept(qtbot, desk):
    qtbot.keyClicks(desk.text, "10")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(desk.text, Qt.Key.Key_Space, modifiers)
    qtbot.keyClicks(desk.text, "am")
    assert desk.answer.text == "10\u00a0am"


def test_letters_after_a_link_stand_outside_it(qtbot, desk):
    desk.text.set_rich(rich([Block((Run("here", link="https://example.org"),))]))
    desk.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(desk.text, "x")
    assert desk.answer.blocks[0].runs[-1] == Run("x")


def test_levels_are_shown_as_they_are_printed_once_the_field_is_left(qtbot, desk):
    items = [Block((Run("a"),)), Block((Run("b"),), BULLET), Block((Run("c"),), BULLET, 2)]
    desk.text.set_rich(rich(items))
    desk.text.select(1, 0, 0)
    qtbot.keyClick(desk.text, Qt.Key.Key_Backspace)
    assert outline(desk.answer)[-1] == ("b1", "c")
    left = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    desk.text.focusOutEvent(left)
    assert level_of(desk.text.document().lastBlock()) == 1


def test_a_text_that_is_gone_tells_nothing(qapp):
    text = RichTextEdit()
    text.set_rich(plain("words"))
    shiboken6.delete(text)
    text._tell()
