"""Lists say all they have: nothing cut, and what many lines share said once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.gui.panels.problems import ProblemList


def problem(label, fix="fill it in", message="this is required"):
    return Problem("x", message, fix, Place(field=(label.lower(),), label=label))


def lines(shown):
    return [shown.item(row).text().strip() for row in range(shown.count())]


@pytest.fixture
def problems(qtbot):
    made = ProblemList()
    qtbot.addWidget(made)
    return made


def test_few_problems_are_told_each(problems):
    problems.show_problems([problem("Title"), problem("Date")])
    first, second = lines(problems)
    assert first == "✕  Title: this is required. Fill it in."
    assert second == "✕  Date: this is required. Fill it in."


def test_what_many_share_is_said_once(problems):
    problems.show_problems([problem(name) for name in ("Title", "Date", "Ward")])
    assert lines(problems) == [
        "✕  This is required. Fill it in. (3 fields)",
        "Title",
        "Date",
        "Ward",
    ]


def test_ways_to_mend_that_differ_stay_with_their_fields(problems):
    problems.show_problems([problem("Title", "name it"), problem("Date"), problem("Ward")])
    assert lines(problems)[1:] == ["Title: Name it.", "Date: Fill it in.", "Ward: Fill it in."]


def test_a_screen_reader_hears_the_whole_line(problems):
    problems.show_problems([problem(name) for name in ("Title", "Date", "Ward")])
    spoken = problems.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Problem: Date: this is required. Fill it in."


def test_a_list_that_is_still_empty_can_be_gone_to(problems, qtbot):
    with qtbot.waitActive(problems):
        problems.show()
    problems.setFocus()
    assert problems.hasFocus()


@pytest.mark.parametrize(
    ("labels", "chosen"),
    [
        ((), "✓ Nothing is missing."),
        (("Title",), "✕  Title:"),
        (("Title", "Date", "Ward"), "Title"),
    ],
)
def test_a_line_is_chosen_once_the_list_is_gone_to(problems, qtbot, labels, chosen):
    problems.show_problems([problem(name) for name in labels])
    assert problems.selectedItems() == []
    with qtbot.waitActive(problems):
        problems.show()
    problems.setFocus()
    (line,) = problems.selectedItems()
    assert line.text().strip().startswith(chosen)


def test_a_line_leads_to_its_field_and_a_heading_nowhere(problems, qtbot):
    problems.show_problems([problem(name) for name in ("Title", "Date", "Ward")])
    heard = []
    problems.chosen.connect(heard.append)
    for row in range(problems.count()):
        problems.itemActivated.emit(problems.item(row))
    assert heard == [("title",), ("date",), ("ward",)]


def test_no_word_of_a_section_is_broken(window, sample, qtbot):
    window.open(sample("england-standard"))
    sections = window.stage.workplace.sections
    bold = QFont(sections.font())
    bold.setBold(True)
    model = sections.model()
    words = [
        word
        for row in range(model.rowCount())
        for word in model.index(row, 0).data().split("\n")[0].split()
    ]
    widest = max(QFontMetrics(bold).horizontalAdvance(word) for word in words)
    assert sections.minimumWidth() > widest


def test_sections_are_as_tall_as_what_they_say(window, sample, qtbot):
    window.open(sample("walsall-scrutiny"))
    sections = window.stage.workplace.sections
    line = sections.fontMetrics().lineSpacing()
    model = sections.model()
    qtbot.waitUntil(lambda: "done" in model.index(0, 0).data())
    qtbot.waitUntil(
        lambda: all(
            sections.visualRect(model.index(row, 0)).height() >= 2 * line
            for row in range(model.rowCount())
        ),
    )
