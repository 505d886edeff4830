"""What the rich text editor shows is what it was given."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from reportdesk.core.richtext import Block, BlockKind, Run, rich
from reportdesk.gui.rich.from_qt import read_rich
from reportdesk.gui.rich.to_qt import show_rich

RUNS = st.lists(
    st.builds(
        Run,
        st.text("ab \n\u00a0“–\u00ad\u200b", min_size=1, max_size=6),
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
    max_size=9,
).map(rich)


@given(TREES)
def test_a_tree_comes_back_as_it_was(tree):
    document = QTextDocument()
    show_rich(document, tree)
    assert read_rich(document) == tree
