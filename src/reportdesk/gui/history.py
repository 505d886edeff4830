"""Look at earlier versions of the draft, and go back to one as a step that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.compare import CompareDialog, Comparison
from reportdesk.gui.dialogs.versions import VersionsDialog
from reportdesk.gui.stage import Stage
from reportdesk.services.differences import differences
from reportdesk.services.recents import moment
from reportdesk.services.session import Session
from reportdesk.services.versions import Version, going_back, version_at, versions_of

_BACK = "back"


class History(QObject):
    """Shows the earlier versions of the draft on stage."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage

    def choose(self) -> None:
        """List the versions."""
        session = self._stage.session
        if session is None:
            return
        dialog = VersionsDialog(versions_of(self._stage.desk, session), self._stage.window)
        dialog.taken.connect(lambda version: self._compare(version, session))
        dialog.open()

    def _compare(self, version: Version, session: Session) -> None:
        try:
            earlier = version_at(self._stage.desk, session, version)
        except ReportDeskError as error:
            self._stage.tell(_("This version cannot be read"), error)
            return
        comparison = Comparison(
            _("Earlier version"),
            _("Going back changes the draft in the window; Ctrl+Z undoes it."),
            _("Replaced on {when}").format(when=moment(version.at)),
            _("Now"),
            differences(session.template, earlier.answers, session.answers),
            {_BACK: _("&Go back to this version")},
        )
        dialog = CompareDialog(comparison, self._stage.window)
        dialog.chosen.connect(lambda _choice: self._go_back(session, earlier))
        dialog.open()

    def _go_back(self, session: Session, earlier: Session) -> None:
        edit = going_back(session, earlier)
        if edit.edits and self._stage.workplace is not None:
            self._stage.workplace.edit(edit)
