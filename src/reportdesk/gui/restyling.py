"""Change the template of the draft on stage, as one step that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.restyle import RestyleDialog
from reportdesk.gui.stage import Stage
from reportdesk.services.export_plan import in_style
from reportdesk.services.session import Session, Under


class Restyling(QObject):
    """Asks for another template and puts the draft under it."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage

    def choose(self) -> None:
        """Ask for the other template."""
        session, desk = self._stage.session, self._stage.desk
        if session is None:
            return
        others = [
            pack.template for pack in desk.shelf.packs if pack.template.id != session.template.id
        ]
        look = lambda id: in_style(desk, session, id).told  # noqa: E731  # binds, no more
        dialog = RestyleDialog(others, look, self._stage.window)
        dialog.taken.connect(self.change)
        dialog.open()

    def change(self, template_id: str) -> None:
        """Put the draft under that template; raises DraftError where an answer does not suit."""
        session = self._stage.session
        if session is not None:
            after = in_style(self._stage.desk, session, template_id).under()
            self._stage.undo.push(_Restyle(self._stage, session, after))


class _Restyle(QUndoCommand):
    """The draft under one template, and under the other."""

    def __init__(self, stage: Stage, session: Session, after: Under) -> None:
        super().__init__(_("change of template"))
        self._stage = stage
        self._session = session
        self._before = session.under()
        self._after = after

    def redo(self) -> None:
        self._put(self._after)

    def undo(self) -> None:
        self._put(self._before)

    def _put(self, under: Under) -> None:
        self._session.put(under)
        self._stage.rebuild()
