"""Opens, edits, saves, exports and closes a draft again and again, and weighs the program.

``python tests/long/long_session.py TIMES`` prints one line of JSON; run it with ``src`` on the
path.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from monkey import resident  # sets the platform first; stands beside this file
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reportdesk.core.edits import SetAnswer
from reportdesk.core.settings import Theme
from reportdesk.gui.features import add_features
from reportdesk.gui.housekeeping import Housekeeping
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.safekeeping import Safekeeping
from reportdesk.gui.tasks import TaskRunner
from reportdesk.gui.theme import apply_theme
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places

EVERY = 50


def rest(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def once(window: MainWindow, draft: Path, number: int) -> None:
    """Do what an officer does with one draft."""
    window.open(draft)
    stage = window.stage
    for section in range(len(stage.session.template.sections)):
        stage.workplace.sections.go_to(section)
    stage.workplace.edit(SetAnswer(("report_title",), f"Report {number}"))
    rest(30)
    window.saving.save()
    report = draft.with_suffix(".docx")
    stage.desk.save_report(stage.desk.report(stage.session).data, report)
    window.opening.start()
    rest(30)


def main(times: int) -> None:
    """Print what was found."""
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = str(Path(scratch) / name)
        app = QApplication([])
        apply_theme(app, Theme.LIGHT, 100)
        home = open_home(find_places())
        tasks, keeping = TaskRunner(), TaskRunner()
        window = MainWindow(Desk(template_folders([]), home.backups), tasks, home)
        window.stage.filing.patience = 60.0
        Housekeeping(window.stage)
        Safekeeping(window.stage, window.saving, home.keeper, keeping)
        add_features(window)
        window.show()
        draft = Path(scratch) / "draft.yaml"
        sample = template_folders([])[-1] / "walsall-scrutiny" / "sample.yaml"
        draft.write_bytes(sample.read_bytes())
        sizes = []
        for number in range(times):
            once(window, draft, number)
            if (number + 1) % EVERY == 0:
                sizes.append(round(resident(), 1))
        grown = sizes[-1] - sizes[min(1, len(sizes) - 1)] if sizes else 0.0
        found = {"times": times, "growth_after_100": round(grown, 1), "megabytes": sizes}
        print(json.dumps(found), flush=True)
        window.stage.filing.close()
        keeping.close()
        tasks.close()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
