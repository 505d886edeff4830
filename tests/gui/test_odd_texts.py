"""Odd texts that are pasted come into the saved draft as they are, or a notice says otherwise."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from yardstick import within

from reportdesk.core.richtext import RichText

KEPT = [
    "Section\u00a020",
    "12\u202f000",
    "co\u2011operate",
    "soft\u00adhyphen",
    "zero\u200bwidth",
    "no\u2060break",
    "e\u0301 stays two characters",
    "\u00e9 stays one",
    "O\u2019Brien \u201csaid\u201d \u2013 and \u2014 left\u2026",
    "Ð\u0430 \u05d0\u05d1 \u0639",
    "\u200eleft \u200fright",
    "\U0001f469\u200d\U0001f467 family",
    "\ue000 private use",
    "& < > \" ' {{ x }} {% if %}",
    "**stars** _lines_ `code` # 1. - >",
    "'single' \"double\" \\ backslash",
    "~ null no yes 0123 1.10 12:30",
    "a\ufeffmark",
]
CHANGED = {
    "one\rtwo": "one\ntwo",
    "bell\u0007rings": "bellrings",
    "one\u2028two": "one\ntwo",
    "a\ufdd0noncharacter": "anoncharacter",
}


def paste(window, qtbot, field, text):
    """Paste over all that the field holds, save, and return what the draft on disk has there."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    window.stage.workplace.go_to((field,))
    editor = QApplication.focusWidget()
    for key in (Qt.Key.Key_A, Qt.Key.Key_V):
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    window.saving.save()
    desk = window.stage.desk
    saved = desk.open(window.stage.session.path).answers[field]
    return saved.text if isinstance(saved, RichText) else saved


@pytest.mark.parametrize("text", KEPT, ids=ascii)
@pytest.mark.parametrize("field", ["report_title", "background"])
def test_a_text_is_kept_as_it_is(window, draft, qtbot, field, text):
    assert paste(window, qtbot, field, text) == text


@pytest.mark.parametrize(("text", "kept"), CHANGED.items(), ids=ascii)
def test_what_no_word_file_holds_is_changed_openly(window, draft, qtbot, text, kept):
    told = []
    window.stage.workplace.go_to(("background",))
    QApplication.focusWidget().noticed.connect(told.append)
    assert paste(window, qtbot, "background", text) == kept
    assert any(told) == (len(kept) < len(text))


def test_a_line_that_is_cut_says_so(window, draft, qtbot):
    told = []
    window.stage.workplace.go_to(("report_title",))
    editor = window.stage.workplace.pages.currentWidget().editors["report_title"]
    editor.refused.connect(told.append)
    assert len(paste(window, qtbot, "report_title", "words" * 4000)) == 10_000
    qtbot.waitUntil(lambda: any("at most 10,000" in said for said in told))


@pytest.mark.parametrize("field", ["report_title", "background"])
@pytest.mark.parametrize("text", ["x" * 5_000_000, "x" * 900_000], ids=["five", "one"])
def test_megabytes_in_one_line_are_answered_at_once(window, draft, qtbot, field, text):
    before = window.stage.session.answers["background"].text
    with within(1):
        kept = paste(window, qtbot, field, text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert kept == ("x" * 10_000 if field == "report_title" else before)
