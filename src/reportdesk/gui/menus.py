"""The lines of the menus that every draft has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QUndoStack

from reportdesk.core.i18n import _
from reportdesk.gui.actions import Actions, Command, Menu

_QUIT = "Ctrl+Q"  # Qt has no standard key for it outside KDE
_KEY = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Commands:
    """What the menus ask of the window itself."""

    new: Callable[[], object]
    open: Callable[[], object]
    save: Callable[[], object]
    save_as: Callable[[], object]
    export: Callable[[], object]
    quit: Callable[[], object]
    next_pane: Callable[[], object]
    previous_pane: Callable[[], object]


def fill_menus(menus: Actions, undo: QUndoStack, commands: Commands) -> None:
    """Add the lines in which a draft is opened, saved, exported, undone and walked through."""
    for command in _file_lines(commands):
        menus.add(Menu.FILE, command)
    for action, keys in (
        (undo.createUndoAction(undo, _("&Undo")), ["Ctrl+Z"]),
        (undo.createRedoAction(undo, _("&Redo")), ["Ctrl+Y", "Ctrl+Shift+Z"]),
    ):
        action.setShortcuts([QKeySequence(key) for key in keys])
        menus.add_action(Menu.EDIT, action)
    next_pane = Command(_("&Next pane"), commands.next_pane, "F6", needs_draft=True)
    menus.add(Menu.VIEW, next_pane).setShortcuts([QKeySequence("F6"), QKeySequence("Ctrl+Tab")])
    before = Command(_("Pre&vious pane"), commands.previous_pane, "Shift+F6", needs_draft=True)
    menus.add(Menu.VIEW, before)
    menus.add_separator(Menu.VIEW)


def _file_lines(commands: Commands) -> tuple[Command, ...]:
    return (
        Command(_("&New…"), commands.new, _KEY.New),
        Command(_("&Open…"), commands.open, _KEY.Open),
        Command(_("&Save"), commands.save, _KEY.Save, needs_draft=True, line_above=True),
        Command(_("Save &as…"), commands.save_as, "F12", needs_draft=True),
        Command(_("&Export…"), commands.export, "Ctrl+E", needs_draft=True, line_above=True),
        Command(_("&Quit"), commands.quit, _QUIT, line_above=True),
    )
