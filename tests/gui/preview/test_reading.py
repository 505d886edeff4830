"""The preview can be read and used by keys and by a screen reader alone."""

import pytest
from PySide6.QtCore import Qt

from reportdesk.gui.preview.pane import PreviewPane

CTRL = Qt.KeyboardModifier.ControlModifier


def spoken(view):
    """The paragraphs that say anything, with the numbers of their blocks."""
    said = [pair for pair in zip(*view.paper.texts(), strict=True) if pair[0].strip()]
    return zip(*said, strict=True)


@pytest.fixture
def view(qtbot, window, sample):
    window.open(sample("wokingham-scrutiny"))
    pane = window.stage.workplace.findChild(PreviewPane)
    qtbot.waitUntil(lambda: "noted" in pane.view.paper.toPlainText())
    return pane.view


def heard(qtbot, view, key, times):
    said = []
    for _each in range(times):
        qtbot.keyClick(view, key, CTRL)
        said.append(view.accessibleDescription())
    return said


def test_each_paragraph_is_said_in_turn_and_back(qtbot, view):
    texts, numbers = spoken(view)
    view.show_block(numbers[0])
    down = heard(qtbot, view, Qt.Key.Key_Down, 12)
    assert down == list(texts[1:13])
    assert heard(qtbot, view, Qt.Key.Key_Up, 12) == list(texts[:12])[::-1]


def test_it_ends_at_the_last_paragraph(qtbot, view):
    texts, numbers = spoken(view)
    view.show_block(numbers[-1])
    assert heard(qtbot, view, Qt.Key.Key_Down, 2) == [texts[-1], texts[-1]]


def test_enter_goes_to_the_field(qtbot, window, view):
    texts, numbers = spoken(view)
    at = next(at for at, text in enumerate(texts) if text.startswith("A focused visit looks"))
    view.show_block(numbers[at])
    qtbot.keyClick(view, Qt.Key.Key_Return)
    workplace = window.stage.workplace
    assert workplace.pages.currentWidget() is workplace.page(2)


def test_how_to_read_is_told_at_first(view):
    assert "Ctrl+Down" in view.accessibleDescription()
