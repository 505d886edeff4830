"""The window: one draft at work or the start page, and the menus over it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from reportdesk.core.i18n import _
from reportdesk.gui.actions import Actions, Menu
from reportdesk.gui.dialogs.files import dropped_file
from reportdesk.gui.forgetting import Forgetting
from reportdesk.gui.layout import Layout
from reportdesk.gui.menus import Commands, add_bar, draw_icons, fill_menus
from reportdesk.gui.opening import Opening
from reportdesk.gui.panes import Pane
from reportdesk.gui.saving import Saving
from reportdesk.gui.stage import Stage
from reportdesk.gui.standing import Standing
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.home import Home

if TYPE_CHECKING:  # the start page shows before any of these is needed
    from reportdesk.gui.exporting import Exporting
    from reportdesk.gui.helping import Helping
    from reportdesk.gui.history import History
    from reportdesk.gui.preferences import Preferences
    from reportdesk.gui.restyling import Restyling
    from reportdesk.gui.workplace import Workplace

_DRAFT_ENDINGS = (".yaml", ".yml")


class MainWindow(QMainWindow):
    """Shows a draft or the start page; features add what else it can do.

    Attributes:
        stage: what is shown; its signals tell features when a draft comes and goes.
        menus: a feature adds its own lines to these.
        usual: the commands that every window has, by name.
        home: the officer's settings, recent drafts and recovery.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, home: Home) -> None:
        super().__init__()
        self.home = home
        self.stage = Stage(self, desk, tasks)
        self.menus = Actions(self)
        self.saving = Saving(self.stage)
        self.opening = Opening(self.stage, self.saving, home)
        self.standing = Standing(self.stage, self)
        self.forgetting = Forgetting(self.stage, home)
        self.forgetting.forgotten.connect(self.opening.show_recents)
        self.opening.wants_forgotten.connect(self.forgetting.ask)
        self._may_close = False
        self.setMinimumSize(640, 480)
        self.resize(1280, 800)
        self.setAcceptDrops(True)
        self.stage.opened.connect(self._opened)
        self.stage.left.connect(self._left)
        self.usual = fill_menus(self.menus, self.stage.undo, self._commands())
        add_bar(self, self.usual)
        self.layout_kept = Layout(self, self.stage, home)
        self.opening.start()

    @cached_property
    def exporting(self) -> Exporting:
        """Exports the draft on stage."""
        # Loaded late, like the four below, because the start page shows before it is needed.
        from reportdesk.gui.exporting import Exporting

        return Exporting(self.stage, self.home)

    @cached_property
    def restyling(self) -> Restyling:
        """Changes the template of the draft on stage."""
        # Loaded late because the start page shows before it is needed.
        from reportdesk.gui.restyling import Restyling

        return Restyling(self.stage)

    @cached_property
    def history(self) -> History:
        """Goes back to earlier versions of the draft on stage."""
        # Loaded late because the start page shows before it is needed.
        from reportdesk.gui.history import History

        return History(self.stage)

    @cached_property
    def preferences(self) -> Preferences:
        """Changes the officer's settings."""
        # Loaded late because the start page shows before it is needed.
        from reportdesk.gui.preferences import Preferences

        made = Preferences(self.stage, self.home)
        made.changed.connect(self._redraw)
        made.names_cleared.connect(self.opening.show_recents)
        return made

    @cached_property
    def helping(self) -> Helping:
        """Shows help."""
        # Loaded late because the start page shows before it is needed.
        from reportdesk.gui.helping import Helping

        return Helping(self, self.menus, self.home)

    def open(self, path: Path) -> None:
        """Show the draft at that path, or say why it cannot be read."""
        self.opening.open(path)

    def new(self, template_id: str) -> None:
        """Show a new draft of that template."""
        self.opening.new(template_id)

    def next_pane(self) -> None:
        """Put the focus into the next pane."""
        if self.stage.workplace:
            self.stage.workplace.panes.next()

    def previous_pane(self) -> None:
        """Put the focus into the pane before."""
        if self.stage.workplace:
            self.stage.workplace.panes.previous()

    def closeEvent(self, event: QCloseEvent) -> None:
        session = self.stage.session
        at_rest = not self.stage.filing.busy and (session is None or not session.dirty)
        event.setAccepted(self._may_close or at_rest)
        if event.isAccepted():
            self.layout_kept.save()
            self.stage.clear()
        else:
            self.saving.leave_then(self._close)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dragged(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dragged(event)
        if path:
            event.acceptProposedAction()
            self.opening.leave_and_open(path)

    def _commands(self) -> Commands:
        # What is made when it is first asked for must not be made for the menus.
        return Commands(
            new=self.opening.show_start,
            open=self.opening.choose,
            close=self.opening.show_start,
            save=self.saving.save,
            save_as=self.saving.save_as,
            versions=lambda: self.history.choose(),
            forget=self._forget,
            restyle=lambda: self.restyling.choose(),
            export=lambda: self.exporting.choose(),
            print=self.stage.pages_wanted.emit,
            settings=lambda: self.preferences.choose(),
            quit=self.close,
            next_pane=self.next_pane,
            previous_pane=self.previous_pane,
            guide=lambda: self.helping.guide(),
            keys=lambda: self.helping.keys(),
            about=lambda: self.helping.about(),
        )

    def _forget(self) -> None:
        """Forget the draft on stage; what is not saved of it is asked about first."""
        session = self.stage.session
        path = session.path if session else None
        if path is None:
            self.stage.said.emit(_("This draft was never saved: nothing is kept of it."))
        else:
            self.saving.leave_then(lambda: self._leave_and_forget(path))

    def _leave_and_forget(self, path: Path) -> None:
        self.opening.start()
        self.forgetting.ask(path)

    def _close(self) -> None:
        self._may_close = True
        self.close()

    @Slot()
    def _redraw(self) -> None:
        draw_icons(self, self.usual)

    @Slot(object)
    def _opened(self, workplace: Workplace) -> None:
        self.menus.set_draft_open(True)
        for pane in workplace.panes.row:
            self._add_toggle(pane)
        workplace.panes.added.connect(self._add_toggle)

    @Slot()
    def _left(self) -> None:
        self.menus.set_draft_open(False)

    @Slot(object)
    def _add_toggle(self, pane: Pane) -> None:
        if pane.id != "form":
            self.menus.add_action(Menu.VIEW, pane.toggle)


def _dragged(event: QDropEvent) -> Path | None:
    """The draft that is dragged, if it is one."""
    return dropped_file(event.mimeData(), _DRAFT_ENDINGS)
