"""Garbage is collected on the window's thread, when nobody types."""

import ctypes
import gc
import sys
import weakref

import pytest
from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QSpinBox, QVBoxLayout, QWidget

from reportdesk.gui.housekeeping import Housekeeping

MANY = 200


class Knot:
    """Refers to itself, so that only a collection frees it."""

    def __init__(self):
        self.me = self


@pytest.fixture
def keeping(window):
    made = Housekeeping(window.stage)
    yield made
    made.close()


def test_python_collects_nothing_by_itself_meanwhile(keeping):
    assert not gc.isenabled()
    keeping.close()
    assert gc.isenabled()


def test_garbage_goes_when_the_draft_stands_still(keeping, window, qtbot):
    window.new("walsall-scrutiny")
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    knot = weakref.ref(Knot())
    window.stage.workplace.edited.emit(None)
    qtbot.waitUntil(lambda: knot() is None)


def test_a_draft_that_is_put_away_is_looked_through_again(keeping, window, qtbot):
    window.new("walsall-scrutiny")
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    window.stage.clear()
    assert gc.get_freeze_count() == 0


def old_garbage():
    """Return a reference to what only a look through everything frees."""
    knot = Knot()
    gc.collect()
    return weakref.ref(knot)


@pytest.mark.parametrize("follow", ["rebuild", "show_another"])
def test_what_a_draft_leaves_is_not_set_aside_with_what_follows(keeping, window, qtbot, follow):
    window.new("walsall-scrutiny")
    left = old_garbage()
    if follow == "rebuild":
        window.stage.rebuild()
    else:
        window.new("walsall-scrutiny")
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    assert left() is None


def test_pictures_of_a_draft_that_is_put_away_go_with_it(keeping, window):
    window.new("walsall-scrutiny")
    QPixmapCache.insert("arrow of one palette", QPixmap(8, 8))
    window.stage.clear()
    assert not QPixmapCache.find("arrow of one palette", QPixmap())


class Heap(ctypes.Structure):
    """What glibc's ``mallinfo2`` tells: ten numbers, the eighth the bytes in use."""

    _fields_ = (
        ("other", ctypes.c_size_t * 7),
        ("in_use", ctypes.c_size_t),
        ("rest", ctypes.c_size_t * 2),
    )


def heap_in_use():
    """Return the bytes that Qt holds, with Python's larger objects."""
    told = ctypes.CDLL(None).mallinfo2
    told.restype = Heap
    gc.collect()
    return told().in_use


@pytest.fixture
def styled():
    app = QApplication.instance()
    before = app.styleSheet()
    app.setStyleSheet("QLineEdit { border: 1px solid grey; }")
    yield app
    app.setStyleSheet(before)


def show_many_fields(qtbot):
    """Fields that come and go, as those of drafts do."""
    page = QWidget()
    below = QVBoxLayout(page)
    for _each in range(MANY):
        below.addWidget(QSpinBox())
    page.grab()  # paints it
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()


@pytest.mark.skipif(sys.platform != "linux", reason="the heap is looked into by glibc")
def test_what_qt_remembers_of_widgets_that_are_gone_goes_too(keeping, window, qtbot, styled):
    def put_away_many_fields():
        show_many_fields(qtbot)
        with qtbot.waitSignal(styled.style().destroyed):
            window.stage.left.emit()

    put_away_many_fields()
    before = heap_in_use()
    put_away_many_fields()
    assert heap_in_use() - before < 256 * MANY


def test_a_draft_that_is_shown_is_not_styled_again(keeping, window, qtbot, styled):
    style = styled.style()
    window.new("walsall-scrutiny")
    window.new("walsall-scrutiny")
    qtbot.waitUntil(lambda: not keeping._gone.isActive())
    assert styled.style() is style
