"""Offer what a crash left: compare it with the draft on disk, then take it or let it go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.gui.saving import Saving
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import Task, expected
from reportdesk.services.differences import differences
from reportdesk.services.recents import moment
from reportdesk.services.recovery import Recovered, Safekeeper, bring_back
from reportdesk.services.session import Session

if TYPE_CHECKING:  # see ``_comparison``
    from reportdesk.gui.dialogs.compare import Comparison

_RECOVER, _DISCARD = "recover", "discard"


class Rescue(QObject):
    """Shows what was recovered.

    Signals:
        settled: something recovered was taken or let go.
    """

    settled = Signal()

    def __init__(self, stage: Stage, saving: Saving, keeper: Safekeeper) -> None:
        super().__init__(stage)
        self._stage = stage
        self._saving = saving
        self._keeper = keeper

    def offer(self, recovered: Recovered) -> None:
        """Show the recovered text beside the draft on disk and ask which to keep."""
        desk = self._stage.desk
        title = _("The recovered text cannot be read")
        task = Task(
            lambda: bring_back(desk, recovered),
            lambda read: self._compare(recovered, *read),
            lambda error: self._stage.tell(title, expected(error)),
        )
        self._stage.filing.fetch(task, _("Reading the draft and what was recovered of it…"))

    def _compare(self, recovered: Recovered, session: Session, saved: Session | None) -> None:
        # Loaded late because the start page shows before anything is compared.
        from reportdesk.gui.dialogs.compare import CompareDialog

        dialog = CompareDialog(_comparison(recovered, session, saved), self._stage.window)
        dialog.chosen.connect(lambda choice: self._settle(choice, recovered, session))
        dialog.open()

    def _settle(self, choice: str, recovered: Recovered, session: Session) -> None:
        if choice == _RECOVER:
            self._saving.leave_then(lambda: self._take(recovered, session))
        else:
            self._keeper.discard(recovered)
            self.settled.emit()

    def _take(self, recovered: Recovered, session: Session) -> None:
        """Show the recovered text; it is in a recovery file of ours before the old one goes."""
        self._stage.show(session)
        try:
            self._keeper.keeping(session)()
        except ReportDeskError as error:
            self._stage.tell(_("The recovered text stays where it was"), error)
        else:
            self._keeper.discard(recovered)
        self.settled.emit()


def _comparison(recovered: Recovered, session: Session, saved: Session | None) -> Comparison:
    # Loaded late for the same reason.
    from reportdesk.gui.dialogs.compare import Comparison

    left = saved.answers if saved else {}
    sentence = _("ReportDesk ended before this draft was saved. Which text do you want to keep?")
    if saved and saved.digest != recovered.note.digest:
        sentence += " " + _("The draft was saved since, perhaps by somebody else: look closely.")
    return Comparison(
        _("Recover “{name}”").format(name=session.path.name if session.path else _("New draft")),
        sentence,
        _("In the saved draft") if saved else _("Never saved"),
        _("Recovered, {when}").format(when=moment(recovered.note.moment)),
        differences(session.template, left, session.answers),
        {
            _RECOVER: _("&Open the recovered text"),
            _DISCARD: _("&Throw the recovered text away"),
        },
    )
