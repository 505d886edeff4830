"""A screen reader finds a name for whatever takes the keys, on every screen there is."""

import pytest
from heard import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from reportdesk.gui.forms.editor import Editor

STAYS = {"Quit", "Save", "Next pane", "Previous pane"}  # no screen of their own


def nameless(root):
    """Return what takes the keys and tells a screen reader nothing of itself."""
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.text()}
    return [
        f"{type(one).__name__} {one.objectName()} in {type(one.parent()).__name__}"
        for one in root.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(root)
        and one.focusProxy() is None
        and not (one.accessibleName() or one in buddies or said_on(one) or inner_part(one))
    ]


def said(root):
    """Return what a screen reader says badly there, or not at all."""
    return nameless(root) + faults(root)


def said_on(widget):
    return isinstance(widget, QAbstractButton) and widget.text()


def inner_part(widget):
    """A part that Qt makes itself, such as the list of a combo box, speaks for its owner."""
    above = widget.parent()
    while above is not None:
        if isinstance(above, QComboBox | QFileDialog | QMessageBox | QAbstractSpinBox):
            return True
        above = above.parent()
    return widget.objectName().startswith("qt_")


def plain(text):
    return text.replace("&", "").removesuffix("…")


@pytest.fixture
def draft(window, draft):
    """A saved draft with an earlier version, on stage."""
    window.saving.save()
    return draft


def shown_now(window):
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return {window, *tops}


def close_dialogs(window):
    for one in shown_now(window) - {window}:
        one.close()


def test_every_line_of_the_menus_opens_nothing_nameless(window, draft):
    tried, found = [], set()
    for _menu, action in window.menus.all():
        if not action.isEnabled() or plain(action.text()) in STAYS:
            continue
        action.trigger()
        found |= {(action.text(), fault) for root in shown_now(window) for fault in said(root)}
        tried.append(plain(action.text()))
        close_dialogs(window)
        if window.stage.session is None:
            window.open(draft)
    assert found == set()
    assert {"Export", "Settings", "Find", "Spelling", "User guide"} <= set(tried)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_button_of_every_form_opens_nothing_nameless(window, draft):
    seen = set()
    for index in range(len(window.stage.session.template.sections)):
        window.stage.workplace.sections.go_to(index)
        page = window.stage.workplace.page(index)
        for editor in page.findChildren(Editor):
            kind = type(editor).__name__
            if kind in seen:
                continue
            seen.add(kind)
            for button in editor.findChildren(QAbstractButton):
                of_form = button.window() is window
                if of_form and button.isEnabled() and "Remove" not in button.accessibleName():
                    button.click()
                    for root in shown_now(window):
                        assert said(root) == [], button.accessibleName()
                    close_dialogs(window)
    assert {"DateEditor", "RichEditor", "RowsEditor"} <= seen


def test_a_calendar_is_freed_once_it_is_closed(window, draft, qtbot):
    window.stage.workplace.go_to(("meeting_date",))
    editor = window.stage.workplace.pages.currentWidget().editors["meeting_date"]
    editor.findChild(QAbstractButton).click()
    (calendar,) = editor.findChildren(QDialog)
    calendar.accept()
    qtbot.waitUntil(lambda: not editor.findChildren(QDialog))


def test_the_guide_is_opened_once(window):
    window.helping.guide()
    window.helping.guide()
    assert len([one for one in window.findChildren(QDialog) if one.isVisible()]) == 1


def test_the_names_of_a_dialogs_own_buttons_are_seen(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    line = QLineEdit(dialog)
    QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, dialog)
    assert nameless(dialog) == ["QLineEdit  in QDialog"]
    line.setAccessibleName("Name")
    assert nameless(dialog) == []
