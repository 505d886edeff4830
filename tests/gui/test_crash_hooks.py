"""Errors that nobody caught are written down from every kind of place, and looks are left alone."""

import gc
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from reportdesk.core.fields import Answers
from reportdesk.gui.crash import CrashHooks
from reportdesk.gui.main_window import MainWindow
from reportdesk.services.crashes import CrashLog, ended_badly, report_of
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places

SECRET = "Secret words"
DYING = """
import faulthandler, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from reportdesk.gui.crash import CrashHooks
from reportdesk.services.crashes import CrashLog
app = QApplication([])
CrashHooks(CrashLog(Path(sys.argv[1])), lambda: None, QWidget()).install()
faulthandler._sigsegv()
"""
SRC = Path(__file__).parents[2] / "src"


def in_a_thread():
    thread = threading.Thread(target=raising)
    thread.start()
    thread.join()


def while_freed():
    class Freed:
        def __del__(self):
            raising()

    one = Freed()
    del one
    gc.collect()


def raising():
    raise ValueError(SECRET)


@pytest.mark.parametrize("fail", [in_a_thread, while_freed])
def test_it_is_written_down_and_the_text_is_kept(window, tmp_path, qtbot, fail):
    kept = []
    hooks = CrashHooks(CrashLog(tmp_path / "crashes"), lambda: kept.append(1), window)
    hooks.install()
    try:
        fail()
        qtbot.waitUntil(lambda: kept == [1])
    finally:
        hooks.remove()
    assert [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    said = CrashLog(tmp_path / "crashes").last_words()
    assert "ValueError" in said
    assert SECRET not in said


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_crash_of_qt_itself_leaves_its_place(tmp_path):
    command = [sys.executable, "-c", DYING, str(tmp_path / "crashes")]
    ended = subprocess.run(command, env={"PYTHONPATH": str(SRC), "QT_QPA_PLATFORM": "offscreen"})
    assert ended.returncode != 0
    said = CrashLog(tmp_path / "crashes").last_words()
    assert "Segmentation fault" in said
    assert ended_badly(said)


def test_an_error_that_was_lived_through_is_no_bad_end():
    assert not ended_badly(report_of(ValueError, None))


@pytest.mark.parametrize("reached", [True, False])
def test_looks_that_a_start_failed_on_are_not_tried_again(desk, tasks, tmp_path, qtbot, reached):
    mine = replace(find_places(), data=tmp_path / "data", settings=tmp_path / "settings")
    looks: Answers = {"width": 700, "height": 500}
    open_home(mine).settings.remember(looks)
    before = open_home(mine).starting
    before.set()
    if reached:
        before.clear()
    home = open_home(mine)
    home.starting.set()
    window = MainWindow(desk, tasks, home)
    qtbot.addWidget(window)
    assert ((window.width(), window.height()) == (700, 500)) is reached
