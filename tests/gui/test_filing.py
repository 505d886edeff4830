"""A disk that takes its time holds nobody up, and loses nothing."""

import threading
from contextlib import contextmanager

import pytest
from left_behind import found_by_another
from PySide6.QtWidgets import QMessageBox, QProgressDialog

from reportdesk.core.edits import SetAnswer
from reportdesk.gui.safekeeping import Safekeeping
from reportdesk.gui.tasks import Task, TaskRunner
from reportdesk.storage.disk import DISK
from reportdesk.storage.locks import commit_lock


@pytest.fixture
def filing(window, draft):
    """The filing of a window that shows a draft, whose disk is now thought to be slow."""
    window.stage.filing.patience = 0.0
    return window.stage.filing


@contextmanager
def slow(filing):
    """While in the context, the disk is busy with something else."""
    free = threading.Event()
    filing.run(Task(free.wait, bool, bool))
    try:
        yield
    finally:
        free.set()


def type_title(window, text):
    window.stage.workplace.edit(SetAnswer(("report_title",), text))


def title(window):
    return window.stage.session.answers["report_title"]


def held(draft):
    """While in the context, another program is about to save that draft."""
    return commit_lock(draft, draft, DISK)


def shown(window, kind):
    return [one for one in window.findChildren(kind) if one.isVisible()]


def test_typing_goes_on_while_the_draft_is_saved(window, draft, filing, qtbot):
    type_title(window, "First")
    with held(draft):
        window.saving.save()
        type_title(window, "Second")
        assert b"First" not in draft.read_bytes()
    qtbot.waitUntil(lambda: not filing.busy)
    assert b"report_title: First\n" in draft.read_bytes()
    assert window.isWindowModified()


def test_what_is_typed_meanwhile_is_kept_for_recovery(window, draft, filing, home, qtbot):
    tasks = TaskRunner()
    safe = Safekeeping(window.stage, window.saving, home.keeper, tasks)
    type_title(window, "First")
    with held(draft):
        window.saving.save()
        type_title(window, "Second")
        safe.keep_now()
    qtbot.waitUntil(lambda: not filing.busy)
    folder = home.backups.parent / "recovery"
    qtbot.waitUntil(lambda: any(b"Second" in one.data for one in found_by_another(folder)))
    tasks.close()


def test_a_save_meanwhile_comes_after_in_its_turn(window, draft, filing, qtbot):
    type_title(window, "First")
    with held(draft):
        window.saving.save()
        type_title(window, "Second")
        window.saving.save()
    qtbot.waitUntil(lambda: not filing.busy)
    assert b"report_title: Second\n" in draft.read_bytes()
    assert not window.isWindowModified()
    assert not shown(window, QMessageBox)


def test_the_window_closes_once_the_draft_is_saved(window, draft, filing, qtbot):
    type_title(window, "First")
    with held(draft):
        window.saving.save()
        window.close()
        assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert b"report_title: First\n" in draft.read_bytes()


def test_closing_can_be_called_off_while_the_draft_is_saved(window, draft, filing, qtbot):
    type_title(window, "First")
    with held(draft):
        window.saving.save()
        window.close()
        qtbot.waitUntil(lambda: bool(shown(window, QProgressDialog)))
        shown(window, QProgressDialog)[0].canceled.emit()
    qtbot.waitUntil(lambda: not filing.busy)
    assert window.isVisible()


def test_what_is_typed_after_choosing_to_save_and_leave_is_asked_about(
    window, draft, filing, qtbot
):
    type_title(window, "First")
    window.close()
    (box,) = shown(window, QMessageBox)
    with held(draft):
        box.button(QMessageBox.StandardButton.Save).click()
        type_title(window, "Second")
    qtbot.waitUntil(lambda: any(one is not box for one in shown(window, QMessageBox)))
    assert window.isVisible()


def test_the_status_bar_says_what_is_waited_for(window, draft, filing, qtbot):
    type_title(window, "First")
    with held(draft):
        window.saving.save()
        qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "Saving…")
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "")


def test_a_draft_is_shown_once_it_is_read(window, sample, filing, qtbot):
    with slow(filing):
        window.open(sample("england-standard"))
        assert window.stage.session.template.id == "walsall-scrutiny"
    qtbot.waitUntil(lambda: window.stage.session.template.id == "england-standard")


def test_opening_can_be_called_off(window, sample, filing, qtbot):
    with slow(filing):
        window.open(sample("england-standard"))
        qtbot.waitUntil(lambda: bool(shown(window, QProgressDialog)))
        shown(window, QProgressDialog)[0].canceled.emit()
    qtbot.waitUntil(lambda: not filing.busy)
    assert window.stage.session.template.id == "walsall-scrutiny"


def test_what_is_typed_while_another_draft_is_read_is_asked_about(window, sample, filing, qtbot):
    with slow(filing):
        window.open(sample("england-standard"))
        type_title(window, "Typed")
    qtbot.waitUntil(lambda: bool(shown(window, QMessageBox)))
    assert title(window) == "Typed"


def test_what_is_asked_for_while_an_outcome_is_told_comes_after_what_waits(window, filing, qtbot):
    told = []

    def first(_nothing):
        filing.in_turn(lambda: told.append("third"))
        told.append("first")

    filing.run(Task(bool, first, told.append))
    filing.in_turn(lambda: told.append("second"))
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == ["first", "second", "third"]


def test_an_outcome_that_fails_to_be_told_holds_nothing_up(window, filing, qtbot):
    def fail(_nothing):
        raise ValueError

    with qtbot.captureExceptions() as errors:
        filing.run(Task(bool, fail, fail))
        qtbot.waitUntil(lambda: not filing.busy)
    assert len(errors) == 1
