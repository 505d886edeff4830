"""Earlier people are offered where a form asks for a name, and fill in all its parts."""

import pytest
from PySide6.QtCore import Qt

from reportdesk.core.edits import SetAnswer
from reportdesk.gui.dialogs.privacy import PrivacyPart
from reportdesk.gui.dialogs.settings import SettingsDialog
from reportdesk.gui.forms.people import EarlierPeople
from reportdesk.gui.tasks import Task

# A popup takes the keyboard, which a screen that is none cannot give.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NAME = ("portfolio_holder", "name")
ROLE = "Executive Member for Children and Young People"


@pytest.fixture
def workplace(window, sample, tmp_path, qtbot):
    """A new draft, after another one that names people was saved here."""
    path = tmp_path / "paper.yaml"
    window.open(sample("walsall-scrutiny"))
    window.stage.desk.save(window.stage.session, path)
    window.saving.saved.emit(window.stage.session)
    qtbot.waitUntil(lambda: window.home.people.people() != ())
    window.new("walsall-scrutiny")
    window.stage.workplace.go_to(NAME)
    qtbot.waitActive(window)
    return window.stage.workplace


@pytest.fixture
def line(window, workplace):
    return window.focusWidget()


def offered(line):
    (earlier,) = [
        one for one in line.window().findChildren(EarlierPeople) if one.completer.widget() is line
    ]
    model = earlier.completer.completionModel()
    shown = earlier.completer.popup().isVisible()
    return [model.index(row, 0).data() for row in range(model.rowCount())] if shown else []


def take(qtbot, line):
    popup = line.window().findChildren(EarlierPeople)
    (shown,) = [one.completer.popup() for one in popup if one.completer.popup().isVisible()]
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Return)


def test_typing_part_of_a_name_or_role_offers_who_fits(qtbot, line):
    qtbot.keyClicks(line, "tindall")
    assert offered(line) == [f"Councillor Margaret Tindall, {ROLE}"]


def test_one_choice_fills_all_parts_and_one_undo_takes_them_back(qtbot, window, line):
    qtbot.keyClicks(line, "Tind")
    take(qtbot, line)
    holder = window.stage.session.answers["portfolio_holder"]
    assert (holder["name"], holder["role"]) == ("Councillor Margaret Tindall", ROLE)
    window.stage.undo.undo()
    assert window.stage.session.answers["portfolio_holder"] == {"name": "Tind"}


def test_down_lists_everybody(qtbot, window, line):
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert len(offered(line)) == len(window.home.people.people())


def test_a_row_keeps_its_id(qtbot, window, workplace):
    window.stage.session.apply(SetAnswer(("contacts",), ({"id": "r7"},)))
    workplace.go_to(("contacts", 0, "name"))
    qtbot.keyClicks(window.focusWidget(), "Tindall")
    take(qtbot, window.focusWidget())
    (row,) = window.stage.session.answers["contacts"]
    assert row["id"] == "r7"
    assert row["role"] == ROLE


def test_the_button_waits_for_somebody_to_offer(window, line):
    (earlier,) = [
        one for one in window.findChildren(EarlierPeople) if one.completer.widget() is line
    ]
    assert earlier.button.isVisible()
    window.home.people.clear()
    line.hide()
    line.show()
    assert not earlier.button.isVisible()


def test_nobody_is_remembered_where_that_is_not_wanted(window, sample, qtbot):
    window.home.settings.answers = {"remember_people": False}
    window.open(sample("walsall-scrutiny"))
    window.saving.saved.emit(window.stage.session)
    ended = []
    window.stage.tasks.run(Task(lambda: None, ended.append, ended.append))
    qtbot.waitUntil(lambda: ended == [None])
    assert window.home.people.people() == ()


def test_settings_show_and_forget(window, line):
    window.preferences.choose()
    (dialog,) = window.findChildren(SettingsDialog)
    part = dialog.findChild(PrivacyPart)
    count = part.list.count()
    assert count == len(window.home.people.people()) > 2
    part.list.item(0).setSelected(True)
    part.list.item(1).setSelected(True)
    part.forget.click()
    assert part.list.count() == count - 2
    part.forget_all.click()
    assert window.home.people.people() == ()
    assert part.list.isHidden()
