"""The status bar counts words, and pages where they are known."""

from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.edits import SetAnswer
from reportdesk.core.richtext import Block, RichText, Run
from reportdesk.gui.standing import WordCount, words_in

TEXTS = st.text("ab ", max_size=8)
RICH = TEXTS.map(lambda text: RichText((Block((Run(text),)),)))
ROWS = st.lists(st.dictionaries(st.sampled_from("xyz"), TEXTS | RICH), max_size=4).map(tuple)
ANSWERS = st.dictionaries(st.sampled_from("abcd"), TEXTS | RICH | ROWS)


@given(st.lists(ANSWERS, min_size=2, max_size=3))
def test_rows_that_are_known_count_as_new_ones_do(drafts):
    count = WordCount()
    for answers in (*drafts, *reversed(drafts)):
        assert count.of(answers) == words_in(answers)


def test_pages_are_told_until_the_answers_are_others(window, draft):
    stage, pages = window.stage, window.standing.pages
    stage.paged.emit(stage.session.answers, 6)
    assert (pages.text(), pages.isVisible()) == ("6 pages", True)
    stage.workplace.edit(SetAnswer(("report_title",), "Other"))
    assert not pages.isVisible()


def test_pages_of_answers_that_were_changed_meanwhile_are_not_told(window, draft):
    before = window.stage.session.answers
    window.stage.workplace.edit(SetAnswer(("report_title",), "Other"))
    window.stage.paged.emit(before, 6)
    assert not window.standing.pages.isVisible()
