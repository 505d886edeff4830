"""Rows are shown as suits their number and kind, and changed by buttons, keys and drags."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton

from reportdesk.core.edits import InsertRow, MoveRow, RemoveRow, SetAnswer, apply_edit
from reportdesk.core.fields import Field, Kind
from reportdesk.core.richtext import plain
from reportdesk.gui.forms.card import RowButtons
from reportdesk.gui.forms.editor import Editor
from reportdesk.gui.forms.registry import make_editor
from reportdesk.gui.forms.row_words import row_title
from reportdesk.gui.forms.shelves import Browser, Cards, Lines, Shelf

NAME, TEXT = Field("name", "Name", Kind.LINE), Field("text", "Text", Kind.RICH)
NESTED = Field("parts", "Parts", Kind.ROWS, fields=(NAME, TEXT), row="Part")
FINDINGS = Field("it", "Findings", Kind.ROWS, fields=(NAME, TEXT, NESTED), row="Finding")
YEARS = Field(
    "it", "Years", Kind.ROWS, row="Year", fields=(NAME, Field("cost", "Cost", Kind.MONEY))
)
ALT = Qt.KeyboardModifier.AltModifier


def rows(count):
    return tuple({"id": f"r{at}", "name": f"N{at}"} for at in range(1, count + 1))


@pytest.fixture
def make(qtbot):
    """An editor that shows what its edits make of the answers, as the form does."""

    def editor(field, count):
        made = make_editor(field, ("it",), None)
        qtbot.addWidget(made)
        answers = {"it": rows(count)}
        made.heard = []

        def heard(edit):
            nonlocal answers
            made.heard.append(edit)
            answers, _inverse = apply_edit(answers, edit)
            made.set_value(answers.get("it"))

        made.edited.connect(heard)
        made.set_value(answers["it"])
        made.show()
        return made

    return editor


def editors_of(widget):
    return [one for one in widget.findChildren(Editor) if one.isVisible()]


@pytest.mark.parametrize(
    ("field", "count", "shelf"),
    [
        (FINDINGS, 0, Cards),
        (FINDINGS, 6, Cards),
        (FINDINGS, 7, Browser),
        (YEARS, 0, Lines),
        (YEARS, 40, Lines),
        (YEARS, 41, Browser),
    ],
)
def test_rows_are_shown_as_suits_them(make, field, count, shelf):
    assert type(make(field, count).shelf) is shelf


def in_a_form(editor, qtbot):
    """Show the editor where a form does, which is as wide as it is told to be."""
    form = QScrollArea()
    form.setWidgetResizable(True)
    form.setWidget(editor)
    form.resize(900, 400)
    form.show()
    qtbot.addWidget(form)
    return form


def test_rows_without_room_side_by_side_are_cards_until_there_is_room_again(make, qtbot):
    editor = make(YEARS, 2)
    form = in_a_form(editor, qtbot)
    form.resize(150, 400)
    qtbot.waitUntil(lambda: type(editor.shelf) is Cards)
    form.resize(900, 400)
    qtbot.waitUntil(lambda: type(editor.shelf) is Lines)
    assert [card.value() for card in editors_of(editor.shelf)].count("N2") == 1


def test_focus_and_what_is_being_typed_stay_when_the_room_changes(make, qtbot):
    editor = make(YEARS, 2)
    form = in_a_form(editor, qtbot)
    cost = editor.shelf.open(1).editors["cost"].focus_widget()
    cost.setFocus()
    qtbot.waitUntil(cost.hasFocus)
    qtbot.keyClicks(cost, "12")
    form.resize(150, 400)
    qtbot.waitUntil(lambda: type(editor.shelf) is Cards)
    again = editor.shelf.open(1).editors["cost"].focus_widget()
    assert QApplication.focusWidget() is again
    assert "12" in again.text()
    assert len(editor.findChildren(Shelf)) == 1


def test_of_many_rows_only_the_chosen_one_has_editors(make):
    assert len(editors_of(make(FINDINGS, 500).shelf)) == len(editors_of(make(FINDINGS, 7).shelf))


def test_another_row_is_opened_by_its_title(make):
    editor = make(FINDINGS, 20)
    editor.shelf.list.setCurrentRow(7)
    shown = [one.path for one in editors_of(editor.shelf)]
    assert ("it", 7, "name") in shown
    assert ("it", 0, "name") not in shown


def test_a_title_follows_what_is_typed(qtbot, make):
    editor = make(FINDINGS, 20)
    editor.shelf.list.setCurrentRow(7)
    qtbot.keyClicks(editor.shelf.open(7).editors["name"].line, "x")
    assert editor.shelf.list.item(7).text() == "8. xN8"
    assert editor.heard == [SetAnswer(("it", 7, "name"), "xN8")]


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ({"name": "One"}, "3. One"),
        ({"text": plain("First\nSecond")}, "3. First"),
        ({}, "3. Finding, not yet filled in"),
    ],
)
def test_a_row_is_called_by_its_first_answer(row, title):
    assert row_title(FINDINGS, row, 2) == title


@pytest.mark.parametrize("count", [3, 20])
@pytest.mark.parametrize(
    ("tip", "edit"),
    [
        ("Move up", MoveRow(("it",), 1, 0)),
        ("Move down", MoveRow(("it",), 1, 2)),
        ("Remove", RemoveRow(("it",), 1)),
    ],
)
def test_a_button_changes_its_row(make, count, tip, edit):
    editor = make(FINDINGS, count)
    editor.shelf.open(1)
    buttons = editor.shelf.findChildren(QToolButton)
    name = f"Finding 2: {tip}"
    next(one for one in buttons if one.accessibleName().startswith(name)).click()
    assert editor.heard == [edit]


@pytest.mark.parametrize("count", [3, 20])
def test_alt_and_an_arrow_move_the_row_in_which_the_cursor_is(qtbot, make, count):
    editor = make(FINDINGS, count)
    qtbot.keyClick(editor.shelf.open(1).editors["name"].line, Qt.Key.Key_Down, ALT)
    assert editor.heard == [MoveRow(("it",), 1, 2)]


def test_alt_and_an_arrow_move_the_title(qtbot, make):
    editor = make(FINDINGS, 20)
    editor.shelf.list.setCurrentRow(5)
    qtbot.keyClick(editor.shelf.list, Qt.Key.Key_Up, ALT)
    assert editor.heard == [MoveRow(("it",), 5, 4)]
    assert editor.shelf.list.currentRow() == 4


@pytest.mark.parametrize(("source", "onto", "target"), [(0, 3, 3), (5, 2, 2), (4, 4, 4)])
def test_a_drag_moves_the_row_by_an_edit(make, source, onto, target):
    editor = make(FINDINGS, 20)
    titles = editor.shelf.list
    titles.setCurrentRow(source)
    place = titles.visualItemRect(titles.item(onto)).center()
    titles.dropEvent(
        QDropEvent(
            QPointF(place), Qt.DropAction.MoveAction, QMimeData(),
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    moves = [MoveRow(("it",), source, target)] if source != target else []
    assert editor.heard == moves
    assert titles.count() == 20


def test_rows_grow_into_a_list_and_back(make):
    editor = make(FINDINGS, 6)
    editor.add_row()
    assert isinstance(editor.shelf, Browser)
    editor.remove_row(6)
    assert isinstance(editor.shelf, Cards)
    assert [card.at for card in editor.cards] == list(range(6))


def test_a_copy_has_an_id_of_its_own(make):
    editor = make(FINDINGS, 2)
    editor.duplicate_row(0)
    assert editor.heard == [InsertRow(("it",), 1, {"id": "r3", "name": "N1"})]


def test_a_field_deep_in_many_rows_is_reached(make):
    editor = make(FINDINGS, 20)
    part = ({"id": "p", "name": "Part"},)
    editor.edited.emit(SetAnswer(("it", 9, "parts"), part))
    editor.reach(("it", 9, "parts", 0, "name"))
    assert ("it", 9, "parts", 0, "name") in [one.path for one in editor.findChildren(Editor)]


def test_short_rows_have_a_line_each_under_headings(qtbot, make):
    editor = make(YEARS, 3)
    line = editor.shelf.open(1).editors["cost"].line
    assert line.accessibleName() == "Year 2: Cost"
    qtbot.keyClicks(line, "5")
    assert editor.heard[-1].path == ("it", 1, "cost")


def test_alt_and_an_arrow_move_a_line_as_they_move_a_card(qtbot, make):
    editor = make(YEARS, 3)
    with qtbot.waitActive(editor):
        editor.show()
    line = editor.shelf.open(1).editors["cost"].line
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down, ALT)
    assert editor.heard == [MoveRow(("it",), 1, 2)]


@pytest.mark.parametrize("field", [FINDINGS, YEARS], ids=["cards", "lines"])
def test_alt_and_an_arrow_move_the_row_whose_button_has_the_keys(qtbot, make, field):
    editor = make(field, 3)
    button = editor.shelf.findChildren(RowButtons)[1].findChildren(QToolButton)[2]
    qtbot.keyClick(button, Qt.Key.Key_Up, ALT)
    assert editor.heard == [MoveRow(("it",), 1, 0)]


def test_only_what_was_edited_is_touched(make):
    editor = make(FINDINGS, 3)
    untouched = editor.cards[0].group.editors["name"]
    untouched.line.setText("as it is shown")
    editor.edited.emit(SetAnswer(("it", 1, "name"), "B"))
    assert untouched.line.text() == "as it is shown"
    assert editor.cards[1].group.editors["name"].line.text() == "B"
