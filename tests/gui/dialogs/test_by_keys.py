"""Dialogs are gone through by keys in the order in which they are read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar

from reportdesk.gui.dialogs.help import GuideDialog
from reportdesk.gui.dialogs.settings import SettingsDialog


def test_settings_begin_with_their_groups(qtbot):
    dialog = SettingsDialog({}, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert isinstance(QApplication.focusWidget(), QTabBar)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    first = next(iter(dialog.pages[0].editors.values()))
    assert first.isAncestorOf(QApplication.focusWidget())


def test_the_guide_is_read_line_by_line(qtbot, home):
    dialog = GuideDialog(home.guide, None)
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.browser.textCursor().blockNumber()
    qtbot.keyClick(dialog.browser, Qt.Key.Key_Down)
    assert dialog.browser.textCursor().blockNumber() == before + 1
