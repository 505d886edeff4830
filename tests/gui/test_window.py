"""The window's ways: start page, settings, export, help, template change, layout."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QProgressDialog,
    QPushButton,
)

from reportdesk.core.edits import SetAnswer, answer_at
from reportdesk.core.fields import Choice
from reportdesk.core.settings import Theme
from reportdesk.gui.actions import Menu
from reportdesk.gui.dialogs.compare import CompareDialog
from reportdesk.gui.dialogs.export import ExportDialog
from reportdesk.gui.dialogs.help import AboutDialog, GuideBrowser, GuideDialog, TableDialog
from reportdesk.gui.dialogs.places import FolderEditor
from reportdesk.gui.dialogs.restyle import RestyleDialog
from reportdesk.gui.dialogs.settings import SettingsDialog
from reportdesk.gui.dialogs.versions import VersionsDialog
from reportdesk.gui.layout import Layout
from reportdesk.gui.tasks import Task
from reportdesk.gui.theme import apply_theme
from reportdesk.services.pages import pdf_program
from reportdesk.services.settings import SettingsFile

TITLE = ("report_title",)


def shown(window, kind):
    (found,) = [one for one in window.findChildren(kind) if one.isVisible()]
    return found


def press(dialog, name):
    buttons = {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}
    buttons[name].click()


# --- The start page ------------------------------------------------------------------------------


def test_the_gallery_has_a_card_with_a_picture_for_each_template(window, qtbot):
    gallery = window.centralWidget().gallery
    qtbot.waitUntil(lambda: gallery.count() == 5)
    pictures = [
        gallery.item(row).data(Qt.ItemDataRole.DecorationRole) for row in range(gallery.count())
    ]
    assert not any(picture.isNull() for picture in pictures)


def test_a_card_opens_a_new_draft_of_its_template(window, qtbot):
    gallery = window.centralWidget().gallery
    qtbot.waitUntil(lambda: gallery.count() == 5)
    gallery.setFocus()
    qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert window.stage.session.template.title == gallery_title(window)
    assert not window.isWindowModified()


def gallery_title(window):
    return window.stage.desk.shelf.packs[0].template.title


def test_recent_drafts_are_listed_with_their_state(window, draft, qtbot):
    window.opening.start()
    recent = window.centralWidget().recent
    qtbot.waitUntil(lambda: recent.count() == 1)
    said = recent.item(0).text()
    assert "Outcome of the Ofsted inspection" in said
    assert "complete" in said
    assert "paper.yaml" in said


def test_a_recent_draft_leaves_the_list_when_asked(window, draft, home, qtbot):
    window.opening.start()
    recent = window.centralWidget().recent
    qtbot.waitUntil(lambda: recent.count() == 1)
    recent.dropped.emit(draft)
    assert home.recents.paths() == ()


def test_what_is_cleared_does_not_come_back_to_the_list(window, draft, home, tasks, qtbot):
    window.opening.start()
    ended = []
    window.opening.show_recents()
    home.recents.clear()
    window.opening.show_recents()
    tasks.run(Task(lambda: None, ended.append, ended.append))
    qtbot.waitUntil(lambda: ended == [None])
    assert window.centralWidget().recent.count() == 0


def test_a_draft_is_opened_by_dropping_its_file(window, draft, qtbot):
    window.opening.start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(draft))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, button, keys))
    assert window.stage.session.path == draft


def test_an_earlier_draft_begins_a_new_one(window, draft, qtbot):
    window.opening.choose_earlier()
    dialog = shown(window, QFileDialog)
    dialog.fileSelected.emit(str(draft))
    assert window.stage.session.path is None
    assert "meeting_date" not in window.stage.session.answers


def test_a_broken_draft_offers_its_last_good_version(window, draft):
    window.stage.workplace.edit(SetAnswer(TITLE, "Second"))
    window.saving.save()
    window.opening.start()
    draft.write_text("format: [", "utf-8")
    window.open(draft)
    box = shown(window, QMessageBox)
    (offer,) = [one for one in box.buttons() if one.text().startswith("Open the version of")]
    offer.click()
    assert window.stage.session.answers["report_title"].startswith("Outcome of the Ofsted")


# --- Settings ------------------------------------------------------------------------------------


def test_settings_hold_at_once_and_at_the_next_start(window, home, tmp_path):
    window.preferences.choose()
    dialog = shown(window, SettingsDialog)
    dialog.pages[0].edited.emit(SetAnswer(("theme",), Choice("dark", "Dark")))
    dialog.pages[1].edited.emit(SetAnswer(("council_name",), None))
    dialog.pages[1].edited.emit(SetAnswer(("council",), "Anyshire Council"))
    press(dialog, "OK")
    assert QApplication.palette().window().color().lightness() < 100
    assert SettingsFile(tmp_path / "home" / "settings").settings.council == "Anyshire Council"
    window.new("england-standard")
    assert window.stage.session.answers["council_name"] == "Anyshire Council"
    window.opening.start()
    apply_theme(QApplication.instance(), Theme.LIGHT)
    QApplication.instance().setStyleSheet("")


@pytest.mark.parametrize("path", [("export_folder",), ("template_folders", 0, "path")])
def test_a_folder_can_be_chosen_rather_than_typed(window, tmp_path, path):
    window.home.settings.answers = {"template_folders": ({"id": "r1"},)}
    window.preferences.choose()
    dialog = shown(window, SettingsDialog)
    (editor,) = [one for one in dialog.findChildren(FolderEditor) if one.path == path]
    editor.ask()
    editor.findChild(QFileDialog).fileSelected.emit(str(tmp_path))
    assert answer_at(dialog.answers, path) == str(tmp_path)


def test_cancelled_settings_change_nothing(window, home):
    window.preferences.choose()
    dialog = shown(window, SettingsDialog)
    dialog.pages[1].edited.emit(SetAnswer(("council",), "Anyshire Council"))
    press(dialog, "Cancel")
    assert home.settings.answers == {}


def test_the_window_remembers_its_panes_and_size(window, draft, home, qtbot):
    window.stage.workplace.panes.row[2].toggle.trigger()
    window.resize(700, 500)
    window.layout_kept.save()
    assert home.settings.layout()["hidden"].split() == ["problems"]
    window.resize(750, 600)
    Layout(window, window.stage, home)
    assert (window.width(), window.height()) == (700, 500)


@pytest.mark.parametrize(
    "text", ["width: 5\nheight: -3\n", "hidden: form\n", "across: 0 9999999 x\n"]
)
def test_odd_looks_do_no_harm(window, draft, home, text, tmp_path):
    path = tmp_path / "home" / "settings" / "layout.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    before = window.size()
    Layout(window, window.stage, home)
    window.open(draft)
    assert window.size() == before
    assert not window.stage.workplace.pages.isHidden()


# --- Export --------------------------------------------------------------------------------------


def export_dialog(window, qtbot):
    window.exporting.choose()
    dialog = shown(window, ExportDialog)
    qtbot.waitUntil(lambda: dialog._button.isEnabled())
    return dialog


def test_what_is_exported_is_what_the_desk_makes(window, draft, tmp_path, qtbot):
    dialog = export_dialog(window, qtbot)
    assert Path(dialog.place.text()).parent == tmp_path
    with qtbot.waitSignal(window.exporting.exported) as heard:
        press(dialog, "Export")
    desk = window.stage.desk
    assert heard.args[0].read_bytes() == desk.report(desk.open(draft)).data


def test_another_house_style_says_what_it_would_not_print(window, draft, qtbot):
    dialog = export_dialog(window, qtbot)
    dialog.style_box.setCurrentIndex(dialog.style_box.findData("wokingham-statement"))
    qtbot.waitUntil(lambda: dialog._button.isEnabled())
    assert dialog.problems.count() > 3
    assert window.stage.session.template.id == "walsall-scrutiny"


def test_a_gap_is_told_with_a_way_to_its_field(window, draft, qtbot):
    window.stage.workplace.edit(SetAnswer(TITLE, None))
    dialog = export_dialog(window, qtbot)
    assert "Title" in dialog.problems.item(0).text()
    dialog.problems.itemActivated.emit(dialog.problems.item(0))
    assert not dialog.isVisible()


def test_a_file_that_others_changed_is_not_replaced_unasked(window, draft, qtbot):
    dialog = export_dialog(window, qtbot)
    path = Path(dialog.place.text())
    path.write_bytes(b"a colleague's work")
    press(dialog, "Export")
    box = shown(window, QMessageBox)
    assert path.name in box.text()
    press(box, "Cancel")
    assert path.read_bytes() == b"a colleague's work"


def test_our_own_last_export_is_replaced_without_a_question(window, draft, qtbot):
    for _each in range(2):
        dialog = export_dialog(window, qtbot)
        with qtbot.waitSignal(window.exporting.exported):
            press(dialog, "Export")
        press(shown(window, QMessageBox), "Close")
    assert not [one for one in window.findChildren(QMessageBox) if one.isVisible()]


@pytest.mark.skipif(not pdf_program(), reason="needs LibreOffice or Word")
def test_a_pdf_can_be_called_off_while_it_is_made(window, draft, tmp_path, qtbot):
    dialog = export_dialog(window, qtbot)
    dialog.format.setCurrentIndex(1)
    path = Path(dialog.place.text())
    press(dialog, "Export")
    (waiting,) = window.findChildren(QProgressDialog)
    waiting.canceled.emit()
    told = window.statusBar()
    qtbot.waitUntil(lambda: "cancelled" in told.currentMessage())
    assert path.suffix == ".pdf"
    assert not path.exists()
    qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))


# --- Template change and earlier versions --------------------------------------------------------


def test_a_change_of_template_is_one_step_that_can_be_undone(window, draft):
    before = window.stage.session.answers
    window.restyling.choose()
    dialog = shown(window, RestyleDialog)
    dialog.choice.setCurrentIndex(dialog.choice.findData("england-standard"))
    press(dialog, "OK")
    assert window.stage.session.template.id == "england-standard"
    assert window.isWindowModified()
    window.stage.undo.undo()
    assert window.stage.session.template.id == "walsall-scrutiny"
    assert window.stage.session.answers == before
    assert not window.isWindowModified()


def test_edits_before_a_change_of_template_are_undone_after_it(window, draft):
    before = window.stage.session.answers
    window.stage.workplace.edit(SetAnswer(TITLE, "New"))
    window.restyling.change("england-standard")
    window.stage.workplace.edit(SetAnswer(TITLE, "Newer"))
    for _each in range(3):
        window.stage.undo.undo()
    assert window.stage.session.answers == before


def test_a_changed_template_is_saved_with_all_answers(window, draft):
    before = window.stage.session.answers
    window.restyling.change("wokingham-statement")
    window.saving.save()
    again = window.stage.desk.open(draft)
    assert again.template.id == "wokingham-statement"
    window.restyling.change("walsall-scrutiny")
    assert window.stage.session.answers == before


def test_an_earlier_version_comes_back_as_one_step(window, draft):
    window.stage.workplace.edit(SetAnswer(TITLE, "Second"))
    window.saving.save()
    window.history.choose()
    press(shown(window, VersionsDialog), "Compare…")
    press(shown(window, CompareDialog), "Go back to this version")
    assert window.stage.session.answers["report_title"].startswith("Outcome of the Ofsted")
    window.stage.undo.undo()
    assert window.stage.session.answers["report_title"] == "Second"


# --- Help ----------------------------------------------------------------------------------------


def test_the_guide_shows_each_page(window):
    window.helping.guide()
    dialog = shown(window, GuideDialog)
    assert dialog.contents.count() >= 5
    for row in range(dialog.contents.count()):
        dialog.contents.setCurrentRow(row)
        assert dialog.contents.item(row).text() in dialog.browser.toPlainText()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "https://example.com/a.png", "file:///etc/passwd"]
)
def test_the_guide_gives_nothing_from_outside_its_folder(window, home, name):
    browser = GuideBrowser(home.guide, window)
    assert browser.loadResource(2, QUrl(name)) is None


def test_every_menu_key_is_listed(window):
    window.helping.keys()
    table = shown(window, TableDialog).table
    told = [table.item(row, 1).text() for row in range(table.rowCount())]
    keys = {key for row in told for key in row.split(", ")}
    assert {"F12", "F1", "F6", "Ctrl+S", "Ctrl+Z", "Ctrl+E"} <= keys


def test_no_two_menu_lines_share_their_keys(window, draft):
    keys = [
        key.toString()
        for _menu, action in window.menus.all()
        for key in action.shortcuts()
        if not key.isEmpty()
    ]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("menu", list(Menu))
def test_no_two_lines_of_a_menu_share_their_letter(window, draft, menu):
    texts = [one.text().replace("&&", "") for at, one in window.menus.all() if at is menu]
    letters = [text.partition("&")[2][:1].lower() for text in texts if "&" in text]
    assert sorted(letters) == sorted(set(letters))


def test_about_names_versions_and_licences(window):
    window.helping.about()
    table = shown(window, AboutDialog).table
    rows = [[table.item(row, at).text() for at in range(3)] for row in range(table.rowCount())]
    assert [row for row in rows if not all(row)] == []
    assert {"Python", "Qt", "lxml"} <= {row[0] for row in rows}


def test_dialogs_are_freed(window, draft, qtbot):
    for ask in (window.preferences.choose, window.history.choose, window.restyling.choose):
        ask()
        press(shown(window, QDialog), "Cancel" if ask != window.history.choose else "Close")
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))
