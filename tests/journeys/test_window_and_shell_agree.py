"""The window and the shell make the same files of the same draft, to the byte."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from reportdesk.core.edits import SetAnswer
from reportdesk.gui.dialogs.export import ExportDialog
from reportdesk.gui.features import add_features
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places

SAMPLES = sorted(template_folders([])[-1].glob("*/sample.yaml"))


@pytest.fixture
def window(qtbot, tmp_path):
    shipped, runner = find_places(), TaskRunner()
    folders = (tmp_path / name for name in ("data", "settings", "cache"))
    home = open_home(type(shipped)(shipped.templates, shipped.resources, *folders))
    made = MainWindow(Desk(template_folders([]), home.backups), runner, home)
    made.stage.filing.patience = 60.0
    add_features(made)
    qtbot.addWidget(made, before_close_func=lambda shown: shown.stage.clear())
    made.show()
    yield made
    made.stage.filing.close()
    runner.close()


@pytest.fixture
def draft(tmp_path, request):
    """A copy of a sample, in a folder of its own."""
    path = tmp_path / "work" / "draft.yaml"
    path.parent.mkdir()
    shutil.copy(request.param, path)
    return path


def of_each_sample(test):
    names = [path.parent.name for path in SAMPLES]
    return pytest.mark.parametrize("draft", SAMPLES, indirect=True, ids=names)(test)


def export(window, qtbot, document: str) -> Path:
    """Export a document by the dialog, and return where it went."""
    window.exporting.choose()
    (dialog,) = [one for one in window.findChildren(ExportDialog) if one.isVisible()]
    dialog.paper.setCurrentIndex(dialog.paper.findData(document))
    button = next(
        one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == "Export"
    )
    qtbot.waitUntil(button.isEnabled)
    with qtbot.waitSignal(window.exporting.exported) as heard:
        button.click()
    for box in window.findChildren(QMessageBox):
        box.close()
    return heard.args[0]


@of_each_sample
def test_each_document_of_a_sample_is_the_same(window, draft, shell, tmp_path, qtbot):
    window.open(draft)
    window.saving.save()
    for document in window.stage.session.template.documents:
        ours = export(window, qtbot, document.id)
        theirs = tmp_path / "theirs.docx"
        run = shell("export", draft, "--document", document.id, "-o", theirs)
        assert run.code < 2, run.err
        assert ours.read_bytes() == theirs.read_bytes(), document.id
        theirs.unlink()


@of_each_sample
def test_a_saved_sample_is_what_the_desk_would_write(window, draft, tmp_path):
    desk = Desk(template_folders([]))
    desk.save(desk.open(draft), tmp_path / "rewritten.yaml")
    window.open(draft)
    window.saving.save()
    assert draft.read_bytes() == (tmp_path / "rewritten.yaml").read_bytes()


@of_each_sample
def test_what_was_changed_and_changed_back_is_the_same(window, draft):
    window.open(draft)
    window.saving.save()
    before = draft.read_bytes()
    for section in range(len(window.stage.session.template.sections)):
        window.stage.workplace.sections.go_to(section)
    title = next(
        field.id
        for field in window.stage.session.template.fields()
        if field.id in ("report_title", "response_title") or field.id.endswith("title")
    )
    window.stage.workplace.edit(SetAnswer((title,), "Another"))
    window.saving.save()
    assert draft.read_bytes() != before
    window.stage.undo.undo()
    window.saving.save()
    assert draft.read_bytes() == before
