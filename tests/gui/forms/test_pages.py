"""The forms of all templates: every widget that takes keys has a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollBar, QWidget

from reportdesk.core.fields import Field, Kind
from reportdesk.core.richtext import plain
from reportdesk.core.template import Section
from reportdesk.gui.forms.editor import PartsEditor, title_of
from reportdesk.gui.forms.page import SectionPage
from reportdesk.services.folders import template_folders

TEMPLATES = sorted(path.parent.name for path in template_folders([])[-1].glob("*/sample.yaml"))


def nameless(page):
    """Those that a screen reader could not name."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QScrollBar)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and widget.focusProxy() is None
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_widget_that_takes_keys_has_a_name(qtbot, desk, sample, template):
    session = desk.open(sample(template))
    for section in session.template.sections:
        page = SectionPage(section)
        qtbot.addWidget(page)
        page.show_answers(session.answers)
        assert nameless(page) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_label_leads_to_its_editor_or_names_its_group(qtbot, desk, sample, template):
    for section in desk.open(sample(template)).template.sections:
        page = SectionPage(section)
        qtbot.addWidget(page)
        labels = {label.buddy(): label.text() for label in page.findChildren(QLabel)}
        for editor in page.editors.values():
            if isinstance(editor, PartsEditor):
                assert editor.accessibleName() == title_of(editor.field)
            else:
                assert labels[editor.focus_widget()] == editor.focus_widget().accessibleName()


def page_of(qtbot, field):
    page = SectionPage(Section("s", "S", (field,)))
    qtbot.addWidget(page)
    return page


def texts(page):
    return [label.text() for label in page.findChildren(QLabel)]


def test_what_is_required_is_said_in_words(qtbot):
    field = Field("a", "Title", Kind.LINE, required=True)
    assert "Title (required)" in texts(page_of(qtbot, field))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        (Field("a", "A", Kind.RICH, max_words=150), plain("one two"), "2 of 150 words"),
        (Field("a", "A", Kind.LINE, max_characters=80), "four", "4 of 80 characters"),
    ],
)
def test_a_limited_length_is_counted(qtbot, field, value, said):
    page = page_of(qtbot, field)
    page.show_answers({"a": value})
    assert said in texts(page)


def test_lines_do_not_grow_too_long_to_read(qtbot):
    page = page_of(qtbot, Field("a", "A", Kind.RICH))
    page.resize(3000, 400)
    page.show()
    assert page.editors["a"].width() <= page.fontMetrics().averageCharWidth() * 100
