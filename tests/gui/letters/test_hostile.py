"""A letter that means harm, or is broken, is told in the dialog and leaves the draft alone."""

import pytest
from hostile import hostile_pdfs, hostile_texts
from made_letters import made, pdf_of

from reportdesk.gui.letters.import_dialog import ImportDialog
from reportdesk.gui.letters.importing import Importing
from reportdesk.services.letter_offers import offers

KINDS = {
    **{f"{name}.pdf": data for name, data in hostile_pdfs().items()},
    **{f"{name}.txt": data for name, data in hostile_texts().items()},
}


@pytest.fixture
def read(qtbot, tmp_path):
    """Read that kind in a dialog, until it is either shown or refused."""

    def reading(dialog, name):
        path = tmp_path / name
        path.write_bytes(KINDS[name])
        dialog.read_file(path)
        qtbot.waitUntil(lambda: dialog.pages.currentWidget() is not dialog.reading)
        return dialog.choose.error.text()

    return reading


@pytest.fixture
def dialog(qtbot, tasks, desk):
    template = desk.new("wokingham-scrutiny").template
    made = ImportDialog(tasks, lambda letter: offers(letter, template, {}))
    made.show()
    yield made
    made.reject()


@pytest.mark.parametrize("name", KINDS)
def test_it_is_shown_or_told_in_one_line(name, read, dialog):
    said = read(dialog, name)
    shown = dialog.pages.currentWidget() is dialog.review
    assert bool(said) is not shown
    assert shown or (said.startswith(f"{name}: ") and "; " in said and "\n" not in said)
    assert len(dialog.review.cards) < 40
    assert max((len(card.rows) for card in dialog.review.cards), default=0) <= 200


@pytest.mark.parametrize("name", ["locked.pdf", "no end.pdf", "noise.txt", "all headings.txt"])
def test_the_draft_is_as_it_was(name, read, window, draft):
    before = draft.path.read_bytes()
    dialog = Importing(window.stage, window.saving).open()
    read(dialog, name)
    dialog.reject()
    assert (draft.answers, draft.path.read_bytes()) == ({}, before)
    assert window.stage.undo.count() == 0


def test_reading_can_be_called_off_and_another_letter_read(dialog, qtbot, tmp_path):
    slow, good = tmp_path / "slow.pdf", tmp_path / "letter.pdf"
    slow.write_bytes(KINDS["much text.pdf"])
    good.write_bytes(pdf_of(made(5)))
    dialog.read_file(slow)
    dialog.reading.cancel.click()
    assert dialog.pages.currentWidget() is dialog.choose
    dialog.read_file(good)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.review)
    assert dialog.review.cards
