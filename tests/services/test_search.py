"""Find and replace over the whole report touch what was found and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.edits import Together, apply_edit
from reportdesk.core.fields import Field, Kind
from reportdesk.core.richtext import Block, Run, plain, rich
from reportdesk.core.template import CommitteeType, Section, Template
from reportdesk.services.search import Query, find, passages, replaced

INNER = (Field("title", "Title", Kind.LINE), Field("text", "Text", Kind.RICH))
FIELDS = (
    Field("name", "Name", Kind.LINE),
    Field("body", "Body", Kind.RICH),
    Field("cost", "Cost", Kind.MONEY),
    Field("found", "Findings", Kind.ROWS, fields=INNER, row="Finding"),
    Field("who", "Contact", Kind.PERSON, fields=(Field("name", "Name", Kind.LINE),)),
)
TEMPLATE = Template("t", "T", "C", 1, "", CommitteeType.SCRUTINY, (), (Section("s", "S", FIELDS),))
ANSWERS = {
    "name": "A cat",
    "body": rich([Block((Run("The "), Run("cat", True), Run(" sat."))), Block((Run("Cats"),))]),
    "found": ({"id": "f1", "title": "Cat"}, {"id": "f2", "text": plain("no\nthe cat’s cat")}),
    "who": {"name": "C. Cat"},
    "kept": "cat",
}


def count(text, **how):
    return len(find(TEMPLATE, ANSWERS, Query(text, **how)))


@pytest.mark.parametrize(
    ("text", "how", "found"),
    [
        ("cat", {}, 7),
        ("cat", {"match_case": True}, 4),
        ("cat", {"whole_words": True}, 6),
        ("the cat's", {}, 1),
        ("cat sat", {}, 1),
        ("", {}, 0),
        ("dog", {}, 0),
        (".", {}, 2),
    ],
)
def test_all_places_are_found(text, how, found):
    assert count(text, **how) == found


def test_a_passage_says_where_it_stands():
    last = [one for one in passages(TEMPLATE, ANSWERS) if one.path[0] == "found"][-1]
    assert (last.path, last.block) == (("found", 1, "text"), 1)
    assert "Finding" in last.label


def test_all_are_replaced_by_one_edit_and_back():
    edit = replaced(ANSWERS, find(TEMPLATE, ANSWERS, Query("cat")), "dog")
    assert isinstance(edit, Together)
    after, inverse = apply_edit(ANSWERS, edit)
    assert not find(TEMPLATE, after, Query("cat"))
    assert after["kept"] == "cat"
    assert apply_edit(after, inverse)[0] == ANSWERS


def test_what_is_put_in_looks_as_what_it_stands_for():
    (match,) = find(TEMPLATE, ANSWERS, Query("cat sat"))
    after, _back = apply_edit(ANSWERS, replaced(ANSWERS, [match], "dog ran"))
    assert after["body"].blocks[0].runs == (Run("The "), Run("dog ran", True), Run("."))


def test_an_answer_that_becomes_empty_is_none():
    edit = replaced(ANSWERS, find(TEMPLATE, ANSWERS, Query("A cat")), "")
    assert "name" not in apply_edit(ANSWERS, edit)[0]


def test_nothing_found_is_no_edit():
    assert replaced(ANSWERS, (), "x") is None


RUNS = st.lists(
    st.builds(Run, st.text("abA ’\n", min_size=1, max_size=5), st.booleans(), st.booleans()),
    min_size=1,
    max_size=4,
).map(tuple)


@given(RUNS, st.sampled_from(["a", "ab", "b a", "'"]), st.text("axz", max_size=3))
def test_only_matches_are_touched(runs, text, new):
    answers = {"body": rich([Block(runs), Block((Run("other"),))])}
    found = find(TEMPLATE, answers, Query(text))
    edit = replaced(answers, found, new)
    if edit is None:
        return
    after = apply_edit(answers, edit)[0]["body"]
    pattern = re.compile(text.replace("'", "['‘’]").replace(" ", "[ \u00a0]"), re.IGNORECASE)
    before = answers["body"].blocks[0].text
    assert after.blocks[-1] == Block((Run("other"),))
    assert after.blocks[:-1] == () or bare(after.blocks[0].text) == bare(pattern.sub(new, before))


@given(RUNS)
def test_the_looks_around_a_match_stay(runs):
    answers = {"body": rich([Block(runs)])}
    edit = replaced(answers, find(TEMPLATE, answers, Query("b", match_case=True)), "z")
    if edit is not None:
        after = apply_edit(answers, edit)[0]["body"]
        assert looks(after) == looks(answers["body"])


def bare(text):
    """White space at edges and around breaks is brought into normal form."""
    return re.sub(r"\s", "", text)


def looks(tree):
    return [
        (run.bold, run.italic)
        for block in tree.blocks
        for run in block.runs
        for _letter in run.text
    ]
