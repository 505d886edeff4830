"""What a screen reader finds in the window, by Qt's accessible tree: said well, and said once."""

import pytest
from heard import faults, heard
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QWidget

from reportdesk.gui.roles import name_list, read_in_order, told_as

TEMPLATES = (
    "england-standard",
    "middlesbrough-executive",
    "walsall-scrutiny",
    "wokingham-scrutiny",
    "wokingham-statement",
)


@pytest.fixture(autouse=True)
def listening():
    """As while a screen reader runs: Qt asks for each widget as soon as it has anything to tell."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.fixture
def sections(window, qtbot):
    """Shows each section's form in turn, once a draft is open."""

    def walk():
        workplace = window.stage.workplace
        qtbot.waitUntil(workplace.isVisible)
        for index in range(len(window.stage.session.template.sections)):
            workplace.sections.go_to(index)
            qtbot.waitUntil(workplace.page(index).isVisible)
            yield workplace.page(index)

    return walk


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_form_is_said_well(window, sample, sections, template):
    window.open(sample(template))
    assert {fault for _page in sections() for fault in faults(window)} == set()


def test_the_start_page_is_said_well(window, qtbot):
    qtbot.waitUntil(lambda: len(found(window, "Templates")) == 1)
    assert faults(window) == []


def found(root, name):
    return [one for one in heard(root) if one.name == name]


def test_a_part_is_heard_in_its_group(window, sample, sections):
    window.open(sample("wokingham-scrutiny"))
    next(sections())
    assert {one.groups for one in found(window, "Email")} >= {("Director (required)",)}


def test_each_row_is_a_group_of_its_own(window, sample, sections):
    window.open(sample("walsall-scrutiny"))
    groups = {one.groups for _page in sections() for one in heard(window)}
    assert ("Recommendation (required)", "Recommendation 2") in groups


def test_the_panes_are_read_as_they_stand(window, sample, sections):
    window.open(sample("walsall-scrutiny"))
    next(sections())
    names = [one.name for one in heard(window)]
    panes = ("Sections", "Council (required)", "Problems", "Preview of the report")
    assert sorted(panes, key=names.index) == list(panes)


def test_how_a_section_stands_is_heard_with_its_name(window, sample, sections):
    window.open(sample("walsall-scrutiny"))
    next(sections())
    assert len(found(window, "Meeting: done")) == 1


def test_where_the_form_is_entered_its_section_is_said(window, sample, sections):
    window.open(sample("walsall-scrutiny"))
    for page in sections():
        assert len(found(window, page.section.title)) >= 1
        assert window.stage.workplace.pages.accessibleName() == page.section.title


@told_as(QAccessible.Role.Grouping)
class Group(QWidget):
    pass


@pytest.fixture
def pane(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def shown(widget):
    widget.show()
    return widget


def test_a_list_without_a_label_is_seen_and_mended(pane):
    box = shown(QComboBox(pane))
    box.addItems(["North", "South"])
    assert len(faults(pane)) >= 1
    name_list(box, "Ward")
    name_list(box, "Wards & parishes")
    assert faults(pane) == []
    assert [one.said for one in heard(pane) if one.focusable] == ["Wards & parishes"]


@pytest.mark.parametrize(
    "name", ["", "✓ done", "Title\nmissing", "Bold (Ctrl+B)", "<b>Title</b>", "&Title"]
)
def test_what_would_be_said_badly_is_seen(pane, name):
    shown(QLineEdit(pane)).setAccessibleName(name)
    assert len(faults(pane)) == 1


def test_the_same_name_twice_is_seen_unless_groups_part_them(pane):
    groups = [shown(QWidget(pane)) for _each in range(2)]
    for group in groups:
        shown(QLineEdit(group)).setAccessibleName("Name")
    assert faults(pane) == ["said twice: Name in ()"]


def test_groups_part_what_has_the_same_name(pane):
    for number in (1, 2):
        group = Group(pane)
        group.setAccessibleName(f"Contact {number}")
        shown(QLineEdit(shown(group))).setAccessibleName("Name")
    assert faults(pane) == []


def test_a_hidden_part_is_not_heard(pane):
    shown(QLineEdit(pane)).setAccessibleName("Name")
    QLineEdit(pane).hide()
    assert [one.name for one in heard(pane) if one.focusable] == ["Name"]


def test_a_group_that_goes_takes_its_role_along(qtbot, pane):
    group = Group(pane)
    assert QAccessible.queryAccessibleInterface(group).role() is QAccessible.Role.Grouping
    group.setParent(None)
    group.deleteLater()
    qtbot.waitUntil(lambda: [one.name for one in heard(pane)] == [""])


def test_parts_are_read_from_left_to_right(pane):
    splitter = shown(QSplitter(pane))
    for name in ("first", "second", "third"):
        part = QLineEdit()
        part.setAccessibleName(name)
        splitter.addWidget(part)
    read_in_order(splitter)
    assert [one.name for one in heard(splitter) if one.focusable] == ["first", "second", "third"]
