"""The preview follows the draft and the field at work, and leads back to fields."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from reportdesk.core.edits import SetAnswer
from reportdesk.core.richtext import plain
from reportdesk.gui.preview.pane import PreviewPane


@pytest.fixture
def preview(qtbot, window, sample):
    window.open(sample("wokingham-scrutiny"))
    pane = window.stage.workplace.findChild(PreviewPane)
    qtbot.waitUntil(lambda: "noted" in pane.view.paper.toPlainText())
    return pane


def test_an_edit_is_seen(qtbot, window, preview):
    window.stage.workplace.edit(SetAnswer(("summary",), plain("Seen at once")))
    qtbot.waitUntil(lambda: "Seen at once" in preview.view.paper.toPlainText())


def test_a_missing_answer_is_seen_as_a_labelled_gap(qtbot, window, preview):
    window.stage.workplace.edit(SetAnswer(("summary",), None))
    gap = "[Summary of report: to be completed]"
    qtbot.waitUntil(lambda: gap in preview.view.paper.toPlainText())


def test_a_paragraph_leads_to_its_field(qtbot, window, preview):
    texts, numbers = preview.view.paper.texts()
    at = next(at for at, text in enumerate(texts) if text.startswith("A focused visit looks"))
    preview.view.clicked.emit(numbers[at])
    workplace = window.stage.workplace
    background = workplace.page(2).editors["background"].focus_widget()
    assert workplace.pages.currentWidget() is workplace.page(2)
    qtbot.waitUntil(lambda: QApplication.focusWidget() in (background, None))


def test_a_field_at_work_is_scrolled_to(qtbot, window, preview):
    bar = preview.view.verticalScrollBar()
    window.stage.workplace.edit(SetAnswer(("contacts", 0, "name"), "Somebody Else"))
    qtbot.waitUntil(lambda: "Somebody Else" in preview.view.paper.toPlainText())
    qtbot.waitUntil(lambda: bar.value() > 0)


def test_an_edit_is_led_to_while_an_earlier_preview_is_still_drawn(qtbot, window, preview):
    bar = preview.view.verticalScrollBar()
    window.stage.workplace.edit(SetAnswer(("contacts", 0, "name"), "Somebody Else"))
    preview.view.paper.stepped.emit(0)
    qtbot.waitUntil(lambda: bar.value() > 0)


def test_a_paragraph_that_was_scrolled_to_stays_when_the_sheet_grows(preview):
    view = preview.view
    view.hold()
    view.show_block(view.paper.blockCount() - 1)
    before = view.verticalScrollBar().value()
    view.fit()
    assert view.verticalScrollBar().value() == before > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Down])
def test_where_the_officer_scrolled_to_stays_when_the_sheet_grows(qtbot, preview, key):
    view = preview.view
    view.hold()
    qtbot.keyClick(view, key)
    before = view.verticalScrollBar().value()
    view.fit()
    assert view.verticalScrollBar().value() == before > 0


def test_the_sheet_is_made_larger_and_fitted_again(qtbot, preview):
    view = preview.view
    fitted = view.scale
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = view.scale
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert larger > fitted == view.scale


def test_keys_scroll_to_the_end_and_back(qtbot, preview):
    bar = preview.view.verticalScrollBar()
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    end = bar.value()
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert (end, bar.value()) == (bar.maximum(), 0)


def test_a_click_tells_the_paragraph(qtbot, preview):
    view = preview.view
    told = []
    view.clicked.connect(told.append)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 250))
    assert len(told) == 1


def test_a_draft_put_away_while_its_preview_is_made_does_no_harm(qtbot, window, sample, tasks):
    window.open(sample("wokingham-scrutiny"))
    QApplication.sendPostedEvents()
    window.open(sample("walsall-scrutiny"))
    pane = window.stage.workplace.findChild(PreviewPane)
    qtbot.waitUntil(lambda: "Learning from audits" in pane.view.paper.toPlainText())
