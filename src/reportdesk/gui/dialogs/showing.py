"""Show a place of the report's words in the form, selected."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from reportdesk.gui.rich.patching import units
from reportdesk.gui.rich.text_edit import RichTextEdit
from reportdesk.gui.workplace import Workplace
from reportdesk.services.search import Match


def show_match(workplace: Workplace, match: Match) -> QWidget | None:
    """Go to the field, select what was found there, and return the field; it has the keys now."""
    passage = match.passage
    workplace.go_to(passage.path)
    widget = workplace.window().focusWidget()
    if isinstance(widget, RichTextEdit):
        blocks = widget.rich().blocks
        if passage.block < len(blocks) and blocks[passage.block].text == passage.text:
            widget.select(passage.block, match.start, match.end)
            return widget
    elif isinstance(widget, QLineEdit) and widget.text() == passage.text:
        start = units(passage.text[: match.start])
        widget.setSelection(start, units(match.text))
        return widget
    return None


def unselect(widget: QWidget) -> None:
    """Take the selection off a field."""
    if isinstance(widget, QLineEdit):
        widget.deselect()
    elif isinstance(widget, RichTextEdit):
        cursor = widget.textCursor()
        cursor.clearSelection()
        widget.setTextCursor(cursor)
