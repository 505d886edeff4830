"""Rich text keeps one normal form, whatever it is made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.richtext import Block, BlockKind, Run, plain, rich

RUNS = st.lists(
    st.builds(
        Run,
        st.text("ab \n\t\u00a0", max_size=6),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "https://example.org"]),
    ),
    max_size=5,
).map(tuple)
BLOCKS = st.lists(
    st.builds(Block, RUNS, st.sampled_from(BlockKind), st.integers(0, 5), st.booleans()),
    max_size=8,
)


@given(BLOCKS)
def test_normal_form_is_reached_at_once(blocks):
    once = rich(blocks)
    assert rich(once.blocks) == once


@given(BLOCKS)
def test_no_letter_is_lost(blocks):
    letters = [c for block in blocks for c in block.text if c not in " \n\t"]
    assert [c for c in rich(blocks).text if c not in " \n\t"] == letters


@given(BLOCKS)
def test_levels_grow_one_at_a_time(blocks):
    level = 0
    for block in rich(blocks).blocks:
        is_item = block.kind in (BlockKind.BULLET, BlockKind.NUMBER)
        assert not is_item or block.level <= level + 1
        level = block.level if is_item else 0


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("a"), Run("b")), (Run("ab"),)),
        ((Run("  a "),), (Run("a"),)),
        ((Run("bold ", bold=True), Run("x")), (Run("bold", bold=True), Run(" x"))),
        (
            (Run("a", bold=True), Run(" "), Run("b", bold=True)),
            (Run("a b", True),),
        ),
        ((Run("a \n b"),), (Run("a\nb"),)),
        ((Run("\u00a0a"),), (Run("\u00a0a"),)),
    ],
)
def test_runs_in_normal_form(runs, expected):
    assert rich([Block(runs)]).blocks[0].runs == expected


def test_plain_text_is_a_paragraph_a_line():
    assert [block.text for block in plain("one\n\ntwo").blocks] == ["one", "two"]


def number(text, level=1, restart=False):
    return Block((Run(text),), BlockKind.NUMBER, level, restart)


@pytest.mark.parametrize(
    ("blocks", "restarts"),
    [
        ([number("a"), number("b")], [True, False]),
        ([number("a"), Block((Run("x"),)), number("b")], [True, False, False]),
        ([number("a"), Block((Run("x"),), BlockKind.HEADING), number("b")], [True, False, True]),
        ([number("a"), number("b", 2), number("c", 2), number("d")], [True, True, False, False]),
        ([number("a"), number("b", restart=True)], [True, True]),
    ],
)
def test_a_number_goes_on_where_it_can(blocks, restarts):
    assert [block.restart for block in rich(blocks).blocks] == restarts
