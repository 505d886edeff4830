"""Make the pictures of the guide: every screen, light and dark, at 100 and 200 per cent.

``python docs/make_screenshots.py [FOLDER]`` makes them all, into docs/images or another folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QTimer  # the platform is chosen first
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QTabWidget, QWidget

from reportdesk.core.edits import SetAnswer
from reportdesk.core.richtext import plain
from reportdesk.core.settings import Theme
from reportdesk.gui.features import add_features
from reportdesk.gui.letters.feature import Letters
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.preview.pane import PreviewPane
from reportdesk.gui.tasks import TaskRunner
from reportdesk.gui.theme import apply_theme
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.services.recovery import Safekeeper
from reportdesk.storage.places import find_places

HERE = Path(__file__).resolve().parent
LOOKS = ((Theme.LIGHT, 100), (Theme.DARK, 100), (Theme.LIGHT, 200), (Theme.DARK, 200))
SETTLED = 1500  # milliseconds until lists and the preview have come
SAMPLES = ("england-standard", "middlesbrough-executive", "wokingham-scrutiny", "walsall-scrutiny")
SETTINGS = ("screen", "new-drafts", "export", "spelling", "privacy")

Screen = tuple[str, Callable[[], QWidget | None]]


class Photographer:
    """Opens the window with a made-up council's drafts and takes its picture."""

    def __init__(self, look: tuple[Theme, int], scratch: Path, target: Path) -> None:
        self.theme, self.size = look
        self.target = target
        apply_theme(QApplication.instance(), self.theme, self.size)
        mine = replace(find_places(), data=scratch / "data", settings=scratch / "settings")
        self.home = open_home(mine)
        self.tasks = TaskRunner()
        self.desk = Desk(template_folders([]), self.home.backups)
        self.drafts = {name: self.draft(scratch, name) for name in SAMPLES}
        self.letter = scratch / "Ofsted letter.txt"
        shutil.copy(HERE / "letter.txt", self.letter)
        self.window = MainWindow(self.desk, self.tasks, self.home)
        self.window.stage.filing.patience = 60.0
        add_features(self.window)
        self.letters = self.window.findChild(Letters)
        self.window.resize(1280, 800)
        self.window.show()

    def draft(self, scratch: Path, name: str) -> Path:
        """Save the sample of a template as a draft that was open lately."""
        path = scratch / f"{name}.yaml"
        session = self.desk.open(template_folders([])[-1] / name / "sample.yaml")
        self.desk.save(session, path)
        self.home.recents.add(path)
        self.home.people.learn(session.template, session.answers)
        return path

    def walk(self) -> None:
        """Take every screen."""
        for name, show in self.screens():
            shown = show()
            wait(SETTLED)
            self.await_preview()
            self.take(name, shown or self.window)
            close_all(self.window)

    def await_preview(self) -> None:
        """Wait until the report stands beside the form, where it is to stand there."""
        panes = [one for one in self.window.findChildren(PreviewPane) if one.isVisible()]
        for _each in range(40):
            if any(pane.message.isVisible() for pane in panes):
                wait(250)

    def take(self, name: str, widget: QWidget) -> None:
        """Save the picture of a window, and of the list that hangs over it."""
        picture = widget.grab()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            lay_over(picture, popup, popup.mapToGlobal(QPoint()) - widget.mapToGlobal(QPoint()))
            popup.close()
        usual = (self.theme, self.size) == LOOKS[0]
        told = name if usual else f"{name}-{self.theme.value}-{self.size}"
        picture.save(str(self.target / f"{told}.png"))

    def screens(self) -> Iterator[Screen]:
        """Yield the name of each screen with what brings it up; none changes the next."""
        window = self.window
        yield "start", lambda: None
        yield "window", lambda: self.open("walsall-scrutiny")
        yield "rows", lambda: self.go_to("findings", 2, "text")
        yield "problems", self.problems
        yield "people", self.people
        yield "find", self.find
        yield "spelling", self.misspelt
        yield "versions", lambda: self.dialog(self.versions)
        yield "export", lambda: self.dialog(window.exporting.choose)
        yield "export-other-style", lambda: self.dialog(self.export_other_style)
        yield "template", lambda: self.dialog(window.restyling.choose)
        for at, name in enumerate(SETTINGS):
            yield f"settings-{name}", lambda at=at: self.dialog(lambda: self.settings(at))
        yield "recover", lambda: self.dialog(self.recover)
        yield "forget", lambda: self.dialog(lambda: window.forgetting.ask(self.current))
        yield "save-changes", lambda: self.dialog(self.leave)
        yield "letter-choose", lambda: self.dialog(self.letters.import_letter)
        yield "letter-import", lambda: self.dialog(self.import_letter)
        yield "letter-dock", self.letter_dock
        yield "letter-matrix", lambda: self.dialog(self.letters.show_matrix)
        yield "keys", lambda: self.dialog(window.helping.keys)
        yield "about", lambda: self.dialog(window.helping.about)
        yield "guide", lambda: self.dialog(window.helping.guide)

    @property
    def current(self) -> Path:
        """The file of the draft that is shown."""
        return self.window.stage.session.path

    def open(self, name: str) -> None:
        """Show a draft as it was saved."""
        self.window.open(self.drafts[name])

    def go_to(self, *path: str | int) -> None:
        """Show a field of the draft about the focused visit."""
        self.open("wokingham-scrutiny")
        wait(SETTLED)
        self.window.stage.workplace.go_to(path)

    def problems(self) -> None:
        """Show a draft that has only begun."""
        self.window.new("england-standard")
        edit = self.window.stage.workplace.edit
        edit(SetAnswer(("council_name",), "Marlowdale Borough Council"))
        self.window.stage.workplace.go_to(("meeting_date",))

    def people(self) -> None:
        """Show the address book at work."""
        self.window.new("walsall-scrutiny")
        wait(SETTLED)
        self.window.stage.workplace.go_to(("portfolio_holder", "name"))
        line = self.window.focusWidget()
        line.insert("a")
        line.textEdited.emit("a")

    def find(self) -> None:
        """Show find and replace with places that were found."""
        self.go_to("background")
        bar = next(iter(w for w in self.window.findChildren(QWidget) if hasattr(w, "replace_all")))
        bar.open_to_replace()
        bar.words.setText("front door")
        bar.new.setText("multi-agency front door")
        wait(SETTLED)
        bar.go_next()

    def misspelt(self) -> None:
        """Show the walk from word to word."""
        self.open("wokingham-scrutiny")
        text = plain("Inspectors recieved the council’s records and its self-evaluation.")
        self.window.stage.workplace.edit(SetAnswer(("background",), text))
        title = "Outcome of the focussed visit to the frontt door"
        self.window.stage.workplace.edit(SetAnswer(("report_title",), title))
        next(one for _menu, one in self.window.menus.all() if "Spelling" in one.text()).trigger()
        wait(3 * SETTLED)

    def versions(self) -> None:
        """Show what was saved before."""
        self.open("walsall-scrutiny")
        for title in ("A first title", "A second title", "A third title"):
            self.window.stage.workplace.edit(SetAnswer(("report_title",), title))
            self.window.saving.save()
        self.window.history.choose()

    def export_other_style(self) -> None:
        """Show what another house style would not print."""
        self.open("middlesbrough-executive")
        self.window.exporting.choose()
        dialog = QApplication.activeModalWidget()
        dialog.style_box.setCurrentIndex(dialog.style_box.findData("wokingham-statement"))

    def settings(self, page: int) -> None:
        """Show one page of the settings."""
        self.window.preferences.choose()
        QApplication.activeModalWidget().findChild(QTabWidget).setCurrentIndex(page)

    def recover(self) -> None:
        """Show what a crash would leave."""
        self.open("wokingham-scrutiny")
        edit = self.window.stage.workplace.edit
        edit(SetAnswer(("report_title",), "Outcome of Ofsted’s focused visit to the front door"))
        edit(SetAnswer(("wards_affected",), "All"))
        self.window.home.keeper.keeping(self.window.stage.session)()
        left = Safekeeper(self.window.home.backups.parent / "recovery").found()
        self.window.opening.rescue.offer(left[0])

    def leave(self) -> None:
        """Show the question before changes are left."""
        self.window.stage.workplace.edit(SetAnswer(("wards_affected",), "All wards"))
        self.window.saving.leave_then(lambda: None)

    def import_letter(self) -> None:
        """Show what a letter offers to a new draft."""
        self.window.stage.clear()
        self.window.new("wokingham-scrutiny")
        self.desk.save(self.window.stage.session, self.letter.with_name("New paper.yaml"))
        self.letters.import_letter(self.letter)
        wait(2 * SETTLED)

    def letter_dock(self) -> None:
        """Show the letter beside the form, with a quotation that differs."""
        self.go_to("background")
        self.letters.import_letter(self.letter)
        wait(2 * SETTLED)
        dialog = QApplication.activeModalWidget()
        dialog.review.accepted.emit()
        said = plain(
            "Inspectors wrote that “leaders know their services very well and do not shy away "
            "from what still needs to change”."
        )
        self.window.stage.workplace.edit(SetAnswer(("background",), said))
        wait(2 * SETTLED)
        self.window.activateWindow()
        wait(SETTLED)
        self.window.stage.workplace.go_to(("background",))
        self.window.focusWidget().select(0, 40, 40)
        wait(SETTLED)
        self.letters.quoting.show_in_letter()

    def dialog(self, ask: Callable[[], object]) -> QWidget | None:
        """Open a dialog and return it."""
        ask()
        wait(SETTLED)
        shown = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return QApplication.activeModalWidget() or next(iter(shown), None)

    def close(self) -> None:
        """Let the window go."""
        self.window.stage.clear()
        self.window.hide()
        self.tasks.close()


