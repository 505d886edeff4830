"""Quotations are held against the letter while they are written, mended, shown, and taken."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor

from reportdesk.core.edits import SetAnswer, Together, answer_at
from reportdesk.core.letter import SourceText, Span
from reportdesk.core.richtext import plain
from reportdesk.gui.letters.feature import Letters
from reportdesk.services.letter_import import keep_source, read_pasted_letter

TEXT = (
    "Leaders in Marlowdale generally know their services well, and they do not shy away.\n"
    "Supervision is regular, but it does not always give clear dates."
)
WRONG = plain("They “know their services very well, and they do not shy away”.")


@pytest.fixture
def quoting(window, draft, qtbot):
    """The window's quoting, over a draft with a letter beside it."""
    letter = replace(read_pasted_letter(TEXT, "letter.txt"))
    window.stage.workplace.edit(Together((keep_source(letter, draft.path, {}),)))
    found = window.findChild(Letters)
    qtbot.waitUntil(lambda: found.quotations.texts != ())
    return found.quoting


@pytest.fixture
def write(window, quoting, qtbot):
    """Write the background and wait until it was looked at."""

    def written(text, count=1):
        window.stage.workplace.edit(SetAnswer(("background",), text))
        found = window.findChild(Letters).quotations
        qtbot.waitUntil(lambda: len(found.concerns) == count)

    return written


def codes(draft):
    return [one.code for one in draft.problems() if one.code.startswith("quotation")]


def focus(window, quoting, path):
    window.stage.workplace.go_to(path)
    quoting._path = path


def test_an_altered_quotation_is_a_problem_of_the_draft(draft, write):
    write(WRONG)
    assert codes(draft) == ["quotation-changed"]


def test_put_right_it_is_none_any_more(draft, write):
    write(WRONG)
    write(plain("They “do not shy away”."), 0)
    assert codes(draft) == []


def test_the_problem_stands_in_the_list(window, write, qtbot):
    write(WRONG)
    shown = window.stage.workplace.problems

    def lines() -> list[str]:
        return [shown.item(at).text() for at in range(shown.count())]

    said = "changes the letter’s words"
    qtbot.waitUntil(lambda: any(said in line for line in lines()))


def test_the_letters_wording_can_be_taken_and_undone(window, draft, quoting, write):
    write(WRONG)
    focus(window, quoting, ("background",))
    quoting.use_wording()
    said = "They “know their services well, and they do not shy away”."
    assert draft.answers["background"].text == said
    window.stage.undo.undo()
    assert draft.answers["background"] == WRONG


def test_its_place_is_shown_in_the_letter(window, quoting, write):
    write(WRONG)
    focus(window, quoting, ("background",))
    quoting.show_in_letter()
    assert not quoting.dock.isHidden()
    (span,) = quoting.dock.view.place()
    assert TEXT[span.start : span.end].startswith("know their services well")


def test_it_is_marked_in_the_text(quoting, write):
    write(WRONG)
    (mark,) = quoting._marks(WRONG.text)
    assert WRONG.text[mark.start : mark.end].startswith("know their services very well")


def test_quote_this_puts_the_words_and_their_place_into_the_field(window, draft, quoting):
    focus(window, quoting, ("background",))
    view = quoting.dock.view
    start = view.toPlainText().index("Supervision")
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len("Supervision is regular"), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    quoting.dock.quote.click()
    assert draft.answers["background"].text == "“Supervision is regular” (letter, page 1)"


def test_a_row_of_quotations_takes_the_words_alone(window, draft, quoting):
    row = {"id": "f1", "quotations": ({"id": "q1"},)}
    window.stage.workplace.edit(SetAnswer(("findings",), (row,)))
    path = ("findings", 0, "quotations", 0, "text")
    focus(window, quoting, path)
    quoting._quote("Supervision is regular", (Span(1, 0, 3),))
    assert answer_at(draft.answers, path) == "Supervision is regular"


def test_a_letter_that_is_gone_is_told(window, draft, desk, qtbot, quoting):
    desk.save(draft, draft.path)
    (kept,) = draft.path.parent.glob("* sources/*.yaml")
    kept.unlink()
    window.open(draft.path)
    session = window.stage.session
    qtbot.waitUntil(lambda: any("letter" in str(one) for one in session.problems()))


def test_a_draft_saved_in_another_folder_takes_its_letter_along(window, draft, quoting, tmp_path):
    (tmp_path / "other").mkdir()
    window.saving._save_to(draft, tmp_path / "other" / "draft.yaml", None)
    (row,) = draft.answers["source_documents"]
    assert (tmp_path / "other" / row["file"].path).is_file()


def test_in_a_narrow_window_the_letter_takes_the_place_of_the_side(window, quoting):
    window.resize(800, 600)
    side = next(p for p in window.stage.workplace.panes.row if p.id == "side")
    quoting.show_in_letter()
    assert not side.toggle.isChecked()
    quoting.dock.close()
    assert side.toggle.isChecked()


def test_selected_words_cross_pages_without_their_numbers(qtbot):
    from reportdesk.gui.letters.letter_view import LetterView

    view = LetterView()
    qtbot.addWidget(view)
    view.show_letter(SourceText("l", ("one \U0001d400 two", "three")))
    view.selectAll()
    assert view.selection() == ("one \U0001d400 two three", (Span(1, 0, 9), Span(2, 0, 5)))
