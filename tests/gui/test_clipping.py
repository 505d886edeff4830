"""The lines of the Edit menu do in a text what its own keys do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from reportdesk.gui.actions import Menu


def line(window, text):
    return next(one for at, one in window.menus.all() if at is Menu.EDIT and one.text() == text)


def enter(window, path, kind):
    window.stage.workplace.go_to(path)
    text = QApplication.focusWidget()
    assert isinstance(text, kind)
    return text


@pytest.mark.parametrize(
    ("path", "kind"), [(("report_title",), QLineEdit), (("background",), QTextEdit)]
)
def test_the_whole_text_is_cut_and_pasted_twice(window, draft, path, kind):
    text = enter(window, path, kind)
    before = text.text() if kind is QLineEdit else text.toPlainText()
    for deed in ("Select &all", "Cu&t", "&Paste", "&Paste"):
        line(window, deed).trigger()
    after = text.text() if kind is QLineEdit else text.toPlainText()
    assert after == before * 2


def test_they_work_by_the_letters_of_the_menu(window, draft, qtbot):
    text = enter(window, ("report_title",), QLineEdit)
    text.selectAll()
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_T)
    assert text.text() == ""


def test_a_list_copies_its_line_by_its_own_keys(window, draft, qtbot):
    window.stage.workplace.sections.setFocus()
    QApplication.clipboard().clear()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text()
