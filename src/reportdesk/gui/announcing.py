"""Tells a screen reader something at once, wherever the keys are."""

from __future__ import annotations

import sys

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

_MARKS = "✓✕●! "  # seen before the words, and never said


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say the text, if there is any and one is listening."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def describe_and_say(widget: QWidget, description: str, said: str) -> None:
    """Describe a widget anew, and let a screen reader say what is new in that.

    On Linux readers say by themselves what comes to the description of what has the keys; said
    again it would be heard twice.
    """
    changed = description != widget.accessibleDescription()
    widget.setAccessibleDescription(description)
    if not (changed and widget.hasFocus() and sys.platform.startswith("linux")):
        announce(widget, said)


def without_mark(text: str) -> str:
    """Return the words that stand behind a mark such as ``✓``."""
    return text.lstrip(_MARKS)


def show_and_say(label: QLabel, text: str) -> None:
    """Show the text in the label, and say it where it is another than before."""
    words = without_mark(text)
    if text != label.text():
        announce(label, words)
    label.setText(text)
    label.setAccessibleName(words)
