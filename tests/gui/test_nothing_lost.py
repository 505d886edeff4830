"""Unsaved text is kept within seconds, offered after a crash, and gone after a clean save."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from left_behind import found_by_another, leave_behind
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from yardstick import within

from reportdesk.core.edits import SetAnswer
from reportdesk.gui.crash import CrashHooks
from reportdesk.gui.dialogs.compare import CompareDialog
from reportdesk.gui.safekeeping import Safekeeping
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.crashes import CrashLog, report_of
from reportdesk.services.recovery import Safekeeper

SRC = Path(__file__).parents[2] / "src"
TITLE = ("report_title",)


@pytest.fixture
def safe(window, home):
    tasks = TaskRunner()
    yield Safekeeping(window.stage, window.saving, home.keeper, tasks)
    tasks.close()


def type_title(window, text):
    window.stage.workplace.edit(SetAnswer(TITLE, text))


def others(home):
    """What another window would find, were this one dead."""
    return found_by_another(home.backups.parent / "recovery")


def press(window, kind, name):
    (dialog,) = [one for one in window.findChildren(kind) if one.isVisible()]
    buttons = {
        button.text().replace("&", ""): button for button in dialog.findChildren(QPushButton)
    }
    buttons[name].click()


def test_a_change_is_kept_within_seconds_and_the_draft_is_left_alone(
    window, draft, safe, home, qtbot
):
    before = draft.read_bytes()
    window.open(draft)
    type_title(window, "Typed")
    with within(5, time.monotonic):
        qtbot.waitUntil(lambda: bool(others(home)))
    assert b"report_title: Typed\n" in others(home)[0].data
    assert draft.read_bytes() == before


def test_saving_lets_the_kept_text_go(window, safe, draft, home):
    type_title(window, "Typed")
    safe.keep_now()
    assert others(home)
    window.saving.save()
    assert not others(home)


def test_discarding_lets_the_kept_text_go(window, safe, draft, home):
    type_title(window, "Typed")
    safe.keep_now()
    window.close()
    press(window, QMessageBox, "Discard")
    assert not others(home)
    assert not window.isVisible()


def test_the_text_is_kept_before_anybody_is_asked(window, safe, draft, home):
    type_title(window, "Typed")
    window.close()
    assert b"report_title: Typed" in others(home)[0].data
    press(window, QMessageBox, "Cancel")


def test_the_end_of_the_system_s_session_keeps_the_text(window, safe, draft, home, qapp):
    type_title(window, "Typed")
    qapp.commitDataRequest.emit(None)
    assert b"report_title: Typed" in others(home)[0].data


def test_a_draft_that_is_let_go_leaves_no_mark_on_the_window(window, draft):
    type_title(window, "Typed")
    window.opening.show_start()
    press(window, QMessageBox, "Discard")
    assert window.windowTitle() == "ReportDesk"
    assert not window.isWindowModified()


def test_cancel_keeps_the_window(window, draft):
    type_title(window, "Typed")
    window.close()
    press(window, QMessageBox, "Cancel")
    assert window.isVisible()
    assert window.stage.session.dirty


def left_by_a_crash(window, home):
    """Keep the text of the draft on stage as a window that died would leave it."""
    leave_behind(window.stage.session, home.backups.parent / "recovery")
    window.stage.undo.undo()


def test_recovered_text_is_compared_and_taken(window, draft, home, qtbot):
    type_title(window, "Lost and found")
    left_by_a_crash(window, home)
    window.opening.rescue.offer(home.keeper.found()[0])
    (dialog,) = window.findChildren(CompareDialog)
    assert dialog.table.item(0, 2).text() == "Lost and found"
    press(window, CompareDialog, "Open the recovered text")
    assert window.stage.session.answers["report_title"] == "Lost and found"
    assert window.stage.session.path == draft
    assert window.isWindowModified()


def test_recovered_text_can_be_thrown_away(window, draft, home):
    type_title(window, "Lost")
    left_by_a_crash(window, home)
    window.opening.rescue.offer(home.keeper.found()[0])
    press(window, CompareDialog, "Throw the recovered text away")
    assert home.keeper.found() == ()


def test_a_text_that_is_looked_at_later_stays(window, draft, home):
    type_title(window, "Lost")
    left_by_a_crash(window, home)
    window.opening.rescue.offer(home.keeper.found()[0])
    press(window, CompareDialog, "Cancel")
    assert len(home.keeper.found()) == 1


def test_the_start_page_offers_what_a_crash_left(window, draft, home, qtbot):
    type_title(window, "Lost")
    left_by_a_crash(window, home)
    window.opening.start()
    qtbot.waitUntil(lambda: "Compare and recover…" in shown_buttons(window))


def test_opening_the_draft_offers_what_a_crash_left_of_it(window, draft, home):
    type_title(window, "Lost")
    left_by_a_crash(window, home)
    window.open(draft)
    assert window.findChildren(CompareDialog)[0].table.item(0, 2).text() == "Lost"


def shown_buttons(window):
    return [one.text().replace("&", "") for one in window.centralWidget().findChildren(QPushButton)]


def test_anothers_save_is_shown_beside_ours_and_both_are_kept(window, draft, tmp_path, qtbot):
    type_title(window, "Ours")
    desk = window.stage.desk
    theirs = desk.open(draft)
    theirs.apply(SetAnswer(TITLE, "Theirs"))
    desk.save(theirs, draft)
    window.saving.save()
    (dialog,) = window.findChildren(CompareDialog)
    assert [dialog.table.item(0, column).text() for column in (1, 2)] == ["Theirs", "Ours"]
    press(window, CompareDialog, "Save mine beside it")
    assert desk.open(draft).answers["report_title"] == "Theirs"
    assert desk.open(tmp_path / "paper (my version).yaml").answers["report_title"] == "Ours"


def test_ours_over_theirs_keeps_theirs_as_an_earlier_version(window, draft, home, qtbot):
    type_title(window, "Ours")
    desk = window.stage.desk
    theirs = desk.open(draft)
    theirs.apply(SetAnswer(TITLE, "Theirs"))
    desk.save(theirs, draft)
    text = draft.read_bytes()
    window.saving.save()
    press(window, CompareDialog, "Replace theirs by mine")
    assert desk.open(draft).answers["report_title"] == "Ours"
    assert desk.backups.versions(draft)[0].path.read_bytes() == text


def test_an_error_in_a_callback_is_written_down_told_and_survived(window, draft, home, tmp_path):
    type_title(window, "Secret words")
    kept = []
    hooks = CrashHooks(CrashLog(tmp_path / "crashes"), lambda: kept.append(1), window)
    hooks.install()
    try:
        try:
            raise ValueError("Secret words")
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        (box,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    finally:
        hooks.remove()
    assert kept == [1]
    assert "Your text is safe" in box.informativeText()
    said = CrashLog(tmp_path / "crashes").last_words()
    assert "ValueError" in said
    assert "Secret" not in said
    assert CrashLog(tmp_path / "crashes").last_words() == ""


def test_a_report_of_a_crash_holds_no_text_of_the_error():
    assert "answer" not in report_of(ValueError, None).replace("answers", "")


# --- A real window, ended from outside ----------------------------------------------------------

WINDOW = """
import sys
from PySide6.QtCore import QTimer
from reportdesk.core.edits import SetAnswer
from reportdesk.gui import app, main_window
class Typing(main_window.MainWindow):
    def open(self, path):
        self.stage.opened.connect(self.type)
        super().open(path)
    def type(self, workplace):
        workplace.edit(SetAnswer(("report_title",), "Typed before the end"))
        QTimer.singleShot(int(sys.argv[2]), lambda: print("ready", flush=True))
