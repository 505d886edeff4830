"""The lines of the menus that every draft has, and the small bar of the usual ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QToolBar

from reportdesk.core.i18n import _
from reportdesk.gui.actions import Actions, Command, Menu, key_hint
from reportdesk.gui.clipping import add_clipboard_lines
from reportdesk.gui.icons import palette_icon

_QUIT = "Ctrl+Q"  # Qt has no standard key for it outside KDE
_KEY = QKeySequence.StandardKey
_BAR = ("new", "open", "save", "", "undo", "redo", "", "export")

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Commands:
    """What the menus ask for."""

    new: Act
    open: Act
    close: Act
    save: Act
    save_as: Act
    versions: Act
    forget: Act
    restyle: Act
    export: Act
    print: Act
    settings: Act
    quit: Act
    next_pane: Act
    previous_pane: Act
    guide: Act
    keys: Act
    about: Act


def fill_menus(menus: Actions, undo: QUndoStack, commands: Commands) -> Mapping[str, QAction]:
    """Add the lines that every draft has and return their actions by name."""
    made = {
        name: menus.add(menu, command)
        for menu, lines in _lines(commands).items()
        for name, command in lines.items()
    }
    for name, action, keys in (
        ("undo", undo.createUndoAction(undo, _("&Undo")), ["Ctrl+Z"]),
        ("redo", undo.createRedoAction(undo, _("&Redo")), ["Ctrl+Y", "Ctrl+Shift+Z"]),
    ):
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setData(action.text())  # later its text tells what would be undone
        made[name] = menus.add_action(Menu.EDIT, action)
    add_clipboard_lines(menus)
    made["next"].setShortcuts([QKeySequence("F6"), QKeySequence("Ctrl+Tab")])
    menus.add_separator(Menu.VIEW)
    return made


def add_bar(window: QMainWindow, actions: Mapping[str, QAction]) -> QToolBar:
    """Add the small bar of the usual actions and return it."""
    bar = QToolBar(_("Toolbar"), window)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in _BAR:
        if name:
            bar.addAction(actions[name])
            if not actions[name].data():
                actions[name].setToolTip(_tip(actions[name]))
        else:
            bar.addSeparator()
    window.addToolBar(bar)
    draw_icons(window, actions)
    return bar


def _tip(action: QAction) -> str:
    """What a button does, with its keys, as Word tells it."""
    said = action.text().replace("&", "").rstrip("…")
    return f"{said} ({key_hint(action)})"


def draw_icons(window: QMainWindow, actions: Mapping[str, QAction]) -> None:
    """Draw the icons in the window's colours and size; a change of theme asks for it again."""
    side = round(window.fontMetrics().lineSpacing() * 1.4)
    for bar in window.findChildren(QToolBar, "toolbar"):
        bar.setIconSize(QSize(side, side))
    for name in filter(None, _BAR):
        actions[name].setIcon(palette_icon(name, window.palette()))
        actions[name].setIconVisibleInMenu(False)


def _lines(commands: Commands) -> Mapping[Menu, Mapping[str, Command]]:
    return {
        Menu.FILE: _file_lines(commands),
        Menu.EDIT: {},
        Menu.VIEW: {
            "next": Command(_("&Next pane"), commands.next_pane, "F6", needs_draft=True),
            "previous": Command(
                _("Pre&vious pane"), commands.previous_pane, "Shift+F6", needs_draft=True
            ),
        },
        Menu.HELP: {
            "guide": Command(_("&User guide"), commands.guide, "F1"),
            "keys": Command(_("&Keyboard shortcuts"), commands.keys),
            "about": Command(_("&About ReportDesk"), commands.about, line_above=True),
        },
    }


def _file_lines(commands: Commands) -> Mapping[str, Command]:
    return {
        "new": Command(_("&New…"), commands.new, _KEY.New),
        "open": Command(_("&Open…"), commands.open, _KEY.Open),
        "close": Command(_("&Close"), commands.close, "Ctrl+W", needs_draft=True),
        "save": Command(_("&Save"), commands.save, _KEY.Save, needs_draft=True, line_above=True),
        "save_as": Command(_("Save &as…"), commands.save_as, "F12", needs_draft=True),
        "versions": Command(_("Earlier &versions…"), commands.versions, needs_draft=True),
        "forget": Command(_("&Forget this draft…"), commands.forget, needs_draft=True),
        "export": Command(
            _("&Export…"), commands.export, "Ctrl+E", needs_draft=True, line_above=True
        ),
        "print": Command(_("&Print…"), commands.print, _KEY.Print, needs_draft=True),
        "restyle": Command(_("Change the &template…"), commands.restyle, needs_draft=True),
        "settings": Command(_("Settin&gs…"), commands.settings, "Ctrl+,", line_above=True),
        "quit": Command(_("&Quit"), commands.quit, _QUIT, line_above=True),
    }
