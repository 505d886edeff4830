"""Each editor shows a value in silence and tells what the officer gives."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from reportdesk.core.dates import DateRange
from reportdesk.core.edits import InsertRow, MoveRow, RemoveRow, SetAnswer
from reportdesk.core.fields import Choice, Field, FileRef, Kind
from reportdesk.core.richtext import plain
from reportdesk.gui.forms.editor import label_of
from reportdesk.gui.forms.registry import make_editor

CHOICES = (Choice("red", "Red"), Choice("green", "Green"))
INNER = (Field("name", "Name", Kind.LINE), Field("text", "Text", Kind.RICH))
VALUES = {
    Kind.LINE: "Section\u00a020",
    Kind.RICH: plain("one\ntwo"),
    Kind.WHOLE: 12,
    Kind.MONEY: Decimal("1250.50"),
    Kind.DATE: date(2026, 3, 17),
    Kind.DATES: DateRange(date(2026, 2, 10), date(2026, 2, 11)),
    Kind.CHOICE: CHOICES[1],
    Kind.CHOICES: (CHOICES[0],),
    Kind.YES_NO: False,
    Kind.PERSON: {"name": "A"},
    Kind.ROWS: ({"id": "r1", "name": "A"}, {"id": "r2", "text": plain("b")}),
    Kind.GROUP: {"text": plain("b")},
    Kind.FILE: FileRef("letter.pdf"),
}


@pytest.fixture
def make(qtbot):
    def editor(kind):
        field = Field("it", "It", kind, choices=CHOICES, fields=INNER, row="Finding")
        made = make_editor(field, ("it",), None)
        qtbot.addWidget(made)
        made.heard = []
        made.edited.connect(made.heard.append)
        return made

    return editor


@pytest.mark.parametrize("kind", Kind)
def test_a_value_is_shown_as_it_is_and_in_silence(make, kind):
    editor = make(kind)
    editor.set_value(VALUES[kind])
    assert (editor.value(), editor.heard) == (VALUES[kind], [])


@pytest.mark.parametrize("kind", Kind)
def test_an_answer_can_be_taken_away(make, kind):
    editor = make(kind)
    editor.set_value(VALUES[kind])
    editor.set_value(None)
    assert editor.value() is None


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Kind.LINE, "Title", "Title"),
        (Kind.WHOLE, "12", 12),
        (Kind.MONEY, "1,250", Decimal(1250)),
        (Kind.DATE, "17/03/2026", date(2026, 3, 17)),
        (Kind.RICH, "words", plain("words")),
    ],
)
def test_what_is_typed_is_told(qtbot, make, kind, typed, value):
    editor = make(kind)
    qtbot.keyClicks(editor.focus_widget(), typed)
    assert editor.heard[-1] == SetAnswer(("it",), value)


def test_what_does_not_suit_is_said_and_not_told(qtbot, make):
    editor = make(Kind.DATE)
    said = []
    editor.refused.connect(said.append)
    qtbot.keyClicks(editor.line, "soon")
    assert editor.heard == []
    assert "not a date" in said[-1]


def test_a_date_is_shown_in_full_once_it_is_left(qtbot, make):
    editor = make(Kind.DATE)
    qtbot.keyClicks(editor.line, "17/3/2026")
    editor.line.editingFinished.emit()
    assert editor.line.text() == "17 March 2026"


@pytest.mark.parametrize(
    ("act", "edit"),
    [
        (lambda rows: rows.move_row(0, 1), MoveRow(("it",), 0, 1)),
        (lambda rows: rows.remove_row(1), RemoveRow(("it",), 1)),
        (lambda rows: rows.add_row(), InsertRow(("it",), 2, {"id": "r3"})),
        (lambda rows: rows.duplicate_row(0), InsertRow(("it",), 1, {"id": "r3", "name": "A"})),
    ],
)
def test_rows_are_changed_by_edits(make, act, edit):
    editor = make(Kind.ROWS)
    editor.set_value(VALUES[Kind.ROWS])
    act(editor)
    assert editor.heard == [edit]


def test_a_field_in_a_row_tells_its_whole_path(qtbot, make):
    editor = make(Kind.ROWS)
    editor.set_value(VALUES[Kind.ROWS])
    qtbot.keyClicks(editor.cards[1].group.editors["name"].line, "B")
    assert editor.heard[-1] == SetAnswer(("it", 1, "name"), "B")


LONG = "Significant effect on people in two wards & more"


def test_the_words_of_a_box_stand_on_lines_where_room_is_short(qtbot):
    field = Field("it", "It", Kind.CHOICES, choices=(Choice("long", LONG),))
    editor = make_editor(field, ("it",), None)
    qtbot.addWidget(editor)
    editor.resize(200, 200)
    editor.show()
    (box,) = editor.boxes
    qtbot.waitUntil(lambda: "\n" in box.text())
    assert box.text().replace("\n", " ") == LONG.replace("&", "&&")
    assert box.accessibleName() == LONG


def test_an_ampersand_in_a_label_is_a_letter_like_others(qtbot):
    editor = make_editor(Field("it", "Health & care", Kind.LINE), ("it",), None)
    qtbot.addWidget(editor)
    label = label_of(editor, editor)
    assert QKeySequence.mnemonic(label.text()).isEmpty()


def test_tab_leaves_a_rich_text(make):
    assert make(Kind.RICH).text.tabChangesFocus()


def test_the_wheel_does_not_change_a_choice(make):
    assert make(Kind.CHOICE).combo.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("typed", ["17/3/26", "17.03.26", "17 March 26", "17-3-26"])
def test_a_year_of_two_figures_is_of_this_century(make, qtbot, typed):
    editor = make(Kind.DATE)
    qtbot.keyClicks(editor.line, typed)
    editor.line.editingFinished.emit()
    assert editor.value() == date(2026, 3, 17)
    assert editor.line.text() == "17 March 2026"


def test_what_is_half_typed_is_not_called_wrong_at_once(make, qtbot):
    editor = make(Kind.DATE)
    editor.show()
    editor.activateWindow()
    editor.line.setFocus()
    qtbot.waitUntil(editor.line.hasFocus)
    said = []
    editor.refused.connect(said.append)
    qtbot.keyClicks(editor.line, "17 Mar")
    assert said == []
    qtbot.waitUntil(lambda: bool(said and said[-1]))
    qtbot.keyClicks(editor.line, "ch 2026")
    assert said[-1] == ""


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.DATES])
def test_wide_editors_give_way_where_room_is_short(make, qtbot, kind):
    editor = make(kind)
    letter = editor.fontMetrics().averageCharWidth()
    assert editor.minimumSizeHint().width() <= letter * 30


def test_two_days_stand_side_by_side_where_there_is_room(make, qtbot):
    editor = make(Kind.DATES)
    editor.resize(editor.minimumSizeHint().width() * 3, 60)
    editor.show()
    assert editor.start.y() == editor.end.y()
    editor.resize(editor.minimumSizeHint().width(), 120)
    qtbot.waitUntil(lambda: editor.start.y() < editor.end.y())
