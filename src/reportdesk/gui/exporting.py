"""Export what the stage shows: tell first, write then, and offer to open what was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from reportdesk.core.errors import Cancelled
from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.export import ExportChoice, ExportDialog
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task, expected
from reportdesk.gui.waiting import Waiting
from reportdesk.services.export_plan import Format, Made, Order, Target, make, suggested, write
from reportdesk.services.home import Home
from reportdesk.services.session import Session


class Exporting(QObject):
    """Exports the draft on stage; the work itself is done off the window's thread.

    Signals:
        exported: a file was written; the payload is its path.
    """

    exported = Signal(Path)

    def __init__(self, stage: Stage, home: Home) -> None:
        super().__init__(stage)
        self._stage = stage
        self._home = home

    def choose(self) -> None:
        """Ask what to export, and where."""
        session = self._stage.session
        if session is None or self._stage.workplace is None:
            return
        templates = [pack.template for pack in self._stage.desk.shelf.packs]
        dialog = ExportDialog(templates, session.template, self._stage.window)
        dialog.ordered.connect(lambda order: self._make(dialog, order, session))
        dialog.taken.connect(self._check)
        dialog.wants_field.connect(self._stage.workplace.go_to)
        dialog.open()
        self._make(dialog, dialog.order, session)

    def _make(self, dialog: ExportDialog, order: Order, session: Session) -> None:
        desk = self._stage.desk
        frozen = desk.frozen(session)
        path = suggested(desk, session, order, self._home.settings.settings)
        self._stage.tasks.run(
            Task(
                lambda: make(desk, frozen, order),
                lambda made: _shown(dialog, made, path),
                lambda error: _refused(dialog, order, error),
            )
        )

    def _check(self, choice: ExportChoice) -> None:
        """Ask before a file is replaced that holds other than what was exported last."""
        log, path = self._home.exports, choice.path
        ask = lambda changed: self._ask(choice) if changed else self._write(choice)  # noqa: E731
        said = _("Looking whether the file was changed…")
        self._stage.filing.fetch(Task(lambda: log.changed(path), ask), said)

    def _ask(self, choice: ExportChoice) -> None:
        button = QMessageBox.StandardButton
        box = QMessageBox(self._stage.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Export"))
        box.setText(_("“{name}” is not as ReportDesk left it.").format(name=choice.path.name))
        box.setInformativeText(
            _("Somebody may have worked on it in Word. Replacing it would lose that work.")
        )
        box.setStandardButtons(button.Cancel)
        replace = box.addButton(_("&Replace it"), QMessageBox.ButtonRole.DestructiveRole)
        replace.clicked.connect(lambda: self._write(choice))
        box.setDefaultButton(button.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _write(self, choice: ExportChoice) -> None:
        self._stage.said.emit(_("Exporting…"))
        desk, log = self._stage.desk, self._home.exports
        target, waiting = Target(choice.path, choice.format), Waiting(self._stage.window)
        if choice.format is Format.PDF:
            waiting.show(_("Export"), _("Making the PDF…"))

        def ended(act: Callable[[], None]) -> None:
            waiting.close()
            act()

        self._stage.tasks.run(
            Task(
                lambda: write(desk, log, choice.made, target, waiting.going_on),
                lambda path: ended(lambda: self._done(path)),
                lambda error: ended(lambda: self._failed(error)),
            )
        )

    def _done(self, path: Path) -> None:
        self._stage.said.emit(_("Exported to {path}").format(path=path))
        self.exported.emit(path)
        box = QMessageBox(self._stage.window)
        box.setWindowTitle(_("Export"))
        box.setText(_("“{name}” is written.").format(name=path.name))
        box.setInformativeText(str(path.parent))
        for text, what in ((_("Open the &file"), path), (_("Open the f&older"), path.parent)):
            button = box.addButton(text, QMessageBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _on=False, what=what: open_outside(what))
        box.addButton(QMessageBox.StandardButton.Close)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._stage.said.emit(_("The export was cancelled; nothing was written."))
        else:
            self._stage.tell(_("The report could not be written"), expected(error))


def open_outside(path: Path) -> None:
    """Open the file or folder in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _shown(dialog: ExportDialog, made: Made, path: Path) -> None:
    """Show it, unless the dialog is closed or wants another one by now."""
    if _awaits(dialog, made.order):
        dialog.show_made(made, path)


def _refused(dialog: ExportDialog, order: Order, error: BaseException) -> None:
    problems = expected(error).problems
    if _awaits(dialog, order):
        dialog.show_failure("\n".join(str(problem) for problem in problems))


def _awaits(dialog: ExportDialog, order: Order) -> bool:
    return isValid(dialog) and dialog.isVisible() and dialog.order == order
