"""The matrix follows the draft, can be filtered, leads to the fields and is saved."""

import pytest

from reportdesk.core.edits import SetAnswer
from reportdesk.gui.letters.answering import Answering
from reportdesk.gui.letters.feature import Letters
from reportdesk.services.matrix import State, matrix, matrix_csv


@pytest.fixture
def shown(window, sample):
    window.open(sample("walsall-scrutiny"))
    return window.findChild(Letters).show_matrix()


def test_every_line_is_shown_with_its_state_in_words(window, shown):
    assert len(shown.shown()) == len(matrix(window.stage.session.answers))
    assert shown.table.item(0, 7).text() == "✓ answered"
    assert "12 points, 0 not answered" in shown.summary.text()


def test_words_filter_the_lines(shown):
    shown.words.setText("supervision")
    assert 0 < len(shown.shown()) < 15


def test_a_state_filters_the_lines(shown):
    shown.state.setCurrentIndex(shown.state.findData(State.FINDING))
    assert {line.state for line in shown.shown()} == {State.FINDING}


def test_it_follows_the_draft(window, shown, qtbot):
    window.stage.workplace.edit(SetAnswer(("response_rows",), None))
    qtbot.waitUntil(lambda: "12 not answered" in shown.summary.text())


@pytest.mark.parametrize(("column", "field"), [(1, "areas_for_improvement"), (2, "response_rows")])
def test_a_line_leads_to_its_field(shown, column, field, qtbot):
    with qtbot.waitSignal(shown.chosen) as heard:
        shown.table.cellActivated.emit(0, column)
    assert heard.args[0][0] == field


def test_it_is_saved(window, shown, tmp_path, qtbot):
    answers, path = window.stage.session.answers, tmp_path / "matrix.csv"
    saver = shown.findChild(Answering)
    with qtbot.waitSignal(window.stage.said):
        saver.save(lambda: matrix_csv(matrix(answers)), path)
    assert path.read_bytes() == matrix_csv(matrix(answers))


def test_a_draft_without_points_is_told_to_have_none(window):
    window.new("england-standard")
    assert window.findChild(Letters).show_matrix().summary.text().startswith("0 points")
