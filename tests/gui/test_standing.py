"""The status bar counts words."""

from hypothesis import given
from hypothesis import strategies as st

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
