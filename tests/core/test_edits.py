"""Every edit returns the edit that takes it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.draft import Draft
from reportdesk.core.edits import (
    InsertRow,
    MoveRow,
    RemoveRow,
    SetAnswer,
    Together,
    answer_at,
    apply_edit,
)

START = {"title": "T", "rows": ({"id": "a", "text": "1"}, {"id": "b", "inner": ({"text": "x"},)})}
PLAIN = st.one_of(
    st.builds(
        SetAnswer,
        st.sampled_from([("title",), ("new",), ("person", "name")]),
        st.sampled_from(["v", None]),
    ),
    st.builds(
        SetAnswer,
        st.sampled_from([("rows", 0, "text"), ("rows", 1, "inner", 0, "text")]),
        st.sampled_from(["v", None]),
    ),
    st.builds(InsertRow, st.just(("rows",)), st.integers(0, 2), st.just({"id": "n"})),
    st.builds(RemoveRow, st.sampled_from([("rows",), ("rows", 1, "inner")]), st.just(0)),
    st.builds(MoveRow, st.just(("rows",)), st.integers(0, 1), st.integers(0, 1)),
)


def clean(value):
    """An empty group is no answer, so both say the same."""
    if isinstance(value, dict):
        return {
            key: clean(inner) for key, inner in value.items() if clean(inner) not in (None, {}, ())
        }
    return tuple(clean(inner) for inner in value) if isinstance(value, tuple) else value


@given(PLAIN)
def test_undo_undoes(edit):
    after, inverse = apply_edit(START, edit)
    assert clean(apply_edit(after, inverse)[0]) == clean(START)


@given(PLAIN)
def test_redo_does_it_again(edit):
    after, inverse = apply_edit(START, edit)
    before, again = apply_edit(after, inverse)
    assert apply_edit(before, again)[0] == after


def test_edits_together_are_undone_together():
    both = Together(
        (SetAnswer(("title",), "U"), RemoveRow(("rows",), 0), SetAnswer(("rows", 0, "id"), "c"))
    )
    after, inverse = apply_edit(START, both)
    assert answer_at(after, ("rows", 0, "id")) == "c"
    assert apply_edit(after, inverse)[0] == START


@pytest.mark.parametrize(
    "edit",
    [
        RemoveRow(("rows",), 2),
        InsertRow(("rows",), 3, {}),
        MoveRow(("rows",), 0, 2),
        SetAnswer(("rows", 5, "text"), "x"),
    ],
)
def test_a_row_that_is_not_there_is_an_error(edit):
    with pytest.raises(IndexError):
        apply_edit(START, edit)


def test_an_edit_touches_only_what_lies_on_its_path():
    after, _ = apply_edit(START, SetAnswer(("rows", 0, "text"), "2"))
    assert after["rows"][1] is START["rows"][1]


def test_a_draft_tells_of_a_change_once():
    draft, heard = Draft(None, START), []
    draft.changed.connect(heard.append)
    draft.apply(SetAnswer(("title",), "T"))
    draft.apply(SetAnswer(("title",), "U"))
    assert heard == [SetAnswer(("title",), "U")]


def test_what_was_taken_from_a_draft_does_not_change_later():
    draft = Draft(None, START)
    held = draft.answers
    draft.apply(SetAnswer(("title",), "U"))
    assert held["title"] == "T"
