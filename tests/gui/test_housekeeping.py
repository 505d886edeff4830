"""Garbage is collected on the window's thread, when nobody types."""

import gc
import weakref

import pytest
from PySide6.QtGui import QPixmap, QPixmapCache

from reportdesk.gui.housekeeping import Housekeeping


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
