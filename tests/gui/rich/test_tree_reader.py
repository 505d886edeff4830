"""Whatever is done to a document, the quick reader says what a full reading says."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from reportdesk.core.richtext import Block, BlockKind, Run, rich
from reportdesk.gui.rich.from_qt import read_rich
from reportdesk.gui.rich.kinds import change_level, toggle_kind
from reportdesk.gui.rich.pasting import paste_rich
from reportdesk.gui.rich.to_qt import run_format, show_rich
from reportdesk.gui.rich.tree_reader import TreeReader

TREE = rich([Block((Run("a"),), kind) for kind in BlockKind])
DEEDS = {
    "type": lambda cursor: cursor.insertText("x"),
    "return": lambda cursor: cursor.insertBlock(),
    "delete": lambda cursor: cursor.removeSelectedText(),
    "backspace": lambda cursor: cursor.deletePreviousChar(),
    "bold": lambda cursor: cursor.mergeCharFormat(run_format(Run("", True))),
    "list": lambda cursor: toggle_kind(cursor, BlockKind.NUMBER),
    "quote": lambda cursor: toggle_kind(cursor, BlockKind.QUOTATION),
    "deeper": lambda cursor: change_level(cursor, 1),
    "paste": lambda cursor: paste_rich(cursor, TREE),
    "show": lambda cursor: show_rich(cursor.document(), TREE),
    "clear": lambda cursor: cursor.document().clear(),
}
STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 40), st.integers(0, 40)), max_size=25
)


@given(STEPS)
@settings(max_examples=150)
def test_it_reads_what_is_there(qapp, steps):
    document = QTextDocument()
    reader = TreeReader(document)
    for deed, start, end in steps:
        cursor = QTextCursor(document)
        most = document.characterCount() - 1
        cursor.setPosition(min(start, most))
        cursor.setPosition(min(end, most), QTextCursor.MoveMode.KeepAnchor)
        DEEDS[deed](cursor)
        assert reader.read() == read_rich(document)
