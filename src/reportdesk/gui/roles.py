"""Tells screen readers what Qt cannot: that widgets are a group, or what a list is called."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QLabel, QSplitter, QWidget

_ROLE = "accessible_role"
_Kind = TypeVar("_Kind", bound=QWidget)


def told_as(role: QAccessible.Role) -> Callable[[type[_Kind]], type[_Kind]]:
    """Return what lets screen readers hear that widgets of a class are this.

    Law: it is told of the class. A single widget may be asked for before it is told of that,
    and Qt asks once.
    """

    def tell(kind: type[_Kind]) -> type[_Kind]:
        setattr(kind, _ROLE, role)
        _answer_qt()
        return kind

    return tell


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
    role = getattr(type(thing), _ROLE, None)
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role, "")
