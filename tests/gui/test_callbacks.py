"""An error in whatever kind of callback is written down and told, and the program goes on."""

import threading

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMetaObject,
    QObject,
    QRunnable,
    Qt,
    QThread,
    QThreadPool,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QApplication, QListView, QMessageBox, QPushButton, QWidget

from reportdesk.gui.crash import CrashHooks
from reportdesk.gui.tasks import Task, TaskRunner
from reportdesk.services.crashes import CrashLog


class Planted(RuntimeError):
    """Stands for whatever nobody thought of."""


def fail(*_anything):
    raise Planted("Secret words")


class Painted(QWidget):
    def paintEvent(self, event):
        fail()


class Pressed(QWidget):
    def event(self, event):
        if event.type() == QEvent.Type.User:
            fail()
        return super().event(event)


class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User:
            fail()
        return False


class Model(QAbstractListModel):
    def rowCount(self, parent=None):
        return 1

    def data(self, index, role=0):
        fail()


class Queued(QObject):
    asked = Signal()

    @Slot()
    def slot(self):
        fail()


class Worker(QThread):
    def run(self):
        fail()


class Work(QRunnable):
    def run(self):
        fail()


class Dying:
    def __del__(self):
        fail()


def direct_slot(window, qtbot):
    button = QPushButton(window)
    button.clicked.connect(fail)
    button.click()


def queued_slot(window, qtbot):
    queued = Queued(window)
    QMetaObject.invokeMethod(queued, "slot", Qt.ConnectionType.QueuedConnection)


def timer(window, qtbot):
    QTimer.singleShot(0, window, fail)


def paint(window, qtbot):
    painted = Painted(window)
    painted.resize(10, 10)
    painted.show()
    qtbot.waitUntil(lambda: bool(shown(window)))
    painted.hide()


def own_event(window, qtbot):
    QApplication.postEvent(Pressed(window), QEvent(QEvent.Type.User))


def event_filter(window, qtbot):
    watched, kept = QWidget(window), Filter(window)
    watched.installEventFilter(kept)
    QApplication.postEvent(watched, QEvent(QEvent.Type.User))


def model(window, qtbot):
    view = QListView(window)
    view.setModel(Model(view))
    QTimer.singleShot(0, window, view.show)
    qtbot.waitUntil(lambda: bool(shown(window)))
    view.hide()


def qt_thread(window, qtbot):
    worker = Worker(window)
    worker.start()
    assert worker.wait(20_000)


def runnable(window, qtbot):
    QThreadPool.globalInstance().start(Work())


def python_thread(window, qtbot):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def finalizer(window, qtbot):
    Dying()


def task(window, qtbot):
    runner = TaskRunner(window)
    runner.run(Task(fail, fail, fail))
    qtbot.waitUntil(lambda: bool(shown(window)))
    runner.close()


KINDS = [
    direct_slot,
    queued_slot,
    timer,
    paint,
    own_event,
    event_filter,
    model,
    qt_thread,
    runnable,
    python_thread,
    finalizer,
    task,
]


def shown(window):
    return [one for one in window.findChildren(QMessageBox) if one.isVisible()]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_is_written_down_and_told_and_the_text_is_kept(window, qtbot, tmp_path, kind):
    kept, log = [], CrashLog(tmp_path / "crashes")
    hooks = CrashHooks(log, lambda: kept.append(1), window)
    hooks.install()
    try:
        kind(window, qtbot)
        qtbot.waitUntil(lambda: bool(shown(window)))
    finally:
        hooks.remove()
    shown(window)[0].close()
    said = CrashLog(tmp_path / "crashes").last_words()
    assert kept
    assert "Planted" in said
    assert "Secret" not in said
