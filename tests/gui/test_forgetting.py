"""The window forgets a draft when asked, and asks before it does."""

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from reportdesk.core.edits import SetAnswer
from reportdesk.core.letter import SourceText
from reportdesk.services.forgetting import kept_of
from reportdesk.storage.sources import save_source


@pytest.fixture
def draft(window, sample, tmp_path):
    path = tmp_path / "papers" / "paper.yaml"
    path.parent.mkdir()
    window.stage.desk.save(window.stage.desk.open(sample("walsall-scrutiny")), path)
    window.open(path)
    window.stage.workplace.edit(SetAnswer(("report_title",), "Second"))
    window.saving.save()
    return path


def answer(window, name):
    (box,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    told = box.informativeText()
    buttons = {one.text().replace("&", ""): one for one in box.findChildren(QPushButton)}
    buttons[name].click()
    return told


def versions(window, draft):
    return kept_of(window.stage.desk, window.home, draft).versions


def test_what_goes_is_told_first_and_cancel_keeps_it(window, draft):
    window.forgetting.ask(draft)
    assert "1 earlier version" in answer(window, "Cancel")
    assert versions(window, draft) == 1


def test_the_draft_on_stage_is_left_and_forgotten(window, draft, home):
    save_source(SourceText("letter.pdf", ("Words.",), "0" * 64), draft)
    window._forget()
    answer(window, "Forget")
    assert window.stage.session is None
    assert (versions(window, draft), home.recents.paths()) == (0, ())
    assert list(draft.parent.iterdir()) == [draft]


def test_the_start_page_forgets_a_draft(window, draft, qtbot):
    window.opening.start()
    recent = window.centralWidget().recent
    qtbot.waitUntil(lambda: recent.count() == 1)
    recent.forgotten.emit(draft)
    answer(window, "Forget")
    qtbot.waitUntil(lambda: recent.count() == 0)
    assert versions(window, draft) == 0


def test_a_draft_that_was_never_saved_has_nothing_to_forget(window):
    window.new("england-standard")
    window._forget()
    assert "never saved" in window.statusBar().currentMessage()
    assert window.stage.session is not None
