"""From the letter to the paper through the window, typing only what no letter knows."""

import pytest
from made_letters import made, pdf_of
from papers import GAP, SEEDS, TYPED, text_of, unsaid  # stands beside the journeys

from reportdesk.core.edits import SetAnswer
from reportdesk.gui.letters.importing import Importing
from reportdesk.services.letter_import import read_letter_at
from reportdesk.services.letter_taking import take_letter


@pytest.fixture
def take_everything(window, draft, tmp_path, qtbot):
    """Take all that a letter offers; returns the letter's file."""

    def taken(seed):
        path = tmp_path / "letter.pdf"
        path.write_bytes(pdf_of(made(seed)))
        dialog = Importing(window.stage, window.saving).open(path)
        qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.review)
        dialog.review.everything.click()
        dialog.review.accept.click()
        return path

    return taken


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_the_paper_is_whole(seed, take_everything, window, draft, desk):
    letter = take_everything(seed)
    assert window.stage.undo.count() == 1
    for field, value in TYPED.items():
        window.stage.workplace.edit(SetAnswer((field,), value))
    desk.save(draft, draft.path)
    assert desk.check(draft.path) == ()
    report = desk.report(draft)
    assert report.problems == ()
    assert unsaid(report.data, letter, made(seed)) == []
    assert not GAP.search(text_of(report.data))


def test_the_shell_takes_the_same(take_everything, draft, desk, tmp_path):
    letter, other = take_everything(5), tmp_path / "other.yaml"
    desk.write_new("wokingham-scrutiny", other)
    take_letter(desk, read_letter_at(letter), other)
    assert draft.answers == {
        **desk.open(other).answers,
        "source_documents": draft.answers["source_documents"],
    }
