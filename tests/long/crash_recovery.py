"""Ends windows while they are typed in, and recovers what they left in another window.

``python tests/long/crash_recovery.py TRIALS SIGNAL`` (SIGKILL, SIGTERM, SIGHUP …) prints one line
of JSON; run it with ``src`` on the path. A few windows type at once, as on a busy machine.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from reportdesk.gui.dialogs.compare import CompareDialog
from reportdesk.gui.features import add_features
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.safekeeping import Safekeeping
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places

AT_ONCE = 8
FIELD = "background"
SAMPLE = template_folders([])[-1] / "walsall-scrutiny" / "sample.yaml"
LONGEST = 60.0  # seconds until a window that is told to end has ended
FEW = 5  # trials that need not take long
# Seconds; what is typed is to be kept within five.
TYPED, TYPED_BY_FEW = (5.0, 12.0), (5.0, 6.0)


class Trial:
    """One window that types until it is ended."""

    def __init__(self, draft: Path, typed: float) -> None:
        self.draft = draft
        self.typed = typed
        shutil.copy(SAMPLE, draft)
        self.before = draft.read_bytes()
        script = Path(__file__).with_name("typing_window.py")
        self.log = draft.with_suffix(".log")
        with self.log.open("wb") as log:
            command = [sys.executable, str(script), str(draft), FIELD]
            self.window = subprocess.Popen(command, stdout=log)
        self.ended = 0.0
        self.took = 0.0

    def words(self) -> list[tuple[int, float]]:
        """Return the words that were typed, each with its time."""
        whole = [line.split() for line in self.log.read_text("ascii").split("\n")[:-1]]
        return [(int(number), float(when)) for number, when in whole]

    def ripe(self) -> bool:
        """Return whether it has typed long enough."""
        words = self.words()
        return bool(words) and time.time() - words[0][1] >= self.typed

    def end(self, how: int) -> None:
        """End the window and wait until it is gone."""
        self.ended = time.time()
        self.window.send_signal(how)
        self.window.wait(LONGEST)
        self.took = time.time() - self.ended


class Rescuer:
    """A window that is asked to recover."""

    def __init__(self) -> None:
        home = open_home(find_places())
        self.tasks = TaskRunner()
        self.window = MainWindow(Desk(template_folders([]), home.backups), self.tasks, home)
        Safekeeping(self.window.stage, self.window.saving, home.keeper, self.tasks)
        self.window.stage.filing.patience = LONGEST
        add_features(self.window)
        self.window.show()
        self.kept = home.backups.parent / "recovery"

    def recover(self, draft: Path) -> str:
        """Return the draft's text once it is recovered and saved; empty if that was not offered."""
        self.window.open(draft)
        offered = [one for one in self.window.findChildren(CompareDialog) if one.isVisible()]
        if not offered:
            return ""
        buttons = {one.text(): one for one in offered[0].findChildren(QPushButton)}
        buttons["&Open the recovered text"].click()
        rest(20)
        self.window.saving.save()
        return draft.read_text("utf-8")

    def close(self) -> None:
        """Put all away."""
        self.window.opening.start()
        rest(50)
        self.window.stage.filing.close()
        self.tasks.close()


def rest(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run(trials: int, how: int, folder: Path) -> dict[str, object]:
    """Return what was found."""
    dice, typed = random.Random(20260317), TYPED_BY_FEW if trials < FEW else TYPED
    found: dict[str, object] = {"trials": trials, "signal": signal.Signals(how).name}
    counts = dict.fromkeys(("words", "offered", "draft_touched", "kept_after_save"), 0)
    lost, took = [], []
    rescuer = Rescuer()
    for begin in range(0, trials, AT_ONCE):
        some = [
            Trial(folder / f"draft {number}.yaml", dice.uniform(*typed))
            for number in range(begin, min(begin + AT_ONCE, trials))
        ]
        waiting = list(some)
        while waiting:
            for trial in [one for one in waiting if one.ripe()]:
                trial.end(how)
                waiting.remove(trial)
            time.sleep(0.02)
        for trial in some:
            counts["draft_touched"] += trial.draft.read_bytes() != trial.before
            text = rescuer.recover(trial.draft)
            counts["offered"] += bool(text)
            counts["words"] += len(trial.words())
            lost.append(seconds_lost(trial, text))
            took.append(trial.took)
        counts["kept_after_save"] += len(list(rescuer.kept.glob("*.yaml")))
    rescuer.close()
    most = {"most_seconds_lost": round(max(lost), 2), "slowest_end": round(max(took), 2)}
    return {**found, **counts, **most}


def seconds_lost(trial: Trial, text: str) -> float:
    """Return how long before the end the first word was typed that is missing."""
    there = {int(number) for number in re.findall(r"\bw(\d+)\b", text)}
    missing = [when for number, when in trial.words() if number not in there]
    return max(0.0, trial.ended - missing[0]) if missing else 0.0


def main(trials: int, how: str) -> None:
    """Print what was found."""
    with tempfile.TemporaryDirectory(prefix="reportdesk-trials-") as scratch:
        folder = Path(scratch)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(folder / name)
        app = QApplication([])
        print(json.dumps(run(trials, getattr(signal, how), folder)), flush=True)
        del app
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
