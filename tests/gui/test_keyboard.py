"""Everything is reached by keys alone, forwards and backwards, and nothing holds them."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from reportdesk.core.fields import Field, Kind
from reportdesk.core.template import Section
from reportdesk.gui.forms.card import RowButtons
from reportdesk.gui.forms.page import SectionPage
from reportdesk.services.folders import template_folders

TEMPLATES = sorted(path.parent.name for path in template_folders([])[-1].glob("*/sample.yaml"))
STEPS = 3000


def reachable(page):
    """Return what of a page Tab should stop at."""
    return {
        one
        for one in page.widget().findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(page)
        and one.isEnabled()
        and not inside_text(one)
    }


def inside_text(widget):
    return isinstance(widget.parent(), QTextEdit) or widget.focusProxy() is not None


def walk(qtbot, page, key):
    """Return what the key stops at until it comes back to where it began."""
    seen = [QApplication.focusWidget()]
    for _step in range(STEPS):
        qtbot.keyClick(QApplication.focusWidget(), key)
        if QApplication.focusWidget() in seen:
            return seen
        seen.append(QApplication.focusWidget())
    raise AssertionError("Tab goes on for ever")


def leaps(page, seen):
    """Return where Tab goes up the form; a row's own buttons come after what is written there."""
    fields = [one for one in seen if not isinstance(one.parent(), RowButtons)]
    tops = {one: one.mapTo(page.widget(), one.rect().topLeft()).y() for one in fields}
    line = page.fontMetrics().lineSpacing()
    return [
        f"{one.accessibleName()} → {following.accessibleName()}"
        for one, following in pairwise(fields)
        if tops[following] < tops[one] - line
    ]


def goes_down(qtbot, page, seen):
    """Hold Tab to the order in which the form is read, once it is laid out."""

    def no_leap():
        assert leaps(page, seen) == [], page.section.title

    qtbot.waitUntil(no_leap)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("template", TEMPLATES)
def test_tab_stops_at_every_widget_of_every_form(qtbot, desk, sample, template, key):
    session = desk.open(sample(template))
    for section in session.template.sections:
        page = SectionPage(section)
        qtbot.addWidget(page)
        page.show_answers(session.answers)
        with qtbot.waitActive(page):
            page.show()
        page.go_to((section.fields[0].id,))
        assert QApplication.focusWidget() is not None
        seen = walk(qtbot, page, key)
        down = seen if key is Qt.Key.Key_Tab else [seen[0], *seen[:0:-1]]
        goes_down(qtbot, page, down)
        missed = reachable(page) - set(seen)
        assert [one.accessibleName() for one in missed] == [], section.title
        assert seen[0] in reachable(page)


ROWS = Field(
    "points",
    "Points",
    Kind.ROWS,
    row="Point",
    fields=(
        Field("text", "Text", Kind.RICH),
        Field(
            "words",
            "Words",
            Kind.ROWS,
            row="Word",
            fields=(Field("word", "Word", Kind.LINE),),
        ),
    ),
)


@pytest.mark.parametrize("count", [1, 3, 6, 7])
def test_rows_that_come_and_go_stay_in_the_order_of_tab(qtbot, count):
    fields = (Field("a", "First", Kind.LINE), ROWS, Field("z", "Last", Kind.LINE))
    page = SectionPage(Section("s", "S", fields))
    qtbot.addWidget(page)
    points = [{"id": f"r{at}", "words": ({"id": "w", "word": str(at)},)} for at in range(count)]
    with qtbot.waitActive(page):
        page.show()
    for rows in (points, [{**points[0], "id": "new"}, *points], points[1:], points):
        page.show_answers({"points": tuple(rows)})
        page.go_to(("a",))
        seen = walk(qtbot, page, Qt.Key.Key_Tab)
        assert set(seen) == reachable(page)
        goes_down(qtbot, page, seen)


def takes_for_itself(widget, key):
    """Return whether the widget would keep the key from the menus."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key.key(), key.keyboardModifiers())
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("field", ["report_title", "background"])
def test_every_key_of_the_menus_works_while_typing(window, sample, field):
    window.open(sample("walsall-scrutiny"))
    window.stage.workplace.go_to((field,))
    only_told = Qt.ShortcutContext.WidgetShortcut
    actions = [one for _menu, one in window.menus.all() if one.shortcutContext() != only_told]
    keys = [key for action in actions for key in action.shortcuts()]
    typing = QApplication.focusWidget()
    assert isinstance(typing, QLineEdit | QTextEdit)
    assert [key.toString() for key in keys if takes_for_itself(typing, key[0])] == []
