"""Whatever takes the keys looks different while it has them (WCAG 2.2, 2.4.7).

It is run by itself: ``pytest -m long tests/gui/test_focus_seen.py``. Windows that other tests
left would have the keys instead.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTabWidget, QWidget

from reportdesk.core.settings import Theme
from reportdesk.gui.dialogs.export import ExportDialog
from reportdesk.gui.theme import apply_theme

pytestmark = pytest.mark.long


def stops(window):
    """Return what Tab comes to in the window."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(window)
        and one.isEnabled()
        and one.focusProxy() is None
        and one.window() is window
    ]


def looks(widget):
    """Return the picture of a widget and a little around it, for some draw their edge there."""
    around = widget.parentWidget() if isinstance(widget, QLineEdit) else widget
    return around.grab().toImage()


def unseen(window):
    """Return what looks the same with the keys and without."""
    found = []
    for widget in stops(window):
        if isinstance(widget, QLineEdit):
            widget.setReadOnly(True)  # no cursor blinks
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        within = looks(widget)
        widget.clearFocus()
        QApplication.processEvents()
        if looks(widget) == within:
            found.append(f"{type(widget).__name__} {widget.accessibleName()!r}")
    return sorted(set(found))


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK])
def themed(qapp, request):
    apply_theme(qapp, request.param)
    yield
    apply_theme(qapp, Theme.LIGHT)


def test_in_every_section(themed, window, draft, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    found = []
    for section in window.stage.session.template.sections:
        window.stage.workplace.go_to((section.fields[0].id,))
        found += unseen(window)
    assert sorted(set(found)) == []


DIALOGS = (
    "preferences.choose", "exporting.choose", "helping.guide", "helping.keys", "helping.about",
)  # fmt: skip


@pytest.mark.parametrize("ask", DIALOGS)
def test_in_every_dialog(themed, window, draft, qtbot, ask):
    room, act = ask.split(".")
    getattr(getattr(window, room), act)()
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    if isinstance(dialog, ExportDialog):
        qtbot.waitUntil(lambda: bool(dialog.place.text()))
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    tabs = dialog.findChild(QTabWidget)
    found = []
    for at in range(tabs.count() if tabs else 1):
        if tabs:
            tabs.setCurrentIndex(at)
        found += unseen(dialog)
    dialog.close()
    assert sorted(set(found)) == []


def test_on_the_start_page(themed, window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: window.centralWidget().gallery.count() > 0)
    assert unseen(window) == []
