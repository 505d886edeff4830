"""Menus and keys as Word has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from reportdesk import __version__
from reportdesk.core.i18n import _

_QUIT = "Ctrl+Q"  # Qt has no standard key for it outside KDE


@dataclass(frozen=True, slots=True)
class Commands:
    """What the menus can ask for."""

    new: Callable[[], object]
    open: Callable[[], object]
    save: Callable[[], object]
    save_as: Callable[[], object]
    export: Callable[[], object]
    quit: Callable[[], object]


class Actions:
    """The actions of the window, switched on and off with what is shown."""

    def __init__(self) -> None:
        self._for_drafts: list[QAction] = []

    def needs_draft(self, action: QAction) -> None:
        """Let this action be used only while a draft is open."""
        self._for_drafts.append(action)

    def set_draft_open(self, is_open: bool) -> None:
        """Switch the actions that need a draft."""
        for action in self._for_drafts:
            action.setEnabled(is_open)


def make_menus(window: QMainWindow, undo: QUndoStack, commands: Commands) -> Actions:
    """Fill the window's menu bar and return its actions."""
    actions = Actions()
    _fill_file_menu(window.menuBar().addMenu(_("&File")), commands, actions)
    _fill_edit_menu(window.menuBar().addMenu(_("&Edit")), undo)
    menu = window.menuBar().addMenu(_("&Help"))
    _add(menu, _("&About ReportDesk"), "", lambda: _show_about(window))
    return actions


def _fill_file_menu(menu: QMenu, commands: Commands, actions: Actions) -> None:
    key = QKeySequence.StandardKey
    _add(menu, _("&New…"), key.New, commands.new)
    _add(menu, _("&Open…"), key.Open, commands.open)
    menu.addSeparator()
    actions.needs_draft(_add(menu, _("&Save"), key.Save, commands.save))
    actions.needs_draft(_add(menu, _("Save &as…"), "F12", commands.save_as))
    menu.addSeparator()
    actions.needs_draft(_add(menu, _("&Export…"), "Ctrl+E", commands.export))
    menu.addSeparator()
    _add(menu, _("&Quit"), _QUIT, commands.quit)


def _fill_edit_menu(menu: QMenu, undo: QUndoStack) -> None:
    undo_action = undo.createUndoAction(menu, _("&Undo"))
    undo_action.setShortcut(QKeySequence.StandardKey.Undo)
    redo_action = undo.createRedoAction(menu, _("&Redo"))
    redo_action.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
    menu.addActions([undo_action, redo_action])


def _show_about(window: QMainWindow) -> None:
    text = _("ReportDesk {version}\n\nDrafts council reports in the council's own house style.")
    box = QMessageBox(QMessageBox.Icon.NoIcon, _("About ReportDesk"), "", parent=window)
    box.setText(text.format(version=__version__))
    box.open()


def _add(
    menu: QMenu, text: str, keys: str | QKeySequence.StandardKey, act: Callable[[], object]
) -> QAction:
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: act())
    return action
