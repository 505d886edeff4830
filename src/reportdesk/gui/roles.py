"""Tells screen readers what Qt cannot: that widgets are a group, or what a list is called."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QLabel, QSplitter, QWidget

_ROLE = "accessibleRole"


def tell_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let screen readers hear that the widget is this; else Qt takes it for a mere frame."""
    widget.setProperty(_ROLE, role.value)
    _answer_qt()


def tell_group(widget: QWidget, name: str, description: str = "") -> None:
    """Let screen readers say the name of a group when the officer comes into it."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
    tell_role(widget, QAccessible.Role.Grouping)


def name_list(box: QComboBox, name: str) -> None:
    """Name a list to choose from that has no label of its own.

    On Linux Qt gives its choice as its name, so that readers there ask for its label.
    """
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    label = box.findChild(QLabel, _ROLE) or QLabel(box)
    label.setObjectName(_ROLE)
    label.setText(name.replace("&", "&&"))
    label.setBuddy(box)
    label.hide()


def read_in_order(splitter: QSplitter) -> None:
    """Let readers come to the parts as eyes do; Qt has the last one first."""
    for part in (splitter.widget, splitter.handle):
        for at in range(splitter.count()):
            if widget := part(at):
                widget.raise_()


@cache
def _answer_qt() -> None:
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Return what a screen reader is to see, None where Qt knows better."""
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(_ROLE)
    return None if role is None else QAccessibleWidget(thing, QAccessible.Role(role), "")
