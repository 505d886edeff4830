"""Rich text stays the same all the way: window, tree, draft, Word file and back."""

from itertools import dropwhile, takewhile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from reportdesk.core.document import paragraphs_of
from reportdesk.core.edits import SetAnswer
from reportdesk.core.rich_document import rich_of
from reportdesk.core.richtext import Block, BlockKind, Run, rich
from reportdesk.gui.rich.from_qt import read_rich
from reportdesk.gui.rich.to_qt import show_rich
from reportdesk.services.desk import Desk
from reportdesk.word.document_reader import read_document

TEMPLATES = Path(__file__).parents[2] / "templates"
FIELD, HEADING, AFTER = "background", "Background", "The inspection"

TEXTS = st.text(
    st.sampled_from("ab 1.-*_#>\\`[](){}%&<'\"’“–\n\t\u00a0\u00ad\u200b\u2011éŵ😀"),
    min_size=1,
    max_size=8,
)
RUNS = st.lists(
    st.builds(
        Run,
        TEXTS,
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "https://example.org/?a=b&c"]),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
TREES = st.lists(
    st.builds(Block, RUNS, st.sampled_from(BlockKind), st.integers(1, 3), st.booleans()),
    min_size=1,
    max_size=7,
).map(rich)


@pytest.fixture(scope="module")
def desk():
    return Desk([TEMPLATES])


def through_window(tree):
    document = QTextDocument()
    show_rich(document, tree)
    return read_rich(document)


def through_draft(desk, tree, path):
    session = desk.new("england-standard")
    session.apply(SetAnswer((FIELD,), tree))
    desk.save(session, path)
    return desk.open(path)


def through_word(desk, session, path):
    desk.save_report(desk.report(session).data, path)
    paragraphs = paragraphs_of(read_document(path).blocks)
    later = dropwhile(lambda one: not is_heading(one, HEADING), paragraphs)
    next(later)
    return rich_of(takewhile(lambda one: not is_heading(one, AFTER), later), heading=1)


def is_heading(paragraph, text):
    said = "".join(run.text for run in paragraph.runs)
    return paragraph.heading == 1 and said == text


@given(TREES.filter(bool))
@settings(max_examples=60)
def test_no_way_changes_it(qapp, desk, tmp_path_factory, tree):
    folder = tmp_path_factory.mktemp("way")
    shown = through_window(tree)
    session = through_draft(desk, shown, folder / "draft.yaml")
    saved = session.answers[FIELD]
    printed = through_word(desk, session, folder / "report.docx")
    assert [shown, saved, printed, through_window(printed)] == [tree] * 4
