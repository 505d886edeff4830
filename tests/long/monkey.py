"""Presses, clicks, drags, pastes, undoes, saves at random in a real window, and watches it.

``python tests/long/monkey.py SEED EVENTS`` prints one line of JSON; run it with ``src`` on the
path. The same seed does the same as far as timers let it.
"""

from __future__ import annotations

import ctypes
import faulthandler
import gc
import json
import os
import random
import sys
import tempfile
import threading
import time
import traceback
from collections import deque
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PATH"] = ""  # no program to make PDFs, nor to open files with

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    Qt,
    QTimer,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from reportdesk.core.settings import Theme
from reportdesk.gui.features import add_features
from reportdesk.gui.housekeeping import Housekeeping
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.safekeeping import Safekeeping
from reportdesk.gui.tasks import TaskRunner
from reportdesk.gui.theme import apply_theme
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import Home, open_home
from reportdesk.services.recovery import Safekeeper
from reportdesk.storage.draft_writing import draft_text
from reportdesk.storage.places import find_places

CLIPBOARDS = Path(__file__).parents[1] / "word" / "pasted" / "clipboards"
# What Qt says of the platform without a screen, and of places that are outside by then.
IGNORED = ("This plugin does not support", "Mouse event at")
SLOW = 1.0  # seconds
REST = 0.5  # seconds until what was put away is freed
PATIENCE = 0.3  # seconds for a question in the midst of a deed
HANGS = 120  # seconds, on a busy machine too
A_DRAFT = 500  # events, then another one
LOOK = 50  # events between two looks at the draft as a whole
WORDS = "ab e1 .,-'\"\u00a0\u2013é/ "
MODIFIERS = {
    Qt.KeyboardModifier.NoModifier: 12,
    Qt.KeyboardModifier.ShiftModifier: 4,
    Qt.KeyboardModifier.ControlModifier: 3,
    Qt.KeyboardModifier.AltModifier: 1,
}
KEYS = [
    *(Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left),
    *(Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_F6, Qt.Key.Key_Menu),
]
SHORTCUTS = "AACCXVVVZZZYYBIUFHGKEMLNOPS"
PLAIN = ("", "word", "two\nlines", "17 March 2026", "12,500", "x" * 3000, "\u2028a\x00b\ud800")


class Watch:
    """Notices what must not happen, with what was done last.

    Attributes:
        faults: what was seen, each once, with the deeds before it.
    """

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.deeds: deque[str] = deque(maxlen=6)
        self._seen: set[str] = set()
        sys.excepthook = lambda *error: self.note("".join(traceback.format_exception(*error)))
        threading.excepthook = lambda args: self.note(f"{args.exc_type}: {args.exc_value}")
        sys.unraisablehook = lambda args: self.note(f"unraisable {args.exc_value!r}")
        qInstallMessageHandler(self._said)

    def note(self, what: str) -> None:
        """Keep the fault, unless it was seen before."""
        if what not in self._seen:
            self._seen.add(what)
            self.faults.append(f"{what.strip()} | after {' > '.join(self.deeds)}")

    def _said(self, _kind: object, _place: object, text: str) -> None:
        if not text.startswith(IGNORED):
            self.note(f"Qt says: {text}")


