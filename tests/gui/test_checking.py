"""The draft is checked beside the window, and only what is true of it now is told."""

import pytest
from PySide6.QtCore import QObject

from reportdesk.core.edits import SetAnswer
from reportdesk.core.problems import Problem
from reportdesk.gui.checking import Checking

TITLE = ("report_title",)


@pytest.fixture
def session(desk):
    return desk.new("walsall-scrutiny")


@pytest.fixture
def checking(session, desk, tasks, qapp):
    owner = QObject()
    made = Checking(session, desk, tasks, owner)
    made.owner = owner
    return made


def codes(problems):
    return {(problem.code, problem.place.field) for problem in problems}


def test_what_is_wrong_is_told(checking, session, qtbot):
    with qtbot.waitSignal(checking.found) as told:
        checking.check()
    assert told.args[0] == session.problems()
    assert told.args[0]


def test_what_was_found_of_an_older_draft_is_dropped(checking, session, qtbot, tasks):
    told = []
    checking.found.connect(told.append)
    checking.check()
    session.apply(SetAnswer(TITLE, "A title"))
    checking.check_soon()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [session.problems()]


def test_added_checks_are_asked_when_the_answers_are_back(checking, session, qtbot):
    session.add_check(lambda _template, _answers: [Problem("odd", "This is odd")])
    with qtbot.waitSignal(checking.found) as told:
        checking.check()
    assert told.args[0][-1].code == "odd"


def test_a_draft_that_is_put_away_is_told_of_no_more(checking, qtbot, tasks):
    told = []
    checking.found.connect(told.append)
    checking.check()
    checking.close()
    with qtbot.waitSignal(tasks.busy_changed):
        pass
    assert told == []


def test_the_window_shows_what_the_checks_find(window, qtbot):
    window.new("walsall-scrutiny")
    problems = window.stage.workplace.problems
    qtbot.waitUntil(lambda: problems.count() > 3)
    qtbot.waitUntil(
        lambda: "missing" in window.stage.workplace.sections.model().index(0, 0).data(),
    )
