"""A window at work on a draft in a slow folder: ``python tests/long/slow_folder.py SECONDS``.

Each call on a file of that folder takes so many seconds, by a library put before the system's own
(Linux with a C compiler). It prints how long each act took from the officer's wish to its end, and
for how long the window stood still at most meanwhile.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reportdesk.core.edits import SetAnswer
from reportdesk.gui.features import add_features
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.safekeeping import Safekeeping
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places

BEAT = 10  # milliseconds
LONGEST = 600.0  # seconds


class Officer:
    """Does one act after another, and watches the window's pulse."""

    def __init__(self, folder: Path, mine: Path) -> None:
        home = open_home(replace(find_places(), data=mine / "data", settings=mine / "settings"))
        self.home = home
        self.tasks, self.keeping = TaskRunner(), TaskRunner()
        self.window = MainWindow(Desk(template_folders([]), home.backups), self.tasks, home)
        Safekeeping(self.window.stage, self.window.saving, home.keeper, self.keeping)
        add_features(self.window)
        self.window.show()
        self.draft = folder / "draft.yaml"
        self.still, self.last = 0.0, time.monotonic()
        self.pulse = QTimer(interval=BEAT)
        self.pulse.timeout.connect(self.beat)
        self.pulse.start()

    def beat(self) -> None:
        """Note for how long nothing happened in the window."""
        now = time.monotonic()
        self.still, self.last = max(self.still, now - self.last), now

    def do(self, act: Callable[[], object], done: Callable[[], bool]) -> dict[str, float]:
        """Return the seconds that the act took, and those that the window stood still at most."""
        self.rest(lambda: not self.window.stage.filing.busy)
        self.beat()
        self.still, began = 0.0, time.monotonic()
        act()
        self.rest(done)
        return {"took": round(time.monotonic() - began, 2), "still": round(self.still, 3)}

    def rest(self, done: Callable[[], bool]) -> None:
        """Let the window work until it is done."""
        loop, look = QEventLoop(), QTimer(interval=BEAT)
        look.timeout.connect(lambda: loop.quit() if done() else None)
        look.start()
        QTimer.singleShot(int(LONGEST * 1000), loop.quit)
        loop.exec()

    def type(self, text: str) -> None:
        """Give the report a title."""
        self.window.stage.workplace.edit(SetAnswer(("report_title",), text))

    def saved(self) -> bool:
        """Return whether nothing is unsaved."""
        return not self.window.isWindowModified()

    def close(self) -> None:
        """End all threads."""
        self.window.stage.filing.close()
        self.keeping.close()
        self.tasks.close()


def work(folder: Path, mine: Path) -> dict[str, dict[str, float]]:
    """Return what each act took."""
    app = QApplication([])
    officer = Officer(folder, mine)
    window, found = officer.window, {}
    officer.do(lambda: None, lambda: True)
    found["open"] = officer.do(
        lambda: window.open(officer.draft), lambda: window.stage.session is not None
    )
    found["type"] = officer.do(lambda: officer.type("First"), lambda: True)
    found["save"] = officer.do(window.saving.save, officer.saved)
    officer.type("Second")

    def save_and_type() -> None:
        window.saving.save()
        officer.type("Third")

    found["type while saving"] = officer.do(save_and_type, lambda: not window.stage.filing.busy)
    found["save and close"] = officer.do(
        lambda: (window.saving.save(), window.close()), lambda: not window.isVisible()
    )
    assert b"report_title: Third\n" in officer.draft.read_bytes()
    officer.close()
    app.processEvents()
    return found


def main(seconds: str) -> None:
    """Make the folder slow and let the officer work in it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, slow = Path(scratch) / "share", Path(scratch) / "slow.so"
        folder.mkdir()
        sample = template_folders([])[-1] / "walsall-scrutiny" / "sample.yaml"
        (folder / "draft.yaml").write_bytes(sample.read_bytes())
        source = Path(__file__).with_name("slow_folder.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", slow, source, "-ldl"], check=True)
        env = {**os.environ, "LD_PRELOAD": str(slow), "SLOW_FOLDER": str(folder)}
        env |= {"SLOW_SECONDS": seconds, "QT_QPA_PLATFORM": "offscreen"}
        env |= {name: str(Path(scratch) / name) for name in ("XDG_CACHE_HOME", "HOME")}
        command = [sys.executable, __file__, str(folder), str(Path(scratch) / "mine")]
        subprocess.run(command, env=env, check=True)


if __name__ == "__main__":
    if "SLOW_FOLDER" in os.environ:
        print(json.dumps(work(Path(sys.argv[1]), Path(sys.argv[2])), indent=1), flush=True)
        os._exit(0)
    main(sys.argv[1])
