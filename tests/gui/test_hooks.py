"""Features hang in the window: a pane at the side, lines in the menus, F6 between panes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reportdesk.gui.actions import Command, Menu


def test_a_side_widget_is_a_pane_that_the_view_menu_hides(window):
    side = QPlainTextEdit()
    window.stage.opened.connect(lambda workplace: workplace.set_side(side, "&Report"))
    window.new("england-standard")
    assert not side.isHidden()
    window.stage.workplace.panes.row[-1].toggle.trigger()
    assert side.isHidden()


def test_f6_visits_each_pane_in_turn(window, qtbot):
    window.new("england-standard")
    qtbot.waitActive(window)
    window.stage.workplace.sections.setFocus()
    seen = []
    for _each in window.stage.workplace.panes.row:
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == len(seen) >= 3
    assert seen[-1] is window.stage.workplace.sections


def test_a_command_that_needs_a_draft_waits_for_one(window):
    heard = []
    command = Command("Spell", lambda: heard.append(1), "F7", needs_draft=True)
    action = window.menus.add(Menu.TOOLS, command)
    action.trigger()
    window.new("england-standard")
    action.trigger()
    assert heard == [1]
