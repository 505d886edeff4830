"""Typing is undone a word at a time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.fields import Choice
from reportdesk.core.richtext import Block, BlockKind, Run, plain, rich
from reportdesk.gui.strokes import Stroke, goes_on, stroke


def steps(states):
    """How many steps of undo a row of states makes."""
    made = [stroke(before, after) for before, after in pairwise(states) if before != after]
    pairs = zip([None, *made], made, strict=False)
    return sum(not goes_on(last, now) for last, now in pairs)


def typed(text):
    return [plain(text[:at]) for at in range(len(text) + 1)]


@pytest.mark.parametrize(
    ("states", "count"),
    [
        (typed("word"), 1),
        (typed("two words"), 2),
        (typed("one\ntwo"), 2),
        (typed("word")[::-1], 1),
        ([plain('a "'), plain("a “")], 1),
        ([*typed('"'), plain("“"), plain("“H")], 3),
        ([plain("a"), plain("a pasted sentence"), plain("a pasted sentence.")], 2),
        ([plain("ab"), rich([Block((Run("ab", True),))])], 1),
        ([plain("ab"), rich([Block((Run("ab"),), BlockKind.BULLET)]), plain("ab")], 2),
        ([plain("ab"), plain("abc"), plain("zabc")], 2),
        ([None, "T", "Ti"], 1),
    ],
)
def test_a_row_of_changes_is_so_many_steps(states, count):
    assert steps(states) == count


@given(st.text("ab \n"), st.text("ab \n"), st.text("ab \n"), st.text("ab \n"))
def test_a_stroke_says_what_became_of_a_text(head, old, new, tail):
    before, after = head + old + tail, head + new + tail
    done = stroke(before, after)
    if done is None:
        assert before == after
    else:
        end = done.start + len(done.gone)
        assert before[: done.start] + done.came + before[end:] == after


def test_a_choice_is_not_typed():
    assert stroke(Choice("red"), Choice("green")) is None


def test_nothing_goes_on_from_nothing():
    assert not goes_on(None, Stroke(0, "", "a"))
