"""Whoever uses a keyboard, a screen reader or large text reaches everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from reportdesk.gui.forms.page import SectionPage
from reportdesk.gui.theme import DARK, LIGHT

TEMPLATES = (
    "england-standard",
    "middlesbrough-executive",
    "walsall-scrutiny",
    "wokingham-scrutiny",
    "wokingham-statement",
)
WIDE_SCREEN = 1280
TAKES_KEYS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)


def nameless(root):
    """Return the widgets that take the keys and tell a screen reader nothing of themselves."""
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.text()}
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in root.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(one, TAKES_KEYS)
        and not (one.accessibleName() or one in buddies or text_on(one) or inner_part(one))
    ]


def text_on(widget):
    return isinstance(widget, QAbstractButton) and widget.text()


def inner_part(widget):
    """A part that Qt makes itself, such as the list of a combo box, speaks for its owner."""
    owner = widget.parent()
    of_combo = owner.metaObject().className() == "QComboBoxPrivateContainer"
    return of_combo or isinstance(owner, QComboBox) or widget.objectName().startswith("qt_")


def walk(window):
    """Open every section of the draft on stage."""
    for index in range(len(window.stage.session.template.sections)):
        window.stage.workplace.sections.go_to(index)
        yield window.stage.workplace.page(index)


@pytest.mark.parametrize("template", TEMPLATES)
def test_everything_that_takes_the_keys_has_a_name(window, sample, template):
    window.open(sample(template))
    assert len(list(walk(window))) == len(window.stage.session.template.sections)
    assert nameless(window) == []


def test_the_start_page_names_all_it_has(window):
    assert nameless(window) == []


@pytest.mark.parametrize("ask", ["preferences", "history", "restyling", "exporting"])
def test_each_dialog_names_all_it_has(window, sample, ask):
    window.open(sample("walsall-scrutiny"))
    getattr(window, ask).choose()
    assert nameless(QApplication.activeModalWidget()) == []


def test_a_nameless_widget_is_seen(window):
    line = QLineEdit(window.centralWidget())
    assert nameless(window) == ["QLineEdit in StartPage"]
    line.deleteLater()


@pytest.fixture
def large_text(qapp):
    """Text at twice its size."""
    usual, large = qapp.font(), qapp.font()
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


def test_no_form_needs_to_be_scrolled_sideways_with_large_text(large_text, desk, qtbot):
    wide = []
    for section in desk.new("wokingham-statement").template.sections:
        page = SectionPage(section)
        if page.widget().minimumSizeHint().width() > WIDE_SCREEN:
            wide.append(section.title)
        page.deleteLater()
    assert wide == []


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("text", ["text", "quiet", "error"])
@pytest.mark.parametrize("ground", ["window", "base", "raised"])
def test_text_stands_out_from_its_ground(colours, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_selected_text_and_the_focus_stand_out(colours):
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.text, colours.chosen) >= 4.5
    assert contrast(colours.quiet, colours.chosen) >= 4.5
    assert contrast(colours.accent, colours.window) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["window", "base", "raised"])
def test_the_edge_of_what_can_be_used_stands_out(colours, ground):
    assert contrast(colours.edge, getattr(colours, ground)) >= 3