class Monkey(QObject):
    """Acts once a turn of the event loop."""

    def __init__(self, window: MainWindow, watch: Watch, seed: int, folder: Path) -> None:
        super().__init__(window)
        self._window, self._watch, self._folder = window, watch, folder
        self._dice = random.Random(seed)
        self._drafts = 0
        self._deeds = (
            [self._type] * 24
            + [self._press] * 10
            + [self._click] * 16
            + [self._shortcut] * 6
            + [self._paste] * 3
            + [self._select] * 3
            + [self._drag] * 3
            + [self._scroll] * 2
            + [self._section] * 3
            + [self._undo] * 10
            + [self._save] * 1
            + [self._context] * 1
            + [self._menu] * 1
            + [self._restyle] * 1
            + [self._resize] * 1
        )

    def act(self) -> str:
        """Do something and say what."""
        if not self._window.isVisible():
            self._window._may_close = False
            self._window.show()
        if self._window.stage.session is None and self._dice.random() < 0.3:
            self.open_draft()
        deed = self._dice.choice(self._deeds)
        if QApplication.focusWidget() is None and self._dice.random() < 0.5:
            deed = self._section
        if isinstance(QApplication.activeModalWidget(), QDialog) and self._dice.random() < 0.15:
            deed = self._dismiss
        self._watch.deeds.append(deed.__name__)
        deed()
        return deed.__name__

    def open_draft(self) -> None:
        """Put a copy of some template's sample on stage, whatever was there."""
        name = self._dice.choice(self._window.stage.desk.shelf.ids())
        self._drafts += 1
        path = self._folder / f"draft {self._drafts}.yaml"
        path.write_bytes((template_folders([])[-1] / name / "sample.yaml").read_bytes())
        self._window.open(path)

    # --- What is done -------------------------------------------------------------------------

    def _target(self) -> QWidget:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        target = popup or modal or QApplication.activeWindow()
        return target if target is not None and isValid(target) else self._window

    def _focus(self) -> QWidget:
        if QApplication.activePopupWidget():
            return self._target()
        focus = QApplication.focusWidget()
        usable = focus is not None and isValid(focus) and focus.isVisible()
        return focus if usable else self._target()

    def _note(self, widget: QWidget, more: object = "") -> None:
        if not isValid(widget):
            return
        said = widget.accessibleName() or widget.objectName()
        self._watch.deeds[-1] += f"({type(widget).__name__} {said[:40]} {more})"

    def _type(self) -> None:
        focus, letter = self._focus(), self._dice.choice(WORDS)
        self._note(focus, repr(letter))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            held = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(focus, QKeyEvent(kind, 0, held, letter))

    def _press(self) -> None:
        key = self._dice.choice(KEYS)
        (held,) = self._dice.choices(list(MODIFIERS), list(MODIFIERS.values()))
        self._note(self._focus(), f"{held.name}+{key.name}")
        QTest.keyClick(self._focus(), key, held)

    def _shortcut(self) -> None:
        key = Qt.Key[f"Key_{self._dice.choice(SHORTCUTS)}"]
        held = Qt.KeyboardModifier.ControlModifier
        if self._dice.random() < 0.2:
            held |= Qt.KeyboardModifier.ShiftModifier
        self._note(self._focus(), f"{held.name}+{key.name}")
        QTest.keyClick(self._focus(), key, held)

    def _some_child(self) -> QWidget:
        """Some widget in sight. No ``findChildren``: PySide would keep all that it found."""
        target = self._target()
        child = target.childAt(
            self._dice.randrange(max(target.width(), 1)),
            self._dice.randrange(max(target.height(), 1)),
        )
        return child if child is not None and isValid(child) else target

    def _point(self, widget: QWidget) -> QPoint:
        seen = widget.visibleRegion().boundingRect() or widget.rect()
        across = self._dice.randint(seen.left(), max(seen.right(), seen.left()))
        return QPoint(across, self._dice.randint(seen.top(), max(seen.bottom(), seen.top())))

    def _click(self) -> None:
        widget = self._some_child()
        self._note(widget)
        if not isValid(widget):  # a popup that closed meanwhile
            return
        twice = self._dice.random() < 0.1
        act = QTest.mouseDClick if twice else QTest.mouseClick
        act(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._point(widget))

    def _context(self) -> None:
        widget = self._focus()
        self._note(widget)
        if isinstance(widget, QTextEdit | QLineEdit | QAbstractItemView):
            QTest.keyClick(widget, Qt.Key.Key_Menu)

    def _drag(self) -> None:
        widget = self._some_child()
        self._note(widget)
        if not isValid(widget):
            return
        start, end = (
            widget.mapTo(widget.window(), self._point(widget)) for _each in ("start", "end")
        )
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        handle = widget.window().windowHandle()
        if handle is None:
            return
        # A drag and drop has a loop of its own, which only a timer can end.
        QTimer.singleShot(5, handle, lambda: QTest.mouseRelease(handle, left, none, end))
        QTest.mousePress(handle, left, none, start)
        for place in ((start + end) / 2, end):
            if isValid(handle):  # a click can close the window it went to
                QTest.mouseMove(handle, place)

    def _scroll(self) -> None:
        widget = self._some_child()
        self._note(widget)
        if not isValid(widget):
            return
        steps = self._dice.choice([-5, -1, 1, 5])
        at = self._point(widget)
        handle = widget.window().windowHandle()
        if handle is not None:
            QTest.wheelEvent(handle, widget.mapTo(widget.window(), at), QPoint(0, steps * 120))

    def _paste(self) -> None:
        data = QMimeData()
        if self._dice.random() < 0.6:
            path = self._dice.choice(sorted(CLIPBOARDS.glob("*.html")))
            data.setHtml(path.read_text("utf-8"))
            data.setText(path.with_suffix(".txt").read_text("utf-8"))
        else:
            data.setText(self._dice.choice(PLAIN).encode("utf-8", "replace").decode())
        QGuiApplication.clipboard().setMimeData(data)
        self._note(self._focus())
        QTest.keyClick(self._focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _select(self) -> None:
        widget = self._focus()
        self._note(widget)
        if isinstance(widget, QTextEdit | QLineEdit):
            QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            for _each in range(self._dice.randint(0, 4)):
                QTest.keyClick(widget, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    def _undo(self) -> None:
        if QApplication.activeModalWidget() is None:
            undo = self._window.stage.undo
            (undo.undo if self._dice.random() < 0.6 else undo.redo)()

    def _save(self) -> None:
        session = self._window.stage.session
        if session is not None and QApplication.activeModalWidget() is None:
            if session.path is None:
                self._drafts += 1
                self._window.saving._save_to(
                    session, self._folder / f"draft {self._drafts}.yaml", None
                )
            else:
                self._window.saving.save()

    def _section(self) -> None:
        workplace = self._window.stage.workplace
        if workplace is not None and QApplication.activeModalWidget() is None:
            at = self._dice.randrange(len(workplace.session.template.sections))
            workplace.sections.go_to(at)
            page = workplace.page(at)
            editor = self._dice.choice(list(page.editors.values()))
            self._watch.deeds[-1] += f"({editor.field.id})"
            page.go_to((editor.field.id,))

    def _menu(self) -> None:
        if QApplication.activeModalWidget() is not None:
            return
        usable = [one for _menu, one in self._window.menus.all() if one.isEnabled()]
        action = self._dice.choice(usable)
        self._watch.deeds[-1] += f"({action.text()})"
        action.trigger()

    def _restyle(self) -> None:
        stage = self._window.stage
        if stage.session is not None and QApplication.activeModalWidget() is None:
            other = self._dice.choice(stage.desk.shelf.ids())
            if other != stage.session.template.id:
                self._watch.deeds[-1] += f"({other})"
                self._window.restyling.change(other)

    def _resize(self) -> None:
        self._window.resize(self._dice.randint(600, 1600), self._dice.randint(400, 1000))

    def _dismiss(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._note(dialog)
        if isinstance(dialog, QFileDialog) and self._dice.random() < 0.3:
            self._drafts += 1
            dialog.selectFile(str(self._folder / f"draft {self._drafts}"))
            dialog.accept()
        else:
            dialog.close()


class Run(QObject):
    """Lets the monkey act, times it, and looks at the draft now and then."""

    def __init__(self, monkey: Monkey, watch: Watch, window: MainWindow, events: int) -> None:
        super().__init__(window)
        self._monkey, self._watch, self._window = monkey, watch, window
        self._events, self.done = events, 0
        self.worst, self.worst_deed = 0.0, ""
        self.sizes: list[float] = []
        self.heaps: list[float] = []
        self._began = self._began_cpu = 0.0
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._step)
        self._inside = False
        self._rests_until = 0.0
        self._unblock = QTimer(self, interval=100)
        self._unblock.timeout.connect(self._end_question)

    def start(self) -> None:
        self._monkey.open_draft()
        self._turn.start()
        self._unblock.start()

    @Slot()
    def _end_question(self) -> None:
        """A question of Qt's own, such as a file dialog's, has a loop of its own: end it."""
        question = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if self._inside and question and time.monotonic() - self._began > PATIENCE:
            question.close()

    @Slot()
    def _step(self) -> None:
        """One deed, timed, with a look at the draft now and then."""
        self._time()
        if self.done >= self._events:
            self._turn.stop()
            self._look()
            QApplication.exit(0)
            return
        if self.done % LOOK == 0:
            self._look()
        if self.done % A_DRAFT == 0 and not self._changed_draft():
            return
        self._inside = True
        self.done += 1
        faulthandler.dump_traceback_later(HANGS, exit=True)
        self._began, self._began_cpu = time.monotonic(), time.thread_time()
        try:
            self._monkey.act()
        except BaseException:
            self._watch.note(traceback.format_exc())
        self._inside = False

    def _time(self) -> None:
        """Processor time of the window's thread: a busy machine is no fault of ours."""
        if not self._began:
            return
        took = time.thread_time() - self._began_cpu
        if took > self.worst:
            self.worst, self.worst_deed = took, self._watch.deeds[-1]
        if took > SLOW:
            self._watch.note(f"{took:.1f} s for {self._watch.deeds[-1]}")

    def _changed_draft(self) -> bool:
        """Put the draft away, weigh the program once Qt has freed it, and open another."""
        now, self._began = time.monotonic(), 0.0
        if not self._rests_until:
            self._rests_until = now + REST
            for widget in QApplication.topLevelWidgets():
                if widget is not self._window and widget.isVisible():
                    widget.close()
            self._window.opening.start()
        if now < self._rests_until:
            return False
        self._rests_until = 0.0
        self.sizes.append(resident())
        self.heaps.append(heap_in_use())
        self._monkey.open_draft()
        return True

    def _look(self) -> None:
        """The draft must load again as it is, and the window must show just that."""
        workplace = self._window.stage.workplace
        self._began = 0.0
        if workplace is None:
            return
        session, desk = workplace.session, self._window.stage.desk
        text = draft_text(session.template, session.answers, session.draft.kept)
        again = desk.open_text(text.encode("utf-8"), "draft")
        if again.answers != session.answers:
            self._watch.note(f"reads back otherwise: {_differing(again.answers, session.answers)}")
        for page in workplace._made.values():
            for id, editor in page.editors.items():
                if editor.value() != session.answers.get(id):
                    self._watch.note(
                        f"{id} shows {editor.value()!r:.300}, the draft has "
                        f"{session.answers.get(id)!r:.300}"
                    )


def _differing(one: dict, other: dict) -> str:
    ids = [id for id in {**one, **other} if one.get(id) != other.get(id)]
    return "; ".join(f"{id}: {one.get(id)!r:.200} / {other.get(id)!r:.200}" for id in ids)


def resident() -> float:
    """Return the memory held, in MB, after what can be given back was."""
    gc.collect()
    if hasattr(ctypes.CDLL(None), "malloc_trim"):
        ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Heap(ctypes.Structure):
    """What glibc's ``mallinfo2`` tells, of which two numbers are in use."""

    _fields_ = (
        ("some", ctypes.c_size_t * 4),
        ("mapped", ctypes.c_size_t),
        ("more", ctypes.c_size_t * 2),
        ("in_use", ctypes.c_size_t),
        ("rest", ctypes.c_size_t * 2),
    )


def heap_in_use() -> float:
    """Return the MB that Qt and others use of what is held; what grows here is lost."""
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "mallinfo2"):
        return 0.0
    libc.mallinfo2.restype = Heap
    told = libc.mallinfo2()
    return (told.mapped + told.in_use) / 1e6


def growth(sizes: list[float]) -> float:
    """Return the growth in MB over 10,000 events, by the slope of the second half."""
    half = sizes[len(sizes) // 2 :]
    if len(half) < 3:
        return 0.0
    middle = (len(half) - 1) / 2
    mean = sum(half) / len(half)
    over = sum((at - middle) * (size - mean) for at, size in enumerate(half))
    slope = over / sum((at - middle) ** 2 for at in range(len(half)))
    return slope * 10_000 / A_DRAFT


def main(seed: int, events: int) -> None:
    """Print what was seen."""
    faulthandler.enable()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps({"seed": seed, **run(seed, events, Path(scratch))}), flush=True)
        print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)
    os._exit(0)


