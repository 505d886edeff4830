"""Edits on the undo stack become steps as an officer thinks of them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack

from reportdesk.core.edits import SetAnswer
from reportdesk.core.richtext import plain
from reportdesk.gui.undo import EditCommand
from reportdesk.services.desk import Desk

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def session():
    return Desk([TEMPLATES]).new("england-standard")


def push_all(session, values, seconds=0.1):
    stack = QUndoStack()
    for number, value in enumerate(values):
        edit = SetAnswer(("background",), value)
        stack.push(EditCommand(session, edit, "", lambda at=number: at * seconds))
    return stack


def test_a_word_is_one_step(qapp, session):
    stack = push_all(session, [plain("a"), plain("ab"), plain("ab c")])
    stack.undo()
    assert session.answers["background"] == plain("ab")


def test_a_pause_begins_a_new_step(qapp, session):
    assert push_all(session, [plain("a"), plain("ab")], 10).count() == 2


def test_undo_and_redo_go_all_the_way(qapp, session):
    stack = push_all(session, [plain("a"), plain("ab"), plain("ab c"), None])
    while stack.canUndo():
        stack.undo()
    assert "background" not in session.answers
    while stack.canRedo():
        stack.redo()
    assert "background" not in session.answers
