"""What is wrong with an answer is said aloud where somebody listens, and only once."""

import sys

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit

from reportdesk.core.edits import SetAnswer
from reportdesk.core.fields import Field, Kind
from reportdesk.gui import announcing
from reportdesk.gui.dialogs.find_bar import FindBar
from reportdesk.gui.forms.editor import Framed
from reportdesk.gui.forms.grouped import DatesEditor
from reportdesk.gui.forms.registry import make_editor
from reportdesk.gui.forms.typed import DateEditor


@pytest.fixture
def listening():
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.fixture
def said(listening, monkeypatch):
    """What is said aloud, in its order."""
    events = []
    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", events.append)

    class Said:
        def __eq__(self, other):
            return [event.message() for event in events] == other

        def __repr__(self):
            return repr([event.message() for event in events])

    return Said()


def test_a_fault_is_announced_where_somebody_listens(qtbot, said):
    framed = Framed(DateEditor(Field("day", "Day", Kind.DATE), ("day",)))
    qtbot.addWidget(framed)
    for message in ("not a date", "not a date", "", "not a date"):
        framed.editor.refused.emit(message)
    assert said == ["not a date", "not a date"]


def test_what_is_wrong_stands_in_the_description_until_it_is_mended(qtbot):
    field = Field("day", "Day", Kind.DATE, help="The day of the visit.")
    framed = Framed(DateEditor(field, ("day",)))
    qtbot.addWidget(framed)
    line = framed.editor.line
    qtbot.keyClicks(line, "soon")
    assert line.accessibleDescription().startswith("“soon” is not a date")
    assert line.accessibleDescription().endswith("The day of the visit.")
    line.clear()
    qtbot.keyClicks(line, "17 March 2026")
    assert line.accessibleDescription() == "The day of the visit."


def test_how_long_a_text_may_be_stands_in_its_description(qtbot):
    field = Field("sum", "Summary", Kind.RICH, help="In short.", max_words=1500)
    framed = Framed(make_editor(field, ("sum",), None))
    qtbot.addWidget(framed)
    described = framed.editor.focus_widget().accessibleDescription()
    assert described == "In short. At most 1,500 words."


@pytest.fixture
def days(qtbot):
    framed = Framed(DatesEditor(Field("days", "Days", Kind.DATES, help="On site."), ("days",)))
    qtbot.addWidget(framed)
    return framed


def test_of_two_days_the_one_that_is_wrong_says_so(qtbot, days):
    qtbot.keyClicks(days.editor.end.line, "soon")
    assert days.editor.start.line.accessibleDescription() == "On site."
    assert days.editor.end.line.accessibleDescription().startswith("“soon” is not a date")


def test_days_in_the_wrong_order_are_told_at_the_last(qtbot, days):
    qtbot.keyClicks(days.editor.start.line, "17 March 2026")
    qtbot.keyClicks(days.editor.end.line, "16 March 2026")
    assert days.editor.start.line.accessibleDescription() == "On site."
    assert days.editor.end.line.accessibleDescription().startswith("the last day is before")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="readers there say it themselves")
def test_what_comes_to_the_description_under_the_keys_is_not_said_twice(qtbot, said):
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
    line.setFocus()
    announcing.describe_and_say(line, "not a date", "not a date")
    assert said == []
    announcing.describe_and_say(line, "not a date", "not a date")
    assert said == ["not a date"]


def rows_editor(qtbot, names):
    field = Field("people", "People", Kind.ROWS, row="Person", fields=(NAME, STORY))
    editor = make_editor(field, ("people",), None)
    qtbot.addWidget(editor)
    rows = tuple({"id": f"r{at}", "name": name} for at, name in enumerate(names))
    editor.set_value(rows)
    return editor


NAME = Field("name", "Name", Kind.LINE)
STORY = Field("story", "Story", Kind.RICH)


def test_where_a_row_went_is_said(qtbot, said):
    editor = rows_editor(qtbot, ["Ann", "Bea", "Cay"])
    editor.move_row(0, 1)
    assert said == ["Person moved to place 2 of 3"]


def test_what_was_removed_is_said(qtbot, said):
    editor = rows_editor(qtbot, ["Ann", "Bea", "Cay"])
    editor.remove_row(1)
    assert said == ["Removed: 2. Bea"]


def test_what_the_window_says_in_passing_is_said_aloud(window, said):
    window.stage.said.emit("Exported to report.docx")
    window.stage.said.emit("")
    assert said == ["Exported to report.docx"]


def test_what_was_opened_is_said_once(window, sample, said):
    window.open(sample("walsall-scrutiny"))
    window.stage.workplace.edit(SetAnswer(("report_title",), "Another title"))
    assert said == ["Opened: sample"]


def test_undo_and_redo_say_what_they_did(window, draft, said):
    window.stage.workplace.edit(SetAnswer(("report_title",), "Another title"))
    window.usual["undo"].trigger()
    window.usual["redo"].trigger()
    assert said == ["Saved", "Undone: Title", "Redone: Title"]


def test_that_a_draft_is_saved_is_said_and_no_sign_beside_it(window, draft, said):
    window.stage.workplace.edit(SetAnswer(("report_title",), "Another title"))
    assert window.standing.saved.accessibleName() == "Not saved"
    window.saving.save()
    assert said == ["Saved"]
    assert window.standing.saved.accessibleName() == "Saved"


def test_what_stands_in_a_label_is_said_where_it_is_new_and_without_its_mark(qtbot, said):
    label = QLabel()
    qtbot.addWidget(label)
    for text in ("✓ Nothing is missing.", "✓ Nothing is missing.", "", "! 2 things to know"):
        announcing.show_and_say(label, text)
    assert said == ["Nothing is missing.", "2 things to know"]
    assert (label.text(), label.accessibleName()) == ("! 2 things to know", "2 things to know")


def test_what_is_found_is_said(window, draft, said):
    window.stage.workplace.edit(SetAnswer(("report_title",), "Of one xylophone"))
    (find,) = [one for one in window.menus.all() if one[1].text().startswith("&Find…")]
    find[1].trigger()
    bar = window.findChild(FindBar)
    bar.words.setText("xylophone")
    bar.words.setText("zebrafish")
    assert said == ["1 place", "Not found"]
