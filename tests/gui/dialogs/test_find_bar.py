"""Find and replace step through fields and are undone as one."""

import pytest
from PySide6.QtCore import Qt

from reportdesk.core.edits import InsertRow, SetAnswer
from reportdesk.core.richtext import plain
from reportdesk.gui.dialogs.find_bar import FindBar

FIELDS = ("summary", "background", "next_steps")


@pytest.fixture
def session(window):
    window.new("england-standard")
    session = window.stage.session
    session.apply(SetAnswer(("report_title",), "The cat report"))
    for field in FIELDS:
        session.apply(SetAnswer((field,), plain(f"One cat in {field}.\nTwo Cats.")))
    session.apply(InsertRow(("contacts",), 0, {"id": "c1", "name": "Pat Catton"}))
    return session


@pytest.fixture
def bar(window, session):
    found = window.findChild(FindBar)
    found.open_to_find()
    found.words.setText("cat")
    return found


def test_it_counts(bar):
    assert bar.said.text() == "8 places"


def test_it_tells_what_is_not_there(bar):
    bar.words.setText("zebra")
    assert (bar.said.text(), bar.replace_all.isEnabled()) == ("Not found", False)


def test_it_steps_through_all_fields_and_round(qtbot, window, bar):
    seen = []
    for _step in range(9):
        bar.go_next()
        seen.append(bar.said.text())
    assert seen[0].startswith("1 of 8")
    assert seen[0] == seen[8]
    assert len(set(seen)) == 8


def test_what_is_found_is_selected_in_its_field(window, bar):
    bar.words.setText("in background")
    window.stage.workplace.setFocus()
    bar.go_next()
    assert window.focusWidget().textCursor().selectedText() == "in background"


def test_return_steps_and_stays_in_the_bar(qtbot, window, bar):
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.said.text().startswith("1 of 8")
    assert window.focusWidget() is bar.words


def test_replacing_all_is_one_step_of_undo(window, session, bar):
    before, steps = session.answers, window.stage.undo.count()
    bar.new.setText("dog")
    bar.replace_all.click()
    assert session.answers["report_title"] == "The dog report"
    assert session.answers["background"].text == "One dog in background.\nTwo dogs."
    assert window.stage.undo.count() == steps + 1
    window.stage.undo.undo()
    assert session.answers == before


def test_replacing_goes_on_to_the_next_even_where_the_new_word_holds_the_old(session, bar):
    bar.new.setText("cat cat")
    bar.whole.setChecked(True)
    bar.replace.click()
    bar.replace.click()
    bar.replace.click()
    assert session.answers["report_title"] == "The cat cat report"
    assert session.answers["summary"].text.startswith("One cat cat in")


def test_the_last_place_is_replaced_too(session, bar):
    bar.words.setText("in summary")
    bar.go_next()
    bar.replace.click()
    assert session.answers["summary"].text.startswith("One cat .")
    assert bar.said.text() == "Not found"


@pytest.mark.parametrize("button", ["replace", "replace_all"])
def test_only_what_the_draft_says_now_is_replaced(window, session, bar, button):
    bar.words.setText("in summary")
    bar.go_next()
    window.stage.workplace.edit(SetAnswer(("summary",), plain("No cats.")))
    getattr(bar, button).click()
    assert session.answers["summary"] == plain("No cats.")


def test_selected_words_are_looked_for(qtbot, window, session):
    window.stage.workplace.go_to(("report_title",))
    window.focusWidget().selectAll()
    bar = window.findChild(FindBar)
    bar.open_to_find()
    assert bar.words.text() == "The cat report"


def test_escape_gives_the_keys_back(qtbot, window, session):
    window.stage.workplace.go_to(("report_title",))
    before = window.focusWidget()
    bar = window.findChild(FindBar)
    bar.open_to_find()
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.focusWidget() is before


def test_only_one_place_is_selected_at_a_time(window, session, bar):
    bar.go_next()
    title = window.stage.workplace.page(0).editors["report_title"].focus_widget()
    assert title.selectedText() == "cat"
    bar.go_next()
    assert title.selectedText() == ""


def test_escape_leaves_the_keys_where_it_was_found(qtbot, window, bar):
    bar.words.setText("in background")
    bar.go_next()
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert window.focusWidget().textCursor().selectedText() == "in background"
