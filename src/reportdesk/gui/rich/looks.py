"""How the letters at a cursor look, and how to change it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reportdesk.core.richtext import Run
from reportdesk.gui.rich.from_qt import read_run
from reportdesk.gui.rich.to_qt import run_format

_RAISED = QTextCharFormat.VerticalAlignment.AlignSuperScript
_LEVEL = QTextCharFormat.VerticalAlignment.AlignNormal


@dataclass(frozen=True, slots=True)
class Looks:
    """Which looks the next letter would have."""

    bold: bool
    italic: bool
    superscript: bool
    link: str


def looks_at(text: QTextEdit) -> Looks:
    """Return the looks at the cursor."""
    run = read_run("", text.currentCharFormat())
    return Looks(run.bold, run.italic, run.superscript, run.link)


def toggle_bold(text: QTextEdit) -> None:
    """Make the selection bold, or not bold where it is."""
    look = QTextCharFormat()
    bold = looks_at(text).bold
    look.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
    text.mergeCurrentCharFormat(look)


def toggle_italic(text: QTextEdit) -> None:
    """Make the selection italic, or upright where it is."""
    text.setFontItalic(not looks_at(text).italic)


def toggle_superscript(text: QTextEdit) -> None:
    """Raise the selection, or lower it where it is raised."""
    look = QTextCharFormat()
    look.setVerticalAlignment(_LEVEL if looks_at(text).superscript else _RAISED)
    text.mergeCurrentCharFormat(look)


def set_link(text: QTextEdit, address: str) -> None:
    """Link the selection to the address, or unlink it for an empty one.

    Without a selection the link around the cursor changes, else the address itself is put there.
    """
    cursor = text.textCursor()
    if not cursor.hasSelection():
        cursor = link_around(cursor)
    if cursor.hasSelection():
        cursor.mergeCharFormat(_link_format(address))
    elif address:
        cursor.insertText(address, run_format(Run("", link=address)))


def link_around(cursor: QTextCursor) -> QTextCursor:
    """Return a cursor that selects the whole link at the cursor, or nothing where there is none."""
    address = cursor.charFormat().anchorHref()
    found = QTextCursor(cursor)
    if not address:
        return found
    block = cursor.block()
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        start, end = piece.position(), piece.position() + piece.length()
        if start <= cursor.position() <= end and piece.charFormat().anchorHref() == address:
            found.setPosition(start)
            found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            return found
        at += 1
    return found


def leave_link(text: QTextEdit) -> None:
    """Let what is typed at a link's end stand after the link."""
    cursor = text.textCursor()
    if cursor.hasSelection() or not cursor.charFormat().isAnchor():
        return
    after = QTextCursor(cursor)
    at_end = not after.movePosition(QTextCursor.MoveOperation.NextCharacter)
    address = cursor.charFormat().anchorHref()
    if at_end or cursor.atBlockEnd() or after.charFormat().anchorHref() != address:
        text.mergeCurrentCharFormat(_link_format(""))


def clear_looks(text: QTextEdit) -> None:
    """Take all looks off the selection, or off what is typed next."""
    text.textCursor().setCharFormat(QTextCharFormat())
    text.setCurrentCharFormat(QTextCharFormat())


def _link_format(address: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setAnchor(bool(address))
    look.setAnchorHref(address)
    look.setFontUnderline(bool(address))
    return look
