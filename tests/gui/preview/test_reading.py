"""The preview can be read and used by keys and by a screen reader alone."""

import pytest
from PySide6.QtCore import Qt

from reportdesk.gui.preview.pane import PreviewPane

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def spoken(view):
    """The paragraphs that say anything, with the numbers of their blocks."""
    said = [pair for pair in zip(*view.paper.texts(), strict=True) if pair[0].strip()]
    texts, numbers = zip(*said, strict=True)
    return [" ".join(text.replace("\ufffc", "").split()) for text in texts], numbers


@pytest.fixture
def view(qtbot, window, sample):
    window.open(sample("wokingham-scrutiny"))
    pane = window.stage.workplace.findChild(PreviewPane)
    qtbot.waitUntil(lambda: "noted" in pane.view.paper.toPlainText())
    return pane.view


def heard(qtbot, view, key, times, held=CTRL):
    said = []
    for _each in range(times):
        qtbot.keyClick(view, key, held)
        said.append(view.accessibleDescription())
    return said


def test_each_paragraph_is_said_in_turn_and_back(qtbot, view):
    texts, numbers = spoken(view)
    view.show_block(numbers[0])
    said = heard(qtbot, view, Qt.Key.Key_Down, 12) + heard(qtbot, view, Qt.Key.Key_Up, 12)
    wanted = texts[1:13] + texts[11::-1]
    assert [one for one, text in zip(said, wanted, strict=True) if not one.endswith(text)] == []


def test_it_ends_at_the_last_paragraph(qtbot, view):
    texts, numbers = spoken(view)
    view.show_block(numbers[-1])
    first, again = heard(qtbot, view, Qt.Key.Key_Down, 2)
    assert first == again
    assert first.endswith(texts[-1])


def test_enter_goes_to_the_field(qtbot, window, view):
    texts, numbers = spoken(view)
    at = next(at for at, text in enumerate(texts) if text.startswith("A focused visit looks"))
    view.show_block(numbers[at])
    qtbot.keyClick(view, Qt.Key.Key_Return)
    workplace = window.stage.workplace
    assert workplace.pages.currentWidget() is workplace.page(2)


def test_how_to_read_is_told_at_first(view):
    assert "Ctrl+Down" in view.accessibleDescription()


def test_headings_are_gone_to_and_told(qtbot, view):
    down = heard(qtbot, view, Qt.Key.Key_H, 3, NONE)
    assert [one.partition(":")[0] for one in down] == ["Heading 1"] * 3
    assert heard(qtbot, view, Qt.Key.Key_H, 2, SHIFT) == down[1::-1]
    assert len(set(down)) == 3


def test_a_table_is_told_once_and_its_cells_by_row_and_column(qtbot, view):
    (table,) = heard(qtbot, view, Qt.Key.Key_T, 1, NONE)
    (cell,) = heard(qtbot, view, Qt.Key.Key_Down, 1)
    assert table == "Table of 4 rows and 2 columns. Row 1, column 1: Title"
    assert cell == "Row 1, column 2: Outcome of the focused visit to the front door"


def test_a_column_is_called_by_its_heading(qtbot, view):
    heard(qtbot, view, Qt.Key.Key_T, 2, NONE)
    cells = heard(qtbot, view, Qt.Key.Key_Down, 3)
    assert cells == [
        "Row 1, column 2: Inspection",
        "Row 2, Detail: Inspectorate",
        "Row 2, Inspection: Ofsted",
    ]