def close_all(window: MainWindow) -> None:
    """Close what stands over the window, and its bars."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible() and not isinstance(dialog, QMessageBox):
            dialog.reject()
        dialog.close()
    for bar in window.findChildren(QWidget):
        if hasattr(bar, "close_bar") and bar.isVisible():
            bar.close_bar()
    wait(50)


def lay_over(picture: QPixmap, popup: QWidget, at: QPoint) -> None:
    """Paint a list where it hangs over the window."""
    painter = QPainter(picture)
    painter.drawPixmap(at, popup.grab())
    painter.end()


def wait(milliseconds: int) -> None:
    """Let the window and its worker go on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def make_small(target: Path) -> None:
    """Give each picture few colours, where the tool for it is there."""
    if shutil.which("pngquant"):
        for picture in target.glob("*.png"):
            small = ["pngquant", "--force", "--ext", ".png", "48", str(picture)]
            subprocess.run(small, check=True)


def main() -> None:
    """Make all pictures of one look, each in a process of its own, then make them small."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "images"
    target.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) < 3:
        for number in range(len(LOOKS)):
            subprocess.run([sys.executable, __file__, str(target), str(number)], check=True)
        make_small(target)
        return
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        photographer = Photographer(LOOKS[int(sys.argv[2])], Path(scratch), target)
        photographer.walk()
        photographer.close()
    del app


if __name__ == "__main__":
    main()
