"""The clipboard both ways: what is copied can be pasted, and what cannot be is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.richtext import Block, BlockKind, Run, plain, rich
from reportdesk.services.paste import (
    MAX_CHARACTERS,
    MAX_HTML,
    MAX_WORD,
    read_html,
    read_plain,
    write_html,
)
from reportdesk.word.pasted.reader import read_pasted

RUNS = st.lists(
    st.builds(
        Run,
        st.text("ab \n\t\u00a0“–<&\"'\u00ad", min_size=1, max_size=6),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "https://example.org/?a=b&c", "mailto:a@example.org"]),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
TREES = st.lists(
    st.builds(Block, RUNS, st.sampled_from(BlockKind), st.integers(1, 3), st.booleans()),
    max_size=9,
).map(rich)


def as_pasted(tree):
    """What a paste keeps: a heading bold all over is a heading, lone hard spaces are nothing."""
    return rich(unbolded(block) for block in tree.blocks if block.text.strip(" \n\t\u00a0"))


def unbolded(block):
    mixed = any(run.text.strip() and not run.bold for run in block.runs)
    if block.kind is not BlockKind.HEADING or mixed:
        return block
    return replace(block, runs=tuple(replace(run, bold=False) for run in block.runs))


@given(TREES)
def test_what_is_copied_is_pasted_as_it_was(tree):
    assert read_html(write_html(as_pasted(tree)), "").value == as_pasted(tree)


@pytest.mark.parametrize(
    ("html", "text", "said"),
    [
        ("<img src=a.png width=9>", "", "1 picture was left out."),
        ("<table><tr><td>a<td>b</table>", "a\tb", "1 table was pasted as lines"),
        ("x" * (MAX_HTML + 1), "x", "only the words"),
        ("<p>" + "x" * (MAX_CHARACTERS + 1), "", "too much to paste"),
        ("<p>" + "x" * (MAX_WORD + 1), "", "a word of more than 5,000 letters"),
    ],
)
def test_what_is_lost_is_told(html, text, said):
    pasted = read_html(html, text)
    assert said in " ".join(pasted.notices)


def test_what_is_nested_too_deep_comes_as_words():
    html = "<div>" * 3000 + "deep"
    pasted = read_html(html, "deep")
    assert pasted.value == plain("deep")
    said = "only the words" in " ".join(pasted.notices)
    assert said is not read_pasted(html).whole  # some parsers read it all


@pytest.mark.parametrize(("length", "taken"), [(MAX_WORD, True), (MAX_WORD + 1, False)])
def test_a_word_without_end_is_refused(length, taken):
    assert bool(read_plain("before " + "x" * length).value) is taken


def test_plain_words_are_paragraphs():
    assert read_plain("a\r\nb\x07").value == plain("a\nb")
    assert "1 character" in read_plain("\x07").notices[0]


@pytest.mark.parametrize(
    ("text", "edges"),
    [(" word", (" ", "")), ("word ", ("", " ")), ("a\nb ", ("", "")), ("", ("", ""))],
)
def test_words_bring_the_space_beside_them(text, edges):
    pasted = read_plain(text)
    assert (pasted.lead, pasted.trail) == edges
