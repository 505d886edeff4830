"""Reads a window as a screen reader does: by Qt's accessible tree, not by its widgets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QFileDialog,
    QWidget,
)

_Role, _Text = QAccessible.Role, QAccessible.Text
_MARKS = re.compile("[✓✕●]")
_SIGNS = re.compile(r"[✓✕●•·▸▾\x00-\x1f]|&\w|<\w+>|(Ctrl|Alt|Shift)\+")
_QTS_OWN = (QCalendarWidget, QFileDialog, QAbstractSpinBox)
_READ = (_Role.Cell, _Role.StaticText)
_ITEMS = (_Role.ListItem, _Role.TreeItem, _Role.Cell, _Role.PageTab, _Role.MenuItem)


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that a screen reader can come to.

    Attributes:
        groups: the names of the groups that it stands in, the outermost first.
        label: the words of the label that belongs to it, empty for none.
    """

    name: str
    role: QAccessible.Role
    description: str
    focusable: bool
    label: str
    groups: tuple[str, ...]

    @property
    def said(self) -> str:
        """What it is called: a list to choose from by its label, as its name is its value."""
        return self.label if self.role is _Role.ComboBox else self.name

    def __str__(self) -> str:
        return f"{self.role.name} “{self.name}” in {self.groups or 'the window'}"


def heard(root: QWidget) -> Iterator[Heard]:
    """Yield what is shown in a window, from the outside in."""
    yield from _walk(QAccessible.queryAccessibleInterface(root), ())


def faults(root: QWidget) -> list[str]:
    """Return what a screen reader would say badly, or not at all."""
    focusable = [one for one in heard(root) if one.focusable]
    said = Counter((one.groups, one.said, one.role) for one in focusable if one.role not in _ITEMS)
    twice = [f"said twice: {name} in {where}" for (where, name, _role), n in said.items() if n > 1]
    return [f"{fault}: {one}" for one in heard(root) for fault in _faults_of(one)] + twice


def _faults_of(one: Heard) -> Iterator[str]:
    signs = _SIGNS if one.focusable and one.role not in _READ else _MARKS
    if signs.search(one.name):
        yield "signs in a name"
    if not one.focusable or one.role is _Role.Cell:
        return
    if not one.name:
        yield "no name"
    if one.role is _Role.Client:
        yield "no role"
    if one.role is _Role.ComboBox and not one.label:
        yield "a list that says its value alone"
    if (
        one.label
        and one.role is not _Role.ComboBox
        and one.label.rstrip(":") != one.name.rstrip(":")
    ):
        yield f"its label says “{one.label}”"


def _walk(one: QAccessible, groups: tuple[str, ...]) -> Iterator[Heard]:
    state = one.state()
    if state.invisible or isinstance(one.object(), _QTS_OWN):
        return
    name = one.text(_Text.Name)
    yield Heard(
        name,
        one.role(),
        one.text(_Text.Description),
        bool(state.focusable) and not state.disabled and not _inner(one.object()),
        _label(one),
        groups,
    )
    if one.role() is _Role.Grouping and name:
        groups = (*groups, name)
    if one.role() is not _Role.ComboBox:
        for at in range(one.childCount()):
            yield from _walk(one.child(at), groups)


def _label(one: QAccessible) -> str:
    found = one.relations(QAccessible.RelationFlag.Label)
    return " ".join(other.text(_Text.Name) for other, _flag in found)


def _inner(widget: object) -> bool:
    """A part that Qt makes itself, or that hands its keys on, speaks for its owner."""
    if not isinstance(widget, QWidget):
        return False
    return isinstance(widget.parent(), QComboBox) or widget.focusProxy() is not None