def run(seed: int, events: int, scratch: Path) -> dict[str, object]:
    """Return what was seen over that many events."""
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        os.environ[name] = str(scratch / name)
    os.chdir(scratch)
    watch = Watch()
    app = QApplication(["monkey"])
    app.setQuitOnLastWindowClosed(False)
    apply_theme(app, Theme.LIGHT, 100)
    home = open_home(find_places())
    tasks, keeping = TaskRunner(), TaskRunner()
    window = MainWindow(Desk(template_folders([]), home.backups), tasks, home)
    Housekeeping(window.stage)
    Safekeeping(window.stage, window.saving, home.keeper, keeping)
    add_features(window)
    nowhere = Nowhere()
    for scheme in ("file", "http", "https", "mailto"):
        QDesktopServices.setUrlHandler(scheme, nowhere, "open")
    window.show()
    drafts = scratch / "drafts"
    drafts.mkdir()
    monkey = Monkey(window, watch, seed, drafts)
    doing = Run(monkey, watch, window, events)
    QTimer.singleShot(0, doing.start)
    app.exec()
    found = told(doing, watch, home)
    window.stage.clear()
    keeping.close()
    tasks.close()
    return found


def told(doing: Run, watch: Watch, home: Home) -> dict[str, object]:
    """Return the figures."""
    session = doing._window.stage.session
    kept = Safekeeper(home.backups.parent / "recovery").found()
    if session is None and kept:
        watch.note("text is kept though no draft is open")
    return {
        "events": doing.done,
        "faults": watch.faults,
        "slowest": round(doing.worst, 2),
        "slowest_deed": doing.worst_deed,
        "growth": round(growth(doing.sizes), 1),
        "sizes": [round(size) for size in doing.sizes],
        "heap": [round(size) for size in doing.heaps],
    }


class Nowhere(QObject):
    """Where addresses go that the window wants opened."""

    @Slot("QUrl")
    def open(self, _address: object) -> None:
        """Do nothing."""


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
