"""Make the pictures of the guide: every screen, light and dark, at 100 and 200 per cent."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # the platform is chosen first
from PySide6.QtWidgets import QApplication, QWidget

from reportdesk.core.edits import SetAnswer
from reportdesk.core.settings import Theme
from reportdesk.gui.features import add_features
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.tasks import TaskRunner
from reportdesk.gui.theme import apply_theme
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places

TARGET = Path(__file__).resolve().parent / "images"
LOOKS = ((Theme.LIGHT, 100), (Theme.DARK, 100), (Theme.LIGHT, 200), (Theme.DARK, 200))
SETTLED = 1500  # milliseconds until lists and the preview have come


class Photographer:
    """Opens the window with a made-up council's drafts and takes its picture."""

    def __init__(self, look: tuple[Theme, int], scratch: Path) -> None:
        self.theme, self.size = look
        apply_theme(QApplication.instance(), self.theme, self.size)
        mine = replace(find_places(), data=scratch / "data", settings=scratch / "settings")
        home = open_home(mine)
        self.tasks = TaskRunner()
        desk = Desk(template_folders([]), home.backups)
        self.drafts = []
        for name in ("england-standard", "middlesbrough-executive", "walsall-scrutiny"):
            path = scratch / f"{name}.yaml"
            desk.save(desk.open(template_folders([])[-1] / name / "sample.yaml"), path)
            home.recents.add(path)
            self.drafts.append(path)
        self.window = MainWindow(desk, self.tasks, home)
        add_features(self.window)
        self.window.resize(1280, 800)
        self.window.show()

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Wait until all has come, then save the picture."""
        wait(SETTLED)
        path = TARGET / (name if self.usual else f"{name}-{self.theme.value}-{self.size}")
        (widget or self.window).grab().save(f"{path}.png")

    @property
    def usual(self) -> bool:
        """Whether this is how most officers see it."""
        return (self.theme, self.size) == LOOKS[0]

    def walk(self) -> None:
        """Take every screen; all but the first two only as most officers see them."""
        self.take("start")
        self.window.open(self.drafts[-1])
        self.take("window")
        if not self.usual:
            return
        for name, ask in self.dialogs().items():
            ask()
            wait(SETTLED)
            shown = QApplication.activeModalWidget()
            if shown is not None:
                self.take(name, shown)
                shown.close()

    def dialogs(self) -> dict[str, Callable[[], object]]:
        """Return how each dialog is opened."""
        window = self.window
        return {
            "export": window.exporting.choose,
            "settings": window.preferences.choose,
            "template": window.restyling.choose,
            "recover": lambda: recover(window),
            "about": window.helping.about,
        }

    def close(self) -> None:
        """Let the window go."""
        self.window.stage.clear()
        self.window.hide()
        self.tasks.close()


def recover(window: MainWindow) -> None:
    """Show what a crash would leave."""
    window.stage.workplace.edit(SetAnswer(("report_title",), "A title that was never saved"))
    window.home.keeper.keeping(window.stage.session)()
    left = type(window.home.keeper)(window.home.backups.parent / "recovery").found()
    window.opening.rescue.offer(left[0])


def wait(milliseconds: int) -> None:
    """Let the window and its worker go on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Make all pictures of one look, each in a process of its own, then make them small."""
    TARGET.mkdir(exist_ok=True)
    if len(sys.argv) == 1:
        for number in range(len(LOOKS)):
            subprocess.run([sys.executable, __file__, str(number)], check=True)
        if shutil.which("pngquant"):
            for picture in TARGET.glob("*.png"):
                small = ["pngquant", "--force", "--ext", ".png", "48", str(picture)]
                subprocess.run(small, check=True)
        return
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        photographer = Photographer(LOOKS[int(sys.argv[1])], Path(scratch))
        photographer.walk()
        photographer.close()
    del app


if __name__ == "__main__":
    main()
