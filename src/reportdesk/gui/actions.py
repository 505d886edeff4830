"""Menus and keys as Word has them; a feature adds its own actions to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from reportdesk.core.i18n import _

Keys = str | QKeySequence.StandardKey


class Menu(Enum):
    """The menus of the window, in their order."""

    FILE = _("&File")
    EDIT = _("&Edit")
    VIEW = _("&View")
    INSERT = _("&Insert")
    TOOLS = _("&Tools")
    HELP = _("&Help")


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a menu.

    Attributes:
        needs_draft: it can be used only while a draft is open.
        line_above: a line is drawn above it.
    """

    text: str
    act: Callable[[], object]
    keys: Keys = ""
    needs_draft: bool = False
    line_above: bool = False


class Actions:
    """The actions of the window, switched on and off with what is shown."""

    def __init__(self, window: QMainWindow) -> None:
        self._menus = {menu: _empty(window, menu) for menu in Menu}
        self._for_drafts: list[QAction] = []
        self._draft_open = False

    def add(self, menu: Menu, command: Command) -> QAction:
        """Add a line at the menu's end and return its action."""
        if command.line_above:
            self._menus[menu].addSeparator()
        action = QAction(command.text, self._menus[menu])
        action.setShortcut(QKeySequence(command.keys))
        action.triggered.connect(lambda: command.act())
        return self.add_action(menu, action, command.needs_draft)

    def add_action(self, menu: Menu, action: QAction, needs_draft: bool = False) -> QAction:
        """Add an action that is made already, such as undo, and return it."""
        self._menus[menu].menuAction().setVisible(True)
        self._menus[menu].addAction(action)
        if needs_draft:
            self._for_drafts.append(action)
            action.setEnabled(self._draft_open)
        return action

    def add_separator(self, menu: Menu) -> None:
        """Draw a line at the menu's end."""
        self._menus[menu].addSeparator()

    def all(self) -> list[tuple[Menu, QAction]]:
        """Return every action with its menu, in the menus' order."""
        return [
            (menu, action)
            for menu, shown in self._menus.items()
            for action in shown.actions()
            if not action.isSeparator()
        ]

    def set_draft_open(self, is_open: bool) -> None:
        """Switch the actions that need a draft."""
        self._draft_open = is_open
        for action in self._for_drafts:
            action.setEnabled(is_open)


def _empty(window: QMainWindow, menu: Menu) -> QMenu:
    """A menu that shows once it holds anything."""
    made = window.menuBar().addMenu(menu.value)
    made.menuAction().setVisible(False)
    return made


def key_hint(action: QAction) -> str:
    """Return the action's keys as the officer reads them, the usual ones first."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts())
