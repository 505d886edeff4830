"""What the start page does not need waits until it is seen."""

import subprocess
import sys

from PySide6.QtWidgets import QWidget

from reportdesk.gui.after_paint import AfterPaint

LATE = (
    "gui.announcing", "gui.signals", "gui.workplace", "gui.forms.page", "gui.letters.feature",
    "gui.preview.follower", "gui.dialogs.help", "gui.dialogs.compare", "gui.dialogs.export",
    "templating.compiler", "services.press",
)  # fmt: skip
LETTERS = ("rapidfuzz", "reportdesk.letters", "reportdesk.services.sources")
FOREIGN = ("docx", "lxml", "jinja2", "spylls", "pypdfium2", "pypdf", "markdown_it", "difflib")


def test_it_goes_on_once_when_the_widget_is_painted(qtbot):
    widget, done = QWidget(), []
    qtbot.addWidget(widget)
    AfterPaint(widget, lambda: done.append(widget.isVisible()))
    widget.show()
    qtbot.waitUntil(lambda: bool(done))
    widget.repaint()
    qtbot.wait(0)
    assert done == [True]


def test_it_goes_on_without_ever_being_painted(qtbot):
    widget, done = QWidget(), []
    qtbot.addWidget(widget)
    AfterPaint(widget, lambda: done.append(1))
    qtbot.waitUntil(lambda: bool(done))


def loaded(names, module):
    """Return which of the names are loaded with the module, as a list is written."""
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}; import {module}; "
        f"print([name for name in {names!r} if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    return ended.stdout.strip()


def test_the_start_page_needs_nothing_that_only_drafts_need():
    names = [*FOREIGN, *(f"reportdesk.{name}" for name in LATE)]
    assert loaded(names, "reportdesk.gui.app") == "[]"


def test_a_draft_without_a_letter_needs_nothing_that_reads_letters():
    assert loaded(LETTERS, "reportdesk.gui.features") == "[]"
