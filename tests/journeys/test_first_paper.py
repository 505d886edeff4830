"""A whole journey: new from a template, fill in, save, close, open again, export."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton, QTextEdit

from reportdesk.gui.dialogs.export import ExportDialog
from reportdesk.gui.features import add_features
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places


@pytest.fixture
def open_window(qtbot, tmp_path):
    """Open a window as a start of the program does; each has its own desk."""
    shipped, runners = find_places(), []

    def start():
        places = shipped.__class__(
            shipped.templates,
            shipped.resources,
            tmp_path / "data",
            tmp_path / "settings",
            tmp_path / "cache",
        )
        home = open_home(places)
        runners.append(TaskRunner())
        made = MainWindow(Desk(template_folders([]), home.backups), runners[-1], home)
        made.stage.filing.patience = 60.0
        add_features(made)
        qtbot.addWidget(made, before_close_func=lambda shown: shown.stage.clear())
        made.show()
        return made

    yield start
    for runner in runners:
        runner.close()


def fill(window, qtbot, field, text):
    """Go to the field and type."""
    window.stage.workplace.go_to((field,))
    editor = window.stage.workplace.pages.currentWidget().editors[field]
    target = editor.focus_widget()
    assert isinstance(target, QLineEdit | QTextEdit)
    qtbot.keyClicks(target, text)


def press(dialog, name):
    buttons = {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}
    buttons[name].click()


def shown(window, kind):
    (found,) = [one for one in window.findChildren(kind) if one.isVisible()]
    return found


def test_a_paper_from_its_first_word_to_the_word_file(open_window, tmp_path, qtbot):
    window = open_window()
    qtbot.waitUntil(lambda: window.centralWidget().gallery.count() == 5)
    gallery = window.centralWidget().gallery
    at = next(
        row for row in range(5) if gallery.item(row).text() == "Public statement on an inspection"
    )
    gallery.setCurrentRow(at)
    qtbot.keyClick(gallery, Qt.Key.Key_Return)
    first = next(window.stage.session.template.fields()).id
    fill(window, qtbot, first, "Anyshire")
    fill(window, qtbot, "report_title", "What inspectors found")
    draft = tmp_path / "statement.yaml"
    window.saving.save()
    shown(window, QFileDialog).fileSelected.emit(str(draft))
    assert not window.isWindowModified()
    answers = window.stage.session.answers
    window.close()

    again = open_window()
    again.open(draft)
    assert again.stage.session.answers == answers
    again.exporting.choose()
    dialog = shown(again, ExportDialog)
    qtbot.waitUntil(lambda: dialog._button.isEnabled())
    with qtbot.waitSignal(again.exporting.exported) as heard:
        press(dialog, "Export")
    desk = again.stage.desk
    assert heard.args[0].read_bytes() == desk.report(desk.open(draft)).data
    press(shown(again, QMessageBox), "Close")
