"""The buttons show what stands at the cursor and change it."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from reportdesk.core.richtext import Block, BlockKind, Run, plain, rich
from reportdesk.gui.icons import palette_icon
from reportdesk.gui.rich.link_dialog import LinkDialog, whole_address
from reportdesk.gui.rich.looks import set_link
from reportdesk.gui.rich.text_edit import RichTextEdit
from reportdesk.gui.rich.tools import TOOLS, RichTools

LINK = "https://example.org/a"


@pytest.fixture
def tools(qtbot, text):
    made = RichTools(text, "Background", text)
    made.fill()
    return {tool.icon: action for tool, action in made._actions}


def on(tools):
    return {name for name, action in tools.items() if action.isChecked()}


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (Block((Run("a", bold=True),)), {"bold"}),
        (Block((Run("a", italic=True, superscript=True),)), {"italic", "superscript"}),
        (Block((Run("a", link=LINK),)), {"link"}),
        (Block((Run("a"),), BlockKind.BULLET), {"bullets"}),
        (Block((Run("a"),), BlockKind.NUMBER), {"numbers"}),
        (Block((Run("a"),), BlockKind.HEADING), {"heading"}),
        (Block((Run("a"),), BlockKind.QUOTATION), {"quotation"}),
    ],
)
def test_the_buttons_follow_the_cursor(text, tools, block, shown):
    text.set_rich(rich([block, Block((Run("plain"),))]))
    text.select(0, 1, 1)
    assert on(tools) == shown
    text.select(1, 2, 2)
    assert on(tools) == set()


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("bold", Block((Run("word", bold=True),))),
        ("italic", Block((Run("word", italic=True),))),
        ("superscript", Block((Run("word", superscript=True),))),
        ("bullets", Block((Run("word"),), BlockKind.BULLET)),
        ("quotation", Block((Run("word"),), BlockKind.QUOTATION)),
    ],
)
def test_a_button_changes_the_selection_and_back(text, tools, name, made):
    text.set_rich(plain("word"))
    text.selectAll()
    tools[name].trigger()
    assert text.rich() == rich([made])
    text.selectAll()
    tools[name].trigger()
    assert text.rich() == plain("word")


def test_levels_are_for_lists(text, tools):
    assert not tools["deeper"].isEnabled()
    tools["bullets"].trigger()
    assert tools["deeper"].isEnabled()


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.icon)
def test_each_button_has_its_picture_name_and_keys(qapp, tools, tool):
    assert not palette_icon(tool.icon, qapp.palette()).isNull()
    assert tools[tool.icon].text()
    assert not tools[tool.icon].shortcut().isEmpty()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org", "https://example.org"),
        (" www.example.org/a?b ", "https://www.example.org/a?b"),
        ("pat@example.org", "mailto:pat@example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc", ""),
        ("two words", ""),
        ("", ""),
    ],
)
def test_an_address_is_made_whole_or_refused(typed, address):
    assert whole_address(typed) == address


def test_a_link_changes_where_the_cursor_stands_in_it(text):
    text.set_rich(rich([Block((Run("see "), Run("here", link=LINK), Run(" now")))]))
    text.select(0, 6, 6)
    set_link(text, "")
    assert text.rich() == plain("see here now")


def test_a_link_without_words_shows_its_address(text):
    set_link(text, LINK)
    assert text.rich() == rich([Block((Run(LINK, link=LINK),))])


def test_the_dialog_gives_a_whole_address(qtbot, text):
    dialog = LinkDialog("", text)
    assert not dialog.set.isEnabled()
    dialog.line.setText("example.org")
    with qtbot.waitSignal(dialog.given) as given:
        dialog.set.click()
    assert given.args == ["https://example.org"]


def test_what_is_typed_after_clearing_is_plain(qtbot, text, tools):
    text.set_rich(rich([Block((Run("a", bold=True),))]))
    text.moveCursor(QTextCursor.MoveOperation.End)
    tools["clear"].trigger()
    qtbot.keyClicks(text, "b")
    assert text.rich().blocks[0].runs == (Run("a", bold=True), Run("b"))


def test_the_buttons_are_made_when_they_are_seen(qtbot, text):
    made = RichTools(text, "Background", text)
    assert len(made.actions()) == 1
    text.show()
    qtbot.waitUntil(lambda: len(made.actions()) == len(TOOLS))


def test_a_bar_that_is_gone_makes_no_buttons(qtbot):
    parent = QWidget()
    RichTools(RichTextEdit(parent), "Background", parent)
    parent.grab()
    delete(parent)
    later = QTimer(singleShot=True, interval=1)
    with qtbot.waitSignal(later.timeout):  # an exception in the meantime fails the test
        later.start()
