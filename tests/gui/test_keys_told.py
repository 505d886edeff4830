"""The keys that the window has, the dialog that lists them and the page of the guide agree."""

import re

from PySide6.QtGui import QKeySequence

from reportdesk.gui.dialogs.help import TableDialog
from reportdesk.gui.rich.tools import TOOLS

KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:\w+|[=\[\],+-])|\bF\d+\b")


def listed(window):
    """Return the rows of the dialog: what it does, keys, where."""
    window.helping.keys()
    table = window.findChild(TableDialog).table
    return [
        tuple(table.item(row, column).text() for column in range(3))
        for row in range(table.rowCount())
    ]


def test_the_guide_lists_the_keys_that_the_dialog_lists(window, home):
    page = (home.guide / "7-keys.md").read_text("utf-8")
    rows = [tuple(line.strip("| ").split(" | ")) for line in page.splitlines() if line[:1] == "|"]
    told = [row for row in rows if row[0] != "Keys" and not set(row[0]) <= {"-", "|"}]
    assert told == [(keys, does, where) for does, keys, where in listed(window)]


def test_no_keys_of_a_text_are_those_of_a_menu(window):
    """Qt would do neither of the two."""
    menus = {key for _menu, action in window.menus.all() for key in action.shortcuts()}
    assert [tool.does for tool in TOOLS if QKeySequence(tool.keys) in menus] == []


def test_all_keys_in_the_guide_are_keys_that_there_are(window, home):
    known = {keys for row in listed(window) for keys in row[1].split(", ")}
    pages = "".join(page.read_text("utf-8") for page in home.guide.glob("*.md"))
    told = set(KEYS.findall(pages))
    assert told - known == set()
    assert len(told) > 20
