"""Puts the preview beside each draft that is opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from reportdesk.core.i18n import _
from reportdesk.gui.stage import Stage
from reportdesk.gui.workplace import Workplace


class Previewing(QObject):
    """Hangs the preview into the right-hand place of the window."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        stage.opened.connect(self._opened)

    @Slot(object)
    def _opened(self, workplace: Workplace) -> None:
        # Loaded late because the start page shows before the reader of Word files is needed.
        from reportdesk.gui.preview.follower import Follower
        from reportdesk.gui.preview.pane import PreviewPane

        pane = PreviewPane(workplace.session.template, workplace)
        workplace.set_side(pane, _("P&review"), pane.view)
        Follower(self._stage, workplace, pane)
