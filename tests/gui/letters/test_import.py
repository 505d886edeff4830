"""A letter is read, looked at, and taken into the draft as one step that can be undone."""

from datetime import date

import pytest
from heard import faults, heard
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel

from reportdesk.core.edits import SetAnswer
from reportdesk.gui.letters.dropped import dropped_letter
from reportdesk.gui.letters.importing import Importing


@pytest.fixture
def open_dialog(window, qtbot):
    """Read a letter in the dialog and wait until it can be looked at."""

    def opened(path):
        dialog = Importing(window.stage, window.saving).open(path)
        qtbot.waitUntil(lambda: dialog.pages.currentWidget() is not dialog.reading)
        return dialog

    return opened


def card(dialog, field):
    return next(card for card in dialog.review.cards if card.offer.field.id == field)


def test_all_sure_ones_are_taken_as_one_step(window, draft, open_dialog, letter_file, meant):
    dialog = open_dialog(letter_file)
    dialog.review.take_sure()
    dialog.review.accept.click()
    assert draft.answers["letter_date"] == meant.sent
    assert [row["name"] for row in draft.answers["inspectors"]] == list(meant.inspectors)
    assert window.stage.undo.count() == 1
    window.stage.undo.undo()
    assert draft.answers == {}


def test_the_letter_is_kept_beside_the_draft(draft, open_dialog, letter_file):
    open_dialog(letter_file).review.accept.click()
    (row,) = draft.answers["source_documents"]
    assert (draft.path.parent / row["file"].path).is_file()


def test_rows_are_taken_one_by_one(draft, open_dialog, letter_file, meant):
    dialog = open_dialog(letter_file)
    card(dialog, "areas_for_improvement").rows[1].box.setChecked(True)
    dialog.review.accept.click()
    (row,) = draft.answers["areas_for_improvement"]
    assert row["text"].text == meant.sections["W"][1]


def test_coming_to_a_suggestion_shows_its_place(draft, open_dialog, letter_file, meant):
    dialog = open_dialog(letter_file)
    offered = card(dialog, "letter_date")
    offered.head.mousePressEvent(_click())
    (span,) = dialog.review.view.place()
    start, end = dialog.review.view._paged.shown(span)
    shown = dialog.review.view.toPlainText()[start:end]
    assert shown == f"{meant.sent.day} {meant.sent:%B %Y}"


def test_a_value_that_is_put_right_is_ticked(draft, open_dialog, letter_file):
    dialog = open_dialog(letter_file)
    offered = card(dialog, "letter_date")
    offered._edited(SetAnswer(("letter_date",), date(2020, 1, 2)))
    dialog.review.accept.click()
    assert draft.answers["letter_date"] == date(2020, 1, 2)


def test_what_differs_shows_both_and_is_not_sure(window, draft, open_dialog, letter_file):
    window.stage.workplace.edit(SetAnswer(("letter_date",), date(2020, 1, 2)))
    offered = card(open_dialog(letter_file), "letter_date")
    offered.take_if_sure()
    said = [label.text() for label in offered.findChildren(type(offered.head.words))]
    assert "In the draft now: 2 January 2020" in said
    assert offered.taken() is None


def test_importing_again_offers_only_what_is_new(draft, open_dialog, letter_file):
    first = open_dialog(letter_file)
    first.review.take_sure()
    card(first, "areas_for_improvement").rows[0].box.setChecked(False)
    first.review.accept.click()
    again = open_dialog(letter_file)
    rows = card(again, "areas_for_improvement").rows
    assert [row.box.isEnabled() for row in rows] == [True] + [False] * (len(rows) - 1)
    assert not card(again, "letter_date").head.box.isEnabled()


def test_words_that_are_not_the_letters_say_so(draft, open_dialog, letter_file):
    offered = card(open_dialog(letter_file), "recommendations")
    said = [label.text() for label in offered.findChildren(QLabel)]
    assert "standard words of the template, not of the letter · new" in said
    offered.take_if_sure()
    assert offered.taken() is None


def test_a_new_draft_is_saved_first(window, open_dialog, letter_file):
    window.new("wokingham-scrutiny")
    dialog = open_dialog(letter_file)
    asked = []
    window.saving.save_as = lambda then: asked.append(then)
    dialog.review.take_sure()
    dialog.review.accept.click()
    assert len(asked) == 1
    assert "letter_date" not in window.stage.session.answers


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 broken", "damaged"),
        (b"", "no text"),
        (b"PK\x03\x04 zipped", "PDF"),
    ],
)
def test_a_letter_that_cannot_be_read_is_told_and_changes_nothing(
    draft, open_dialog, tmp_path, data, said
):
    path = tmp_path / "bad.pdf"
    path.write_bytes(data)
    dialog = open_dialog(path)
    assert said in dialog.choose.error.text()
    assert draft.answers == {}


def test_reading_can_be_called_off(window, draft, letter_file, qtbot, tasks):
    dialog = Importing(window.stage, window.saving).open(letter_file)
    with qtbot.waitSignal(tasks.busy_changed):
        dialog.reading.cancel.click()
    assert dialog.pages.currentWidget() is dialog.choose
    assert "cancelled" in dialog.choose.error.text()


def test_paragraphs_of_an_unknown_letter_can_be_picked(draft, window, qtbot):
    dialog = Importing(window.stage, window.saving).open()
    dialog.read_text("Notes of a walk\n\nThe first paragraph.\n\nThe second paragraph.")
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.review)
    offered = card(dialog, "findings")
    assert not dialog.review.sure.isEnabled() or offered.taken() is None
    offered.rows[-1].box.setChecked(True)
    dialog.review.accept.click()
    assert draft.answers["findings"][0]["text"].text == "“The second paragraph.”"


@pytest.mark.parametrize(("name", "is_letter"), [("a.pdf", True), ("a.yaml", False)])
def test_a_letter_can_be_dropped(tmp_path, name, is_letter):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    assert (dropped_letter(data) is not None) is is_letter


def test_the_menu_opens_it(window, draft):
    titles = [action.text() for _menu, action in window.menus.all()]
    assert "Import &letter…" in titles


def _click():
    at, left = QPointF(1, 1), Qt.MouseButton.LeftButton
    return QMouseEvent(
        QEvent.Type.MouseButtonPress, at, at, left, left, Qt.KeyboardModifier.NoModifier
    )


def test_a_screen_reader_hears_what_was_recognised(draft, open_dialog, letter_file):
    dialog = open_dialog(letter_file)
    (date,) = [one for one in heard(dialog) if one.name == "Date of the letter" and one.focusable]
    assert date.groups == ("Date of the letter",)
    assert date.description == "sure, new, page 1"
    assert faults(dialog) == []
