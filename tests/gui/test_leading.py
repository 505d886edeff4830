"""Undo and redo lead to what they changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reportdesk.core.edits import InsertRow, MoveRow, RemoveRow, SetAnswer, Together
from reportdesk.core.richtext import plain
from reportdesk.gui.forms.editor import Editor
from reportdesk.gui.leading import place_of

TITLE = ("report_title",)


@pytest.fixture
def workplace(window, sample, qtbot):
    window.open(sample("walsall-scrutiny"))
    qtbot.waitActive(window)
    return window.stage.workplace


def action(window, name):
    return next(one for _menu, one in window.menus.all() if one.text().startswith(f"&{name}"))


def focused_path(window):
    widget = QApplication.focusWidget()
    while not isinstance(widget, Editor):
        widget = widget.parentWidget()
    return widget.path


def test_undo_goes_to_the_field_in_another_section(window, workplace):
    workplace.edit(SetAnswer(("background",), plain("Other words.")))
    workplace.go_to(TITLE)
    action(window, "Undo").trigger()
    assert focused_path(window) == ("background",)
    workplace.go_to(TITLE)
    action(window, "Redo").trigger()
    assert focused_path(window) == ("background",)


def test_the_cursor_stands_behind_what_came_back(window, workplace):
    workplace.edit(SetAnswer(TITLE, "Alpha beta"))
    workplace.edit(SetAnswer(TITLE, "Alpha"))
    workplace.go_to(("background",))
    action(window, "Undo").trigger()
    line = QApplication.focusWidget()
    assert line.text()[: line.cursorPosition()] == "Alpha beta"


def test_undo_of_a_removed_row_goes_to_that_row(window, workplace):
    workplace.edit(RemoveRow(("contacts",), 0))
    workplace.go_to(TITLE)
    action(window, "Undo").trigger()
    assert focused_path(window)[:2] == ("contacts", 0)


@pytest.mark.parametrize("field", [TITLE, ("background",)])
def test_the_undo_key_is_the_drafts_in_every_field(window, workplace, qtbot, field):
    before = window.stage.session.answers
    for word in ("one ", "two "):
        workplace.go_to(TITLE)
        qtbot.keyClicks(QApplication.focusWidget(), word)
    workplace.go_to(field)
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    while window.stage.undo.canUndo():
        at = window.stage.undo.index()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, ctrl)
        assert window.stage.undo.index() == at - 1
        assert focused_path(window) == TITLE
    assert window.stage.session.answers == before
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, ctrl | shift)
    assert window.stage.undo.index() == 1


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (SetAnswer(TITLE, "x"), TITLE),
        (InsertRow(("rows",), 2, {}), ("rows", 2)),
        (RemoveRow(("rows",), 2), ("rows",)),
        (MoveRow(("rows",), 2, 0), ("rows", 0)),
        (Together((SetAnswer(TITLE, "x"), RemoveRow(("rows",), 1))), TITLE),
        (Together(()), ()),
    ],
)
def test_each_edit_has_a_place(edit, place):
    assert place_of(edit) == place
