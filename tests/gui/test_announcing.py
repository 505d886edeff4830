"""What is wrong with an answer is said aloud where somebody listens, and only once."""

import pytest
from PySide6.QtGui import QAccessible

from reportdesk.gui import announcing
from reportdesk.gui.forms.editor import ErrorLabel


@pytest.fixture
def listening():
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


def test_a_fault_is_announced_where_somebody_listens(qtbot, listening, monkeypatch):
    said = []
    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", said.append)
    label = ErrorLabel()
    qtbot.addWidget(label)
    for message in ("not a date", "not a date", "", "not a date"):
        label.say(message)
    assert [event.message() for event in said] == ["not a date", "not a date"]