app.MainWindow = Typing
sys.exit(app.run([sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize(("how", "after"), [("SIGKILL", 3500), ("SIGTERM", 0)])
def test_a_window_that_is_ended_leaves_its_text(desk, sample, tmp_path, how, after):
    draft = tmp_path / "paper.yaml"
    desk.save(desk.open(sample("england-standard")), draft)
    before = draft.read_bytes()
    env = {**os.environ, "PYTHONPATH": str(SRC), "XDG_DATA_HOME": str(tmp_path / "data")}
    env["XDG_CONFIG_HOME"] = env["XDG_CACHE_HOME"] = str(tmp_path / "config")
    command = [sys.executable, "-c", WINDOW, draft, str(after)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env) as window:
        assert window.stdout.readline() == b"ready\n"
        with within(5, time.monotonic):
            window.send_signal(getattr(signal, how))
            window.wait(60)
    (found,) = Safekeeper(tmp_path / "data" / "reportdesk" / "recovery").found()
    assert b"Typed before the end" in found.data
    assert draft.read_bytes() == before


def test_dialogs_are_freed(window, draft, qtbot):
    type_title(window, "Typed")
    window.close()
    press(window, QMessageBox, "Cancel")
    qtbot.waitUntil(
        lambda: not window.findChildren(QDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
    )
