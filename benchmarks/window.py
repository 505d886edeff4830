"""Measure the window: how long a key press takes to be seen, and the preview to follow.

    python benchmarks/window.py [--keys N] [--edits N]

Prints Markdown tables. Keys come as a person types them, each at its own time whether or not the
window is busy with the one before. It runs without a screen unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from reportdesk.core.edits import SetAnswer
from reportdesk.core.settings import Theme
from reportdesk.gui.features import add_features
from reportdesk.gui.housekeeping import Housekeeping
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.preview.pane import PreviewPane
from reportdesk.gui.tasks import TaskRunner
from reportdesk.gui.theme import apply_theme
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places

SIZES = (5, 50, 500)
TEMPLATE = "wokingham-scrutiny"
FINDINGS_PAGE = 3
GOALS = {5: "16 / 50 / -", 50: "16 / 50 / 50", 500: "16 / 50 / 150"}
PATIENCE = 30.0  # seconds
RHYTHM = (0.03, 0.08, 0.12, 0.18, 0.22, 0.26, 0.4)  # seconds from one key to the next
WARM = 1000  # edits before memory is looked at


@dataclass(frozen=True)
class Measured:
    """Milliseconds: of each key press until it was painted, and of each preview."""

    keys: list[float]
    previews: list[float]


class Painted(QObject):
    """Notices when a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.times += 1
        return False


def rest(milliseconds: int) -> None:
    """Let the window work; its own event loop leaves Python to other threads, qWait does not."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the window work until the condition holds; RuntimeError where it never does."""
    loop, look = QEventLoop(), QTimer(interval=2)
    end = time.perf_counter() + PATIENCE

    def check() -> None:
        if holds() or time.perf_counter() > end:
            loop.quit()

    look.timeout.connect(check)
    look.start()
    loop.exec()
    look.stop()
    if not holds():
        raise RuntimeError("the window did not get there")


def opened(window: MainWindow, count: int) -> PreviewPane:
    """Show a draft with that many findings, and wait until its preview stands."""
    copy = Path(tempfile.mkdtemp(prefix="reportdesk-")) / "draft.yaml"
    shutil.copy(template_folders([])[-1] / TEMPLATE / "sample.yaml", copy)
    window.open(copy)
    workplace = window.stage.workplace
    assert workplace is not None
    some = workplace.session.answers["findings"]
    assert isinstance(some, tuple)
    rows = tuple(
        {**some[at % len(some)], "id": f"f{at}", "theme": f"Theme {at}"} for at in range(count)
    )
    workplace.edit(SetAnswer(("findings",), rows))
    workplace.sections.go_to(FINDINGS_PAGE)
    pane = workplace.findChild(PreviewPane)
    assert isinstance(pane, PreviewPane)
    wait_until(lambda: f"Theme {count - 1}" in pane.view.paper.toPlainText())
    return pane


def measure(window: MainWindow, count: int, keys: int) -> Measured:
    """Type into the text of a finding in the middle."""
    pane = opened(window, count)
    workplace = window.stage.workplace
    assert workplace is not None
    workplace.go_to(("findings", min(count, 12) // 2, "text"))
    rest(1500)
    text = QApplication.focusWidget()
    assert isinstance(text, QTextEdit)
    rest(3500)  # the draft has settled
    took = _typed(text, keys)
    rest(1500)
    previews = [_one_preview(text, pane, f"q{number}z") for number in range(max(keys // 20, 5))]
    return Measured(took, previews)


def _typed(text: QTextEdit, keys: int) -> list[float]:
    """Milliseconds from the time at which each key was due until it was painted."""
    painted, chance, took = Painted(text.viewport()), random.Random(1), []
    due = time.perf_counter()
    for _key in range(keys):
        due += chance.choice(RHYTHM)
        rest(max(round((due - time.perf_counter()) * 1000), 0))
        before = painted.times
        QTest.keyClick(text, "e")
        wait_until(lambda before=before: painted.times > before)
        took.append((time.perf_counter() - due) * 1000)
        due = max(due, time.perf_counter() - RHYTHM[0])
    return took


def _one_preview(text: QTextEdit, pane: PreviewPane, word: str) -> float:
    """The time from the last key of a new word until it stands in the preview."""
    QTest.keyClicks(text, word[:-1])
    rest(1200)
    paper, seen = pane.view.paper, []

    def look() -> None:
        if not seen and not paper.find(word).isNull():
            seen.append(time.perf_counter())

    paper.stepped.connect(look)
    start = time.perf_counter()
    QTest.keyClick(text, word[-1])
    wait_until(lambda: bool(seen))
    paper.stepped.disconnect(look)
    return (seen[0] - start) * 1000


def growth(window: MainWindow, edits: int) -> tuple[float, float]:
    """MiB after the first edits and after all; letters are typed and taken back in turn."""
    opened(window, 50)
    workplace = window.stage.workplace
    assert workplace is not None
    workplace.go_to(("findings", 6, "text"))
    text = QApplication.focusWidget()
    for number in range(WARM + edits):
        if number == WARM:
            rest(4000)
            first = _memory()
        QTest.keyClick(text, Qt.Key.Key_Backspace if number % 2 else Qt.Key.Key_E)
        rest(20 if number % 10 else 250)
    rest(4000)
    return first, _memory()


def _memory() -> float:
    with open("/proc/self/status", encoding="ascii") as told:
        return next(int(line.split()[1]) / 1024 for line in told if line.startswith("VmRSS"))


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--keys", type=int, default=200)
    asked.add_argument("--edits", type=int, default=0, help="look at memory over so many edits")
    options = asked.parse_args()
    app = QApplication(sys.argv[:1])
    apply_theme(app, Theme.LIGHT)
    mine = Path(tempfile.mkdtemp(prefix="reportdesk-"))
    home = open_home(replace(find_places(), data=mine / "data", settings=mine / "settings"))
    tasks = TaskRunner()
    window = MainWindow(Desk(template_folders([])), tasks, home)
    window.stage.filing.patience = 60.0
    add_features(window)
    housekeeping = Housekeeping(window.stage)
    window.resize(1400, 900)
    window.show()
    if options.edits:
        first, last = growth(window, options.edits)
        print(f"{options.edits:,} edits at 50 findings: {first:.0f} MiB, then {last:.0f} MiB")
    else:
        _print_speed(window, options.keys)
    window.stage.clear()
    housekeeping.close()
    window.stage.filing.close()
    tasks.close()


def _print_speed(window: MainWindow, keys: int) -> None:
    print("| findings | key, median ms | 99th of 100 ms | preview, median ms | worst | goals |")
    print("|---|---|---|---|---|---|")
    for count in SIZES:
        found = measure(window, count, keys)
        late = statistics.quantiles(found.keys, n=100)[98]
        print(
            f"| {count} | {statistics.median(found.keys):.1f} | {late:.1f} "
            f"| {statistics.median(found.previews):.0f} | {max(found.previews):.0f} "
            f"| {GOALS[count]} |",
            flush=True,
        )
        window.stage.clear()


if __name__ == "__main__":
    main()
